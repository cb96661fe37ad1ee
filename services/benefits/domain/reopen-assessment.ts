import type { AssessmentKind } from '#contracts/words.ts'
import { refused, unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { BenefitsRefusalCode } from '../refusals.ts'
import type { AssessmentVersion, CaseBenefits } from './case-benefits.ts'
import { tellPhase, withVersion } from './change-assessment.ts'
import type { Surroundings } from './change-assessment.ts'
import { whyLocked } from './editability.ts'

/** Makes a complete assessment a draft again, with the same content, and tells the phase to forget it. A draft stays as it is. */
export const reopenAssessment = (
  record: CaseBenefits,
  { kind, expectedVersion }: { kind: AssessmentKind; expectedVersion: number },
  { now, author }: Surroundings,
): Transition<CaseBenefits, BenefitsRefusalCode | 'staleVersion'> => {
  const locked = whyLocked(record, kind)
  if (locked) return locked
  const current = record.assessments[kind]?.current
  if (!current) return refused('assessmentEmpty')
  if (current.version !== expectedVersion) return refused('staleVersion')
  if (current.status === 'draft') return unchanged

  const { content } = current
  const draft: AssessmentVersion = { kind, version: current.version + 1, status: 'draft', savedAt: now, savedBy: author, content }
  return withVersion(record, draft, [tellPhase(draft, record.head.phase)])
}
