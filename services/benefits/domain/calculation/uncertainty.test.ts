import { describe, expect, it } from 'vitest'
import { amountLine, modelOf } from '../../testing/models.ts'
import { createPert, normalDistribution, quantileOf, triangular } from './distributions.ts'
import type { ModelLine } from './model.ts'
import { simulate } from './uncertainty.ts'

const interval = { low: 100, likely: 250, high: 700 }
const evenly = (draws: number): number[] => Array.from({ length: draws }, (_, index) => (index + 0.5) / draws)
const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value / values.length, 0)

describe('distributions', () => {
  it('draws a triangle with mean (a + m + b) / 3', () => {
    expect(mean(evenly(100_000).map((u) => triangular(interval, u)))).toBeCloseTo((100 + 250 + 700) / 3, 2)
  })

  it('draws PERT with mean (a + 4m + b) / 6', () => {
    const pert = createPert()
    expect(mean(evenly(100_000).map((u) => pert(interval, u)))).toBeCloseTo((100 + 4 * 250 + 700) / 6, 1)
  })

  it('draws PERT with the variance of its beta distribution: (mean - a)(b - mean) / 7, within half a per cent', () => {
    const pert = createPert()
    const drawn = evenly(100_000).map((u) => pert(interval, u))
    const mid = (100 + 4 * 250 + 700) / 6
    const variance = mean(drawn.map((value) => (value - mid) ** 2))
    expect(variance / (((mid - 100) * (700 - mid)) / 7)).toBeCloseTo(1, 2)
  })

  it('stays within the interval, and on the only figure where there is one', () => {
    for (const quantile of [triangular, createPert()]) {
      expect([quantile(interval, 0), quantile(interval, 1)]).toEqual([100, 700])
      expect(quantile({ low: 5, likely: 5, high: 5 }, 0.3)).toBe(5)
    }
  })

  it('knows the normal distribution where tables have it', () => {
    expect(normalDistribution(0)).toBeCloseTo(0.5, 7)
    expect(normalDistribution(1.959_964)).toBeCloseTo(0.975, 6)
    expect(normalDistribution(-1.281_552)).toBeCloseTo(0.1, 6)
  })

  it('interpolates quantiles between the two nearest', () => {
    expect(quantileOf(Float64Array.of(1, 2, 3, 4), 0.1)).toBeCloseTo(1.3, 12)
  })
})

describe('Monte Carlo', () => {
  const benefit = (id: string, group?: string): ModelLine => ({
    ...amountLine({ id, side: 'benefit', perYear: interval, years: [0, 1] }),
    drivers: [{ key: 'perYear', value: interval, byYear: new Map(), group }],
  })
  const ten = (group?: string): ModelLine[] => Array.from({ length: 10 }, (_, index) => benefit(String(index), group))
  const draws = 20_000

  it('spreads a single driver as its distribution does', () => {
    const { financial } = simulate(modelOf([benefit('a')], { discountRate: 0, draws }))
    expect(Math.abs(financial.p10 - triangular(interval, 0.1))).toBeLessThan(4)
    expect(Math.abs(financial.p90 - triangular(interval, 0.9))).toBeLessThan(6)
    expect(Math.abs(financial.mean - 350)).toBeLessThan(4)
  })

  it('evens out drivers that have nothing to do with each other, and not those that go together', () => {
    const apart = simulate(modelOf(ten(), { discountRate: 0, draws })).financial
    const together = simulate(
      modelOf(ten('wages'), { discountRate: 0, draws, correlations: [{ group: 'wages', coefficient: 1 }] }),
    ).financial
    const width = ({ p10, p90 }: typeof apart): number => p90 - p10
    expect(width(together) / width(apart)).toBeGreaterThan(2.8)
    expect(Math.abs(together.p90 - 10 * triangular(interval, 0.9))).toBeLessThan(60)
  })

  it('tells how likely it is that the case does not lose', () => {
    const cost = amountLine({ id: 'cost', side: 'cost', perYear: { low: 350, likely: 350, high: 350 }, years: [0, 1] })
    const { financial } = simulate(modelOf([benefit('a'), cost], { discountRate: 0, draws }))
    // The share of a triangle from 100 over 250 to 700 above 350.
    const above = (700 - 350) ** 2 / ((700 - 100) * (700 - 250))
    expect(Math.abs(financial.probabilityNotNegative - above)).toBeLessThan(0.01)
  })
})
