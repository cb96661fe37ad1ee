import type { ProblemText } from '#lambda/problem.ts'

/** Why the life cycle that all phases share says no. One table: the code, the status, and what to do about it. */
export const phaseProblems = {
  caseNotFound: {
    status: 404,
    title: { sv: 'Ärendet finns inte i den här fasen', en: 'The case is not in this phase' },
    detail: {
      sv: 'Kontrollera ärendets id, eller se på tavlan i vilken fas det är.',
      en: "Check the case's id, or see on the board which phase it is in.",
    },
  },
  sectionNotFound: {
    status: 404,
    title: { sv: 'Avsnittet finns inte i den här fasen', en: 'There is no such section in this phase' },
    detail: { sv: 'Välj ett av fasens avsnitt.', en: "Choose one of the phase's sections." },
  },
  versionNotFound: {
    status: 404,
    title: { sv: 'Versionen finns inte', en: 'There is no such version' },
    detail: {
      sv: 'Se vilka versioner som finns i avsnittets historik.',
      en: "See which versions there are in the section's history.",
    },
  },
  opinionNotFound: {
    status: 404,
    title: { sv: 'Yttrandet finns inte', en: 'There is no such opinion' },
    detail: { sv: 'Kontrollera id mot ärendets yttranden.', en: "Check the id against the case's opinions." },
  },
  evidenceNotFound: {
    status: 404,
    title: { sv: 'Beslutsunderlaget finns inte', en: 'There is no such evidence' },
    detail: { sv: 'Beslut har inte begärts i det varvet.', en: 'No decision was requested in that round.' },
  },
  wrongStatus: {
    status: 409,
    title: { sv: 'Ärendet är inte i rätt läge', en: 'The case is not in the right status' },
    detail: { sv: 'Läs ärendet igen och se vad som är nästa steg.', en: 'Read the case again and see what the next step is.' },
  },
  recordLocked: {
    status: 409,
    title: { sv: 'Akten är låst', en: 'The record is locked' },
    detail: {
      sv: 'Akten kan ändras när ärendet pågår. Ta emot ärendet, eller vänta in beslutet.',
      en: 'The record can be changed while the case is in progress. Take on the case, or wait for the decision.',
    },
  },
  notYourCase: {
    status: 403,
    title: { sv: 'Ärendet hör till en annan organisation', en: 'The case belongs to another organisation' },
    detail: { sv: 'Be den ägande organisationens handläggare.', en: "Ask the owning organisation's case officer." },
  },
  notYourSection: {
    status: 403,
    title: { sv: 'Din roll skriver inte det här avsnittet', en: 'Your role does not write this section' },
    detail: {
      sv: 'Be ärendets handläggare eller den roll som avsnittet anger.',
      en: "Ask the case's officer or the role that the section names.",
    },
  },
  notYourUnit: {
    status: 403,
    title: { sv: 'Yttrandet är begärt av en annan enhet', en: 'The opinion was asked of another unit' },
    detail: { sv: 'Bara den enhet som har fått frågan kan svara.', en: 'Only the unit that was asked can answer.' },
  },
  sectionInvalid: {
    status: 422,
    title: { sv: 'Avsnittet kan inte sparas så här', en: 'The section cannot be saved like this' },
    detail: {
      sv: 'Rätta det som listas under errors. Ett avsnitt som inte är färdigt kan sparas som utkast.',
      en: 'Put right what is listed under errors. A section that is not finished can be saved as a draft.',
    },
  },
  sectionTooLarge: {
    status: 422,
    title: { sv: 'Avsnittet är för stort', en: 'The section is too large' },
    detail: { sv: 'Korta texterna till högst 60 kB sammanlagt.', en: 'Shorten the texts to 60 kB in all.' },
  },
  tooManyOpinions: {
    status: 422,
    title: { sv: 'För många yttranden', en: 'Too many opinions' },
    detail: {
      sv: 'Högst 40 yttranden kan begäras i samma fas, tillbakatagna inräknade.',
      en: 'At most 40 opinions can be asked for in one phase, withdrawn ones included.',
    },
  },
  dueDateNotAhead: {
    status: 422,
    title: { sv: 'Svarsdagen måste ligga framåt', en: 'The due date must lie ahead' },
    detail: { sv: 'Välj en dag efter i dag och inom ett år.', en: 'Choose a day after today and within a year.' },
  },
  opinionAlreadyAnswered: {
    status: 409,
    title: { sv: 'Yttrandet är redan lämnat', en: 'The opinion has already been given' },
    detail: { sv: 'Begär ett nytt yttrande om frågan har ändrats.', en: 'Ask for a new opinion if the question has changed.' },
  },
  opinionWithdrawn: {
    status: 409,
    title: { sv: 'Begäran är tillbakatagen', en: 'The request has been withdrawn' },
    detail: { sv: 'Inget svar behövs.', en: 'No answer is needed.' },
  },
  tooManyRounds: {
    status: 409,
    title: { sv: 'För många beslutsvarv', en: 'Too many rounds' },
    detail: { sv: 'Avsluta ärendet och börja om med ett nytt.', en: 'Close the case and start again with a new one.' },
  },
  recordTooLarge: {
    status: 422,
    title: { sv: 'Akten är full', en: 'The record is full' },
    detail: {
      sv: 'Frågor, svar och tidigare beslut tar för stor plats. Korta texten, eller lägg den i ett avsnitt.',
      en: 'Questions, answers and earlier decisions take too much room. Shorten the text, or put it in a section.',
    },
  },
  sectionOutdated: {
    status: 422,
    title: { sv: 'Ett klart avsnitt stämmer inte längre', en: 'A complete section no longer holds' },
    detail: {
      sv: 'Något som avsnittet bygger på har ändrats. Rätta det som listas under errors och spara avsnittet igen.',
      en: 'Something that the section builds on has changed. Put right what is listed under errors and save the section again.',
    },
  },
  dossierTooLarge: {
    status: 422,
    title: { sv: 'Det som ska följa med till nästa fas är för stort', en: 'What is to follow to the next phase is too large' },
    detail: {
      sv: 'Korta krav och funktioner till högst 150 kB sammanlagt.',
      en: 'Shorten requirements and functions to 150 kB in all.',
    },
  },
  noPendingDecision: {
    status: 409,
    title: { sv: 'Inget beslut väntas', en: 'No decision is pending' },
    detail: {
      sv: 'Beslutet hör inte till det underlag som ärendet väntar på.',
      en: 'The decision does not belong to the evidence that the case waits for.',
    },
  },
  evidenceChanged: {
    status: 409,
    title: { sv: 'Beslutet gäller ett annat underlag', en: 'The decision is about other evidence' },
    detail: { sv: 'Underlagets kontrollsumma stämmer inte.', en: "The evidence's digest does not agree." },
  },
  goImpossible: {
    status: 422,
    title: { sv: 'Ett obligatoriskt kriterium är inte uppfyllt', en: 'A mandatory criterion is not met' },
    detail: { sv: 'Fortsätt kan inte beslutas.', en: '`go` cannot be decided.' },
  },
} as const satisfies Record<string, ProblemText>

export type PhaseRefusalCode = keyof typeof phaseProblems
