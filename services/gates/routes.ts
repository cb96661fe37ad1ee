import * as z from 'zod'
import { county } from '#counties/county.ts'
import { ruling } from '#contracts/decision.ts'
import { calendarDate, decisionRequestId, digest } from '#contracts/ids.ts'
import { staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { decisionEntry } from './application/list-decisions.ts'
import { requestSummary, requestView } from './application/present-request.ts'

/** Those who answer for decisions, prepare them or watch over the whole. */
const reporters = ['decisionMaker', 'caseOfficer', 'operations'] as const satisfies readonly Role[]

const parameters = z.strictObject({ requestId: decisionRequestId })

export const gateRoutes = defineRoutes({
  listRequests: {
    method: 'GET',
    path: '/v1/gates/decision-requests',
    summary: { sv: 'Beslut som väntar, är fattade eller har gått ut', en: 'Decisions that wait, are made or have expired' },
    access: staffRoles,
    query: z.strictObject({
      status: z.enum(['open', 'decided', 'expired']).default('open'),
      limit: pageLimit,
      cursor: pageCursor.optional(),
    }),
    response: { status: 200, body: z.object({ requests: z.array(requestSummary) }) },
    refusals: [],
  },
  listDecisions: {
    method: 'GET',
    path: '/v1/gates/decisions',
    summary: { sv: 'Fattade beslut i en period, de senaste först', en: 'Decisions made in a period, the latest first' },
    access: reporters,
    query: z.strictObject({ from: calendarDate, till: calendarDate, limit: pageLimit, cursor: pageCursor.optional() }),
    response: { status: 200, body: z.object({ decisions: z.array(decisionEntry) }) },
    refusals: [],
  },
  readRequest: {
    method: 'GET',
    path: '/v1/gates/decision-requests/{requestId}',
    summary: { sv: 'Ett beslut med sitt frysta underlag', en: 'A decision with its frozen evidence' },
    access: staffRoles,
    parameters,
    response: { status: 200, body: requestView },
    hasETag: true,
    refusals: ['requestNotFound'],
  },
  makeDecision: {
    method: 'POST',
    path: '/v1/gates/decision-requests/{requestId}/decisions',
    summary: { sv: 'Fatta beslutet', en: 'Make the decision' },
    access: ['decisionMaker'],
    parameters,
    body: z.strictObject({ ruling, evidenceDigest: digest, hasConflictOfInterest: z.boolean() }),
    response: { status: 202, body: requestView },
    hasETag: true,
    refusals: [
      'requestNotFound',
      'notOpenYet',
      'alreadyDecided',
      'requestExpired',
      'staleEvidence',
      'noRightToDecide',
      'conflictOfInterest',
      'goImpossible',
      'dateNotAhead',
    ],
  },
  declareConflict: {
    method: 'POST',
    path: '/v1/gates/decision-requests/{requestId}/conflicts',
    summary: { sv: 'Anmäl jäv', en: 'Declare a conflict of interest' },
    access: ['decisionMaker'],
    parameters,
    body: z.strictObject({ reason: z.string().trim().min(1).max(1_000) }),
    response: { status: 201, body: requestView },
    hasETag: true,
    refusals: ['requestNotFound', 'decisionMadeSoNoConflict'],
  },
  readDelegationOrder: {
    method: 'GET',
    path: '/v1/gates/delegation-order',
    summary: { sv: 'Delegationsordningen', en: 'The delegation order' },
    access: staffRoles,
    response: { status: 200, body: z.object({ delegationOrder: county.shape.delegationOrder, offices: county.shape.offices }) },
    refusals: [],
  },
})

export type GateRoutes = typeof gateRoutes
