import { choice, date, group, list, optional, prose, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'

export const jointPurchase = defineSection({
  key: 'jointPurchase',
  name: { sv: 'Gemensamt köp', en: 'Joint purchase' },
  help: {
    sv: 'Andra med samma behov, vilka avtal de har och när avtalen går ut.',
    en: 'Others with the same need, what contracts they have and when those end.',
  },
  component: 'acquisition',
  isMandatory: false,
  writers: ['procurementOfficer'],
  fields: {
    others: list({
      label: { sv: 'Andra organisationer', en: 'Other organisations' },
      min: 0,
      max: 30,
      item: group({
        label: { sv: 'Organisation', en: 'Organisation' },
        fields: {
          organisation: text({ label: { sv: 'Organisation', en: 'Organisation' }, max: 150 }),
          need: text({ label: { sv: 'Deras behov', en: 'Their need' }, max: 500 }),
          contract: optional(text({ label: { sv: 'Avtal i dag', en: 'Contract today' }, max: 200 })),
          contractEndsOn: optional(date({ label: { sv: 'Avtalet går ut', en: 'The contract ends' } })),
          interest: choice({
            label: { sv: 'Vill de köpa tillsammans', en: 'Do they want to buy together' },
            options: { yes: { sv: 'Ja', en: 'Yes' }, maybe: { sv: 'Kanske', en: 'Maybe' }, no: { sv: 'Nej', en: 'No' } },
          }),
        },
      }),
    }),
    conclusion: choice({
      label: { sv: 'Slutsats', en: 'Conclusion' },
      options: {
        alone: { sv: 'Vi köper själva', en: 'We buy alone' },
        together: { sv: 'Vi köper tillsammans', en: 'We buy together' },
        existingContract: { sv: 'Vi använder ett avtal som finns', en: 'We use a contract that exists' },
      },
    }),
    reason: prose({ label: { sv: 'Skäl', en: 'Reason' }, max: 1_500 }),
  },
  rules: ({ others, conclusion }) => [
    ...others.flatMap(({ contract, contractEndsOn }, index) =>
      contractEndsOn !== undefined && contract === undefined
        ? [
            {
              pointer: `/others/${index}/contract`,
              code: 'contractMissing',
              message: { sv: 'Ange vilket avtal som går ut.', en: 'Say which contract ends.' },
            },
          ]
        : [],
    ),
    ...(conclusion === 'together' && !others.some(({ interest }) => interest === 'yes')
      ? [
          {
            pointer: '/conclusion',
            code: 'nobodyToBuyWith',
            message: {
              sv: 'Ange minst en organisation som vill köpa tillsammans, eller ändra slutsatsen.',
              en: 'Give at least one organisation that wants to buy together, or change the conclusion.',
            },
          },
        ]
      : []),
  ],
})
