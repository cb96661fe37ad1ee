import type { ProblemText } from '#lambda/problem.ts'

/** Why the forum says no about needs, and what every area of it can be refused for. */
export const needsProblems = {
  needNotFound: {
    status: 404,
    title: { sv: 'Behovet finns inte', en: 'There is no such need' },
    detail: {
      sv: 'Kontrollera adressen. Ett utkast ser bara den egna organisationen, och det som samordnaren har dolt visas inte.',
      en: 'Check the address. Only its own organisation sees a draft, and what the facilitator has hidden is not shown.',
    },
  },
  notYourNeed: {
    status: 403,
    title: { sv: 'Behovet hör till en annan organisation', en: 'The need belongs to another organisation' },
    detail: {
      sv: 'Vänd dig till organisationen som har publicerat behovet.',
      en: 'Turn to the organisation that has published the need.',
    },
  },
  needIncomplete: {
    status: 422,
    title: { sv: 'Behovet är inte färdigt', en: 'The need is not complete' },
    detail: {
      sv: 'Fyll i det som räknas upp under errors. Alla ska få veta vad, för vem och vart man vänder sig.',
      en: 'Fill in what is listed under errors. Everybody is to know what, for whom and where to turn.',
    },
  },
  periodBackwards: {
    status: 422,
    title: { sv: 'Perioden slutar innan den börjar', en: 'The period ends before it begins' },
    detail: { sv: 'Rätta början eller slutet.', en: 'Put the beginning or the end right.' },
  },
  needEnded: {
    status: 409,
    title: { sv: 'Behovet är avslutat', en: 'The need has ended' },
    detail: {
      sv: 'Ett avslutat behov ändras inte. Beskriv ett nytt om det har kommit tillbaka.',
      en: 'An ended need is not changed. Describe a new one if it has come back.',
    },
  },
  needNotOpen: {
    status: 409,
    title: { sv: 'Behovet är inte öppet', en: 'The need is not open' },
    detail: {
      sv: 'Det har avslutats eller är inte publicerat. Sök bland de öppna behoven.',
      en: 'It has ended or is not published. Look among the open needs.',
    },
  },
  caseNotYours: {
    status: 409,
    title: { sv: 'Ärendet går inte att knyta till behovet', en: 'The case cannot be tied to the need' },
    detail: {
      sv: 'Ange ett ärende som din egen organisation äger. Ett nytt ärende kan behöva någon minut innan forumet känner till det.',
      en: 'Give a case that your own organisation owns. A new case may take a minute before the forum knows of it.',
    },
  },
  noOrganisation: {
    status: 409,
    title: { sv: 'Inloggningen har ingen organisation', en: 'The sign-in has no organisation' },
    detail: {
      sv: 'Be den som förvaltar behörigheter att ange vilken organisation du arbetar för.',
      en: 'Ask whoever manages permissions to say which organisation you work for.',
    },
  },
  dailyLimitReached: {
    status: 429,
    title: { sv: 'Du har gjort detta för många gånger i dag', en: 'You have done this too many times today' },
    detail: { sv: 'Fortsätt i morgon. Inget har sparats.', en: 'Go on tomorrow. Nothing has been saved.' },
  },
} as const satisfies Readonly<Record<string, ProblemText>>
