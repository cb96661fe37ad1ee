import * as z from 'zod'
import { author } from './actor.ts'
import { calendarDate, digest, timestamp } from './ids.ts'
import { stopReason } from './words.ts'

const common = { reason: z.string().trim().min(1).max(4_000) }

/** What each outcome must say: `revise` what is missing, `hold` until when, `stop` why by code. */
export const ruling = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('go'), ...common }),
  z.strictObject({
    outcome: z.literal('revise'),
    ...common,
    missing: z.array(z.string().trim().min(1).max(500)).min(1).max(20),
    /** At review: the date by which the supplier must remedy. */
    remedyBy: calendarDate.optional(),
  }),
  z.strictObject({ outcome: z.literal('hold'), ...common, wakeOn: calendarDate }),
  z.strictObject({ outcome: z.literal('stop'), ...common, stopReason }),
])
export type Ruling = z.infer<typeof ruling>

export const decision = z.object({
  ruling,
  decidedAt: timestamp,
  decidedBy: author,
  /** The office that gave the right to decide, and the line of the delegation order that says so. */
  office: z.string(),
  delegation: z.string(),
  evidenceDigest: digest,
})
export type Decision = z.infer<typeof decision>
