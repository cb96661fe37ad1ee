import { date, group, list, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const workingMethods = defineSection({
  key: 'workingMethods',
  name: { sv: 'Arbetssätt', en: 'Working methods' },
  help: {
    sv: 'Nya arbetssätt in och gamla ut, vart och ett med datum. Utan det gamla ute uteblir nyttan.',
    en: 'New ways in and old ways out, each with a date. While the old remains, the benefit does not come.',
  },
  component: 'needUnderstanding',
  isMandatory: true,
  fields: {
    newWays: list({
      label: { sv: 'Nya arbetssätt', en: 'New ways' },
      max: 30,
      item: group({
        label: { sv: 'Nytt arbetssätt', en: 'New way' },
        fields: {
          what: prose({ label: { sv: 'Vad', en: 'What' }, max: 600 }),
          fromOn: date({ label: { sv: 'Gäller från', en: 'In from' } }),
          responsible: text({ label: { sv: 'Ansvarig', en: 'Responsible' }, max: 120 }),
        },
      }),
    }),
    oldWays: list({
      label: { sv: 'Gamla arbetssätt som upphör', en: 'Old ways that end' },
      max: 30,
      item: group({
        label: { sv: 'Gammalt arbetssätt', en: 'Old way' },
        fields: {
          what: prose({ label: { sv: 'Vad', en: 'What' }, max: 600 }),
          outOn: date({ label: { sv: 'Upphör', en: 'Out on' } }),
          how: prose({ label: { sv: 'Hur det fasas ut', en: 'How it is phased out' }, max: 600 }),
        },
      }),
    }),
  },
  rules: ({ newWays, oldWays }) => {
    const first = newWays.map((way) => way.fromOn).toSorted()[0]
    return oldWays.flatMap(({ outOn }, index) =>
      first !== undefined && outOn < first
        ? [
            {
              pointer: `/oldWays/${index}/outOn`,
              code: 'gapInWork',
              message: {
                sv: 'Det gamla kan inte upphöra innan något nytt har börjat.',
                en: 'The old cannot end before something new has begun.',
              },
            },
          ]
        : [],
    )
  },
})
