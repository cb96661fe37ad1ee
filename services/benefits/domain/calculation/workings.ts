import * as z from 'zod'
import { usageFactor } from './evaluate.ts'
import type { Model, ModelLine, ThreePoint, UsageEffect } from './model.ts'
import { yearsOf } from './model.ts'
import { toOre } from './present-value.ts'

/** What a line's amounts are made of, so that a figure can be followed back to what it was reckoned from. */

const band = z.object({ low: z.int(), likely: z.int(), high: z.int() })
type Band = z.infer<typeof band>

export const workings = z.object({
  lineId: z.string(),
  /** In the calculation's price level; sums in öre, not always whole. */
  drivers: z.array(z.object({ key: z.string(), low: z.number(), likely: z.number(), high: z.number() })),
  /** What the product of the drivers is divided by. */
  divisor: z.number(),
  /** Öre for a whole year, before use: drivers multiplied and divided. */
  product: band,
  /** Öre for each year, use and running time included. */
  years: z.array(
    z.object({
      year: z.int(),
      ...band.shape,
      /** The share of the product that there is with the likely use; left out where the line does not go with use. */
      use: z.number().optional(),
      /** The part of the year in which it runs. */
      running: z.number(),
    }),
  ),
})
export type Workings = z.infer<typeof workings>

const figures = ['low', 'likely', 'high'] as const
type Figure = (typeof figures)[number]

/** A line that goes with those who do not use the service is least when use is greatest. */
const useFigure: Readonly<Record<UsageEffect, Readonly<Record<Figure, Figure>>>> = {
  scales: { low: 'low', likely: 'likely', high: 'high' },
  scalesRest: { low: 'high', likely: 'likely', high: 'low' },
  until: { low: 'high', likely: 'likely', high: 'low' },
}

const bandFrom = (figureOf: (figure: Figure) => number): Band => {
  const [low = 0, likely = 0, high = 0] = figures.map((figure) => toOre(figureOf(figure)))
  return { low, likely, high }
}

const productOf = ({ drivers, divisor }: ModelLine, figure: Figure, year?: number): number =>
  drivers.reduce((product, { value, byYear }) => {
    const of = year === undefined ? value : (byYear.get(year) ?? value)
    return product * of[figure]
  }, 1) / divisor

const factorOf = ({ usage }: ModelLine, share: ThreePoint | undefined, figure: Figure): number =>
  usage && share ? usageFactor(usage, share[useFigure[usage.effect][figure]]) : 1

const curveOf = ({ usage }: ModelLine, { curves }: Model): readonly ThreePoint[] | undefined => usage && curves.get(usage.curve)

/** Öre per year in the last year of the horizon, when the use is what it will be; however long the line itself runs. */
export const bandOf = (line: ModelLine, model: Model): Band => {
  const share = curveOf(line, model)?.at(-1)
  return bandFrom((figure) => productOf(line, figure) * factorOf(line, share, figure))
}

export const workingsOf = (model: Model): Workings[] =>
  model.lines.map((line) => {
    const shares = curveOf(line, model)
    return {
      lineId: line.id,
      drivers: line.drivers.map(({ key, value: { low, likely, high } }) => ({ key, low, likely, high })),
      divisor: line.divisor,
      product: bandFrom((figure) => productOf(line, figure)),
      years: yearsOf(model).map((year) => {
        const running = line.activeShare[year] ?? 0
        const share = shares?.[year]
        return {
          year,
          ...bandFrom((figure) => productOf(line, figure, year) * factorOf(line, share, figure) * running),
          ...(share && { use: factorOf(line, share, 'likely') }),
          running,
        }
      }),
    }
  })
