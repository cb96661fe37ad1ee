import type { DecisionRequestId } from '#contracts/ids.ts'
import type { Transition } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { RequestState } from '../domain/decision-request.ts'
import type { GateRefusalCode } from '../refusals.ts'
import type { GateParts } from './gate-parts.ts'
import type { MachineCommand } from './request-repository.ts'

/** Load, decide, save - and resume the waiting state machine in the same transaction when there is an answer. */
export const changeRequest = <Value>(
  { repository }: GateParts,
  requestId: DecisionRequestId,
  context: Context,
  decide: (state: RequestState) => Transition<RequestState, GateRefusalCode>,
  present: (state: RequestState) => Value,
) =>
  performOn(
    {
      load: () => repository.find(requestId),
      missing: 'requestNotFound',
      decide,
      save: (before, change, once) =>
        repository.save(before, change, inTheNameOf(change.state, context), { once, command: resumeOf(before, change.state) }),
      present: (state) => ({ value: present(state), version: state.version }),
    },
    context,
  )

/** The machine only records a decision: the event of it is the decider's, not the system's (KL 6:38). */
const inTheNameOf = ({ request: { status, decision } }: RequestState, context: Context): Context =>
  status === 'decided' && decision ? { ...context, actor: decision.decidedBy } : context

/** The wait is resumed when its answer comes, or at once when it begins on a request that waits for none any more. */
const resumeOf = (before: RequestState, { request }: RequestState): MachineCommand | undefined => {
  const { requestId, status, waitToken } = request
  const isAnswered = status === 'answered' && before.request.status === 'open'
  const isWaitInVain = waitToken !== before.request.waitToken && status !== 'received' && status !== 'open'
  return waitToken !== undefined && (isAnswered || isWaitInVain) ? { kind: 'resume', requestId, token: waitToken } : undefined
}
