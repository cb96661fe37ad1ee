import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { decision } from '#contracts/decision.ts'
import { evidence } from '#contracts/evidence.ts'
import { calendarDate, decisionRequestId, digest, organisationId, timestamp } from '#contracts/ids.ts'

/**
 * One attempt at a gate, from frozen evidence to an answer:
 * `received` → `open` → `answered` → `decided`, or `open` → `expired`.
 */
export const requestStatuses = ['received', 'open', 'answered', 'decided', 'expired'] as const
export const requestStatus = z.enum(requestStatuses)

/** A line of the delegation order that gives an office, in each of the organisations, the right to decide on this request. */
export const right = z.object({ rule: z.string(), office: z.string(), organisations: z.array(organisationId).min(1) })
export type Right = z.infer<typeof right>

export const conflict = z.object({ person: author, reason: z.string(), declaredAt: timestamp })

export const decisionRequest = z.object({
  requestId: decisionRequestId,
  status: requestStatus,
  evidence,
  digest,
  receivedAt: timestamp,
  rights: z.array(right),
  dueOn: calendarDate,
  openedAt: timestamp.optional(),
  expiresAt: timestamp.optional(),
  reminders: z.int().nonnegative(),
  conflicts: z.array(conflict),
  /** What resumes the state machine's wait; a new one for every wait. */
  waitToken: z.string().optional(),
  decision: decision.optional(),
})
export type DecisionRequest = z.infer<typeof decisionRequest>

export interface RequestState {
  readonly request: DecisionRequest
  /** 0 before the first save. */
  readonly version: number
}
