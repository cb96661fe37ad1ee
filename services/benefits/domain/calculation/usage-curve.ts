import * as z from 'zod'
import { limits } from '../limits.ts'
import { figures, projectYear } from './driver.ts'
import type { ThreePoint } from './model.ts'

/** How large a share of those who could use the service do so, year by year: start, ramp, ceiling. */

const curveId = z.string().trim().min(1).max(40)
const name = z.string().trim().max(limits.nameCharacters).optional()

export const usageCurve = z.discriminatedUnion('form', [
  z.strictObject({
    id: curveId,
    name,
    form: z.literal('table'),
    /** Between two given years the share goes straight; before the first it is zero, after the last it stays. */
    years: z.array(z.strictObject({ year: projectYear, ...figures.shape })).max(limits.horizonYears + 1),
  }),
  z.strictObject({
    id: curveId,
    name,
    form: z.literal('logistic'),
    /** The share in the long run. */
    ceiling: figures,
    /** The project year, with decimals, in which half of the ceiling is reached. */
    midpointYear: z.number().min(0).max(limits.horizonYears).optional(),
    /** Years from a tenth to nine tenths of the ceiling. */
    rampYears: z.number().positive().max(limits.horizonYears).optional(),
    /** No use before this year. */
    startYear: projectYear.optional(),
  }),
])
export type UsageCurve = z.infer<typeof usageCurve>

/** The middle of a year stands for the year. */
const middle = 0.5

/** Fisher and Pry 1971: with k = ln 81 / ramp, the ramp is the time from a tenth to nine tenths. */
const logistic = (year: number, midpointYear: number, rampYears: number): number =>
  1 / (1 + Math.exp((-Math.log(81) / rampYears) * (year + middle - midpointYear)))

const scaled = ({ low, likely, high }: ThreePoint, share: number): ThreePoint => ({
  low: low * share,
  likely: likely * share,
  high: high * share,
})

const between = (a: ThreePoint, b: ThreePoint, part: number): ThreePoint => ({
  low: a.low + (b.low - a.low) * part,
  likely: a.likely + (b.likely - a.likely) * part,
  high: a.high + (b.high - a.high) * part,
})

const none: ThreePoint = { low: 0, likely: 0, high: 0 }

/** A curve whose figures are all there and in order. */
export type ReadCurve =
  | { readonly form: 'table'; readonly years: readonly { readonly year: number; readonly share: ThreePoint }[] }
  | {
      readonly form: 'logistic'
      readonly ceiling: ThreePoint
      readonly midpointYear: number
      readonly rampYears: number
      readonly startYear: number
    }

const fromTable = (given: Extract<ReadCurve, { form: 'table' }>['years'], year: number): ThreePoint => {
  const before = given.findLast((one) => one.year <= year)
  const after = given.find((one) => one.year > year)
  if (!before) return none
  if (!after) return before.share
  return between(before.share, after.share, (year - before.year) / (after.year - before.year))
}

/** The share of use in each project year from 0 to the horizon. */
export const sharesOf = (curve: ReadCurve, horizonYears: number): ThreePoint[] =>
  Array.from({ length: horizonYears + 1 }, (_, year) => {
    if (curve.form === 'table') return fromTable(curve.years, year)
    const { ceiling, midpointYear, rampYears, startYear } = curve
    return year < startYear ? none : scaled(ceiling, logistic(year, midpointYear, rampYears))
  })
