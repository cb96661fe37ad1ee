import type { EvaluationId } from '#contracts/ids.ts'
import type { ClaimStatus } from '#contracts/market.ts'
import type { NeededRequirement, ProductProfile } from './profiles.ts'

/** How far a product is known to meet a requirement, best first. `missing` is known not to; of the others nobody knows. */
export const coverages = ['verified', 'declared', 'unknown', 'missing'] as const
export type Coverage = (typeof coverages)[number]

/** What says so. */
export type Grounds =
  | { readonly kind: 'claim'; readonly status: ClaimStatus }
  | { readonly kind: 'evaluation'; readonly evaluationId: EvaluationId }
  /** The supplier's own words, read by a machine: somebody has to look. */
  | { readonly kind: 'passage'; readonly text: string }

export interface RequirementAnswer {
  readonly requirement: NeededRequirement
  readonly coverage: Coverage
  /** Nothing, where nobody has said anything. */
  readonly grounds: readonly Grounds[]
}

/** What each coverage counts. Unknown is worth asking about; known not to meet is not. */
const worth = { verified: 1, declared: 0.65, unknown: 0.2, missing: 0 } as const satisfies Record<Coverage, number>

/** A must counts as much as the heaviest of those that are weighted. */
const mustWeight = 10
const middlingWeight = 5

const weightOf = ({ level, weight }: NeededRequirement): number => (level === 'must' ? mustWeight : (weight ?? middlingWeight))

/** Claims and evaluations as a product has them, looked up once for many requirements. */
export interface Assurances {
  readonly claims: ReadonlyMap<string, ClaimStatus>
  readonly evaluations: ProductProfile['evaluations']
}

export const assurancesOf = ({ claims, evaluations }: ProductProfile): Assurances => ({
  claims: new Map(claims.map(({ requirementId, status }) => [requirementId, status])),
  evaluations,
})

/**
 * What is known of a requirement. A claim that has been looked at, or an evaluation that came out well, verifies; one that
 * was found not to hold, or an evaluation that came out badly, says that it is missing - whatever the supplier declares, and
 * unless the claim itself was verified. A text that says it is the supplier's own word.
 */
export const answerTo = (
  requirement: NeededRequirement,
  { claims, evaluations }: Assurances,
  passage: string | undefined,
): RequirementAnswer => {
  const { libraryId } = requirement
  const status = libraryId === undefined ? undefined : claims.get(libraryId)
  const evaluated = libraryId === undefined ? [] : evaluations.filter(({ requirementIds }) => requirementIds.includes(libraryId))
  const grounds: readonly Grounds[] = [
    ...(status === undefined ? [] : [{ kind: 'claim', status } as const]),
    ...evaluated.map(({ evaluationId }) => ({ kind: 'evaluation', evaluationId }) as const),
    ...(passage === undefined ? [] : [{ kind: 'passage', text: passage } as const]),
  ]
  const told = (coverage: Coverage): RequirementAnswer => ({ requirement, coverage, grounds })
  if (status === 'verified') return told('verified')
  if (status === 'refuted' || evaluated.some(({ isPositive }) => !isPositive)) return told('missing')
  if (evaluated.length > 0) return told('verified')
  return told(status === 'declared' || passage !== undefined ? 'declared' : 'unknown')
}

/** 0-1 over all requirements, by their weights; undefined when there are none. */
export const coverageValue = (answers: readonly RequirementAnswer[]): number | undefined => {
  const weights = answers.reduce((sum, { requirement }) => sum + weightOf(requirement), 0)
  if (weights === 0) return undefined
  return answers.reduce((sum, { requirement, coverage }) => sum + weightOf(requirement) * worth[coverage], 0) / weights
}
