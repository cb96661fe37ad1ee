import { describe, expect, it } from 'vitest'
import { financialBenefit, qualitativeBenefit, reckoned } from '../testing/lines.ts'
import type { BenefitLine } from './benefit-line.ts'
import { differencesBetween, isRestated } from './differences.ts'

describe('differences', () => {
  it('say what a field was and is', () => {
    expect(differencesBetween(financialBenefit, { ...financialBenefit, perYear: { low: 100, likely: 150, high: 300 } })).toEqual([
      { field: 'perYear', from: { low: 100, likely: 200, high: 300 }, to: { low: 100, likely: 150, high: 300 } },
    ])
  })

  it('leave out the end where the field is empty', () => {
    const { owner: _, ...bare } = financialBenefit
    expect(differencesBetween(bare, financialBenefit)).toStrictEqual([{ field: 'owner', to: 'Verksamhetschefen' }])
    expect(differencesBetween(financialBenefit, bare)).toStrictEqual([{ field: 'owner', from: 'Verksamhetschefen' }])
  })

  it('do not mind in what order the parts of a field were written', () => {
    expect(differencesBetween(financialBenefit, { ...financialBenefit, perYear: { high: 300, low: 100, likely: 200 } })).toEqual(
      [],
    )
  })

  it('are not about reasons', () => {
    expect(
      differencesBetween(financialBenefit, { ...financialBenefit, changeReason: 'Nya priser', notMeasuredReason: 'För tidigt' }),
    ).toEqual([])
  })
})

describe('a line is restated', () => {
  const planned: BenefitLine = {
    ...qualitativeBenefit,
    measure: 'Andel',
    unit: '%',
    baselinePlan: { by: '2026-08-31', how: 'Enkät' },
  }

  it.each<[string, BenefitLine, BenefitLine, boolean]>([
    ['when a figure is another', financialBenefit, { ...financialBenefit, perYear: { low: 1, likely: 200, high: 300 } }, true],
    [
      'when a reckoned amount takes the place of a typed one',
      financialBenefit,
      { ...reckoned(financialBenefit), perYear: { low: 1, likely: 2, high: 3 } },
      true,
    ],
    [
      'not when only what it is reckoned on has moved its amounts',
      reckoned(financialBenefit),
      { ...reckoned(financialBenefit), perYear: { low: 1, likely: 2, high: 3 } },
      false,
    ],
    ['when something is taken away', financialBenefit, { ...financialBenefit, target: undefined }, true],
    ['when another organisation gains', financialBenefit, { ...financialBenefit, organisation: undefined }, true],
    ['not when something empty is filled in', qualitativeBenefit, planned, false],
    [
      'not when it is explained better',
      { ...financialBenefit, method: 'Grovt' },
      { ...financialBenefit, method: 'Räknat på fakturor' },
      false,
    ],
    [
      'not when the planned baseline has been taken',
      planned,
      { ...planned, baselinePlan: undefined, baseline: { value: 1, takenOn: '2026-08-30' } },
      false,
    ],
    ['when the plan for the baseline is given up', planned, { ...planned, baselinePlan: undefined }, true],
  ])('%s', (_, before, after, expected) => {
    expect(isRestated(before, after)).toBe(expected)
  })
})
