import { createNeedIndex } from '../../domain/matching/need-index.ts'
import type { NeedIndex } from '../../domain/matching/need-index.ts'
import { askFor } from '../../domain/matching/need-question.ts'
import type { NeedQuestion } from '../../domain/matching/need-question.ts'
import { askProducts } from '../../domain/matching/rank-products.ts'
import { createProductIndex } from '../../domain/matching/product-index.ts'
import type { ProductIndex } from '../../domain/matching/product-index.ts'
import type { NeedProfile } from '../../domain/matching/profiles.ts'
import type { KnownNeed, NeedListing } from './need-repository.ts'
import type { ListedProduct, ProductListing } from './product-listing.ts'

/** Need and supply as they stand, in memory. */
export interface MarketView {
  readonly products: ProductIndex
  /** What is shown of a product beside its rank. Nothing of it is ranked by. */
  readonly listed: ReadonlyMap<string, ListedProduct>
  readonly needs: NeedIndex
  readonly known: ReadonlyMap<string, KnownNeed>
  /** A known need in its own words, ready to be held against products. */
  readonly nearBy: (need: NeedProfile) => NeedQuestion
  /** The same as products are ranked for it. */
  readonly closely: (need: NeedProfile) => NeedQuestion
}

/** What changes is seen after this long at the latest, on every instance. */
const followEveryMilliseconds = 5_000

export const profileOf = ({ needId, title, description, functions, targetGroups, careSteps }: KnownNeed): NeedProfile => ({
  needId,
  title,
  description,
  functions,
  targetGroups,
  careSteps,
  requirements: [],
})

/** Questions that were made and still hold: a need is the same, and so are the products that it was asked of. */
const createMemory = (make: (need: NeedProfile) => NeedQuestion, revision: () => number) => {
  const made = new Map<string, { readonly need: NeedProfile; readonly revision: number; readonly question: NeedQuestion }>()
  return {
    of: (need: NeedProfile): NeedQuestion => {
      const ready = made.get(need.needId)
      if (ready?.revision === revision() && ready.need === need) return ready.question
      const question = make(need)
      made.set(need.needId, { need, revision: revision(), question })
      return question
    },
    forget: (needId: string): void => {
      made.delete(needId)
    },
  }
}

/**
 * Follows what is published and what is needed. Everything is read when a function starts cold; after that only what has
 * changed, and at most so often.
 */
export const createMarket = (parts: { readonly listing: ProductListing; readonly needs: NeedListing }) => {
  const products = createProductIndex()
  const listed = new Map<string, ListedProduct>()
  const needs = createNeedIndex()
  const known = new Map<string, KnownNeed>()
  const nearBy = createMemory((need) => askFor(products.texts, need), products.texts.revision)
  const closely = createMemory((need) => askProducts(products, need), products.texts.revision)
  let productMark: string | undefined
  let needMark: string | undefined
  let followedAt: number | undefined

  const followProducts = async (): Promise<void> => {
    const { changes, mark } = await parts.listing.changedSince(productMark)
    for (const change of changes)
      if (change.kind === 'listed') {
        products.put(change.product.profile)
        listed.set(change.product.profile.productId, change.product)
      } else {
        products.remove(change.productId)
        listed.delete(change.productId)
      }
    productMark = mark
  }

  const followNeeds = async (): Promise<void> => {
    const { changes, mark } = await parts.needs.changedSince(needMark)
    for (const change of changes)
      if (change.kind === 'open') {
        needs.put(profileOf(change.need))
        known.set(change.need.needId, change.need)
      } else {
        needs.remove(change.needId)
        known.delete(change.needId)
        nearBy.forget(change.needId)
        closely.forget(change.needId)
      }
    needMark = mark
  }

  const follow = async (now: number): Promise<void> => {
    if (followedAt !== undefined && now - followedAt < followEveryMilliseconds) return
    await Promise.all([followProducts(), followNeeds()])
    followedAt = now
  }

  const view: MarketView = {
    products,
    listed,
    needs,
    known,
    nearBy: nearBy.of,
    closely: closely.of,
  }

  let following: Promise<void> = Promise.resolve()
  return {
    /** @param now RFC 3339 in UTC */
    asOf: async (now: string): Promise<MarketView> => {
      // One at a time: two that read from the same mark would both move it. One that failed is tried again by the next.
      const turn = () => follow(Date.parse(now))
      following = following.then(turn, turn)
      await following
      return view
    },
  }
}
export type Market = ReturnType<typeof createMarket>
