export interface WeightedCriterion {
  readonly id: string
  /** Parts of the sum of all weights. */
  readonly weight: number
}

export interface CriterionScore {
  readonly criterion: string
  /** 0-5. */
  readonly score: number
}

export const highestScore = 5

/** The county's criteria that have no score yet. */
export const unscoredCriteria = <C extends WeightedCriterion>(criteria: readonly C[], scores: readonly CriterionScore[]): C[] =>
  criteria.filter(({ id }) => !scores.some(({ criterion }) => criterion === id))

/**
 * The weighted priority of a case, 0-100 with one decimal, that cases are ranked by at BP1 (RUVeS 5.1).
 * Undefined while any criterion lacks its score: half a judgement must not be compared with a whole one.
 * A score under a criterion that the county does not have counts for nothing.
 */
export const priorityScore = (criteria: readonly WeightedCriterion[], scores: readonly CriterionScore[]): number | undefined => {
  const totalWeight = criteria.reduce((sum, { weight }) => sum + weight, 0)
  if (totalWeight === 0 || unscoredCriteria(criteria, scores).length > 0) return undefined
  const reached = criteria.reduce(
    (sum, { id, weight }) => sum + weight * (scores.find(({ criterion }) => criterion === id)?.score ?? 0),
    0,
  )
  return Math.round((1_000 * reached) / (totalWeight * highestScore)) / 10
}
