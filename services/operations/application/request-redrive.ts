import * as z from 'zod'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { redriveId } from '#contracts/ids.ts'
import { applied, refused } from '#lambda/outcome.ts'
import type { Applied, Refused } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { heldBy } from '../domain/queue-status.ts'
import { limits, messageId, requestRedrive } from '../domain/redrive.ts'
import type { Redrive } from '../domain/redrive.ts'
import { findQueue } from './find-queue.ts'
import type { RedriveParts } from './operations-parts.ts'
import { presentRedrive } from './present-redrive.ts'
import type { QueueUse } from './redrive-repository.ts'

/** What is asked for: named messages or all, how fast, and why - which the journal keeps. */
export const redriveBody = z.strictObject({
  queue: z.string().min(1).max(100),
  messageIds: z.array(messageId).min(1).max(limits.chosenMessages).optional(),
  all: z.literal(true).optional(),
  ratePerSecond: z.int().min(limits.leastRate).max(limits.greatestRate).default(limits.usualRate),
  reason: z.string().trim().min(1).max(limits.reasonLength),
})
export type RedriveBody = z.infer<typeof redriveBody>

interface Asked {
  readonly use: QueueUse
  readonly redrive?: Redrive
}

/**
 * Has the messages of a dead-letter queue run again: some or all of them, at most so many a second. Answers as soon
 * as that is on record; the moving is done in steps by the inbox (run-step.ts). Refused, and nothing done, when the
 * queue is none of the county's, holds no events, cannot be read, is empty, or is being redriven already.
 */
export const createRequestRedrive =
  ({ watched, queues, redrives }: RedriveParts) =>
  async (body: RedriveBody, actor: Actor, context: Context) => {
    const known = findQueue(watched, body.queue)
    if (!known) return refused('queueNotFound')
    if (known.purpose === 'inbox') return refused('queueNotDeadLetters')
    if (known.purpose !== 'deadLetters') return refused('queueNotRedrivable')
    if ((body.messageIds === undefined) === (body.all === undefined)) return refused('choiceUnclear')
    const counts = await queues.count(body.queue)
    if (!counts) return refused('queueUnreadable')
    const found = heldBy(counts)
    if (found === 0) return refused('nothingToRedrive')

    const { state, facts } = requestRedrive(
      {
        redriveId: redriveId.parse(context.newId()),
        service: known.service.name,
        queue: body.queue,
        messageIds: body.messageIds,
        ratePerSecond: body.ratePerSecond,
        reason: body.reason,
        requestedBy: authorOf(actor),
        found,
      },
      context.now,
    )
    return perform(
      {
        load: async (): Promise<Asked> => ({ use: await redrives.findUse(body.queue) }),
        decide: ({ use }): Applied<Asked> | Refused<'redriveUnderWay'> =>
          use.redriveId === undefined ? applied({ use, redrive: state }, ...facts) : refused('redriveUnderWay'),
        save: ({ use }, change, once) =>
          redrives.save(
            { redrive: state, version: 0, use: { ...use, redriveId: state.redriveId }, facts: change.facts, once },
            context,
          ),
        present: () => ({ value: presentRedrive(state) }),
      },
      context,
    )
  }
