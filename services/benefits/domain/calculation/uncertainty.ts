import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import * as z from 'zod'
import { createPert, normalDistribution, quantileOf, triangular } from './distributions.ts'
import type { Choice } from './evaluate.ts'
import type { Model } from './model.ts'
import { createNetPresentValue } from './net-present-value.ts'
import { toOre } from './present-value.ts'

/** Öre. Nine times out of ten the net present value is above p10, one time in ten above p90. */
export const spread = z.object({
  p10: z.int(),
  p50: z.int(),
  p90: z.int(),
  mean: z.int(),
  /** The share of draws in which the net present value is zero or more. */
  probabilityNotNegative: z.number().min(0).max(1),
})
export type Spread = z.infer<typeof spread>

const spreadOf = (values: Float64Array): Spread => {
  const sorted = values.toSorted()
  const notNegative = sorted.reduce((count, value) => (value >= 0 ? count + 1 : count), 0)
  return {
    p10: toOre(quantileOf(sorted, 0.1)),
    p50: toOre(quantileOf(sorted, 0.5)),
    p90: toOre(quantileOf(sorted, 0.9)),
    mean: toOre(sorted.reduce((total, value) => total + value / sorted.length, 0)),
    probabilityNotNegative: notNegative / sorted.length,
  }
}

/** Box and Muller 1958; the first uniform is turned around so that it is never zero. */
const normalDraw = (uniform: () => number): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())

/**
 * Monte Carlo on the drivers and on the use: each draw gives every driver and every curve one place in its interval, the
 * same in all years, and adds up the net present value. Drivers of a correlated group share a common factor. The same
 * model, seed and number of draws give the same answer to the öre.
 *
 * @returns of money in hand alone, and together with freed resources valued in money.
 */
export const simulate = (model: Model): { readonly financial: Spread; readonly withFreedResources: Spread } => {
  const { seed, draws, lines, correlations } = model
  const generator = xoroshiro128plus(seed)
  const uniform = (): number => uniformFloat64(generator)
  const quantile = model.distribution === 'pert' ? createPert() : triangular
  const netPresentValue = createNetPresentValue(model)
  const coefficients = new Map(correlations.map(({ group, coefficient }) => [group, coefficient]))

  const common = new Map<string, number>()
  const places = lines.map(({ drivers }) => new Float64Array(drivers.length))
  const usePlaces = new Map<string, number>()
  const placeOf = (group: string | undefined): number => {
    const coefficient = group === undefined ? undefined : coefficients.get(group)
    if (group === undefined || coefficient === undefined) return uniform()
    const shared = common.get(group) ?? 0
    return normalDistribution(Math.sqrt(coefficient) * shared + Math.sqrt(1 - coefficient) * normalDraw(uniform))
  }
  const draw = (): void => {
    for (const group of coefficients.keys()) common.set(group, normalDraw(uniform))
    lines.forEach(({ drivers }, line) => {
      const ofLine = places[line]
      drivers.forEach(({ group }, index) => {
        if (ofLine) ofLine[index] = placeOf(group)
      })
    })
    for (const curve of model.curves.keys()) usePlaces.set(curve, uniform())
  }
  const choice: Choice = {
    driver: (value, line, driver) => quantile(value, places[line]?.[driver] ?? 0.5),
    usage: (share, curve) => quantile(share, usePlaces.get(curve) ?? 0.5),
  }

  const financial = new Float64Array(draws)
  const withFreedResources = new Float64Array(draws)
  for (let index = 0; index < draws; index += 1) {
    draw()
    const value = netPresentValue(choice)
    financial[index] = value.inHand
    withFreedResources[index] = value.withFreedResources
  }
  return { financial: spreadOf(financial), withFreedResources: spreadOf(withFreedResources) }
}
