import { date, group, integer, list, prose, text } from '#phase/field.ts'
import { coverageProblems } from '#phase/domain/coverage.ts'
import { defineSection } from '#phase/section.ts'
import { asExpected } from '../domain/units.ts'
import { plan } from './plan.ts'

export const training = defineSection({
  key: 'training',
  name: { sv: 'Utbildning', en: 'Training' },
  help: {
    sv: 'Hur stor del av medarbetarna i varje enhet som är utbildade.',
    en: 'How large a share of the staff of each unit is trained.',
  },
  component: 'needUnderstanding',
  isMandatory: true,
  fields: {
    units: list({
      label: { sv: 'Enheter', en: 'Units' },
      max: 100,
      item: group({
        label: { sv: 'Enhet', en: 'Unit' },
        fields: {
          unit: text({ label: { sv: 'Enhet', en: 'Unit' }, help: { sv: 'Som i planen.', en: 'As in the plan.' }, max: 120 }),
          staff: integer({ label: { sv: 'Medarbetare', en: 'Staff' }, min: 1, max: 100_000 }),
          trained: integer({ label: { sv: 'Utbildade', en: 'Trained' }, max: 100_000 }),
          lastOn: date({ label: { sv: 'Senaste tillfället', en: 'Last occasion' } }),
        },
      }),
    }),
    newcomers: prose({ label: { sv: 'Hur nya medarbetare utbildas', en: 'How new staff are trained' }, max: 1_000 }),
  },
  rules: ({ units }, { completed }) => [
    ...coverageProblems({
      pointer: '/units',
      field: 'unit',
      what: { sv: 'enheten', en: 'the unit' },
      expected: asExpected(completed(plan)?.units ?? []),
      named: units.map((row) => row.unit),
    }),
    ...units.flatMap(({ staff, trained }, index) =>
      trained > staff
        ? [
            {
              pointer: `/units/${index}/trained`,
              code: 'moreThanAll',
              message: {
                sv: 'Fler är utbildade än enheten har. Rätta antalet.',
                en: 'More are trained than the unit holds. Correct the number.',
              },
            },
          ]
        : [],
    ),
  ],
})
