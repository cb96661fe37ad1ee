import { kalmar } from '#counties/kalmar.ts'
import { authorOf } from '#contracts/actor.ts'
import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import type { CaseHeader } from '#contracts/case-header.ts'
import type { Decision, Ruling } from '#contracts/decision.ts'
import { benefitLineId, caseId, caseNumber, digest, opinionId, organisationId } from '#contracts/ids.ts'
import type { Digest, OpinionId } from '#contracts/ids.ts'
import type { AssessmentKind, PhaseStatus } from '#contracts/words.ts'
import { caseOfficer, decisionMaker, specialists } from '#lambda/testing/personas.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import type { Transition } from '#lambda/outcome.ts'
import { applyDecision } from '../domain/apply-decision.ts'
import type { MadeDecision } from '../domain/apply-decision.ts'
import { assignCase } from '../domain/assign-case.ts'
import type { CaseRecord } from '../domain/case-record.ts'
import { noteAssessmentCompleted } from '../domain/note-assessment.ts'
import { giveOpinion, requestOpinion } from '../domain/opinions.ts'
import { receiveCase } from '../domain/receive-case.ts'
import { evidenceOfRecord, freezeEvidence, requestDecision } from '../domain/request-decision.ts'
import { saveSection } from '../domain/save-section.ts'
import type { PhaseDefinition } from '../phase.ts'
import { need, samplePhase } from './sample-phase.ts'

/** One case, carried by the real transitions to wherever a test begins. */

export const sampleCaseId = caseId.parse('01a00000-0000-7000-9000-000000000001')

export const sampleHeader: CaseHeader = {
  caseId: sampleCaseId,
  caseNumber: caseNumber.parse('KLM-2026-0001'),
  title: 'Digitalt doseringsbrev',
  organisation: organisationId.parse('region-kalmar'),
  submittedAt: '2026-09-01T07:00:00.000Z',
  submittedBy: 'staff',
}

export const completeNeed = { problem: 'Brevet kommer för sent', severity: 4 }

const opinionNumbered = (number: number): OpinionId =>
  opinionId.parse(`01a00000-0000-7000-b000-${String(number).padStart(12, '0')}`)
export const itOpinion = opinionNumbered(1)
/** Asked for, and never answered. */
export const lawOpinion = opinionNumbered(2)

export const assessmentVersion = (version: number, kind: AssessmentKind = 'NV2'): AssessmentSnapshot => ({
  kind,
  version,
  digest: digest.parse(String(version % 10).repeat(64)),
  completedAt: testNow,
  completedBy: 'Maria Lindqvist',
  summary: `Version ${version}`,
  lines: [
    {
      id: benefitLineId.parse('01a00000-0000-7000-a000-000000000001'),
      side: 'benefit',
      name: 'Lägre porto',
      kind: 'financial',
      area: 'efficiency',
      organisation: sampleHeader.organisation,
      perYear: { low: 1, likely: 2, high: 3 },
      hasBaseline: true,
      hasBaselinePlan: false,
      measurements: 0,
    },
  ],
  totals: { financialBenefits: 200, redistributedBenefits: 0, costs: 100 * version },
})

export const around = { county: kalmar, now: testNow, author: authorOf(caseOfficer) }

/** The state that a transition gives; a test that begins with a refused one is wrong in itself. */
export const stateAfter = <State>(transition: Transition<State>): State => {
  if (transition.kind !== 'applied') throw new Error(`${transition.kind} ${transition.kind === 'refused' ? transition.code : ''}`)
  return transition.state
}

export const received = (phase: PhaseDefinition = samplePhase()): CaseRecord =>
  stateAfter(receiveCase(undefined, { header: sampleHeader, dossier: {}, phase: phase.phase, county: kalmar, now: testNow }))

const opinionAsked = (record: CaseRecord, id: OpinionId, unit: 'it' | 'law'): CaseRecord =>
  stateAfter(requestOpinion(record, { id, unit, question: 'Går det att driva?', dueOn: '2026-12-04' }, around))

/** Everything in place for `go`, but that law has not answered, which is not needed. */
export const readyForDecision = (phase: PhaseDefinition = samplePhase()): CaseRecord => {
  const assigned = stateAfter(assignCase(received(phase), authorOf(caseOfficer)))
  const asked = opinionAsked(opinionAsked(assigned, itOpinion, 'it'), lawOpinion, 'law')
  const answered = stateAfter(
    giveOpinion(asked, { id: itOpinion, answer: 'yes', comment: 'Ja.' }, { now: testNow, actor: specialists.it }),
  )
  const assessed = phase.assessment
    ? stateAfter(noteAssessmentCompleted(answered, assessmentVersion(1, phase.assessment)))
    : answered
  return stateAfter(
    saveSection(assessed, { section: need, content: completeNeed, status: 'complete', expectedVersion: 0 }, around),
  )
}

export const rulings = {
  go: { outcome: 'go', reason: 'Nyttan är styrkt.' },
  revise: { outcome: 'revise', reason: 'Mer behövs.', missing: ['Mätetal'] },
  hold: { outcome: 'hold', reason: 'Vänta in strategin.', wakeOn: '2026-12-14' },
  stop: { outcome: 'stop', reason: 'Marknaden saknas.', stopReason: 'marketCannotDeliver' },
} as const satisfies Record<string, Ruling>

export const decided = (
  record: CaseRecord,
  ruling: Ruling,
  evidenceDigest: Digest | undefined = record.head.pending?.digest,
): MadeDecision => {
  const decider = decisionMaker('healthDirector')
  const decision: Decision = {
    ruling,
    decidedAt: testNow,
    decidedBy: authorOf(decider),
    office: 'healthDirector',
    delegation: 'D 2.1',
    evidenceDigest: evidenceDigest ?? digest.parse('0'.repeat(64)),
  }
  const { pending, round } = record.head
  // A request that never was has the number after the last.
  const requestId = pending?.requestId ?? (`${sampleCaseId}-BP2-${round + 1}` as NonNullable<typeof pending>['requestId']) // the form that the brand stands for
  return { requestId, round: pending?.round ?? round + 1, decision }
}

export const requested = (phase: PhaseDefinition, record: CaseRecord = readyForDecision(phase)) => {
  const request = requestDecision(record, phase, record.version, around)
  if (request.kind === 'refused') throw new Error(request.code)
  return { frozen: request.frozen, record: request.state }
}

export const after = (ruling: Ruling, phase: PhaseDefinition = samplePhase()): CaseRecord => {
  const { frozen, record } = requested(phase)
  return stateAfter(applyDecision(record, decided(record, ruling), { phase, county: kalmar, now: testNow, frozen }))
}

/** The case in each status. */
export const inStatus = (status: PhaseStatus, phase: PhaseDefinition = samplePhase()): CaseRecord => {
  switch (status) {
    case 'received':
      return received(phase)
    case 'inProgress':
      return readyForDecision(phase)
    case 'awaitingDecision':
      return requested(phase).record
    case 'onHold':
      return after(rulings.hold, phase)
    case 'handedOver':
      return after(rulings.go, phase)
    case 'closed':
      return after(rulings.stop, phase)
  }
}

/** The evidence that the record waits on, or that it would be frozen as now. */
export const frozenOf = (record: CaseRecord, phase: PhaseDefinition = samplePhase()) =>
  record.head.pending
    ? requested(phase).frozen
    : freezeEvidence(record, phase, { ...around, seen: evidenceOfRecord(record, around.county) })
