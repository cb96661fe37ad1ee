export interface WeighedRequirement {
  readonly id: string
  readonly level: 'must' | 'weighted'
  readonly weight?: number | undefined
}

export interface RequirementAnswer {
  readonly requirement: string
  readonly answer: 'yes' | 'partly' | 'no'
}

export interface Coverage {
  /** Must-requirements that are not met in full. A `partly` is a no: a must has no half. */
  readonly mustsLacking: number
  /** 0-1 of the weighted requirements' weight; `partly` counts half. 1 where there are none. */
  readonly weightedShare: number
}

const shareOf = { yes: 1, partly: 0.5, no: 0 } as const

export const requirementCoverage = (
  requirements: readonly WeighedRequirement[],
  answers: readonly RequirementAnswer[],
): Coverage => {
  const answerTo = (id: string) => answers.find(({ requirement }) => requirement === id)?.answer ?? 'no'
  const weighted = requirements.filter(({ level }) => level === 'weighted')
  const total = weighted.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
  return {
    mustsLacking: requirements.filter(({ id, level }) => level === 'must' && answerTo(id) !== 'yes').length,
    weightedShare:
      total === 0 ? 1 : weighted.reduce((sum, { id, weight }) => sum + (weight ?? 0) * shareOf[answerTo(id)], 0) / total,
  }
}

/** Best first: fewest must-requirements lacking, then the greatest share of the weighted ones. Equals keep their order. */
export const rankByCoverage = <P extends { readonly coverage: readonly RequirementAnswer[] }>(
  products: readonly P[],
  requirements: readonly WeighedRequirement[],
): P[] =>
  products
    .map((product) => ({ product, ...requirementCoverage(requirements, product.coverage) }))
    .toSorted((a, b) => a.mustsLacking - b.mustsLacking || b.weightedShare - a.weightedShare)
    .map(({ product }) => product)
