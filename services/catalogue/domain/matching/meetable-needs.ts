import { leastRelevance } from './match-weights.ts'
import { matchProduct } from './match-product.ts'
import type { Match } from './match-product.ts'
import type { NeedQuestion } from './need-question.ts'
import { neutralOrder } from './neutral-order.ts'
import type { ProductIndex } from './product-index.ts'
import type { NeedProfile, ProductProfile } from './profiles.ts'
import { relevanceOf, statedFit } from './relevance.ts'
import { read, textScore } from './text-score.ts'

export interface MeetableNeed extends Match {
  readonly rank: number
  readonly needId: string
}

/** So many are looked at closely, of those that by their own words come nearest. */
const lookedAtClosely = 60

/**
 * The needs that a product answers best, best first: the same score, for the same reasons, as when the need looks for
 * products. It says nothing of how many others answer the need better.
 *
 * @param nearBy the needs by their own words, asked of the same index
 * @param closely a need as products are ranked for it
 */
export const meetableNeeds = (
  index: ProductIndex,
  product: ProductProfile,
  nearBy: readonly NeedQuestion[],
  closely: (need: NeedProfile) => NeedQuestion,
  limit: number,
): readonly MeetableNeed[] => {
  const slot = index.texts.slotOf(product.productId)
  if (slot === undefined) return []
  const inNeutralOrder = neutralOrder(product.productId)
  const reading = read(index.texts, slot)
  return nearBy
    .map(({ need, whole }) => ({
      need,
      relevance: relevanceOf(textScore(whole, reading), { functions: undefined, ...statedFit(need, product) }).relevance,
    }))
    .filter(({ relevance }) => relevance > 0)
    .toSorted((one, other) => other.relevance - one.relevance || inNeutralOrder(one.need.needId, other.need.needId))
    .slice(0, lookedAtClosely)
    .map(({ need }) => ({ needId: need.needId, ...matchProduct(index, closely(need), slot, product) }))
    .filter(({ relevance }) => relevance >= leastRelevance)
    .toSorted((one, other) => other.score - one.score || inNeutralOrder(one.needId, other.needId))
    .slice(0, limit)
    .map((match, position) => ({ ...match, rank: position + 1 }))
}
