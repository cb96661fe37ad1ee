import type { ProblemText } from '#lambda/problem.ts'

export const companiesProblems = {
  companyNotFound: {
    status: 404,
    title: { sv: 'Företaget finns inte', en: 'There is no such company' },
    detail: {
      sv: 'Kontrollera id:t, eller sök i katalogen.',
      en: 'Check the id, or search the catalogue.',
    },
  },
  organisationNumberWrong: {
    status: 422,
    title: { sv: 'Organisationsnumret stämmer inte', en: 'The organisation number is not right' },
    detail: {
      sv: 'Kontrollera siffrorna mot registreringsbeviset. Numret ska vara en juridisk persons.',
      en: "Check the digits against the certificate of registration. The number must be a legal person's.",
    },
  },
  organisationNumberMissing: {
    status: 422,
    title: { sv: 'Registreringsnumret saknas', en: 'The registration number is missing' },
    detail: {
      sv: 'Ange numret. En enskild firma väljer i stället enskild firma och lämnar inget nummer.',
      en: 'Give the number. A sole trader chooses sole trader instead and gives no number.',
    },
  },
  organisationNumberTaken: {
    status: 409,
    title: { sv: 'Företaget är redan registrerat', en: 'The company is registered already' },
    detail: {
      sv: 'Be en kollega som företräder företaget om en engångskod. Är registreringen inte er, kontakta den som förvaltar katalogen.',
      en: 'Ask a colleague who represents the company for a one-time code. If the registration is not yours, contact whoever manages the catalogue.',
    },
  },
  soleTraderWithNumber: {
    status: 422,
    title: { sv: 'En enskild firma lämnar inget nummer', en: 'A sole trader gives no number' },
    detail: {
      sv: 'Ta bort numret. En enskild firmas nummer är ett personnummer och sparas inte här.',
      en: "Remove the number. A sole trader's number is a personal identity number and is not stored here.",
    },
  },
  legalFormWrong: {
    status: 422,
    title: { sv: 'Registrering och företagsform stämmer inte överens', en: 'Registration and legal form do not agree' },
    detail: {
      sv: 'En enskild firma är enskild firma på båda ställena.',
      en: 'A sole trader is a sole trader in both places.',
    },
  },
  registrationFixed: {
    status: 409,
    title: { sv: 'Registreringen kan inte ändras', en: 'The registration cannot be changed' },
    detail: {
      sv: 'Är numret fel, be den som förvaltar katalogen att underkänna registreringen och registrera företaget på nytt.',
      en: 'If the number is wrong, ask whoever manages the catalogue to refute the registration, and register the company anew.',
    },
  },
  tooManyCompanies: {
    status: 409,
    title: { sv: 'Du företräder redan många företag', en: 'You represent many companies already' },
    detail: {
      sv: 'Låt en kollega registrera företaget.',
      en: 'Let a colleague register the company.',
    },
  },
  notYourCompany: {
    status: 403,
    title: { sv: 'Du företräder inte företaget', en: 'You do not represent the company' },
    detail: {
      sv: 'Be en kollega som företräder företaget om en engångskod.',
      en: 'Ask a colleague who represents the company for a one-time code.',
    },
  },
  companyDeactivated: {
    status: 409,
    title: { sv: 'Företaget är avaktiverat', en: 'The company is deactivated' },
    detail: {
      sv: 'Aktivera företaget först.',
      en: 'Activate the company first.',
    },
  },
  companyHidden: {
    status: 409,
    title: { sv: 'Företaget visas inte i katalogen', en: 'The company is not shown in the catalogue' },
    detail: {
      sv: 'Registreringen är underkänd eller företaget avaktiverat. Se skälet under Mitt företag.',
      en: 'The registration has been refuted or the company deactivated. See the reason under My company.',
    },
  },
  notRepresentative: {
    status: 404,
    title: { sv: 'Personen företräder inte företaget', en: 'The person does not represent the company' },
    detail: {
      sv: 'Läs om företaget för att se vilka som företräder det.',
      en: 'Read the company again to see who represents it.',
    },
  },
  lastRepresentative: {
    status: 409,
    title: { sv: 'Företaget måste ha någon som företräder det', en: 'The company must have somebody who represents it' },
    detail: {
      sv: 'Bjud in en kollega först, eller avaktivera företaget.',
      en: 'Invite a colleague first, or deactivate the company.',
    },
  },
  tooManyRepresentatives: {
    status: 409,
    title: { sv: 'Företaget har så många företrädare det kan ha', en: 'The company has as many representatives as it can have' },
    detail: {
      sv: 'Ta bort någon som inte längre ska företräda företaget.',
      en: 'Remove somebody who should no longer represent the company.',
    },
  },
  alreadyRepresents: {
    status: 409,
    title: { sv: 'Du företräder redan företaget', en: 'You represent the company already' },
    detail: {
      sv: 'Du behöver inte göra något.',
      en: 'You need not do anything.',
    },
  },
  invitationNotFound: {
    status: 404,
    title: { sv: 'Engångskoden finns inte', en: 'There is no such one-time code' },
    detail: {
      sv: 'Kontrollera att hela koden kom med, eller be om en ny.',
      en: 'Check that you have the whole code, or ask for a new one.',
    },
  },
  invitationUsed: {
    status: 409,
    title: { sv: 'Engångskoden är redan använd', en: 'The one-time code has been used' },
    detail: {
      sv: 'Be om en ny kod.',
      en: 'Ask for a new code.',
    },
  },
  invitationExpired: {
    status: 409,
    title: { sv: 'Engångskoden har gått ut', en: 'The one-time code has expired' },
    detail: {
      sv: 'Be om en ny kod. En kod gäller i sju dagar.',
      en: 'Ask for a new code. A code is good for seven days.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemText>>
