import * as z from 'zod'
import type { Actor } from '#contracts/actor.ts'
import { evidence } from '#contracts/evidence.ts'
import type { Evidence } from '#contracts/evidence.ts'
import { calendarDate, timestamp } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import type { Text } from '#contracts/language.ts'
import { decisionRequest, requestStatus } from '../domain/decision-request.ts'
import type { RequestState } from '../domain/decision-request.ts'
import { rightOf } from '../domain/delegation-order.ts'

const { shape } = decisionRequest

export const requestView = z.object({
  requestId: shape.requestId,
  case: shape.case,
  phase: shape.phase,
  gate: shape.gate,
  round: shape.round,
  status: requestStatus,
  evidence,
  digest: shape.digest,
  /** Ids of the mandatory criteria that are not met. */
  unmet: z.array(z.string()),
  isGoPossible: z.boolean(),
  rights: shape.rights,
  /** Whether the caller may decide now, and if not, why. */
  mayDecide: z.boolean(),
  whyNot: text.optional(),
  receivedAt: timestamp,
  dueOn: calendarDate,
  expiresAt: timestamp.optional(),
  reminders: shape.reminders,
  conflicts: shape.conflicts,
  decision: shape.decision,
  version: z.int().positive(),
})
export type RequestView = z.infer<typeof requestView>

const whyNot = ({ request }: RequestState, actor: Actor): Text | undefined => {
  if (request.status === 'received')
    return { sv: 'Beslutet öppnas om några sekunder.', en: 'The decision opens in a few seconds.' }
  if (request.status === 'expired') return { sv: 'Tiden för beslutet har gått ut.', en: 'The time for the decision has run out.' }
  if (request.status !== 'open') return { sv: 'Beslutet är fattat.', en: 'The decision has been made.' }
  if (!actor.roles.includes('decisionMaker') || !rightOf(actor, request.rights))
    return {
      sv: 'Delegationsordningen ger dig inte rätt att fatta det här beslutet.',
      en: 'The delegation order gives you no right to make this decision.',
    }
  if (request.conflicts.some(({ person }) => person.subject === actor.subject))
    return { sv: 'Du har anmält jäv.', en: 'You have declared a conflict of interest.' }
  return undefined
}

export const presentRequest = (state: RequestState, frozen: Evidence, actor: Actor): RequestView => {
  const { waitToken: _, openedAt: __, unmet, ...rest } = state.request
  const reason = whyNot(state, actor)
  return {
    ...rest,
    evidence: frozen,
    unmet: unmet.map(({ id }) => id),
    isGoPossible: unmet.length === 0,
    mayDecide: reason === undefined,
    ...(reason && { whyNot: reason }),
    version: state.version,
  }
}

export const requestSummary = requestView
  .pick({
    requestId: true,
    case: true,
    phase: true,
    gate: true,
    round: true,
    status: true,
    isGoPossible: true,
    receivedAt: true,
    dueOn: true,
    expiresAt: true,
  })
  .extend({ offices: z.array(z.string()) })

export const summariseRequest = ({ request }: RequestState): z.infer<typeof requestSummary> => ({
  requestId: request.requestId,
  case: request.case,
  phase: request.phase,
  gate: request.gate,
  round: request.round,
  status: request.status,
  isGoPossible: request.unmet.length === 0,
  receivedAt: request.receivedAt,
  dueOn: request.dueOn,
  ...(request.expiresAt && { expiresAt: request.expiresAt }),
  offices: [...new Set(request.rights.map(({ office }) => office))],
})
