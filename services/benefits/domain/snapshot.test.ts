import { expect, it } from 'vitest'
import { assessmentSnapshot } from '#contracts/assessment.ts'
import { digestOf } from '#lambda/digest.ts'
import { cost, financialBenefit, qualitativeBenefit } from '../testing/lines.ts'
import type { BenefitLine } from './benefit-line.ts'
import { exampleBenefitParameters } from '#counties/benefits/example-parameters.ts'
import { calculationOf, readReckoning, summarise } from './reckon.ts'
import { snapshotOf } from './snapshot.ts'

const complete = {
  kind: 'NV2' as const,
  version: 3,
  completedAt: '2026-11-20T08:00:00.000Z',
  completedBy: 'Maria Lindqvist',
  content: { summary: 'Bra', lines: [financialBenefit, { ...qualitativeBenefit, isRemoved: true, removalReason: 'Fel' }, cost] },
}
const measured = { [financialBenefit.id]: { count: 2, latest: { value: 500, measuredOn: '2026-10-31' } } }

const reckoning = readReckoning(complete.content, 'NV2', exampleBenefitParameters, '2026-11-20')
const calculation = summarise(reckoning, calculationOf(reckoning))

it('tells the phase of the lines that count, with what has been measured', () => {
  const snapshot = snapshotOf(complete, measured, calculation)
  expect(assessmentSnapshot.parse(snapshot)).toEqual(snapshot)
  expect(snapshot.lines.map(({ name }) => name)).toEqual(['Lägre portokostnad', 'Tjänsten'])
  expect(snapshot.lines[0]).toEqual({
    id: financialBenefit.id,
    side: 'benefit',
    name: 'Lägre portokostnad',
    kind: 'financial',
    area: 'efficiency',
    organisation: 'region-kalmar',
    perYear: { low: 100, likely: 200, high: 300 },
    measure: 'Kostnad för porto per år',
    unit: 'kr',
    hasBaseline: true,
    hasBaselinePlan: false,
    baseline: 600,
    target: 400,
    owner: 'Verksamhetschefen',
    measurements: 2,
    latestMeasurement: { value: 500, measuredOn: '2026-10-31' },
  })
  expect(snapshot.totals).toEqual({ financialBenefits: 200, redistributedBenefits: 0, costs: 60 })
  expect(snapshot.calculation).toMatchObject({
    discountRate: 0.03,
    horizonYears: 5,
    parameters: ['discount-2024', 'optimism-bias-2002'],
  })
})

it('tells of a line without money its level and how soon it is reached, where that has been said', () => {
  const told = (line: BenefitLine) =>
    snapshotOf({ ...complete, content: { ...complete.content, lines: [line] } }, {}, calculation).lines[0]
  expect(told(qualitativeBenefit)).toMatchObject({ level: 4, levelHorizonYears: 1 })
  expect(told({ ...qualitativeBenefit, levelHorizonYears: undefined })).not.toHaveProperty('levelHorizonYears')
})

it('is sealed by a digest of everything else in it', () => {
  const { digest, ...rest } = snapshotOf(complete, measured, calculation)
  expect(digest).toBe(digestOf(rest))
  expect(snapshotOf({ ...complete, version: 4 }, measured, calculation).digest).not.toBe(digest)
  expect(snapshotOf(complete, {}, calculation).digest).not.toBe(digest)
})
