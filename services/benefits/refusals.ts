import type { ProblemText } from '#lambda/problem.ts'

/** Why benefits says no. One table: the code, the status, and what to do about it. */
export const benefitsProblems = {
  caseNotFound: {
    status: 404,
    title: { sv: 'Ärendet finns inte', en: 'There is no such case' },
    detail: { sv: 'Kontrollera ärendets id.', en: "Check the case's id." },
  },
  versionNotFound: {
    status: 404,
    title: { sv: 'Versionen finns inte', en: 'There is no such version' },
    detail: {
      sv: 'Se vilka versioner som finns i nyttovärderingens historik.',
      en: "See which versions there are in the assessment's history.",
    },
  },
  templateNotFound: {
    status: 404,
    title: { sv: 'Mallen finns inte', en: 'There is no such template' },
    detail: { sv: 'Se vilka mallar som finns i listan över mallar.', en: 'See in the list of templates which there are.' },
  },
  notYourCase: {
    status: 403,
    title: { sv: 'Ärendet hör till en annan organisation', en: 'The case belongs to another organisation' },
    detail: { sv: 'Be den ägande organisationens handläggare.', en: "Ask the owning organisation's case officer." },
  },
  assessmentFrozen: {
    status: 409,
    title: { sv: 'Nyttovärderingen är fryst', en: 'The assessment is frozen' },
    detail: {
      sv: 'Ett beslut har fattats på den, och den ändras aldrig. Skriv det nya i nästa nyttovärdering.',
      en: 'A decision has been made on it, and it is never changed. Write what is new in the next assessment.',
    },
  },
  assessmentNotInTurn: {
    status: 409,
    title: { sv: 'Nyttovärderingen är inte på tur', en: "It is not this assessment's turn" },
    detail: {
      sv: 'Bara den nyttovärdering som ärendets fas kräver kan ändras. Se i listan vilken det är.',
      en: "Only the assessment that the case's phase asks for can be changed. See in the list which one it is.",
    },
  },
  decisionPending: {
    status: 409,
    title: { sv: 'Beslut väntas', en: 'A decision is pending' },
    detail: {
      sv: 'Underlaget är fryst tills beslutet är fattat. Vid återremiss kan nyttovärderingen ändras igen.',
      en: 'The evidence is frozen until the decision is made. If it is to revise, the assessment can be changed again.',
    },
  },
  caseOnHold: {
    status: 409,
    title: { sv: 'Ärendet vilar', en: 'The case is on hold' },
    detail: { sv: 'Väck ärendet i dess fas först.', en: 'Wake the case in its phase first.' },
  },
  caseClosed: {
    status: 409,
    title: { sv: 'Ärendet är avslutat', en: 'The case is closed' },
    detail: {
      sv: 'Nyttovärderingar ändras inte efter avslut. Mätningar kan fortfarande registreras.',
      en: 'Assessments are not changed after closing. Measurements can still be recorded.',
    },
  },
  assessmentEmpty: {
    status: 409,
    title: { sv: 'Nyttovärderingen är tom', en: 'The assessment is empty' },
    detail: { sv: 'Spara den först.', en: 'Save it first.' },
  },
  assessmentInvalid: {
    status: 422,
    title: { sv: 'Nyttovärderingen kan inte sparas så här', en: 'The assessment cannot be saved like this' },
    detail: { sv: 'Rätta det som listas under errors.', en: 'Put right what is listed under errors.' },
  },
  assessmentTooLarge: {
    status: 422,
    title: { sv: 'Nyttovärderingen är för stor', en: 'The assessment is too large' },
    detail: { sv: 'Korta texterna till högst 120 kB sammanlagt.', en: 'Shorten the texts to 120 kB in all.' },
  },
  assessmentIncomplete: {
    status: 422,
    title: { sv: 'Nyttovärderingen är inte färdig', en: 'The assessment is not finished' },
    detail: {
      sv: 'Fyll i det som listas under errors och markera den som klar igen. Det som är sparat finns kvar.',
      en: 'Fill in what is listed under errors and mark it complete again. What has been saved is still there.',
    },
  },
  lineNotFound: {
    status: 422,
    title: { sv: 'Raden finns inte', en: 'There is no such line' },
    detail: {
      sv: 'Ärendets nyttovärderingar har ingen sådan rad, eller så är den borttagen. Kontrollera radens id.',
      en: "The case's assessments have no such line, or it has been removed. Check the line's id.",
    },
  },
  lineWithoutMeasure: {
    status: 422,
    title: { sv: 'Raden har inget mått', en: 'The line has no measure' },
    detail: { sv: 'Ange först i nyttovärderingen vad som ska mätas.', en: 'First say in the assessment what is to be measured.' },
  },
  measuredInFuture: {
    status: 422,
    title: { sv: 'Mätningen ligger framåt i tiden', en: 'The measurement lies ahead' },
    detail: {
      sv: 'Ange den dag då mätningen gjordes, i dag eller tidigare.',
      en: 'Give the day of the measurement, today or earlier.',
    },
  },
  measuredBeforeBaseline: {
    status: 422,
    title: { sv: 'Mätningen är äldre än utgångsvärdet', en: 'The measurement is older than the baseline' },
    detail: {
      sv: 'Registrera mätningar från utgångsvärdets dag och framåt.',
      en: "Record measurements from the baseline's day on.",
    },
  },
  tooManyMeasurements: {
    status: 422,
    title: { sv: 'För många mätningar av raden', en: 'Too many measurements of the line' },
    detail: {
      sv: 'Högst 200 mätningar per rad. Mät mer sällan.',
      en: 'At most 200 measurements for each line. Measure less often.',
    },
  },
  importRefused: {
    status: 422,
    title: { sv: 'Inget har importerats', en: 'Nothing has been imported' },
    detail: {
      sv: 'Rätta raderna som listas under errors och skicka allt igen.',
      en: 'Put right the rows listed under errors and send everything again.',
    },
  },
  tooManyCases: {
    status: 422,
    title: { sv: 'För många ärenden på en gång', en: 'Too many cases at once' },
    detail: {
      sv: 'Högst 50 ärenden i en import. Dela upp raderna på flera.',
      en: 'At most 50 cases in one import. Split the rows between several.',
    },
  },
  evidenceDisagrees: {
    status: 409,
    title: { sv: 'Underlaget stämmer inte med nyttovärderingen', en: 'The evidence does not agree with the assessment' },
    detail: {
      sv: 'Beslutsunderlaget innehåller en nyttovärdering som inte finns här. Inget har frysts.',
      en: 'The evidence holds an assessment that is not kept here. Nothing has been frozen.',
    },
  },
} as const satisfies Record<string, ProblemText>

export type BenefitsRefusalCode = keyof typeof benefitsProblems
