import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { caseHeader } from '#contracts/case-header.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { calendarDate, caseId, decisionRequestId, eventId, organisationId, timestamp } from '#contracts/ids.ts'
import type { EventId } from '#contracts/ids.ts'
import { opinionUnit, phase, stopReason } from '#contracts/words.ts'

/**
 * What the portfolio remembers of a case. Events of one case come from several services and can overtake each
 * other on the way, so every fact is kept with the event that set it and the latest event wins: whatever the
 * order of arrival, the same events give the same row.
 */

const register = <S extends z.ZodType>(value: S) => z.object({ at: timestamp, eventId, value })

interface Register<Value> {
  readonly at: string
  readonly eventId: EventId
  readonly value: Value
}

/** RFC 3339 in UTC with milliseconds, whatever precision the sender wrote: so that moments compare as text. */
export const momentOf = (event: Pick<AnyEvent, 'time'>): string => new Date(event.time).toISOString()

/** Event ids are UUIDv7, so within a millisecond of one sender the id tells which came later. */
const isLater = (held: Register<unknown>, at: string, id: string): boolean => (held.at === at ? held.eventId > id : held.at > at)

/** The value that the later of two events has set. */
export const latest = <Value>(held: Register<Value> | undefined, event: AnyEvent, value: Value): Register<Value> => {
  const at = momentOf(event)
  return held && isLater(held, at, event.id) ? held : { at, eventId: event.id, value }
}

const caseStatuses = ['received', 'inProgress', 'awaitingDecision', 'onHold', 'closed', 'completed'] as const
export const caseStatus = z.enum(caseStatuses)
export type CaseStatus = z.infer<typeof caseStatus>

const standing = z.object({
  status: caseStatus,
  wakeOn: calendarDate.optional(),
  stopReason: stopReason.optional(),
  nextFollowUpOn: calendarDate.optional(),
})

const trackedOpinion = z.object({
  unit: opinionUnit,
  /** Known once the request has arrived; the answer can come first. */
  dueOn: calendarDate.optional(),
  isSettled: z.boolean(),
})

/** An office that may decide, in these organisations; an event from before they were told does not say in which. */
const right = z.object({ office: z.string(), organisations: z.array(organisationId).optional() })

const attempt = z.object({
  round: z.int().positive(),
  requestId: decisionRequestId,
  opened: z.object({ rights: z.array(right), dueOn: calendarDate }).optional(),
  /** Subjects of those who have declared a conflict of interest, sorted. */
  conflicted: z.array(z.string()),
  /** Decided or expired. */
  isSettled: z.boolean(),
})
export type Attempt = z.infer<typeof attempt>

const currentPhase = z.object({
  phase,
  /** The earliest event that spoke of the case in this phase. */
  touchedAt: timestamp,
  receivedAt: timestamp.optional(),
  dueOn: register(calendarDate).optional(),
  standing: register(standing).optional(),
  assignee: register(author).optional(),
  opinions: z.record(z.string(), trackedOpinion),
  /** The latest round at the phase's gate. */
  attempt: attempt.optional(),
})
export type CurrentPhase = z.infer<typeof currentPhase>

export const caseRow = z.object({
  caseId,
  /** While somebody has to look at it. */
  idea: z.object({ title: z.string(), submittedAt: timestamp, answerDueOn: calendarDate }).optional(),
  /** Accepted, merged or answered: nobody has to look at the idea any more. */
  isTriaged: z.boolean(),
  header: register(caseHeader).optional(),
  /** The furthest phase that any event has told of: a case only ever goes forward. */
  current: currentPhase.optional(),
})
export type CaseRow = z.infer<typeof caseRow>
