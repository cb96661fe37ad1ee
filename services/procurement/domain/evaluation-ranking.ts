/** One award criterion with its weight in parts of a hundred. */
export interface WeightedCriterion {
  readonly id: string
  readonly kind: 'price' | 'quality'
  readonly weight: number
}

export interface ScoredTender {
  readonly id: string
  /** Öre, the sum that the documents compare. */
  readonly price: number
  readonly isQualified: boolean
  readonly unmetRequirements: readonly string[]
  readonly isRejected: boolean
  /** What each evaluator gave, before they met. */
  readonly scores: readonly { readonly criterion: string; readonly evaluator: string; readonly score: number }[]
  /** What they agreed on, per quality criterion. */
  readonly consensus: readonly { readonly criterion: string; readonly score: number }[]
}

export interface Scale {
  /** The highest score of a quality criterion; the lowest is 0. */
  readonly maxScore: number
}

export interface Ranked {
  readonly tender: string
  readonly rank: number
  /** Parts of a hundred, rounded to two decimals. */
  readonly points: number
}

/** Qualified, every must-requirement met and not rejected: only such a tender may win (LOU 16:1, 14:1). */
export const isInContention = (tender: ScoredTender): boolean =>
  tender.isQualified && tender.unmetRequirements.length === 0 && !tender.isRejected

const hundredth = (value: number): number => Math.round(value * 100) / 100

/**
 * The points of a tender: each quality criterion gives its weight times the agreed score's share of the
 * highest; price gives its weight times the lowest price compared over the tender's own. Higher is better,
 * 100 at most. A criterion without an agreed score gives nothing.
 */
export const pointsOf = (
  tender: ScoredTender,
  criteria: readonly WeightedCriterion[],
  lowestPrice: number,
  { maxScore }: Scale,
): number =>
  hundredth(
    criteria.reduce((sum, criterion) => {
      if (criterion.kind === 'price') return sum + criterion.weight * (tender.price === 0 ? 1 : lowestPrice / tender.price)
      const agreed = tender.consensus.find((line) => line.criterion === criterion.id)
      return sum + criterion.weight * ((agreed?.score ?? 0) / maxScore)
    }, 0),
  )

/** Ranks the tenders given, best first. Equal points share a rank; among them the order is that of the list. */
export const rankTenders = (
  tenders: readonly ScoredTender[],
  criteria: readonly WeightedCriterion[],
  scale: Scale,
): readonly Ranked[] => {
  const lowestPrice = Math.min(...tenders.map((tender) => tender.price))
  const scored = tenders
    .map((tender) => ({ tender: tender.id, points: pointsOf(tender, criteria, lowestPrice, scale) }))
    .toSorted((a, b) => b.points - a.points)
  return scored.map(({ tender, points }) => ({ tender, points, rank: scored.findIndex((other) => other.points === points) + 1 }))
}

export interface Unevaluated {
  readonly criterion: string
  readonly why: 'noConsensus' | 'tooFewEvaluators'
}

/** Each quality criterion that a tender has no agreed score for, or fewer than two evaluators' scores. */
export const unevaluated = (tender: ScoredTender, criteria: readonly WeightedCriterion[]): readonly Unevaluated[] =>
  criteria
    .filter((criterion) => criterion.kind === 'quality')
    .flatMap(({ id }): Unevaluated[] => {
      const evaluators = new Set(tender.scores.filter((line) => line.criterion === id).map((line) => line.evaluator))
      if (evaluators.size < 2) return [{ criterion: id, why: 'tooFewEvaluators' }]
      return tender.consensus.some((line) => line.criterion === id) ? [] : [{ criterion: id, why: 'noConsensus' }]
    })
