import { date, group, integer, list, optional, prose, text } from '#phase/field.ts'
import { coverageProblems } from '#phase/domain/coverage.ts'
import { defineSection } from '#phase/section.ts'
import { asExpected } from '../domain/units.ts'
import { plan } from './plan.ts'

export const goLive = defineSection({
  key: 'goLive',
  name: { sv: 'Driftstart', en: 'Go-live' },
  help: {
    sv: 'När varje enhet började och hur många som använder tjänsten.',
    en: 'When each unit began and how many use the service.',
  },
  component: 'acquisition',
  isMandatory: true,
  fields: {
    units: list({
      label: { sv: 'Enheter', en: 'Units' },
      max: 100,
      item: group({
        label: { sv: 'Enhet', en: 'Unit' },
        fields: {
          unit: text({ label: { sv: 'Enhet', en: 'Unit' }, help: { sv: 'Som i planen.', en: 'As in the plan.' }, max: 120 }),
          startedOn: date({ label: { sv: 'Började', en: 'Began' } }),
          users: integer({ label: { sv: 'Användare nu', en: 'Users now' } }),
          measuredOn: date({ label: { sv: 'Räknat den', en: 'Counted on' } }),
          incidents: optional(
            prose({
              label: { sv: 'Avvikelser', en: 'Incidents' },
              help: { sv: 'Utan uppgifter om enskilda patienter.', en: 'Without information about single patients.' },
              max: 600,
            }),
          ),
        },
      }),
    }),
  },
  rules: ({ units }, { completed }) => [
    ...coverageProblems({
      pointer: '/units',
      field: 'unit',
      what: { sv: 'enheten', en: 'the unit' },
      expected: asExpected(completed(plan)?.units ?? []),
      named: units.map((row) => row.unit),
    }),
    ...units.flatMap(({ startedOn, measuredOn }, index) =>
      measuredOn < startedOn
        ? [
            {
              pointer: `/units/${index}/measuredOn`,
              code: 'datesOutOfOrder',
              message: {
                sv: 'Användarna kan inte räknas innan enheten började.',
                en: 'The users cannot be counted before the unit began.',
              },
            },
          ]
        : [],
    ),
  ],
})
