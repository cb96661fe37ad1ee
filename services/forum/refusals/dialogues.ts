import type { ProblemText } from '#lambda/problem.ts'

/** Why the dialogues say no. */
export const dialoguesProblems = {
  dialogueNotFound: {
    status: 404,
    title: { sv: 'Dialogen finns inte', en: 'There is no such dialogue' },
    detail: { sv: 'Kontrollera adressen mot listan över dialoger.', en: 'Check the address against the list of dialogues.' },
  },
  caseUnknown: {
    status: 404,
    title: { sv: 'Forumet känner inte till ärendet', en: 'The forum does not know the case' },
    detail: {
      sv: 'Kontrollera ärendets id. Ett nytt ärende blir känt inom någon minut.',
      en: "Check the case's id. A new case becomes known within a minute.",
    },
  },
  dialogueNeedNotOpen: {
    status: 422,
    title: { sv: 'Behovet är inte publicerat', en: 'The need is not published' },
    detail: { sv: 'Välj ett behov som är öppet i forumet.', en: 'Choose a need that is open in the forum.' },
  },
  packageNotFound: {
    status: 404,
    title: { sv: 'Informationspaketet finns inte', en: 'There is no such information package' },
    detail: {
      sv: 'Ingen dialog har öppnats, eller så finns inte den versionen.',
      en: 'No dialogue has been opened, or there is no such version.',
    },
  },
  notYourDialogue: {
    status: 403,
    title: { sv: 'Dialogen hör till en annan organisation', en: 'The dialogue belongs to another organisation' },
    detail: {
      sv: 'Be handläggaren, upphandlaren eller samordnaren i den organisation som håller dialogen.',
      en: 'Ask the case officer, procurement officer or facilitator of the organisation that holds the dialogue.',
    },
  },
  conflictOfInterest: {
    status: 403,
    title: { sv: 'Du har anmält en bindning till ett företag', en: 'You have declared a tie to a company' },
    detail: {
      sv: 'Låt någon annan i organisationen avgöra frågor i dialogen (KL 6:28-32, 7:4).',
      en: 'Let somebody else in the organisation decide in the dialogue (KL 6:28-32, 7:4).',
    },
  },
  dialogueNotPlanned: {
    status: 409,
    title: { sv: 'Dialogen är redan publicerad', en: 'The dialogue has already been published' },
    detail: {
      sv: 'Det alla har sett kan inte skrivas om. Lägg till ett dokument, ändra tiden eller gör en rättelse.',
      en: 'What everybody has seen cannot be rewritten. Add a document, reschedule or make a correction.',
    },
  },
  dialogueNotOpen: {
    status: 409,
    title: { sv: 'Dialogen är inte öppen', en: 'The dialogue is not open' },
    detail: { sv: 'Läs om för att se var dialogen befinner sig.', en: 'Read again to see where the dialogue stands.' },
  },
  dialogueNotPublished: {
    status: 409,
    title: { sv: 'Dialogen är inte publicerad', en: 'The dialogue has not been published' },
    detail: { sv: 'Ändra planen i stället.', en: 'Change the plan instead.' },
  },
  planInvalid: {
    status: 422,
    title: { sv: 'Dialogen kan inte publiceras så här', en: 'The dialogue cannot be published like this' },
    detail: { sv: 'Rätta det som listas under errors.', en: 'Put right what is listed under errors.' },
  },
  lastDayEarlier: {
    status: 422,
    title: { sv: 'Sista dagen kan inte flyttas bakåt', en: 'The last day cannot be moved earlier' },
    detail: {
      sv: 'Företag kan ha räknat med den utlovade tiden. Välj samma dag eller en senare.',
      en: 'Companies may count on the time promised. Choose the same day or a later one.',
    },
  },
  notThatKind: {
    status: 409,
    title: { sv: 'Det går inte i en dialog av det här slaget', en: 'A dialogue of this kind has no such thing' },
    detail: {
      sv: 'Till möten och hearingar anmäler man sig, en RFI besvaras, ett utkast kommenteras.',
      en: 'Meetings and hearings are registered for, an RFI is answered, a draft is commented on.',
    },
  },
  tooLate: {
    status: 409,
    title: { sv: 'Sista dagen har passerat', en: 'The last day has passed' },
    detail: {
      sv: 'Samma tid gäller för alla. Det som har visats finns i informationspaketet.',
      en: 'The same time holds for all. What has been shown is in the information package.',
    },
  },
  alreadyRegistered: {
    status: 409,
    title: { sv: 'Företaget är redan anmält', en: 'The company is already registered' },
    detail: {
      sv: 'Varje företag har en plats. Återta anmälan om den ska ändras.',
      en: 'Each company has one seat. Withdraw the registration to change it.',
    },
  },
  notRegistered: {
    status: 409,
    title: { sv: 'Du är inte anmäld', en: 'You are not registered' },
    detail: { sv: 'Det finns ingen anmälan att återta.', en: 'There is no registration to withdraw.' },
  },
  registrationStillOpen: {
    status: 409,
    title: { sv: 'Anmälan pågår än', en: 'Registration is still open' },
    detail: {
      sv: 'Lotta när sista anmälningsdagen har passerat, så att alla är med.',
      en: 'Draw lots when the last day to register has passed, so that everybody is in.',
    },
  },
  lotsNotUsed: {
    status: 409,
    title: { sv: 'Platserna lottas inte', en: 'The seats are not drawn by lot' },
    detail: {
      sv: 'Grunden för urvalet bestämdes när dialogen öppnades.',
      en: 'The ground for choosing was set when the dialogue was opened.',
    },
  },
  lotsAlreadyDrawn: {
    status: 409,
    title: { sv: 'Platserna är redan lottade', en: 'The lots have already been drawn' },
    detail: { sv: 'Lottningen görs en gång. Den finns i loggen.', en: 'The draw is made once. It is in the log.' },
  },
  registrationNotFound: {
    status: 422,
    title: { sv: 'Anmälan finns inte', en: 'There is no such registration' },
    detail: { sv: 'Välj bland de anmälda.', en: 'Choose among those registered.' },
  },
  questionNotFound: {
    status: 404,
    title: { sv: 'Frågan finns inte', en: 'There is no such question' },
    detail: { sv: 'Kontrollera numret mot loggen.', en: 'Check the number against the log.' },
  },
  questionAlreadyHandled: {
    status: 409,
    title: { sv: 'Frågan är redan besvarad eller avförd', en: 'The question has been answered or set aside' },
    detail: { sv: 'Gör en rättelse om svaret är fel.', en: 'Make a correction if the answer is wrong.' },
  },
  tooManyQuestions: {
    status: 429,
    title: { sv: 'Många av dina frågor väntar på svar', en: 'Many of your questions await an answer' },
    detail: {
      sv: 'Vänta tills några har besvarats, eller samla det du undrar i en fråga.',
      en: 'Wait until some have been answered, or gather what you wonder in one question.',
    },
  },
  answerIncomplete: {
    status: 422,
    title: { sv: 'Svaret stämmer inte med frågorna', en: 'The answer does not fit the questions' },
    detail: {
      sv: 'Besvara varje fråga högst en gång, med dess nummer.',
      en: 'Answer each question at most once, by its number.',
    },
  },
  questionsUnanswered: {
    status: 409,
    title: { sv: 'Det finns frågor utan svar', en: 'There are questions without an answer' },
    detail: {
      sv: 'Besvara eller avför alla frågor innan dialogen avslutas.',
      en: 'Answer or set aside all questions before the dialogue is closed.',
    },
  },
  answersNotSummarised: {
    status: 409,
    title: { sv: 'Svaren är inte sammanfattade', en: 'The answers have not been summarised' },
    detail: {
      sv: 'Skriv vad alla får veta om svaren, utan företagshemligheter, efter det sista svaret.',
      en: 'Write what everybody is told of the answers, without business secrets, after the last one.',
    },
  },
  meetingNotNoted: {
    status: 409,
    title: { sv: 'Det saknas anteckning om vad som visades', en: 'There is no note of what was shown' },
    detail: {
      sv: 'Anteckna vilka som var med och vad som visades och sades, så att alla får veta detsamma (LOU 4:8).',
      en: 'Note who was there and what was shown and said, so that all are told the same (LOU 4:8).',
    },
  },
  notOverYet: {
    status: 409,
    title: { sv: 'Den utlovade tiden är inte slut', en: 'The time promised is not over' },
    detail: {
      sv: 'Vänta tills mötet har hållits eller sista dagen har passerat, eller ange skäl till att avsluta tidigare. Skälet publiceras.',
      en: 'Wait until the meeting has been held or the last day has passed, or give the reason for closing early. It is published.',
    },
  },
  entryNotFound: {
    status: 422,
    title: { sv: 'Raden finns inte i loggen', en: 'There is no such entry in the log' },
    detail: { sv: 'Ange radens nummer i loggen.', en: 'Give the number of the entry in the log.' },
  },
  alreadyDeclared: {
    status: 409,
    title: { sv: 'Bindningen är redan anmäld', en: 'The tie has already been declared' },
    detail: { sv: 'Den finns i loggen.', en: 'It is in the log.' },
  },
  logFull: {
    status: 409,
    title: { sv: 'Dialogen tar inte emot mer', en: 'The dialogue takes no more' },
    detail: {
      sv: 'Du har lämnat så mycket som en person kan lämna, eller så är loggen full. Kontakta organisationen som håller dialogen.',
      en: 'You have given as much as one person can give, or the log is full. Contact the organisation that holds the dialogue.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemText>>
