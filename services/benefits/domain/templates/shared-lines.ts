import type { Question, TemplateLine } from './service-template.ts'

/** What every digital service costs, whatever it does. */

export const costQuestions = {
  introduction: {
    text: {
      sv: 'Vad kostar införandet: anpassning, utbildning, projektledning?',
      en: 'What does the introduction cost: adaptation, training, project management?',
    },
    unit: 'ore',
  },
  operation: {
    text: {
      sv: 'Vad kostar drift, licenser och förvaltning per år, oavsett hur många som använder tjänsten?',
      en: 'What do operation, licences and maintenance cost a year, however many use the service?',
    },
    unit: 'orePerYear',
  },
} as const satisfies Record<string, Question>

export const operationEffect = {
  operation: {
    name: { sv: 'Tjänsten ska införas, drivas och förvaltas', en: 'The service is to be introduced, run and maintained' },
    actorGroup: 'operations',
  },
} as const

export const costLines: readonly TemplateLine[] = [
  {
    side: 'cost',
    kind: 'financial',
    area: 'efficiency',
    name: { sv: 'Införande', en: 'Introduction' },
    effect: 'operation',
    method: 'once',
    drivers: { amount: { question: 'introduction' } },
  },
  {
    side: 'cost',
    kind: 'financial',
    area: 'efficiency',
    name: { sv: 'Drift och förvaltning', en: 'Operation and maintenance' },
    effect: 'operation',
    method: 'amountPerYear',
    drivers: { perYear: { question: 'operation' } },
  },
]
