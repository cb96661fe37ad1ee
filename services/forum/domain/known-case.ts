import * as z from 'zod'
import { caseHeader } from '#contracts/case-header.ts'
import type { CaseHeader } from '#contracts/case-header.ts'
import { forumFeedback } from '#contracts/forum-feedback.ts'
import { timestamp } from '#contracts/ids.ts'
import { phase as phaseWord, phases, stopReason } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { applied, unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'

/** How the case fares in its phase, in words that everybody may read: never why, nor anything of a procurement. */
export const caseStanding = z.discriminatedUnion('status', [
  z.object({ status: z.literal('ongoing'), asOf: timestamp }),
  z.object({ status: z.literal('onHold'), asOf: timestamp }),
  z.object({ status: z.literal('stopped'), asOf: timestamp, reason: stopReason.optional() }),
  z.object({ status: z.literal('completed'), asOf: timestamp, feedback: forumFeedback.optional() }),
])
export type CaseStanding = z.infer<typeof caseStanding>

/** What the forum knows of a case: enough to say whose it is and how far it has come. */
export const knownCase = z.object({
  case: caseHeader,
  phase: phaseWord,
  /** Left out until something has been told of it: then it goes on. */
  standing: caseStanding.optional(),
})
export type KnownCase = z.infer<typeof knownCase>

/** News of a phase that the case has left, or of the phase that it is known to be in, changes nothing. */
export const followCase = (
  known: KnownCase | undefined,
  { header, phase }: { header: CaseHeader; phase: Phase },
): Transition<KnownCase, never> =>
  known && phases.indexOf(phase) <= phases.indexOf(known.phase) ? unchanged : applied({ ...known, case: header, phase })

/** Late news of how a case fares changes nothing, nor does news of a case that nobody has told of. */
export const caseFares = (known: KnownCase | undefined, standing: CaseStanding): Transition<KnownCase, never> =>
  known === undefined || (known.standing && known.standing.asOf >= standing.asOf) ? unchanged : applied({ ...known, standing })
