import type { ProblemText } from '#lambda/problem.ts'

/** Why the system map says no. */
export const systemsProblems = {
  systemNotFound: {
    status: 404,
    title: { sv: 'Systemet finns inte på kartan', en: 'The system is not on the map' },
    detail: { sv: 'Kontrollera id mot systemkartan.', en: 'Check the id against the system map.' },
  },
  notYourOrganisation: {
    status: 403,
    title: { sv: 'Systemet hör till en annan organisation', en: 'The system belongs to another organisation' },
    detail: {
      sv: 'Varje organisation håller själv sina system aktuella. Be den som har rollen i den organisationen.',
      en: 'Each organisation keeps its own systems up to date. Ask whoever has the role there.',
    },
  },
  systemNameTaken: {
    status: 409,
    title: { sv: 'Organisationen har redan ett system med det namnet', en: 'The organisation already has a system of that name' },
    detail: {
      sv: 'Ändra det system som finns, eller ge det nya ett namn som skiljer dem åt.',
      en: 'Change the system that is there, or give the new one a name that tells them apart.',
    },
  },
  systemNotConsistent: {
    status: 422,
    title: { sv: 'Uppgifterna om systemet går inte ihop', en: 'What is said of the system does not hold together' },
    detail: {
      sv: 'Rätta fälten som listas under errors och skicka igen. Inget har sparats.',
      en: 'Put right the fields listed under errors and send again. Nothing has been saved.',
    },
  },
  tooManySystems: {
    status: 422,
    title: { sv: 'Organisationen har för många system', en: 'The organisation has too many systems' },
    detail: {
      sv: 'Kartan tar emot högst 1 000 system från varje organisation. Ändra ett som inte används längre.',
      en: 'The map takes at most 1,000 systems of each organisation. Change one that is no longer used.',
    },
  },
  windowBackwards: {
    status: 422,
    title: { sv: 'Perioden slutar innan den börjar', en: 'The period ends before it begins' },
    detail: { sv: 'Ange en slutdag som inte ligger före startdagen.', en: 'Give an end that does not lie before the start.' },
  },
  systemImportRefused: {
    status: 422,
    title: { sv: 'Filens system kan inte tas emot', en: 'The systems of the file cannot be taken' },
    detail: {
      sv: 'Inget har sparats. Rätta det som listas under errors och skicka alla igen.',
      en: 'Nothing has been saved. Put right what is listed under errors and send all again.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemText>>
