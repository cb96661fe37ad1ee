import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { needId, timestamp } from '#contracts/ids.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import { forumLimits } from '../forum-limits.ts'
import { interestId } from '../needs/interest.ts'

/** What somebody thinks should not stand in the forum, and what its facilitator made of it. */

const reason = z.string().trim().min(1).max(forumLimits.reasonCharacters)

/** What is reported. An interest is the message in it: only the need's organisation sees one. */
export const reportedThing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('need'), id: needId }),
  z.strictObject({ kind: z.literal('interest'), id: needId, interestId }),
  z.strictObject({ kind: z.enum(['team', 'call', 'focusGroup']), id: z.uuid() }),
])
export type ReportedThing = z.infer<typeof reportedThing>

export const reportBody = z.strictObject({ about: reportedThing, reason })

export const reportOutcomes = ['hidden', 'dismissed'] as const
export const reportDecision = z.strictObject({ outcome: z.enum(reportOutcomes), reason })
export type ReportDecision = z.infer<typeof reportDecision>

export const report = z.object({
  reportId: z.uuid(),
  about: reportedThing,
  /** As it was called when it was reported. */
  title: z.string(),
  reason: z.string(),
  reportedBy: author,
  reportedAt: timestamp,
  decided: reportDecision.extend({ by: author, at: timestamp }).optional(),
})
export type Report = z.infer<typeof report>

export const decideReport = (
  before: Report,
  decided: NonNullable<Report['decided']>,
): Transition<Report, 'reportDecidedAlready'> => {
  if (!before.decided) return applied({ ...before, decided })
  const isSame = before.decided.outcome === decided.outcome && before.decided.reason === decided.reason
  return isSame ? unchanged : refused('reportDecidedAlready')
}
