import type { Text } from '#contracts/language.ts'

/** How well an answer is founded, the firmest first: somebody has looked, the supplier says so, or we judge so. */
export const answerBases = {
  verified: { sv: 'Verifierat', en: 'Verified' },
  declared: { sv: 'Leverantörens uppgift', en: 'Declared by the supplier' },
  ownJudgement: { sv: 'Vår egen bedömning', en: 'Our own judgement' },
} as const satisfies Record<string, Text>

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

/** The requirements that somebody has left unanswered, in their own order. */
export const unansweredRequirements = <R extends { readonly id: string }>(
  requirements: readonly R[],
  answers: readonly Pick<RequirementAnswer, 'requirement'>[],
): R[] => requirements.filter(({ id }) => !answers.some(({ requirement }) => requirement === id))

/** Best first: fewest must-requirements lacking, then the greatest share of the weighted ones. Equals keep their order. */
export const rankByCoverage = <P extends { readonly coverage: readonly RequirementAnswer[] }>(
  products: readonly P[],
  requirements: readonly WeighedRequirement[],
): P[] =>
  products
    .map((product) => ({ product, ...requirementCoverage(requirements, product.coverage) }))
    .toSorted((a, b) => a.mustsLacking - b.mustsLacking || b.weightedShare - a.weightedShare)
    .map(({ product }) => product)
