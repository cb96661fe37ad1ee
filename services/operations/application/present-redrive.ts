import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { redriveId, timestamp } from '#contracts/ids.ts'
import { redriveEndings, redriveStatuses } from '../domain/redrive.ts'
import type { Redrive } from '../domain/redrive.ts'

const count = z.int().nonnegative()

export const redriveView = z.object({
  redriveId,
  service: z.string(),
  queue: z.string(),
  /** Left out when it is all that lay there when it was asked for. */
  messageIds: z.array(z.string()).optional(),
  ratePerSecond: z.int().positive(),
  reason: z.string(),
  requestedBy: author,
  requestedAt: timestamp,
  status: z.enum(redriveStatuses),
  /** How many it is about: the chosen ones, or those that lay there. */
  expected: count,
  /** At least so many are back in their inbox; a step that was cut off has not counted its own. */
  moved: count,
  /** Could not be moved, and lie where they lay. */
  failed: count,
  progressAt: timestamp,
  /** In the queue when it ended, what was set aside meanwhile included. */
  left: count.optional(),
  endedAt: timestamp.optional(),
  ending: redriveEndings.optional(),
})
export type RedriveView = z.infer<typeof redriveView>

export const presentRedrive = ({ failedIds, found, step: _, idleSteps: __, messageIds, ...redrive }: Redrive): RedriveView => ({
  ...redrive,
  ...(messageIds && { messageIds }),
  expected: messageIds?.length ?? found,
  failed: failedIds.length,
})
