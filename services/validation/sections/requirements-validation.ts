import { choice, date, group, list, prose, reference } from '#phase/field.ts'
import { coverageProblems } from '#phase/domain/coverage.ts'
import { defineSection } from '#phase/section.ts'

export const requirementsValidation = defineSection({
  key: 'requirementsValidation',
  name: { sv: 'Validering av krav', en: 'Validation of requirements' },
  help: {
    sv: 'Varje krav i avtalet: uppfylls det i den färdiga lösningen, och hur vet ni det?',
    en: 'Each requirement of the contract: does the finished solution meet it, and how do you know?',
  },
  component: 'acquisition',
  isMandatory: true,
  writers: ['specialist'],
  fields: {
    requirements: list({
      label: { sv: 'Krav', en: 'Requirements' },
      max: 100,
      item: group({
        label: { sv: 'Krav', en: 'Requirement' },
        fields: {
          requirement: reference({ label: { sv: 'Krav', en: 'Requirement' }, source: 'requirements' }),
          outcome: choice({
            label: { sv: 'Utfall', en: 'Outcome' },
            options: {
              validated: { sv: 'Validerat', en: 'Validated' },
              notValidated: { sv: 'Inte validerat', en: 'Not validated' },
              notOffered: { sv: 'Ingick inte i anbudet', en: 'Not part of the tender' },
            },
          }),
          how: prose({ label: { sv: 'Hur', en: 'How' }, max: 400 }),
          by: choice({
            label: { sv: 'Av', en: 'By' },
            options: {
              operations: { sv: 'Verksamheten', en: 'Operations' },
              it: { sv: 'IT', en: 'IT' },
              mta: { sv: 'Medicinsk teknik', en: 'Medical technology' },
              supplier: { sv: 'Leverantören, granskat av oss', en: 'The supplier, reviewed by us' },
            },
          }),
          on: date({ label: { sv: 'Datum', en: 'Date' } }),
        },
      }),
    }),
  },
  rules: ({ requirements }, { dossier }) => {
    const contracted = dossier.procurement?.requirements ?? []
    return [
      ...coverageProblems({
        pointer: '/requirements',
        field: 'requirement',
        what: { sv: 'kravet', en: 'the requirement' },
        expected: contracted.map(({ id }) => ({ id, name: id })),
        named: requirements.map((row) => row.requirement),
      }),
      ...requirements.flatMap(({ requirement, outcome }, index) =>
        outcome === 'notOffered' && contracted.some(({ id, isMandatory }) => id === requirement && isMandatory)
          ? [
              {
                pointer: `/requirements/${index}/outcome`,
                code: 'mustBeOffered',
                message: {
                  sv: 'Ett ska-krav ingår alltid. Ange om det är validerat.',
                  en: 'A must-requirement is always part. State whether it is validated.',
                },
              },
            ]
          : [],
      ),
    ]
  },
})
