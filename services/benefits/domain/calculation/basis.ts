import * as z from 'zod'
import type { BenefitParameters } from '#counties/benefits/parameters.ts'
import { calendarDate } from '#contracts/ids.ts'
import { limits } from '../limits.ts'
import { usageCurve } from './usage-curve.ts'
import { rowAt } from './valid-at.ts'

/** What all lines of an assessment are reckoned on. A draft may leave out any of it: see `basisOf`. */
export const calculationBasis = z.strictObject({
  /** The first day of year 0. */
  investmentStartsOn: calendarDate.optional(),
  horizonYears: z.int().min(1).max(limits.horizonYears).optional(),
  /** The one price level of the whole calculation. */
  priceYear: z.int().min(2000).max(2100).optional(),
  /** The day whose rows of the county's parameters hold. */
  parametersOn: calendarDate.optional(),
  distribution: z.enum(['triangular', 'pert']).optional(),
  seed: z.int().min(0).max(2_147_483_647).optional(),
  correlations: z
    .array(z.strictObject({ group: z.string().trim().min(1).max(40), coefficient: z.number().min(0).max(1) }))
    .max(limits.correlations)
    .optional(),
  curves: z.array(usageCurve).max(limits.curves).optional(),
})
export type CalculationBasis = z.infer<typeof calculationBasis>

/** A basis with nothing left out. */
export type WholeBasis = { readonly [Field in keyof CalculationBasis]-?: Exclude<CalculationBasis[Field], undefined> }

/** The same for every assessment that has not chosen one: a draw is to be repeated, not to be secret. */
const defaultSeed = 20_260_101

/**
 * What is left out is filled in: from today on, in today's prices, with the rows that hold today and the county's
 * horizon. An assessment that is marked complete keeps all of it.
 */
export const basisOf = (given: CalculationBasis | undefined, parameters: BenefitParameters, today: string): WholeBasis => {
  const parametersOn = given?.parametersOn ?? today
  const year = Number(today.slice(0, 4))
  // Every county has at least one horizon; one that does not hold yet is better than none.
  const horizon = rowAt(parameters.horizons, parametersOn) ?? parameters.horizons[0]
  return {
    investmentStartsOn: given?.investmentStartsOn ?? `${year}-01-01`,
    horizonYears: given?.horizonYears ?? horizon?.years ?? 1,
    priceYear: given?.priceYear ?? year,
    parametersOn,
    distribution: given?.distribution ?? 'triangular',
    seed: given?.seed ?? defaultSeed,
    correlations: given?.correlations ?? [],
    curves: given?.curves ?? [],
  }
}
