import { date, group, integer, list, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { planProblems } from '../domain/plan-rules.ts'

const startsOn = date({ label: { sv: 'Börjar', en: 'Begins' } })
const endsOn = date({ label: { sv: 'Slutar', en: 'Ends' } })

export const plan = defineSection({
  key: 'plan',
  name: { sv: 'Plan', en: 'Plan' },
  help: {
    sv: 'Varven av utveckling, utbildning och pilot, och det breda införandet därefter.',
    en: 'The rounds of development, training and pilot, and the wide rollout after them.',
  },
  component: 'acquisition',
  isMandatory: true,
  fields: {
    rounds: list({
      label: { sv: 'Varv', en: 'Rounds' },
      max: 20,
      item: group({
        label: { sv: 'Varv', en: 'Round' },
        fields: {
          number: integer({ label: { sv: 'Nummer', en: 'Number' }, min: 1, max: 20 }),
          goal: prose({ label: { sv: 'Vad varvet ska ge', en: 'What the round must give' }, max: 600 }),
          startsOn,
          endsOn,
        },
      }),
    }),
    pilot: group({
      label: { sv: 'Pilot', en: 'Pilot' },
      fields: { site: text({ label: { sv: 'Plats', en: 'Site' }, max: 200 }), startsOn, endsOn },
    }),
    rollout: group({
      label: { sv: 'Brett införande', en: 'Wide rollout' },
      fields: { startsOn, scope: prose({ label: { sv: 'Enheter och ordning', en: 'Units and order' }, max: 1_000 }) },
    }),
    resources: prose({
      label: { sv: 'Personer och tid', en: 'People and time' },
      help: {
        sv: 'Vem avsätter tid, och hur ersätts de i verksamheten?',
        en: 'Who sets time aside, and how are they replaced in operations?',
      },
      max: 2_000,
    }),
  },
  rules: planProblems,
})
