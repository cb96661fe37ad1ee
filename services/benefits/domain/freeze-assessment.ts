import type { Evidence } from '#contracts/evidence.ts'
import { fact } from '#contracts/event.ts'
import { assessmentFrozen } from '#contracts/events.ts'
import { assessmentOf } from '#contracts/flow.ts'
import type { DecisionRequestId } from '#contracts/ids.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { BenefitsRefusalCode } from '../refusals.ts'
import type { AssessmentVersion, CaseBenefits } from './case-benefits.ts'
import { isOutdated, movedHead, newCaseBenefits, placeOf } from './follow-case.ts'

export interface RequestedDecision {
  readonly requestId: DecisionRequestId
  readonly evidence: Evidence
  /** When the phase asked for it. */
  readonly time: string
  /** The version that the evidence names, as it is kept here. */
  readonly named: AssessmentVersion | undefined
}

const agrees = ({ evidence, named }: RequestedDecision): boolean => {
  const { assessment, phase } = evidence
  if (!assessment) return true
  return assessment.kind === assessmentOf[phase] && named?.snapshot?.digest === assessment.digest
}

const frozen = (record: CaseBenefits, { requestId, named }: RequestedDecision, now: string): CaseBenefits['assessments'] => {
  const assessment = named && record.assessments[named.kind]
  return assessment
    ? { ...record.assessments, [named.kind]: { ...assessment, frozen: { version: named, requestId, frozenAt: now } } }
    : record.assessments
}

/**
 * The phase has asked its gate for a decision: the version in the evidence is frozen - also when a later one has
 * been saved in the meantime - and the assessment is locked. Evidence without an assessment only locks.
 */
export const freezeAssessment = (
  existing: CaseBenefits | undefined,
  requested: RequestedDecision,
  now: string,
): Transition<CaseBenefits, BenefitsRefusalCode> => {
  const { requestId, evidence, time, named } = requested
  const moment = { phase: evidence.phase, time }
  const record = existing ?? newCaseBenefits(evidence.case, moment)
  const { head } = record
  if (!agrees(requested)) return refused('evidenceDisagrees')

  // The answer has overtaken the question: what was decided on is frozen, and the case goes on from where it is.
  const isDecidedFor = placeOf(head, moment.phase) < 0 || (placeOf(head, moment.phase) === 0 && head.standing === 'closed')
  const isKnown = placeOf(head, moment.phase) === 0 && (evidence.round <= head.round || isOutdated(head, moment))
  if (isDecidedFor ? !named || record.assessments[named.kind]?.frozen : isKnown) return unchanged

  const facts = named ? [fact(assessmentFrozen, { kind: named.kind, version: named.version, requestId })] : []
  const moved = { ...movedHead(head, moment, 'awaitingDecision'), round: evidence.round, evidenceVersion: named?.version ?? 0 }
  return applied(
    { head: isDecidedFor ? head : moved, version: record.version + 1, assessments: frozen(record, requested, now) },
    ...facts,
  )
}
