import { choice, date, decimal, group, list, optional, prose, reference } from '#phase/field.ts'
import { coverageProblems } from '#phase/domain/coverage.ts'
import { defineSection } from '#phase/section.ts'
import { measuredBenefits } from '../domain/outcome.ts'

const limit = 1_000_000_000

export const measurements = defineSection({
  key: 'measurements',
  name: { sv: 'Mätningar', en: 'Measurements' },
  help: {
    sv: 'Varje mått i nyttovärderingarna: vad som lovades, vad som blev, och varför.',
    en: 'Every measure of the assessments: what was promised, what came, and why.',
  },
  component: 'acquisition',
  isMandatory: true,
  fields: {
    benefits: list({
      label: { sv: 'Nyttor', en: 'Benefits' },
      item: group({
        label: { sv: 'Nytta', en: 'Benefit' },
        fields: {
          benefit: reference({ label: { sv: 'Nytta', en: 'Benefit' }, source: 'benefits' }),
          baseline: decimal({ label: { sv: 'Före', en: 'Before' }, min: -limit, max: limit }),
          target: decimal({ label: { sv: 'Mål', en: 'Target' }, min: -limit, max: limit }),
          measured: decimal({ label: { sv: 'Uppmätt', en: 'Measured' }, min: -limit, max: limit }),
          measuredOn: date({ label: { sv: 'Mätt den', en: 'Measured on' } }),
          outcome: choice({
            label: { sv: 'Utfall', en: 'Outcome' },
            options: {
              reached: { sv: 'Nådd', en: 'Reached' },
              partly: { sv: 'Delvis nådd', en: 'Partly reached' },
              notReached: { sv: 'Inte nådd', en: 'Not reached' },
              tooEarly: { sv: 'För tidigt att säga', en: 'Too early to tell' },
            },
          }),
          why: prose({ label: { sv: 'Varför det blev så', en: 'Why it came out so' }, max: 1_000 }),
          nextOn: optional(date({ label: { sv: 'Nästa mätning', en: 'Next measurement' } })),
        },
      }),
    }),
    sideEffects: prose({
      label: { sv: 'Effekter som ingen hade räknat med', en: 'Effects that nobody had reckoned with' },
      help: { sv: 'Goda och dåliga, även för arbetsmiljön.', en: 'Good and bad, for the work environment too.' },
      max: 2_000,
    }),
  },
  rules: ({ benefits }, { dossier }) => [
    ...coverageProblems({
      pointer: '/benefits',
      field: 'benefit',
      what: { sv: 'nyttan', en: 'the benefit' },
      expected: measuredBenefits(dossier),
      named: benefits.map((row) => row.benefit),
    }),
    ...benefits.flatMap(({ measuredOn, outcome, nextOn }, index) => [
      ...(outcome === 'tooEarly' && nextOn === undefined
        ? [
            {
              pointer: `/benefits/${index}/nextOn`,
              code: 'nextMeasurementMissing',
              message: { sv: 'Ange när nyttan mäts nästa gång.', en: 'Give the day of the next measurement.' },
            },
          ]
        : []),
      ...(nextOn !== undefined && nextOn <= measuredOn
        ? [
            {
              pointer: `/benefits/${index}/nextOn`,
              code: 'datesOutOfOrder',
              message: {
                sv: 'Nästa mätning måste ligga efter den senaste.',
                en: 'The next measurement must lie after the latest.',
              },
            },
          ]
        : []),
      ...(dossier.rollout !== undefined && dossier.rollout.units.every(({ startedOn }) => measuredOn < startedOn)
        ? [
            {
              pointer: `/benefits/${index}/measuredOn`,
              code: 'beforeUse',
              message: {
                sv: 'Mätningen är gjord innan någon enhet hade börjat.',
                en: 'The measurement was made before any unit had begun.',
              },
            },
          ]
        : []),
    ]),
  ],
})
