import * as z from 'zod'
import { likely } from './evaluate.ts'
import type { Choice } from './evaluate.ts'
import type { Model } from './model.ts'
import { createNetPresentValue } from './net-present-value.ts'
import { toOre } from './present-value.ts'

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

const ends = ['low', 'high'] as const

/** One figure at a time, those that move the result most first; figures that cannot vary are left out. */
export const tornadoOf = (model: Model): Influence[] => {
  const netPresentValues = createNetPresentValue(model)
  const netPresentValue = (choice: Choice): number => netPresentValues(choice).withFreedResources
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
