import { coverageProblems } from '#phase/domain/coverage.ts'
import { choice, group, list, optional, reference, text } from '#phase/field.ts'
import { defineSection } from '#phase/section.ts'
import { answerBases } from '../domain/requirement-coverage.ts'
import { marketAssessment } from './market-assessment.ts'
import { requirements } from './requirements.ts'

export const marketMatch = defineSection({
  key: 'marketMatch',
  name: { sv: 'Produktjämförelse', en: 'Product match' },
  help: {
    sv: 'Håll lösningarna mot kraven. Rangen räknas fram: först ska-krav, sedan viktade krav.',
    en: 'Hold the solutions against the requirements. The rank follows: musts first, then weighted ones.',
  },
  component: 'needUnderstanding',
  isMandatory: false,
  writers: ['procurementOfficer', 'specialist'],
  fields: {
    products: list({
      label: { sv: 'Lösningar', en: 'Solutions' },
      max: 8,
      item: group({
        label: { sv: 'Lösning', en: 'Solution' },
        fields: {
          candidate: reference({
            label: { sv: 'Leverantör och lösning', en: 'Supplier and solution' },
            help: {
              sv: 'Numret i avsnittet Marknadsbedömning, till exempel L1.',
              en: 'The number in the section Market assessment, for example L1.',
            },
            source: 'candidates',
          }),
          coverage: list({
            label: { sv: 'Täckning', en: 'Coverage' },
            max: 100,
            item: group({
              label: { sv: 'Krav', en: 'Requirement' },
              fields: {
                requirement: reference({ label: { sv: 'Krav', en: 'Requirement' }, source: 'requirements' }),
                answer: choice({
                  label: { sv: 'Uppfylls', en: 'Met' },
                  options: { yes: { sv: 'Ja', en: 'Yes' }, partly: { sv: 'Delvis', en: 'Partly' }, no: { sv: 'Nej', en: 'No' } },
                }),
                // Optional: answers from before it was asked for stand without it.
                basis: optional(
                  choice({ label: { sv: 'Vad svaret vilar på', en: 'What the answer rests on' }, options: answerBases }),
                ),
              },
            }),
          }),
          comment: optional(text({ label: { sv: 'Kommentar', en: 'Comment' }, max: 500 })),
        },
      }),
    }),
  },
  rules: ({ products }, { completed }) => {
    const drafted = completed(requirements)?.requirements
    if (!drafted)
      return [
        {
          pointer: '/products',
          code: 'requirementsFirst',
          message: { sv: 'Gör först klart avsnittet Kravutkast.', en: 'Complete the section Draft requirements first.' },
        },
      ]
    // The market assessment comes after this section; what is compared and never assessed is told at the gate.
    const suppliers = completed(marketAssessment)?.suppliers
    const expected = drafted.map(({ id, text: requirement }) => ({ id, name: `${id} ${requirement.slice(0, 60)}` }))
    return products.flatMap(({ candidate, coverage }, index) => [
      ...(!suppliers || suppliers.some(({ id }) => id === candidate)
        ? []
        : [
            {
              pointer: `/products/${index}/candidate`,
              code: 'unknownCandidate',
              message: {
                sv: 'Leverantören finns inte i marknadsbedömningen. Lägg till den där först.',
                en: 'The supplier is not in the market assessment. Add it there first.',
              },
            },
          ]),
      ...(products.findIndex((other) => other.candidate === candidate) === index
        ? []
        : [
            {
              pointer: `/products/${index}/candidate`,
              code: 'comparedTwice',
              message: { sv: 'Lösningen jämförs två gånger. Ta bort en.', en: 'The solution is compared twice. Remove one.' },
            },
          ]),
      ...coverageProblems({
        pointer: `/products/${index}/coverage`,
        field: 'requirement',
        what: { sv: 'kravet', en: 'the requirement' },
        expected,
        named: coverage.map(({ requirement }) => requirement),
      }),
    ])
  },
})
