import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cost, financialBenefit, idOf, lineLists, qualitativeBenefit } from '../testing/lines.ts'
import { estimateOf, isActive } from './benefit-line.ts'
import type { BenefitLine, Estimate } from './benefit-line.ts'
import { likelySumsOf, totalsOf } from './totals.ts'

const freedTime: BenefitLine = {
  ...financialBenefit,
  id: idOf(4),
  kind: 'redistributed',
  perYear: { low: 1_000, likely: 2_000, high: 3_000 },
}
const ownTime: BenefitLine = { ...cost, id: idOf(5), kind: 'redistributed', perYear: { low: 5, likely: 6, high: 7 } }

const plus = (a: Estimate, b: Estimate): Estimate => ({ low: a.low + b.low, likely: a.likely + b.likely, high: a.high + b.high })

describe('totals', () => {
  it('keep money in hand, freed resource and what is not priced apart', () => {
    expect(totalsOf([financialBenefit, qualitativeBenefit, cost, freedTime, ownTime])).toEqual({
      financial: {
        benefits: { low: 100, likely: 200, high: 300 },
        costs: { low: 50, likely: 60, high: 70 },
        net: { low: 30, likely: 140, high: 250 },
      },
      redistributed: { benefits: { low: 1_000, likely: 2_000, high: 3_000 }, costs: { low: 5, likely: 6, high: 7 } },
      qualitative: { benefits: 1, costs: 0 },
    })
  })

  it('leave out removed lines and half intervals', () => {
    expect(
      totalsOf([
        { ...financialBenefit, isRemoved: true },
        { ...cost, perYear: { likely: 60 } },
      ]),
    ).toEqual(totalsOf([]))
  })

  it('of two lists together are the sums of the totals of each, in any order', () => {
    fc.assert(
      fc.property(lineLists, lineLists, (first, second) => {
        const [a, b, both] = [totalsOf(first), totalsOf(second), totalsOf([...second, ...first])]
        expect(both.financial.benefits).toEqual(plus(a.financial.benefits, b.financial.benefits))
        expect(both.financial.costs).toEqual(plus(a.financial.costs, b.financial.costs))
        expect(both.financial.net).toEqual(plus(a.financial.net, b.financial.net))
        expect(both.redistributed.benefits).toEqual(plus(a.redistributed.benefits, b.redistributed.benefits))
        expect(both.redistributed.costs).toEqual(plus(a.redistributed.costs, b.redistributed.costs))
        expect(both.qualitative.benefits).toBe(a.qualitative.benefits + b.qualitative.benefits)
        expect(both.qualitative.costs).toBe(a.qualitative.costs + b.qualitative.costs)
      }),
    )
  })

  it('never order the net the wrong way round', () => {
    fc.assert(
      fc.property(lineLists, (lines) => {
        const { low, likely, high } = totalsOf(lines).financial.net
        expect(low).toBeLessThanOrEqual(likely)
        expect(likely).toBeLessThanOrEqual(high)
      }),
    )
  })

  it('count no freed resource as money in hand', () => {
    fc.assert(
      fc.property(lineLists, (lines) => {
        const money = lines.filter(({ kind }) => kind === 'financial')
        expect(totalsOf(lines).financial).toEqual(totalsOf(money).financial)
      }),
    )
  })
})

describe('what a gate weighs', () => {
  it('is likely sums, with own time among the costs', () => {
    expect(likelySumsOf([financialBenefit, qualitativeBenefit, cost, freedTime, ownTime])).toEqual({
      financialBenefits: 200,
      redistributedBenefits: 2_000,
      costs: 66,
    })
  })

  it('is every likely figure of an active line that is given in money, once', () => {
    fc.assert(
      fc.property(lineLists, (lines) => {
        const { financialBenefits, redistributedBenefits, costs } = likelySumsOf(lines)
        const expected = lines.filter(isActive).reduce((sum, line) => sum + (estimateOf(line)?.likely ?? 0), 0)
        expect(financialBenefits + redistributedBenefits + costs).toBe(expected)
      }),
    )
  })
})
