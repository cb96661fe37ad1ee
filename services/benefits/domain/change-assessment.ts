import type { Author } from '#contracts/actor.ts'
import type { Fact } from '#contracts/event.ts'
import { fact } from '#contracts/event.ts'
import { assessmentCompleted, assessmentReopened } from '#contracts/events.ts'
import type { Phase } from '#contracts/words.ts'
import { applied } from '#lambda/outcome.ts'
import type { Applied } from '#lambda/outcome.ts'
import type { AssessmentVersion, CaseBenefits } from './case-benefits.ts'

export interface Surroundings {
  readonly now: string
  readonly author: Author
}

/** The record with a new current version of one assessment. */
export const withVersion = (record: CaseBenefits, current: AssessmentVersion, facts: readonly Fact[]): Applied<CaseBenefits> =>
  applied(
    {
      ...record,
      version: record.version + 1,
      assessments: { ...record.assessments, [current.kind]: { ...record.assessments[current.kind], current } },
    },
    ...facts,
  )

/** What the phase must know of an assessment as it now is: the whole of it when complete, otherwise to forget it. */
export const tellPhase = ({ kind, version, snapshot }: AssessmentVersion, phase: Phase): Fact =>
  snapshot
    ? fact(assessmentCompleted, { phase, snapshot }, { phase })
    : fact(assessmentReopened, { phase, kind, version }, { phase })
