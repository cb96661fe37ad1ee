import type { ProblemText } from '#lambda/problem.ts'

export const evaluationsProblems = {
  evaluationNotFound: {
    status: 404,
    title: { sv: 'Bedömningen finns inte', en: 'There is no such evaluation' },
    detail: {
      sv: 'Kontrollera id:t.',
      en: 'Check the id.',
    },
  },
  organisationMissing: {
    status: 403,
    title: { sv: 'Du hör inte till någon organisation', en: 'You belong to no organisation' },
    detail: {
      sv: 'En bedömning görs av en organisation. Be den som förvaltar behörigheter.',
      en: 'An evaluation is made by an organisation. Ask whoever manages permissions.',
    },
  },
  evaluationPeriodWrong: {
    status: 422,
    title: { sv: 'Bedömningens tid stämmer inte', en: "The evaluation's time is not right" },
    detail: {
      sv: 'Den börjar gälla senast i dag och slutar tidigast i dag.',
      en: 'It is valid from today at the latest and ends today at the earliest.',
    },
  },
  requirementRepeated: {
    status: 422,
    title: { sv: 'Samma krav står flera gånger', en: 'The same requirement stands several times' },
    detail: {
      sv: 'Ange ett resultat för varje krav.',
      en: 'Give one result for each requirement.',
    },
  },
  tooManyEvaluations: {
    status: 409,
    title: { sv: 'Produkten har så många bedömningar den kan ha', en: 'The product has as many evaluations as it can have' },
    detail: {
      sv: 'Ersätt en äldre bedömning från din organisation.',
      en: 'Replace an older evaluation of your organisation.',
    },
  },
  evaluationNotYours: {
    status: 403,
    title: {
      sv: 'Bedömningen är en annan organisations eller gäller en annan produkt',
      en: "The evaluation is another organisation's or of another product",
    },
    detail: {
      sv: 'Ersätt bara bedömningar som din egen organisation har gjort av samma produkt.',
      en: 'Replace only evaluations that your own organisation has made of the same product.',
    },
  },
  evaluationNotInForce: {
    status: 409,
    title: { sv: 'Bedömningen gäller inte längre', en: 'The evaluation is no longer in force' },
    detail: {
      sv: 'Registrera den nya utan att ersätta den gamla.',
      en: 'Record the new one without replacing the old.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemText>>
