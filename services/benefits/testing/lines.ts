import fc from 'fast-check'
import { benefitLineId, organisationId } from '#contracts/ids.ts'
import { benefitAreas, benefitKinds } from '#contracts/words.ts'
import type { BenefitLine } from '../domain/benefit-line.ts'

/** The id of the line with a number: a UUIDv7. */
export const idOf = (number: number) => benefitLineId.parse(`01930000-0000-7000-8000-${String(number).padStart(12, '0')}`)

const region = organisationId.parse('region-kalmar')

/** Money that is saved, with all that BP2 asks for. */
export const financialBenefit: BenefitLine = {
  id: idOf(1),
  side: 'benefit',
  name: 'Lägre portokostnad',
  kind: 'financial',
  area: 'efficiency',
  organisation: region,
  perYear: { low: 100, likely: 200, high: 300 },
  measure: 'Kostnad för porto per år',
  unit: 'kr',
  baseline: { value: 600, takenOn: '2026-05-15' },
  target: { value: 400, reachedOn: '2028-12-31' },
  owner: 'Verksamhetschefen',
}

export const qualitativeBenefit: BenefitLine = {
  id: idOf(2),
  side: 'benefit',
  name: 'Patienten vet att svaret har kommit',
  kind: 'qualitative',
  area: 'residents',
  organisation: region,
  level: 4,
  levelHorizonYears: 1,
  levelReason: 'Många ringer i dag och frågar.',
}

export const cost: BenefitLine = {
  id: idOf(3),
  side: 'cost',
  name: 'Tjänsten',
  kind: 'financial',
  area: 'efficiency',
  organisation: region,
  perYear: { low: 50, likely: 60, high: 70 },
}

/** The same line with its band reckoned from one sourced driver, as it must be from NV2. */
export const reckoned = (line: BenefitLine): BenefitLine => ({
  ...line,
  calculation: {
    method: 'amountPerYear',
    drivers: { perYear: { ...line.perYear, unit: 'orePerYear', source: 'Ekonomisystemet', takenOn: '2026-05-15' } },
  },
})

const interval = fc
  .array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 3, maxLength: 3 })
  .map((figures) => figures.toSorted((a, b) => a - b))
  .map(([low = 0, likely = 0, high = 0]) => ({ low, likely, high }))

/** Lines of every kind and side, whole or half filled in, now and then removed. */
const line = (id: BenefitLine['id']): fc.Arbitrary<BenefitLine> =>
  fc
    .record(
      {
        side: fc.constantFrom('benefit' as const, 'cost' as const),
        name: fc.constantFrom('Porto', 'Tid', 'Trygghet'),
        kind: fc.constantFrom(...benefitKinds),
        area: fc.constantFrom(...benefitAreas),
        perYear: fc.oneof(interval, fc.record({ likely: fc.integer({ min: 0, max: 1_000 }) })),
        level: fc.integer({ min: 1, max: 5 }),
        measure: fc.constantFrom('Andel', 'Antal'),
        isRemoved: fc.boolean(),
      },
      { requiredKeys: ['side', 'name'] },
    )
    .map((fields) => ({ id, ...fields }))

const mostLines = 12

/** Lines with different ids, of a small set of ids so that two lists share some. */
export const lineLists: fc.Arbitrary<BenefitLine[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: mostLines }), { maxLength: mostLines })
  .chain((numbers) => fc.tuple(...numbers.map((number) => line(idOf(number)))))
