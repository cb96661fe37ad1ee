import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import type { Author } from '#contracts/actor.ts'
import { fact } from '#contracts/event.ts'
import type { Fact } from '#contracts/event.ts'
import { redriveContinued, redriveEnded, redriveRequested, redriveStopRequested } from '#contracts/events.ts'
import { redriveId, timestamp } from '#contracts/ids.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'

/** Messages of one dead-letter queue on their way back to the inbox that they came from. */

export const redriveStatuses = ['running', 'stopping', 'ended'] as const
export const redriveEndings = redriveEnded.data.shape.ending

/** A message's id in SQS, which is a UUID; MiniStack and others have their own. */
export const messageId = z.stringFormat('messageId', /^[\w-]{1,100}$/)

export const limits = { chosenMessages: 100, reasonLength: 500, leastRate: 1, greatestRate: 50, usualRate: 5 } as const

export const redrive = z.object({
  redriveId,
  service: z.string(),
  queue: z.string(),
  /** Left out: all that lay there when it was asked for. */
  messageIds: z.array(messageId).optional(),
  ratePerSecond: z.int(),
  reason: z.string(),
  requestedBy: author,
  requestedAt: timestamp,
  /** How many lay in the queue then. */
  found: z.int(),
  status: z.enum(redriveStatuses),
  /** The step that is under way or comes next. */
  step: z.int().positive(),
  /** Steps in a row that met nothing to move. */
  idleSteps: z.int(),
  moved: z.int(),
  failedIds: z.array(z.string()),
  progressAt: timestamp,
  left: z.int().optional(),
  endedAt: timestamp.optional(),
  ending: redriveEndings.optional(),
})
export type Redrive = z.infer<typeof redrive>

export type RedriveRefusal = 'redriveHasEnded'

/** A message can be hidden by somebody who looks at it, or stand behind one of its case that is; no longer than this lasts. */
const maxIdleSteps = 5
/** When so many cannot be moved, the fault is not in the messages. */
const maxFailures = 20
/** Far longer than a step takes with all its tries: then nobody is at work, and a stop need wait for nobody. */
const deadAfterMinutes = 15

const minuteMilliseconds = 60_000

export interface RedriveRequest {
  readonly redriveId: Redrive['redriveId']
  readonly service: string
  readonly queue: string
  readonly messageIds: readonly string[] | undefined
  readonly ratePerSecond: number
  readonly reason: string
  readonly requestedBy: Author
  readonly found: number
}

export const requestRedrive = (request: RedriveRequest, now: string): { state: Redrive; facts: readonly Fact[] } => {
  const { redriveId: id, queue, messageIds, ratePerSecond, reason } = request
  const chosen = messageIds && [...new Set(messageIds)]
  return {
    state: {
      redriveId: id,
      service: request.service,
      queue,
      ...(chosen && { messageIds: chosen }),
      ratePerSecond,
      reason,
      requestedBy: request.requestedBy,
      requestedAt: now,
      found: request.found,
      status: 'running',
      step: 1,
      idleSteps: 0,
      moved: 0,
      failedIds: [],
      progressAt: now,
    },
    facts: [fact(redriveRequested, { redriveId: id, queue, ratePerSecond, reason, ...(chosen && { chosen: chosen.length }) })],
  }
}

/** A message of the queue, as far as the choice goes by it. */
interface Candidate {
  readonly messageId: string
  readonly setAsideAt: string
}

/**
 * Whether this redrive moves the message. `all` is what lay there when it was asked for: what is set aside anew
 * meanwhile stays, or a message that can never be taken would go round for ever.
 */
export const isChosen = ({ messageIds, requestedAt, failedIds }: Redrive, message: Candidate): boolean => {
  if (failedIds.includes(message.messageId)) return false
  return messageIds ? messageIds.includes(message.messageId) : Date.parse(message.setAsideAt) <= Date.parse(requestedAt)
}

/** What one step has come to. */
export interface StepOutcome {
  /** The ids of the events that were put back; of a message that is no event, its own. */
  readonly moved: readonly string[]
  readonly failedIds: readonly string[]
  /** The queue was seen to its end. */
  readonly isExhausted: boolean
  /** How many lie in the queue now. */
  readonly left: number
}

const endingAfter = (state: Redrive, { isExhausted }: StepOutcome): Redrive['ending'] => {
  const { status, messageIds, moved, failedIds, idleSteps } = state
  if (status === 'stopping') return 'stopped'
  if (failedIds.length >= maxFailures) return 'tooManyFailures'
  const isEveryChosenDone = messageIds !== undefined && moved + failedIds.length >= messageIds.length
  return isEveryChosenDone || isExhausted || idleSteps >= maxIdleSteps ? 'done' : undefined
}

const ended = (state: Redrive, ending: NonNullable<Redrive['ending']>, left: number, now: string): Redrive => ({
  ...state,
  status: 'ended',
  ending,
  left,
  progressAt: now,
  endedAt: now,
})

const endedFact = (
  { redriveId: id, queue, moved, failedIds }: Redrive,
  ending: NonNullable<Redrive['ending']>,
  left: number,
): Fact => fact(redriveEnded, { redriveId: id, queue, ending, moved, failed: failedIds.length, left })

/** Counts what a step has done, and asks for the next one or ends. A step that comes again counts nothing. */
export const afterStep = (before: Redrive, step: number, outcome: StepOutcome, now: string): Transition<Redrive, never> => {
  if (before.status === 'ended' || before.step !== step) return unchanged
  const state: Redrive = {
    ...before,
    step: step + 1,
    moved: before.moved + outcome.moved.length,
    failedIds: [...new Set([...before.failedIds, ...outcome.failedIds])],
    idleSteps: outcome.moved.length > 0 ? 0 : before.idleSteps + 1,
    progressAt: now,
  }
  const { redriveId: id, queue } = state
  const ending = endingAfter(state, outcome)
  if (!ending) return applied(state, fact(redriveContinued, { redriveId: id, queue, step: step + 1, moved: [...outcome.moved] }))
  return applied(ended(state, ending, outcome.left, now), endedFact(state, ending, outcome.left))
}

const isDead = ({ progressAt }: Redrive, now: string): boolean =>
  Date.parse(now) - Date.parse(progressAt) > deadAfterMinutes * minuteMilliseconds

/** The step under way finishes and counts; one whose steps have ceased to come ends at once. */
export const requestStop = (state: Redrive, left: number, now: string): Transition<Redrive, RedriveRefusal> => {
  if (state.status === 'ended') return refused('redriveHasEnded')
  if (isDead(state, now)) return applied(ended(state, 'stopped', left, now), endedFact(state, 'stopped', left))
  if (state.status === 'stopping') return unchanged
  return applied({ ...state, status: 'stopping' }, fact(redriveStopRequested, { redriveId: state.redriveId, queue: state.queue }))
}
