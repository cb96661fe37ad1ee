import type { County } from '#counties/county.ts'
import { fact } from '#contracts/event.ts'
import { decisionExpired, decisionMade, decisionOpened, decisionReminded } from '#contracts/events.ts'
import type { Fact } from '#contracts/event.ts'
import { applied, unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import { expiryOf, remindersDue } from './deadlines.ts'
import type { DecisionRequest, RequestState } from './decision-request.ts'

/** The steps that the state machine takes. Each can be taken again: an execution may run anew from its start. */

type Step = Transition<RequestState, never>

const changed = (state: RequestState, request: Partial<DecisionRequest>, ...facts: Fact[]): Step =>
  applied({ request: { ...state.request, ...request }, version: state.version + 1 }, ...facts)

/** `received` → `open`: deciders and time are known, and the wait begins. */
export const openRequest = (state: RequestState, { county, now }: { county: County; now: string }): Step => {
  const { request } = state
  if (request.status !== 'received') return unchanged
  const { requestId, case: header, phase, gate, round, rights, unmet, dueOn } = request
  const expiresAt = expiryOf(now, county)
  return changed(
    state,
    { status: 'open', openedAt: now, expiresAt },
    fact(
      decisionOpened,
      {
        requestId,
        gate,
        round,
        organisation: header.organisation,
        offices: [...new Set(rights.map(({ office }) => office))],
        rights: rights.map(({ office, organisations }) => ({ office, organisations })),
        isGoPossible: unmet.length === 0,
        dueOn,
        expiresAt,
      },
      { phase },
    ),
  )
}

/** The machine waits, and this resumes it. An answer that came before the wait is given at once, by the caller. */
export const keepWaitToken = (state: RequestState, waitToken: string): Step =>
  state.request.waitToken === waitToken ? unchanged : changed(state, { waitToken })

/** Tells the deciders again, with the number of reminders that are due by now; not when the time has run out. */
export const remindDeciders = (state: RequestState, { county, now }: { county: County; now: string }): Step => {
  const { status, openedAt, reminders, requestId, gate, phase } = state.request
  if (status !== 'open' || openedAt === undefined || isExpired(state.request, now)) return unchanged
  const due = remindersDue(openedAt, now, county)
  if (due <= reminders) return unchanged
  return changed(state, { reminders: due }, fact(decisionReminded, { requestId, gate, reminder: due }, { phase }))
}

export const isExpired = ({ status, expiresAt }: DecisionRequest, now: string): boolean =>
  status === 'expired' || (status === 'open' && expiresAt !== undefined && expiresAt <= now)

/** `open` → `expired`: nobody decided in time. Not a decision; the case goes back to its phase. */
export const expireRequest = (state: RequestState, now: string): Step => {
  const { request } = state
  if (request.status !== 'open' || !isExpired(request, now)) return unchanged
  const { requestId, gate, phase, round } = request
  return changed(state, { status: 'expired' }, fact(decisionExpired, { requestId, gate, phase, round }, { phase }))
}

/** `answered` → `decided`: the decision is told to the phase, exactly once. */
export const recordDecision = (state: RequestState): Step => {
  const { status, decision, requestId, gate, phase, round } = state.request
  if (status !== 'answered' || !decision) return unchanged
  return changed(state, { status: 'decided' }, fact(decisionMade, { requestId, gate, phase, round, decision }, { phase }))
}
