import { choice, date, group, list, optional, prose, reference, text } from '#phase/field.ts'
import { coverageProblems } from '#phase/domain/coverage.ts'
import { promisedBenefits } from '#phase/domain/promised-benefits.ts'
import { defineSection } from '#phase/section.ts'

export const benefitCheck = defineSection({
  key: 'benefitCheck',
  name: { sv: 'Nyttokontroll', en: 'Benefit check' },
  help: {
    sv: 'Varje nytta från NV3: visar piloten att den kan bli verklig?',
    en: 'Each benefit of NV3: does the pilot show that it can come true?',
  },
  component: 'needUnderstanding',
  isMandatory: true,
  fields: {
    benefits: list({
      label: { sv: 'Nyttor', en: 'Benefits' },
      item: group({
        label: { sv: 'Nytta', en: 'Benefit' },
        fields: {
          benefit: reference({ label: { sv: 'Nytta', en: 'Benefit' }, source: 'benefits' }),
          outlook: choice({
            label: { sv: 'Läge', en: 'Outlook' },
            options: {
              shown: { sv: 'Visad i piloten', en: 'Shown in the pilot' },
              atRisk: { sv: 'Osäker', en: 'At risk' },
              lost: { sv: 'Nås inte', en: 'Will not come' },
            },
          }),
          grounds: prose({ label: { sv: 'Underlag', en: 'Grounds' }, max: 800 }),
          action: optional(prose({ label: { sv: 'Om osäker: åtgärd', en: 'If at risk: action' }, max: 600 })),
        },
      }),
    }),
    conclusion: prose({ label: { sv: 'Slutsats', en: 'Conclusion' }, max: 1_500 }),
    checkedBy: text({ label: { sv: 'Kontrollerat av', en: 'Checked by' }, max: 120 }),
    checkedOn: date({ label: { sv: 'Datum', en: 'Date' } }),
  },
  rules: ({ benefits }, { dossier }) => [
    ...coverageProblems({
      pointer: '/benefits',
      field: 'benefit',
      what: { sv: 'nyttan', en: 'the benefit' },
      expected: promisedBenefits(dossier),
      named: benefits.map((row) => row.benefit),
    }),
    ...benefits.flatMap(({ outlook, action }, index) =>
      outlook === 'atRisk' && action === undefined
        ? [
            {
              pointer: `/benefits/${index}/action`,
              code: 'actionMissing',
              message: {
                sv: 'Skriv vad ni gör för att nyttan ändå ska komma.',
                en: 'Write what you do so that the benefit still comes.',
              },
            },
          ]
        : [],
    ),
  ],
})
