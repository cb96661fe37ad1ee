import { choice, group, list, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const processFit = defineSection({
  key: 'processFit',
  name: { sv: 'Passar i processen', en: 'Fit with the process' },
  help: {
    sv: 'Hur lösningen skulle ändra arbetet, steg för steg, och vad som upphör.',
    en: 'How the solution would change the work, step by step, and what ends.',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['specialist'],
  fields: {
    changes: list({
      label: { sv: 'Ändringar', en: 'Changes' },
      max: 30,
      item: group({
        label: { sv: 'Ändring', en: 'Change' },
        fields: {
          step: text({ label: { sv: 'Steg', en: 'Step' }, max: 200 }),
          who: text({ label: { sv: 'Vem berörs', en: 'Who is affected' }, max: 150 }),
          today: text({ label: { sv: 'I dag', en: 'Today' }, max: 500 }),
          tomorrow: text({ label: { sv: 'Med lösningen', en: 'With the solution' }, max: 500 }),
        },
      }),
    }),
    ends: prose({
      label: { sv: 'Det som upphör', en: 'What ends' },
      help: {
        sv: 'Dubbla arbetssätt äter upp nyttan. Vad slutar ni med, och när?',
        en: 'Double ways of working eat the benefit. What do you stop, and when?',
      },
      max: 1_000,
    }),
    workEnvironment: prose({
      label: { sv: 'Följder för arbetsmiljön', en: 'Consequences for the work environment' },
      max: 1_000,
    }),
    fit: choice({
      label: { sv: 'Slutsats', en: 'Conclusion' },
      options: {
        good: { sv: 'Passar som den är', en: 'Fits as it is' },
        afterChanges: { sv: 'Passar efter ändringarna', en: 'Fits after the changes' },
        poor: { sv: 'Passar inte', en: 'Does not fit' },
      },
    }),
    reasons: prose({ label: { sv: 'Skäl', en: 'Reasons' }, max: 1_000 }),
  },
})
