import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { caseHeader } from '#contracts/case-header.ts'
import { decision } from '#contracts/decision.ts'
import { judgedCriterion } from '#contracts/evidence.ts'
import { calendarDate, decisionRequestId, digest, organisationId, timestamp } from '#contracts/ids.ts'
import { gate, phase } from '#contracts/words.ts'

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
  case: caseHeader,
  phase,
  gate,
  round: z.int().positive(),
  /** Of the evidence that is decided on. The evidence itself lies apart: it is large, and never changes. */
  digest,
  /** The mandatory criteria that were not met when the evidence was frozen: with any of them, `go` is impossible. */
  unmet: z.array(judgedCriterion.pick({ id: true, name: true, because: true })),
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
