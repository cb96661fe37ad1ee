import type { Actor } from '#contracts/actor.ts'
import type { Ruling } from '#contracts/decision.ts'
import type { DecisionRequestId, Digest } from '#contracts/ids.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { declareConflict, makeDecision } from '../domain/make-decision.ts'
import { changeRequest } from './change-request.ts'
import type { GateParts } from './gate-parts.ts'
import { presentRequest } from './present-request.ts'

export const createMakeDecision =
  (parts: GateParts) =>
  (
    command: {
      requestId: DecisionRequestId
      ruling: Ruling
      evidenceDigest: Digest
      hasConflictOfInterest: boolean
      actor: Actor
    },
    context: Context,
  ) =>
    changeRequest(
      parts,
      command.requestId,
      context,
      (state) => makeDecision(state, command, { county: parts.county, now: context.now }),
      (state) => presentRequest(state, command.actor, parts.county),
    )

export const createDeclareConflict =
  (parts: GateParts) => (command: { requestId: DecisionRequestId; reason: string; actor: Actor }, context: Context) =>
    changeRequest(
      parts,
      command.requestId,
      context,
      (state) => declareConflict(state, command, context.now),
      (state) => presentRequest(state, command.actor, parts.county),
    )
