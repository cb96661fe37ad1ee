import { choice, date, group, list, money, optional, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const projectEvaluation = defineSection({
  key: 'projectEvaluation',
  name: { sv: 'Utvärdering av projektet', en: 'Evaluation of the project' },
  help: {
    sv: 'Hur arbetet gick från idé till införande, och vad andra kan lära.',
    en: 'How the work went from idea to rollout, and what others can learn.',
  },
  component: 'acquisition',
  isMandatory: true,
  fields: {
    goals: choice({
      label: { sv: 'Projektets mål', en: 'The goals of the project' },
      options: {
        reached: { sv: 'Nådda', en: 'Reached' },
        partly: { sv: 'Delvis nådda', en: 'Partly reached' },
        notReached: { sv: 'Inte nådda', en: 'Not reached' },
      },
    }),
    time: prose({ label: { sv: 'Tid mot plan', en: 'Time against plan' }, max: 1_500 }),
    budget: money({ label: { sv: 'Budget', en: 'Budget' } }),
    cost: money({ label: { sv: 'Kostnad', en: 'Cost' } }),
    costDifference: optional(prose({ label: { sv: 'Varför kostnaden skiljer sig', en: 'Why the cost differs' }, max: 1_500 })),
    participation: prose({
      label: { sv: 'Hur verksamhet, patienter och företag var med', en: 'How operations, patients and companies took part' },
      max: 1_500,
    }),
    lessons: list({
      label: { sv: 'Lärdomar', en: 'Lessons' },
      max: 30,
      item: group({
        label: { sv: 'Lärdom', en: 'Lesson' },
        fields: {
          lesson: prose({ label: { sv: 'Lärdom', en: 'Lesson' }, max: 800 }),
          phase: choice({
            label: { sv: 'Fas', en: 'Phase' },
            options: {
              ideas: { sv: 'Idé', en: 'Idea' },
              matching: { sv: 'Matchning', en: 'Matching' },
              verification: { sv: 'Verifiering', en: 'Verification' },
              procurement: { sv: 'Upphandling', en: 'Procurement' },
              validation: { sv: 'Validering', en: 'Validation' },
              rollout: { sv: 'Införande', en: 'Rollout' },
            },
          }),
          receiver: text({ label: { sv: 'Vem tar den vidare', en: 'Who carries it on' }, max: 120 }),
        },
      }),
    }),
    evaluatedBy: text({ label: { sv: 'Utvärderat av', en: 'Evaluated by' }, max: 120 }),
    evaluatedOn: date({ label: { sv: 'Datum', en: 'Date' } }),
  },
  rules: ({ budget, cost, costDifference }) =>
    cost !== budget && costDifference === undefined
      ? [
          {
            pointer: '/costDifference',
            code: 'differenceUnexplained',
            message: {
              sv: 'Kostnaden skiljer sig från budgeten. Förklara varför.',
              en: 'The cost differs from the budget. Explain why.',
            },
          },
        ]
      : [],
})
