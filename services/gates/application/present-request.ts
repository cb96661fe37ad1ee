import * as z from 'zod'
import type { Actor } from '#contracts/actor.ts'
import { caseHeader } from '#contracts/case-header.ts'
import { unmetMandatory } from '#contracts/go.ts'
import { calendarDate, timestamp } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import type { Text } from '#contracts/language.ts'
import { gate, phase } from '#contracts/words.ts'
import { decisionRequest, requestStatus } from '../domain/decision-request.ts'
import type { RequestState } from '../domain/decision-request.ts'
import { rightOf } from '../domain/delegation-order.ts'

const { shape } = decisionRequest

export const requestView = z.object({
  requestId: shape.requestId,
  case: caseHeader,
  phase,
  gate,
  round: z.int().positive(),
  status: requestStatus,
  evidence: shape.evidence,
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

export const presentRequest = (state: RequestState, actor: Actor): RequestView => {
  const { request, version } = state
  const { evidence, waitToken: _, openedAt: __, ...rest } = request
  const unmet = unmetMandatory(evidence.criteria).map(({ id }) => id)
  const reason = whyNot(state, actor)
  return {
    ...rest,
    evidence,
    case: evidence.case,
    phase: evidence.phase,
    gate: evidence.gate,
    round: evidence.round,
    unmet,
    isGoPossible: unmet.length === 0,
    mayDecide: reason === undefined,
    ...(reason && { whyNot: reason }),
    version,
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
    dueOn: true,
    expiresAt: true,
  })
  .extend({ offices: z.array(z.string()) })

export const summariseRequest = ({ request }: RequestState): z.infer<typeof requestSummary> => ({
  requestId: request.requestId,
  case: request.evidence.case,
  phase: request.evidence.phase,
  gate: request.evidence.gate,
  round: request.evidence.round,
  status: request.status,
  isGoPossible: unmetMandatory(request.evidence.criteria).length === 0,
  dueOn: request.dueOn,
  ...(request.expiresAt && { expiresAt: request.expiresAt }),
  offices: [...new Set(request.rights.map(({ office }) => office))],
})
