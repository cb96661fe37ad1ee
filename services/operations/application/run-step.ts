import { anyEvent } from '#contracts/event.ts'
import { redriveContinued, redriveRequested } from '#contracts/events.ts'
import type { RedriveId } from '#contracts/ids.ts'
import { on } from '#lambda/inbox.ts'
import type { Consumed, Consumer } from '#lambda/inbox.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { heldBy } from '../domain/queue-status.ts'
import { afterStep, isChosen } from '../domain/redrive.ts'
import type { Redrive, StepOutcome } from '../domain/redrive.ts'
import { changeRedrive } from './change-redrive.ts'
import { findQueue } from './find-queue.ts'
import type { RedriveParts } from './operations-parts.ts'
import type { HeldMessage } from './queues.ts'

export interface StepParts extends RedriveParts {
  /** RFC 3339 in UTC. */
  readonly clock: () => string
  readonly pause: (milliseconds: number) => Promise<void>
}

/** Well within the time that the inbox function has, with what a call to a queue may take beside it. */
const stepMilliseconds = 4_000
const secondMilliseconds = 1_000
/** As many as one call to SQS gives. */
const mostAtOnce = 10

const eventIdOf = ({ messageId, text }: HeldMessage): string => {
  try {
    return anyEvent.parse(JSON.parse(text)).id
  } catch {
    return messageId
  }
}

/**
 * Moves chosen messages for some seconds, at most so many a second. Each is sent before it is deleted, so none is
 * lost wherever this is cut off; one that comes twice is known by its event's id. What follows a message that could
 * not be moved waits, if it is of the same case.
 */
const createMoveSome =
  ({ watched, queues, clock, pause }: StepParts) =>
  async (redrive: Redrive): Promise<StepOutcome> => {
    const { queue, ratePerSecond } = redrive
    const known = findQueue(watched, queue)
    const endsAt = Date.parse(clock()) + stepMilliseconds
    const timeLeft = (): number => endsAt - Date.parse(clock())
    const perMessage = secondMilliseconds / ratePerSecond
    const moved: string[] = []
    const failedIds: string[] = []
    const passedBy = new Set<string>()
    const heldBack = new Set<string>()

    const moveOne = async (message: HeldMessage, inbox: string): Promise<void> => {
      if (heldBack.has(message.group) || !isChosen(redrive, message)) {
        passedBy.add(message.messageId)
        return
      }
      try {
        await queues.move(message, queue, inbox)
        moved.push(eventIdOf(message))
      } catch {
        failedIds.push(message.messageId)
        heldBack.add(message.group)
        passedBy.add(message.messageId)
      }
      await pause(perMessage)
    }

    let isExhausted = known === undefined
    while (known && !isExhausted && timeLeft() > 0) {
      // What is taken and not moved in time stays hidden from the next step for a while.
      const room = Math.max(1, Math.floor(timeLeft() / perMessage))
      // oxlint-disable no-await-in-loop -- one after the other is what a rate means
      const taken = await queues.take(queue, Math.min(room, mostAtOnce))
      if (taken.length === 0) {
        const counts = await queues.count(queue)
        // What is hidden and not by us is in somebody's hands, and comes back.
        isExhausted = counts !== undefined && counts.inFlight <= passedBy.size && counts.waiting === 0
        break
      }
      for (const message of taken) await moveOne(message, known.service.inbox)
      // oxlint-enable no-await-in-loop
    }
    const counts = await queues.count(queue)
    return { moved, failedIds, isExhausted, left: counts ? heldBy(counts) : 0 }
  }

/** One step of a redrive, and the word to itself that the next is due - until nothing is left to move. */
export const createRedriveConsumers = (parts: StepParts): Consumer[] => {
  const moveSome = createMoveSome(parts)

  const runStep = async (id: RedriveId, step: number, context: Context): Promise<Consumed> => {
    const stored = await parts.redrives.find(id)
    // The step has been done, by this message when it came before.
    if (!stored || stored.redrive.status === 'ended' || stored.redrive.step !== step) return { kind: 'unchanged' }
    const isStopping = stored.redrive.status === 'stopping'
    const outcome = isStopping ? await nothingMoved(stored.redrive) : await moveSome(stored.redrive)
    return changeRedrive(parts.redrives, id, (redrive) => afterStep(redrive, step, outcome, context.now), context)
  }

  const nothingMoved = async ({ queue }: Redrive): Promise<StepOutcome> => {
    const counts = await parts.queues.count(queue)
    return { moved: [], failedIds: [], isExhausted: false, left: counts ? heldBy(counts) : 0 }
  }

  return [
    on(redriveRequested, ({ data }, context) => runStep(data.redriveId, 1, context)),
    on(redriveContinued, ({ data }, context) => runStep(data.redriveId, data.step, context)),
  ]
}
