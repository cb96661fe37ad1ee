import { assessmentOf } from '#contracts/flow.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { refused } from '#lambda/outcome.ts'
import type { Refused } from '#lambda/outcome.ts'
import type { CaseBenefits } from './case-benefits.ts'

export type LockCode = 'assessmentFrozen' | 'assessmentNotInTurn' | 'decisionPending' | 'caseOnHold' | 'caseClosed'

/** Only the assessment that the case's phase asks for can be written, and only while the phase works on it. */
export const whyLocked = ({ head, assessments }: CaseBenefits, kind: AssessmentKind): Refused<LockCode> | undefined => {
  const isInTurn = assessmentOf[head.phase] === kind
  if (isInTurn && head.standing === 'awaitingDecision') return refused('decisionPending')
  if (assessments[kind]?.frozen) return refused('assessmentFrozen')
  if (head.standing === 'closed') return refused('caseClosed')
  if (!isInTurn) return refused('assessmentNotInTurn')
  return head.standing === 'onHold' ? refused('caseOnHold') : undefined
}

/** The one assessment that can be written now. */
export const editableKind = (record: CaseBenefits): AssessmentKind | undefined => {
  const kind = assessmentOf[record.head.phase]
  return kind && !whyLocked(record, kind) ? kind : undefined
}
