import { describe, expect, it } from 'vitest'
import { financialBenefit, qualitativeBenefit } from '../testing/lines.ts'
import { activeLines, baselineOf, benefitLine, estimateOf, hasBaselinePlan, withoutBlanks } from './benefit-line.ts'
import { limits } from './limits.ts'

describe('a line', () => {
  it('may be as unfinished as a side and a name', () => {
    const { id, side, name } = financialBenefit
    expect(benefitLine.safeParse({ id, side, name }).success).toBe(true)
    expect(benefitLine.safeParse({ id, side }).success).toBe(false)
    expect(benefitLine.safeParse({ id, side, name: ' ' }).success).toBe(false)
  })

  it.each([
    ['an amount in part öre', { perYear: { likely: 0.5 } }],
    ['a negative amount', { perYear: { low: -1 } }],
    ['an amount beyond the limit', { perYear: { high: limits.amountOre + 1 } }],
    ['a level outside 1-5', { level: 6 }],
    ['a horizon of no years', { horizonYears: 0 }],
    ['a level reached later than the scale looks', { levelHorizonYears: 3 }],
    ['a day that does not exist', { startsOn: '2026-02-30' }],
    ['a field that does not exist', { probability: 0.5 }],
    ['a too long name', { name: 'x'.repeat(limits.nameCharacters + 1) }],
  ])('refuses %s', (_, fields) => {
    expect(benefitLine.safeParse({ ...financialBenefit, ...fields }).success).toBe(false)
  })
})

describe('an estimate', () => {
  it('is there only when low, likely and high are', () => {
    expect(estimateOf(financialBenefit)).toEqual({ low: 100, likely: 200, high: 300 })
    expect(estimateOf({ ...financialBenefit, perYear: { low: 0, likely: 0 } })).toBeUndefined()
    expect(estimateOf({ ...financialBenefit, perYear: { low: 0, likely: 0, high: 0 } })).toEqual({ low: 0, likely: 0, high: 0 })
  })

  it('is never there for a qualitative line, whatever the draft says', () => {
    expect(estimateOf({ ...qualitativeBenefit, perYear: { low: 1, likely: 2, high: 3 } })).toBeUndefined()
  })
})

describe('baseline and plan', () => {
  it('count when both of their parts are given, a value of nought too', () => {
    expect(baselineOf({ ...financialBenefit, baseline: { value: 0, takenOn: '2026-05-15' } })).toEqual({
      value: 0,
      takenOn: '2026-05-15',
    })
    expect(baselineOf({ ...financialBenefit, baseline: { value: 1 } })).toBeUndefined()
    expect(hasBaselinePlan({ ...financialBenefit, baselinePlan: { by: '2026-12-01' } })).toBe(false)
    expect(hasBaselinePlan({ ...financialBenefit, baselinePlan: { by: '2026-12-01', how: 'Tidmätning' } })).toBe(true)
  })
})

describe('what a form sends empty', () => {
  it('is left out, and everything else is kept', () => {
    const sent = {
      ...financialBenefit,
      unit: '',
      baseline: {},
      target: { value: 0 },
      baselinePlan: { how: '' },
      method: undefined,
    }
    const { unit: _, baseline: __, ...rest } = financialBenefit
    expect(withoutBlanks(sent)).toStrictEqual({ ...rest, target: { value: 0 } })
  })
})

it('counts lines that are not removed', () => {
  expect(activeLines([financialBenefit, { ...qualitativeBenefit, isRemoved: true }])).toEqual([financialBenefit])
  expect(activeLines([{ ...qualitativeBenefit, isRemoved: false }])).toHaveLength(1)
})
