import * as z from 'zod'
import { driver } from './driver.ts'
import { lineMethodId } from './line-method.ts'

/** How a line's amounts are reckoned, in place of sums that somebody has typed. */
export const lineCalculation = z.strictObject({
  method: lineMethodId,
  drivers: z.record(z.string().max(40), driver),
  /** How it goes with the use: with those who use the service, with the rest, or until so many do (`share`). */
  usage: z
    .strictObject({
      curve: z.string().trim().max(40),
      effect: z.enum(['scales', 'scalesRest', 'until']),
      share: z.number().optional(),
    })
    .optional(),
})
export type LineCalculation = z.infer<typeof lineCalculation>
