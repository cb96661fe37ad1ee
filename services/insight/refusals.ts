import type { ProblemText } from '#lambda/problem.ts'

/** Why insight says no. */
export const insightProblems = {
  caseNotFound: {
    status: 404,
    title: { sv: 'Ärendet finns inte', en: 'There is no such case' },
    detail: {
      sv: 'Kontrollera ärendets id. En idé som inte har blivit ett ärende finns bland idéerna.',
      en: "Check the case's id. An idea that has not become a case is found among the ideas.",
    },
  },
  journalNotFound: {
    status: 404,
    title: { sv: 'Det finns ingen journal för det ärendet', en: 'There is no journal for that case' },
    detail: {
      sv: 'Kontrollera ärendets id. Inget har hänt i något ärende med det.',
      en: "Check the case's id. Nothing has happened in any case with it.",
    },
  },
  journalUnreadable: {
    status: 409,
    title: { sv: 'Journalen går inte att läsa', en: 'The journal cannot be read' },
    detail: {
      sv: 'En post har förändrats så att den inte kan läsas. Kontrollen av journalen visar vilken. Kontakta driften.',
      en: 'An entry has been altered so that it cannot be read. The verification of the journal names it. Contact operations.',
    },
  },
} as const satisfies Record<string, ProblemText>

export type InsightRefusalCode = keyof typeof insightProblems
