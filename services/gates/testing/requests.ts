import { kalmar } from '#counties/kalmar.ts'
import type { County } from '#counties/county.ts'
import { evidence as evidenceSchema } from '#contracts/evidence.ts'
import type { Evidence, FrozenEvidence, JudgedCriterion } from '#contracts/evidence.ts'
import { gateOf } from '#contracts/flow.ts'
import { caseId as toCaseId, decisionRequestId } from '#contracts/ids.ts'
import type { CaseId, DecisionRequestId } from '#contracts/ids.ts'
import type { Phase } from '#contracts/words.ts'
import { digestOf } from '#lambda/digest.ts'
import type { Transition } from '#lambda/outcome.ts'
import { decisionMaker } from '#lambda/testing/personas.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import type { DecisionRequest, RequestState } from '../domain/decision-request.ts'
import { makeDecision } from '../domain/make-decision.ts'
import { receiveRequest } from '../domain/receive-request.ts'
import { expireRequest, keepWaitToken, openRequest, recordDecision } from '../domain/run-request.ts'

/** Requests in every status, made by the gate's own transitions. The municipality of Västervik owns the case. */

export const caseId: CaseId = toCaseId.parse('01a00000-0000-7000-9000-000000000001')

/** Reminders of a request that is opened at `testNow`: every fifth working day at 05:00 UTC, then the end. */
export const reminderDays = [
  '2026-11-27',
  '2026-12-04',
  '2026-12-11',
  '2026-12-18',
  '2026-12-29',
  '2027-01-08',
  '2027-01-15',
] as const
export const expiresAt = '2027-01-22T05:00:00.000Z'
export const dueOn = '2026-12-04'

export const criterion = (id: string, more: Partial<JudgedCriterion> = {}): JudgedCriterion => ({
  id,
  name: { sv: `Kriteriet ${id}`, en: `The criterion ${id}` },
  isMandatory: true,
  status: 'met',
  because: { sv: 'Det är visat.', en: 'It has been shown.' },
  evidence: ['need'],
  source: 'RUVeS 5.1',
  ...more,
})

export interface EvidenceFields {
  readonly phase?: Phase
  readonly organisation?: string
  readonly round?: number
  /** Öre. */
  readonly value?: number | 'unknown'
  readonly criteria?: readonly JudgedCriterion[]
}

export const evidenceOf = ({
  phase = 'ideas',
  organisation = 'vasterviks-kommun',
  round = 1,
  value = 25_000_000,
  criteria = [criterion('needSubstantiated'), criterion('timely', { isMandatory: false, status: 'notMet' })],
}: EvidenceFields = {}): Evidence =>
  evidenceSchema.parse({
    case: {
      caseId,
      caseNumber: 'KLM-2026-0042',
      title: 'Digitalt AK-brev',
      organisation,
      submittedAt: '2026-10-01T08:00:00.000Z',
      submittedBy: 'staff',
    },
    phase,
    gate: gateOf[phase],
    round,
    frozenAt: '2026-11-20T07:59:00.000Z',
    frozenBy: 'Maria Lindqvist',
    ...(value !== 'unknown' && { value }),
    sections: [],
    opinions: [],
    criteria,
  })

export const requestIdOf = ({ gate, round }: Pick<Evidence, 'gate' | 'round'>): DecisionRequestId =>
  decisionRequestId.parse(`${caseId}-${gate}-${round}`)

export const frozen = (evidence: Evidence): FrozenEvidence & { requestId: DecisionRequestId } => ({
  requestId: requestIdOf(evidence),
  evidence,
  digest: digestOf(evidence),
})

/** The state after a transition that must have been applied. */
export const afterApplied = <Code extends string>(transition: Transition<RequestState, Code>): RequestState => {
  if (transition.kind !== 'applied')
    throw new Error(`the transition was ${transition.kind === 'refused' ? transition.code : transition.kind}`)
  return transition.state
}

/** Holds an office that the county's delegation order gives every gate but BP4 below 70 million öre. */
export const director = decisionMaker('healthDirector')

export const goOf = ({ digest }: Pick<DecisionRequest, 'digest'>, actor = director) => ({
  ruling: { outcome: 'go', reason: 'Behovet är styrkt.' } as const,
  evidenceDigest: digest,
  hasConflictOfInterest: false,
  actor,
})

/** A request as each status leaves it; `open` and those after it hold the token of a wait. */
export const requestIn = (
  status: DecisionRequest['status'],
  { county = kalmar, now = testNow, evidence = evidenceOf() }: { county?: County; now?: string; evidence?: Evidence } = {},
): RequestState => {
  const received = afterApplied(receiveRequest(undefined, frozen(evidence), { county, now }))
  if (status === 'received') return received
  const open = afterApplied(keepWaitToken(afterApplied(openRequest(received, { county, now })), 'token-1'))
  if (status === 'open') return open
  if (status === 'expired') return afterApplied(expireRequest(open, open.request.expiresAt ?? ''))
  const answered = afterApplied(makeDecision(open, goOf(open.request), now))
  return status === 'answered' ? answered : afterApplied(recordDecision(answered))
}
