import type { DecisionRequestId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
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
  perform<RequestState | undefined, Value | undefined, GateRefusalCode>(
    {
      load: () => repository.find(requestId),
      decide: (state) => (state ? decide(state) : refused('requestNotFound')),
      save: (before, change, once) => {
        // `decide` has refused when there was no request, so an applied change always has a state.
        const state = change.state as RequestState
        return repository.save(before, { ...change, state }, inTheNameOf(state, context), { once, command: resumeOf(state) })
      },
      present: (state) => (state ? { value: present(state), version: state.version } : { value: undefined }),
    },
    context,
  )

/** The machine only records a decision: the event of it is the decider's, not the system's (KL 6:38). */
const inTheNameOf = ({ request: { status, decision } }: RequestState, context: Context): Context =>
  status === 'decided' && decision ? { ...context, actor: decision.decidedBy } : context

const resumeOf = ({ request }: RequestState): MachineCommand | undefined =>
  request.status === 'answered' && request.waitToken !== undefined
    ? { kind: 'resume', requestId: request.requestId, token: request.waitToken }
    : undefined
