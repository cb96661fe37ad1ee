import { describe, expect, it } from 'vitest'
import { amountLine, certain, modelOf } from '../../testing/models.ts'
import type { Model, ModelLine, ThreePoint } from './model.ts'
import { simulate } from './uncertainty.ts'

/** Monte Carlo held against what can be worked out without it: means, variances, quantiles and probabilities in closed form. */

const draws = 40_000
const settings: Partial<Model> = { discountRate: 0, draws, horizonYears: 1 }

/** Four standard errors: by chance a correct figure lies outside once in 15,000 times, and the seed is fixed. */
const isWithin = (actual: number, expected: number, standardDeviation: number): boolean =>
  Math.abs(actual - expected) <= (4 * standardDeviation) / Math.sqrt(draws)

const meanOf = ({ low, likely, high }: ThreePoint): number => (low + likely + high) / 3
const varianceOf = ({ low, likely, high }: ThreePoint): number =>
  (low ** 2 + likely ** 2 + high ** 2 - low * likely - low * high - likely * high) / 18

const pertMeanOf = ({ low, likely, high }: ThreePoint): number => (low + 4 * likely + high) / 6
const pertVarianceOf = (value: ThreePoint): number => ((pertMeanOf(value) - value.low) * (value.high - pertMeanOf(value))) / 7

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const intervals: readonly ThreePoint[] = Array.from({ length: 24 }, (_, index) => ({
  low: 10_000 * (index + 1),
  likely: 14_000 * (index + 1),
  high: 25_000 * (index + 1) + 60_000,
}))

const lineOf = (value: ThreePoint, index: number, side: ModelLine['side'] = 'benefit'): ModelLine =>
  amountLine({ id: String(index), side, perYear: value, years: [0, 1] })

const withDrivers = (...values: readonly (readonly [value: ThreePoint, group?: string])[]): ModelLine => ({
  ...lineOf(certain(0), 0),
  drivers: values.map(([value, group], index) => ({ key: String(index), value, byYear: new Map(), group })),
})

/** Between the tenth and the ninetieth percentile of the normal distribution, in standard deviations. */
const widthOfNormal = 2 * 1.281_551_565_5

describe('a sum of figures that have nothing to do with each other', () => {
  it.each([
    ['triangular', meanOf, varianceOf],
    ['pert', pertMeanOf, pertVarianceOf],
  ] as const)('%s: has the sum of their means and, being near normal, of their variances', (distribution, mean, variance) => {
    const { financial } = simulate(
      modelOf(
        intervals.map((value, index) => lineOf(value, index)),
        { ...settings, distribution },
      ),
    )
    const standardDeviation = Math.sqrt(total(intervals.map(variance)))
    expect(isWithin(financial.mean, total(intervals.map(mean)), standardDeviation)).toBe(true)
    expect((financial.p90 - financial.p10) / widthOfNormal / standardDeviation).toBeCloseTo(1, 1)
    expect(Math.abs((financial.p90 - financial.p10) / widthOfNormal / standardDeviation - 1)).toBeLessThan(0.02)
  })

  it('takes what costs away from what benefits give, and adds their variances all the same', () => {
    const lines = intervals.map((value, index) => lineOf(value, index, index % 2 === 0 ? 'benefit' : 'cost'))
    const { financial } = simulate(modelOf(lines, settings))
    const standardDeviation = Math.sqrt(total(intervals.map(varianceOf)))
    const mean = total(intervals.map((value, index) => (index % 2 === 0 ? 1 : -1) * meanOf(value)))
    expect(isWithin(financial.mean, mean, standardDeviation)).toBe(true)
    expect(Math.abs((financial.p90 - financial.p10) / widthOfNormal / standardDeviation - 1)).toBeLessThan(0.02)
  })
})

describe('two triangles from 0 over 1 to 2 million, which are the sum of four even distributions', () => {
  const million = 1_000_000
  const triangle: ThreePoint = { low: 0, likely: million, high: 2 * million }

  /** Irwin and Hall 1927: the share of sums of four numbers, each evenly spread from 0 to 1, below x. */
  const irwinHall = (x: number): number =>
    [1, -4, 6, -4, 1].reduce((share, coefficient, k) => share + (coefficient * Math.max(0, x - k) ** 4) / 24, 0)

  it('have its percentiles', () => {
    const { financial } = simulate(modelOf([lineOf(triangle, 0), lineOf(triangle, 1)], settings))
    const { p10, p50, p90 } = financial
    const sharesBelow = [p10, p50, p90].map((percentile) => irwinHall(percentile / million))
    for (const [index, share] of [0.1, 0.5, 0.9].entries())
      expect(isWithin(sharesBelow[index] ?? 0, share, Math.sqrt(share * (1 - share)))).toBe(true)
  })

  it('cover a cost as often as it says', () => {
    const cost = lineOf(certain(1.5 * million), 2, 'cost')
    const { financial } = simulate(modelOf([lineOf(triangle, 0), lineOf(triangle, 1), cost], settings))
    const covered = 1 - irwinHall(1.5)
    expect(isWithin(financial.probabilityNotNegative, covered, Math.sqrt(covered * (1 - covered)))).toBe(true)
  })
})

describe('a product of two figures', () => {
  const volume: ThreePoint = { low: 800, likely: 1_000, high: 1_700 }
  const price: ThreePoint = { low: 30_000, likely: 45_000, high: 50_000 }
  const spreadOfProduct = Math.sqrt(
    (varianceOf(volume) + meanOf(volume) ** 2) * (varianceOf(price) + meanOf(price) ** 2) - (meanOf(volume) * meanOf(price)) ** 2,
  )

  it('has the product of their means when they have nothing to do with each other', () => {
    const { financial } = simulate(modelOf([withDrivers([volume], [price])], settings))
    expect(isWithin(financial.mean, meanOf(volume) * meanOf(price), spreadOfProduct)).toBe(true)
  })

  it('has the mean of the square when they are one and the same', () => {
    const together: Partial<Model> = { ...settings, correlations: [{ group: 'both', coefficient: 1 }] }
    const { financial } = simulate(modelOf([withDrivers([volume, 'both'], [volume, 'both'])], together))
    const meanOfSquare = varianceOf(volume) + meanOf(volume) ** 2
    // The square is at most twice as widely spread as its slope at the greatest figure says.
    const spreadOfSquare = 2 * volume.high * Math.sqrt(varianceOf(volume))
    expect(isWithin(financial.mean, meanOfSquare, spreadOfSquare)).toBe(true)
    expect(isWithin(financial.mean, meanOf(volume) ** 2, spreadOfSquare)).toBe(false)
  })

  it('draws the use once for all years', () => {
    const use: ThreePoint = { low: 0.2, likely: 0.5, high: 0.6 }
    const line: ModelLine = {
      ...lineOf(certain(1_000_000), 0),
      usage: { curve: 'use', effect: 'scales', share: 0 },
      activeShare: [0, 1, 1, 1],
    }
    const curves = new Map([['use', [certain(0), use, use, use]]])
    const { financial } = simulate(modelOf([line], { ...settings, horizonYears: 3, curves }))
    const standardDeviation = 3_000_000 * Math.sqrt(varianceOf(use))
    expect(isWithin(financial.mean, 3_000_000 * meanOf(use), standardDeviation)).toBe(true)
    // The ninetieth percentile of three years is three times that of one, since they go together.
    const ninetieth = use.high - Math.sqrt(0.1 * (use.high - use.low) * (use.high - use.likely))
    expect(Math.abs(financial.p90 / (3_000_000 * ninetieth) - 1)).toBeLessThan(0.005)
  })
})
