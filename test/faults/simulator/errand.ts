import type { Actor } from '#contracts/actor.ts'
import type { Ruling } from '#contracts/decision.ts'
import type { AssessmentKind, Phase } from '#contracts/words.ts'
import type { ApiCall } from '#lambda/testing/api-call.ts'
import { caseOfficer } from '#lambda/testing/personas.ts'
import { qualitativeBenefit } from '../../../services/benefits/testing/lines.ts'

/** One HTTP call that somebody makes, again and again until it is answered, and what the answer is for. */
export interface Errand {
  readonly service: string
  readonly call: ApiCall
  readonly purpose: Purpose
}

export interface CaseWork {
  readonly officer: Actor
  readonly phase: Phase
  readonly caseId: string
}

export interface AssessmentWork extends CaseWork {
  readonly assessment: AssessmentKind
}

export interface DecisionWork {
  readonly decider: Actor
  readonly requestId: string
}

export type Purpose =
  | { readonly kind: 'submission' }
  | { readonly kind: 'acceptance'; readonly ideaId: string }
  | ({ readonly kind: 'look at case' | 'step of case' } & CaseWork)
  /** `isChange`: written anew although it is complete. */
  | ({ readonly kind: 'look at assessment'; readonly isChange: boolean } & AssessmentWork)
  | ({ readonly kind: 'draft of assessment' | 'completion of assessment' } & AssessmentWork)
  | ({ readonly kind: 'look at request' } & DecisionWork)
  | ({ readonly kind: 'decision'; readonly ruling: Ruling } & DecisionWork)

/** An entity tag of something that is empty. */
export const noVersion = '"0"'

const assessmentPath = '/v1/benefits/cases/{caseId}/assessments/{kind}'

/** The least that is whole at every stage: a benefit that nobody puts a sum or a measure to, and why it costs nothing. */
const assessmentBody = (summary: string) => ({ summary, noCostsReason: 'Prov', lines: [qualitativeBenefit] })

export const submission = (title: string): Errand => ({
  service: 'ideas',
  call: {
    as: caseOfficer,
    method: 'POST',
    path: '/v1/ideas/submissions',
    body: { title, description: `${title}: brev som ingen läser.`, sender: 'staff' },
    headers: { 'idempotency-key': `submission-${title}`.replaceAll(' ', '-') },
  },
  purpose: { kind: 'submission' },
})

export const acceptance = (ideaId: string): Errand => ({
  service: 'ideas',
  call: {
    as: caseOfficer,
    method: 'POST',
    path: '/v1/ideas/submissions/{ideaId}/acceptances',
    parameters: { ideaId },
    body: { organisation: 'region-kalmar' },
    headers: { 'idempotency-key': `acceptance-${ideaId}` },
  },
  purpose: { kind: 'acceptance', ideaId },
})

const caseCall = ({ officer, phase, caseId }: CaseWork) =>
  ({ as: officer, path: `/v1/${phase}/cases/{caseId}`, parameters: { caseId } }) as const

export const lookAtCase = (work: CaseWork): Errand => ({
  service: work.phase,
  call: { ...caseCall(work), method: 'GET' },
  purpose: { ...work, kind: 'look at case' },
})

export const stepOfCase = (work: CaseWork, step: 'assignments' | 'decision-requests', etag: string): Errand => {
  const { path, ...call } = caseCall(work)
  const key = `${work.phase}-${step}-${etag.replaceAll('"', '')}-${work.caseId}-${work.officer.subject}`
  return {
    service: work.phase,
    call: {
      ...call,
      method: 'POST',
      path: `${path}/${step}`,
      ...(step === 'assignments' && { body: {} }),
      headers: { 'idempotency-key': key, ...(step === 'decision-requests' && { 'if-match': etag }) },
    },
    purpose: { ...work, kind: 'step of case' },
  }
}

const assessmentCall = ({ officer, caseId, assessment }: AssessmentWork) =>
  ({ as: officer, path: assessmentPath, parameters: { caseId, kind: assessment } }) as const

export const lookAtAssessment = (work: AssessmentWork, isChange: boolean): Errand => ({
  service: 'benefits',
  call: { ...assessmentCall(work), method: 'GET' },
  purpose: { ...work, kind: 'look at assessment', isChange },
})

export const draftOfAssessment = (work: AssessmentWork, etag: string): Errand => ({
  service: 'benefits',
  call: {
    ...assessmentCall(work),
    method: 'PUT',
    body: assessmentBody(`Efter ${etag.replaceAll('"', '')}`),
    headers: { 'if-match': etag },
  },
  purpose: { ...work, kind: 'draft of assessment' },
})

export const completionOfAssessment = (work: AssessmentWork, etag: string): Errand => {
  const { path, ...call } = assessmentCall(work)
  return {
    service: 'benefits',
    call: {
      ...call,
      method: 'POST',
      path: `${path}/completions`,
      headers: {
        'if-match': etag,
        'idempotency-key': `completion-${work.assessment}-${etag.replaceAll('"', '')}-${work.caseId}`,
      },
    },
    purpose: { ...work, kind: 'completion of assessment' },
  }
}

const requestCall = ({ decider, requestId }: DecisionWork) =>
  ({ as: decider, path: '/v1/gates/decision-requests/{requestId}', parameters: { requestId } }) as const

export const lookAtRequest = (work: DecisionWork): Errand => ({
  service: 'gates',
  call: { ...requestCall(work), method: 'GET' },
  purpose: { ...work, kind: 'look at request' },
})

export const decision = (work: DecisionWork, ruling: Ruling, evidenceDigest: string): Errand => {
  const { path, ...call } = requestCall(work)
  return {
    service: 'gates',
    call: {
      ...call,
      method: 'POST',
      path: `${path}/decisions`,
      body: { ruling, evidenceDigest, hasConflictOfInterest: false },
      headers: { 'idempotency-key': `decision-${work.requestId}` },
    },
    purpose: { ...work, kind: 'decision', ruling },
  }
}
