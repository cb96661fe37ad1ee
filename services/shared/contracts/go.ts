import type { JudgedCriterion } from './evidence.ts'

/** The mandatory criteria that are not met. `go` is possible when there are none: whoever asks, whatever office. */
export const unmetMandatory = (criteria: readonly JudgedCriterion[]): JudgedCriterion[] =>
  criteria.filter((criterion) => criterion.isMandatory && criterion.status !== 'met')
