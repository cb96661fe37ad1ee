import type { County } from '#counties/county.ts'
import { dayOf } from '#calendar/working-days.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { refused, unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { BenefitsRefusalCode } from '../refusals.ts'
import { frozenBefore } from './case-benefits.ts'
import type { AssessmentVersion, CaseBenefits } from './case-benefits.ts'
import { tellPhase, withVersion } from './change-assessment.ts'
import type { Surroundings } from './change-assessment.ts'
import { findIncomplete } from './completeness.ts'
import { whyLocked } from './editability.ts'
import { calculationOf, readReckoning, summarise } from './reckon.ts'
import { snapshotOf } from './snapshot.ts'

/**
 * Marks the current version complete, when it is whole for its stage, and tells the phase. A version that already
 * is complete stays as it is.
 */
export const completeAssessment = (
  record: CaseBenefits,
  { kind, expectedVersion }: { kind: AssessmentKind; expectedVersion: number },
  { now, author, county }: Surroundings & { county: County },
): Transition<CaseBenefits, BenefitsRefusalCode | 'staleVersion'> => {
  const locked = whyLocked(record, kind)
  if (locked) return locked
  const current = record.assessments[kind]?.current
  if (!current) return refused('assessmentEmpty')
  if (current.version !== expectedVersion) return refused('staleVersion')
  if (current.status === 'complete') return unchanged

  const { measured } = record.head
  const today = dayOf(now)
  const reckoning = readReckoning(current.content, kind, county.benefitParameters, today)
  const problems = findIncomplete(current.content, {
    kind,
    before: frozenBefore(record, kind)?.content,
    measured,
    today,
    unreckoned: reckoning.read.problems,
  })
  if (problems.length > 0) return refused('assessmentIncomplete', problems)

  const version = current.version + 1
  // With its basis written out, so that the same is reckoned whenever it is asked for.
  const content = { ...current.content, basis: reckoning.basis }
  const calculation = summarise(reckoning, calculationOf(reckoning))
  const complete: AssessmentVersion = {
    kind,
    version,
    status: 'complete',
    savedAt: now,
    savedBy: author,
    content,
    snapshot: snapshotOf({ kind, version, content, completedAt: now, completedBy: author.name }, measured, calculation),
  }
  return withVersion(record, complete, [tellPhase(complete, record.head.phase)])
}
