import * as z from 'zod'
import { createEvaluation, likely, signOf } from './evaluate.ts'
import type { Choice } from './evaluate.ts'
import type { Model } from './model.ts'
import { discountFactor, toOre } from './present-value.ts'

/** What one figure does to the whole: öre, freed resources counted. */
export const influence = z.object({
  /** A driver of a line, or a curve of use. */
  lineId: z.string().optional(),
  driver: z.string().optional(),
  curve: z.string().optional(),
  /** Net present value with this figure at its low and its high end and all others likely. */
  atLow: z.int(),
  atHigh: z.int(),
})
export type Influence = z.infer<typeof influence>

/** The net present value under a choice, unrounded, freed resources counted. */
export const createNetPresentValue = (model: Model): ((choice: Choice) => number) => {
  const evaluate = createEvaluation(model)
  return (choice) => {
    let value = 0
    evaluate(choice, (line, year, amount) => {
      const of = model.lines[line]
      if (of) value += signOf(of) * amount * discountFactor(model.discountRate, year)
    })
    return value
  }
}

const ends = ['low', 'high'] as const

/** One figure at a time, those that move the result most first; figures that cannot vary are left out. */
export const tornadoOf = (model: Model): Influence[] => {
  const netPresentValue = createNetPresentValue(model)
  const ofDrivers = model.lines.flatMap(({ id, drivers }, line) =>
    drivers.map(({ key }, driver): Influence => {
      const [atLow, atHigh] = ends.map((end) =>
        toOre(
          netPresentValue({
            ...likely,
            driver: (value, atLine, atDriver) => value[atLine === line && atDriver === driver ? end : 'likely'],
          }),
        ),
      )
      return { lineId: id, driver: key, atLow: atLow ?? 0, atHigh: atHigh ?? 0 }
    }),
  )
  const ofCurves = [...model.curves.keys()].map((curve): Influence => {
    const [atLow, atHigh] = ends.map((end) =>
      toOre(netPresentValue({ ...likely, usage: (share, of) => share[of === curve ? end : 'likely'] })),
    )
    return { curve, atLow: atLow ?? 0, atHigh: atHigh ?? 0 }
  })
  const reach = ({ atLow, atHigh }: Influence): number => Math.abs(atHigh - atLow)
  return [...ofDrivers, ...ofCurves].filter((one) => reach(one) > 0).toSorted((a, b) => reach(b) - reach(a))
}
