import { choice, date, group, list, optional, text, yesNo } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const infrastructure = defineSection({
  key: 'infrastructure',
  name: { sv: 'Tekniska förutsättningar', en: 'Technical conditions' },
  help: { sv: 'Vad IT tillhandahåller för att lösningen ska fungera.', en: 'What IT provides for the solution to work.' },
  component: 'technicalOpenness',
  isMandatory: false,
  writers: ['specialist'],
  fields: {
    items: list({
      label: { sv: 'Förutsättningar', en: 'Conditions' },
      max: 30,
      item: group({
        label: { sv: 'Förutsättning', en: 'Condition' },
        fields: {
          kind: choice({
            label: { sv: 'Slag', en: 'Kind' },
            options: {
              network: { sv: 'Nätverk', en: 'Network' },
              integration: { sv: 'Integrationsplattform', en: 'Integration platform' },
              security: { sv: 'Säkerhetslösning', en: 'Security' },
              identity: { sv: 'Inloggning och behörighet', en: 'Sign-in and access' },
              operation: { sv: 'Drift och övervakning', en: 'Operation and monitoring' },
              equipment: { sv: 'Utrustning', en: 'Equipment' },
            },
          }),
          what: text({ label: { sv: 'Vad', en: 'What' } }),
          responsible: text({ label: { sv: 'Ansvarig', en: 'Responsible' }, max: 120 }),
          isInPlace: yesNo({ label: { sv: 'På plats', en: 'In place' } }),
          dueOn: optional(date({ label: { sv: 'Annars senast', en: 'Otherwise by' } })),
        },
      }),
    }),
  },
  rules: ({ items }) =>
    items.flatMap(({ isInPlace, dueOn }, index) =>
      isInPlace || dueOn !== undefined
        ? []
        : [
            {
              pointer: `/items/${index}/dueOn`,
              code: 'dateMissing',
              message: { sv: 'Ange när det ska vara på plats.', en: 'Give the day by which it must be in place.' },
            },
          ],
    ),
})
