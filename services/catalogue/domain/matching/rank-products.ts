import { leastRelevance, matchMethod } from './match-weights.ts'
import { matchProduct, scoreAtMost } from './match-product.ts'
import type { Match } from './match-product.ts'
import { askFor } from './need-question.ts'
import type { NeedQuestion } from './need-question.ts'
import { neighbourWords } from './neighbour-words.ts'
import { neutralOrder } from './neutral-order.ts'
import type { Slot } from './passage-index.ts'
import type { ProductIndex, Shelf } from './product-index.ts'
import type { NeededRequirement, NeedProfile, ProductProfile } from './profiles.ts'
import { careStepsFit, mostTakenOff, takenOffBy, targetGroupsFit } from './relevance.ts'
import { prepare, textScores } from './text-score.ts'

export interface RankedProduct extends Match {
  readonly rank: number
  readonly product: ProductProfile
}

/** What none of the products that answer the need best offers, by id. */
export interface Gaps {
  readonly functions: readonly string[]
  readonly requirements: readonly string[]
}

export interface Ranking {
  readonly products: readonly RankedProduct[]
  /** How many were looked at. */
  readonly outOf: number
  readonly gaps: Gaps
}

/** So many of the products that answer the need best are asked before a function or a requirement is called a gap. */
const askedAboutGaps = 50

/** More than rounding can move a score past its bound. */
const roundedOff = 1e-5

interface Candidate {
  readonly slot: Slot
  readonly product: ProductProfile
  /** The score is at most this: the relevance, were every function offered. */
  readonly atMost: number
}

/** The so manieth largest; 0 when there are fewer. */
const largest = (values: Float64Array, position: number): number => {
  const top = new Float64Array(position)
  for (const value of values) {
    // The array is as long as the position, and is kept in ascending order.
    if (value <= (top[0] as number)) continue
    let at = 1
    for (; at < position && (top[at] as number) < value; at += 1) top[at - 1] = top[at] as number
    top[at - 1] = value
  }
  return top[0] ?? 0
}

/** By product of the shelf: what target groups and steps of care leave of the words. */
const fitsOn = ({ targetGroups, careSteps, products }: Shelf, need: NeedProfile): Float64Array => {
  const byGroups = targetGroups.lists.map((list) => takenOffBy('targetGroups', targetGroupsFit(need, list)))
  const bySteps = careSteps.lists.map((list) => takenOffBy('careSteps', careStepsFit(need, list)))
  return new Float64Array(products.length).map(
    // The shelf names lists that there are.
    (_, at) => 1 - (byGroups[targetGroups.listOf[at] as number] as number) - (bySteps[careSteps.listOf[at] as number] as number),
  )
}

/**
 * The products that may be among the `limit` first, those that may be best first; of equal ones, in the order that is drawn
 * for the need. A product's score can only be so much below its bound, so what is far below that of the last that is
 * wanted cannot come in.
 */
const candidatesFor = (
  index: ProductIndex,
  { need, whole }: NeedQuestion,
  fits: Float64Array,
  limit: number,
): readonly Candidate[] => {
  const said = textScores(index.texts, whole)
  const { products, slots } = index.shelf()
  const bounds = fits.map((fit, at) => Math.sqrt(said[slots[at] ?? -1] ?? 0) * fit)
  const least = Math.max(leastRelevance, largest(bounds, limit) * (1 - mostTakenOff(need)) - roundedOff)
  const found: Candidate[] = []
  for (let at = 0; at < bounds.length; at += 1) {
    // The shelf's arrays are of one length.
    const atMost = bounds[at] as number
    if (atMost >= least) found.push({ slot: slots[at] as number, product: products[at] as ProductProfile, atMost })
  }
  const inNeutralOrder = neutralOrder(need.needId)
  return found.toSorted(
    (one, other) => other.atMost - one.atMost || inNeutralOrder(one.product.productId, other.product.productId),
  )
}

/** A need as products are ranked for it: what it says, and what the products that answer it best say alike. */
const askedWithNeighbours = (index: ProductIndex, need: NeedProfile, fits: Float64Array): NeedQuestion => {
  const question = askFor(index.texts, need)
  const nearest = candidatesFor(index, question, fits, matchMethod.neighbours.products).map(({ slot, atMost }) => ({
    slot,
    score: atMost ** 2,
  }))
  const words = [...question.words, ...neighbourWords(index.texts, nearest)]
  return { ...question, words, whole: prepare(index.texts, words) }
}

export const askProducts = (index: ProductIndex, need: NeedProfile): NeedQuestion =>
  askedWithNeighbours(index, need, fitsOn(index.shelf(), need))

/**
 * The products that answer the need best, best first; equal ones as the lot falls for this need (neutral-order.ts). Those
 * whose bound is below the last that is in need no closer look: the rank is the same as if all had been looked at.
 */
export const rankProducts = (index: ProductIndex, need: NeedProfile, limit: number): Ranking => {
  const fits = fitsOn(index.shelf(), need)
  const question = askedWithNeighbours(index, need, fits)
  const inNeutralOrder = neutralOrder(need.needId)
  let best: (Match & { readonly product: ProductProfile })[] = []
  const notOffered = new Set(need.functions.map(({ id }) => id))
  const unmet = new Set<NeededRequirement>(need.requirements)

  for (const [position, { slot, product, atMost }] of candidatesFor(
    index,
    question,
    fits,
    Math.max(limit, askedAboutGaps),
  ).entries()) {
    const last = best[limit - 1]
    const isAskedAboutGaps = position < askedAboutGaps
    if (last && !isAskedAboutGaps) {
      if (atMost + roundedOff < last.score) break
      if (scoreAtMost(atMost, need, product) + roundedOff < last.score) continue
    }
    const match = matchProduct(index, question, slot, product)
    if (isAskedAboutGaps) {
      for (const { id, isOffered } of match.functions) if (isOffered) notOffered.delete(id)
      for (const { requirement, coverage } of match.requirements)
        if (coverage === 'verified' || coverage === 'declared') unmet.delete(requirement)
    }
    if (match.relevance < leastRelevance || (last && match.score < last.score)) continue
    best = [...best, { ...match, product }]
      .toSorted((one, other) => other.score - one.score || inNeutralOrder(one.product.productId, other.product.productId))
      .slice(0, limit)
  }

  return {
    products: best.map((match, position) => ({ ...match, rank: position + 1 })),
    outOf: index.size(),
    gaps: { functions: [...notOffered], requirements: [...unmet].map(({ id }) => id) },
  }
}
