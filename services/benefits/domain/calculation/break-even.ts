import * as z from 'zod'
import { createEvaluation, likely, signOf } from './evaluate.ts'
import type { Model } from './model.ts'
import { discountFactor } from './present-value.ts'

/**
 * The share of use from which the service gives as much as it costs (0 to 1); left out where none does, or where nothing
 * goes with the use. Freed resources counted, likely figures.
 */
export const breakEven = z.object({
  /** In the last year of the horizon, when all is running: net(u) = N u (a - d) - F. */
  inLastYear: z.number().min(0).max(1).optional(),
  /** Over the whole horizon in present value, with that use in every year after the investment. */
  overHorizon: z.number().min(0).max(1).optional(),
})
export type BreakEven = z.infer<typeof breakEven>

const netAt = (model: Model, weightOf: (year: number) => number): ((use: number) => number) => {
  const evaluate = createEvaluation(model)
  return (use) => {
    let net = 0
    evaluate({ ...likely, usage: (share) => (share.high === 0 ? 0 : use) }, (line, year, amount) => {
      const of = model.lines[line]
      if (of) net += signOf(of) * amount * weightOf(year)
    })
    return net
  }
}

/** Uses at which something jumps: between two of them the net is a straight line. */
const cornersOf = (model: Model): number[] =>
  [...new Set([0, 1, ...model.lines.flatMap(({ usage }) => (usage?.effect === 'until' ? [usage.share] : []))])].toSorted(
    (a, b) => a - b,
  )

const decimals = 6

/** Just below a corner, to see the straight line before the jump. */
const justBelow = (corner: number): number => corner - 1e-9

const lowestUse = (corners: readonly number[], net: (use: number) => number): number | undefined => {
  for (const [index, from] of corners.slice(0, -1).entries()) {
    const to = corners[index + 1] ?? 1
    const atFrom = net(from)
    if (atFrom >= 0) return from
    const atTo = net(to === 1 ? to : justBelow(to))
    if (atTo >= 0) return Number((from + ((to - from) * -atFrom) / (atTo - atFrom)).toFixed(decimals))
  }
  return net(1) >= 0 ? 1 : undefined
}

/** PTS and Digitaliseringsrådet (2019): use is the first driver of benefit, as long as the old way is kept as well. */
export const breakEvenOf = (model: Model): BreakEven => {
  if (!model.lines.some(({ usage }) => usage)) return {}
  const corners = cornersOf(model)
  const inLastYear = lowestUse(
    corners,
    netAt(model, (year) => (year === model.horizonYears ? 1 : 0)),
  )
  const overHorizon = lowestUse(
    corners,
    netAt(model, (year) => discountFactor(model.discountRate, year)),
  )
  return { ...(inLastYear !== undefined && { inLastYear }), ...(overHorizon !== undefined && { overHorizon }) }
}
