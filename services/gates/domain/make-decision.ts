import { addDays, dayOf } from '#calendar/working-days.ts'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import type { Ruling } from '#contracts/decision.ts'
import { fact } from '#contracts/event.ts'
import { conflictDeclared } from '#contracts/events.ts'
import type { Digest } from '#contracts/ids.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Refused, Transition } from '#lambda/outcome.ts'
import type { GateRefusalCode } from '../refusals.ts'
import type { DecisionRequest, RequestState } from './decision-request.ts'
import { rightOf } from './delegation-order.ts'

const longestHoldDays = 5 * 365

const notAhead = (ruling: Ruling, now: string): FieldProblem | undefined => {
  const [pointer, date] =
    ruling.outcome === 'hold'
      ? ['/ruling/wakeOn', ruling.wakeOn]
      : ruling.outcome === 'revise' && ruling.remedyBy !== undefined
        ? ['/ruling/remedyBy', ruling.remedyBy]
        : ['', undefined]
  const today = dayOf(now)
  return date === undefined || (date > today && date <= addDays(today, longestHoldDays))
    ? undefined
    : {
        pointer,
        code: 'dateNotAhead',
        message: { sv: 'Välj en dag efter i dag och inom fem år.', en: 'Choose a day after today and within five years.' },
      }
}

/** A gate can never be passed with `go` while a mandatory criterion is not met: refused, whoever asks. */
const goRefusal = ({ request }: RequestState, ruling: Ruling): Refused<'goImpossible'> | undefined => {
  const unmet = ruling.outcome === 'go' ? request.unmet : []
  return unmet.length === 0
    ? undefined
    : refused(
        'goImpossible',
        unmet.map(({ id, name, because }) => ({
          pointer: '/ruling/outcome',
          code: id,
          message: { sv: `${name.sv}: ${because.sv}`, en: `${name.en}: ${because.en}` },
        })),
      )
}

const notOpen = ({ request }: RequestState): Refused<GateRefusalCode> | undefined => {
  switch (request.status) {
    case 'open':
      return undefined
    case 'received':
      return refused('notOpenYet')
    case 'expired':
      return refused('requestExpired')
    case 'answered':
    case 'decided':
      return refused('alreadyDecided')
  }
}

const isUndecided = ({ status }: DecisionRequest): boolean => status === 'received' || status === 'open'

const hasDeclaredConflict = ({ conflicts }: DecisionRequest, { subject }: Actor): boolean =>
  conflicts.some(({ person }) => person.subject === subject)

export interface MakeDecision {
  readonly ruling: Ruling
  readonly evidenceDigest: Digest
  readonly hasConflictOfInterest: boolean
  readonly actor: Actor
}

/** `open` → `answered`: a named human with the right to it decides on the evidence that they have read. */
export const makeDecision = (
  state: RequestState,
  { ruling, evidenceDigest, hasConflictOfInterest, actor }: MakeDecision,
  now: string,
): Transition<RequestState, GateRefusalCode> => {
  const { request } = state
  const { digest, rights } = request
  const right = rightOf(actor, rights)
  if (!right) return refused('noRightToDecide')
  if (isUndecided(request) && (hasConflictOfInterest || hasDeclaredConflict(request, actor))) return refused('conflictOfInterest')
  const closed = notOpen(state)
  if (closed) return closed
  if (evidenceDigest !== digest) return refused('staleEvidence')
  const impossible = goRefusal(state, ruling)
  if (impossible) return impossible
  const misdated = notAhead(ruling, now)
  if (misdated) return refused('dateNotAhead', [misdated])
  const decision = {
    ruling,
    decidedAt: now,
    decidedBy: authorOf(actor),
    office: right.office,
    delegation: right.rule,
    evidenceDigest: digest,
  }
  return applied({ request: { ...request, status: 'answered', decision }, version: state.version + 1 })
}

/** Jäv (KL 6:28-32, 7:4): the person can no longer decide on this request; the request stays open for others. */
export const declareConflict = (
  state: RequestState,
  { actor, reason }: { actor: Actor; reason: string },
  now: string,
): Transition<RequestState, GateRefusalCode> => {
  const { request } = state
  if (!isUndecided(request)) return refused('decisionMadeSoNoConflict')
  if (hasDeclaredConflict(request, actor)) return unchanged
  const person = authorOf(actor)
  const { requestId, gate, phase } = request
  return applied(
    {
      request: { ...request, conflicts: [...request.conflicts, { person, reason, declaredAt: now }] },
      version: state.version + 1,
    },
    fact(conflictDeclared, { requestId, gate, person, reason }, { phase }),
  )
}

/** The declaration is kept as text in the language of the record. */
const declaredWhenDeciding = 'Anmält i samband med beslutet'

/**
 * A "yes" to the question that every decision asks is itself a declaration. Only of who otherwise could have decided
 * and while there is something to decide; from everybody else it changes nothing.
 */
export const declareConflictWhenDeciding = (
  state: RequestState,
  { actor, hasConflictOfInterest }: Pick<MakeDecision, 'actor' | 'hasConflictOfInterest'>,
  now: string,
): Transition<RequestState, GateRefusalCode> =>
  hasConflictOfInterest && isUndecided(state.request) && rightOf(actor, state.request.rights)
    ? declareConflict(state, { actor, reason: declaredWhenDeciding }, now)
    : unchanged
