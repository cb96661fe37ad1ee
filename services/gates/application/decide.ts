import type { Actor } from '#contracts/actor.ts'
import type { Ruling } from '#contracts/decision.ts'
import type { DecisionRequestId, Digest } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { RequestState } from '../domain/decision-request.ts'
import { declareConflict, declareConflictWhenDeciding, makeDecision } from '../domain/make-decision.ts'
import type { GateRefusalCode } from '../refusals.ts'
import { changeRequest } from './change-request.ts'
import type { GateParts } from './gate-parts.ts'
import { presentRequest } from './present-request.ts'

/**
 * A change of its own before the decision, since the decision is then refused. The row that keeps the first answer
 * to an Idempotency-Key is left out: the answer is the refusal, and asking again declares nothing new.
 */
const noteConflict = (
  parts: GateParts,
  command: { requestId: DecisionRequestId; hasConflictOfInterest: boolean; actor: Actor },
  { once: _, ...context }: Context,
) =>
  changeRequest(
    parts,
    command.requestId,
    context,
    (state) => declareConflictWhenDeciding(state, command, context.now),
    () => undefined,
  )

/** A change that its caller is shown together with the evidence. */
const changeShown = async (
  parts: GateParts,
  command: { requestId: DecisionRequestId; actor: Actor },
  context: Context,
  decide: (state: RequestState) => Transition<RequestState, GateRefusalCode>,
) => {
  const evidence = await parts.repository.findEvidence(command.requestId)
  if (!evidence) return refused('requestNotFound')
  return changeRequest(parts, command.requestId, context, decide, (state) => presentRequest(state, evidence, command.actor))
}

/** Decides. Whoever answers that they have a conflict of interest has thereby declared it, and is refused. */
export const createMakeDecision =
  (parts: GateParts) =>
  async (
    command: {
      requestId: DecisionRequestId
      ruling: Ruling
      evidenceDigest: Digest
      hasConflictOfInterest: boolean
      actor: Actor
    },
    context: Context,
  ) => {
    if (command.hasConflictOfInterest) {
      const noted = await noteConflict(parts, command, context)
      if (noted.kind === 'refused') return noted
    }
    return changeShown(parts, command, context, (state) => makeDecision(state, command, context.now))
  }

export const createDeclareConflict =
  (parts: GateParts) => (command: { requestId: DecisionRequestId; reason: string; actor: Actor }, context: Context) =>
    changeShown(parts, command, context, (state) => declareConflict(state, command, context.now))
