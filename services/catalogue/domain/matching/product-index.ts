import type { ProductId } from '#contracts/ids.ts'
import type { CareStep, TargetGroup } from '#contracts/market.ts'
import { affirmed } from './denials.ts'
import { matchMethod } from './match-weights.ts'
import type { PassageKind } from './match-weights.ts'
import { createPassageIndex } from './passage-index.ts'
import type { PassageIndex, Slot } from './passage-index.ts'
import type { ProductProfile } from './profiles.ts'
import { sentencesOf } from './words.ts'

export interface ProductPassage {
  readonly kind: PassageKind
  readonly text: string
}

/**
 * What of a product is read, passage by passage. Not its name: a name is a mark, chosen by who sells, and says less of what
 * the product does than the supplier can say in every other field. So to rename it changes nothing.
 */
const passagesOf = ({ functions, needsMet, summary, interfaces }: ProductProfile): readonly ProductPassage[] => [
  ...functions.map((text) => ({ kind: 'function', text }) as const),
  ...needsMet.flatMap(sentencesOf).map((text) => ({ kind: 'needMet', text }) as const),
  ...sentencesOf(summary).map((text) => ({ kind: 'summary', text }) as const),
  ...interfaces
    .filter(({ status }) => status !== 'refuted')
    .map(({ standard }) => ({ kind: 'interface', text: standard }) as const),
]

/** Lists that many products have alike, each once, and which of them is whose. */
export interface Shared<Item> {
  readonly lists: readonly (readonly Item[])[]
  /** By product: the place of its list. */
  readonly listOf: Int32Array
}

/** All products side by side, to be gone through fast. Arrays of one length, in no order that means anything. */
export interface Shelf {
  readonly products: readonly ProductProfile[]
  readonly slots: Int32Array
  readonly targetGroups: Shared<TargetGroup>
  readonly careSteps: Shared<CareStep>
}

const sharedBy = <Item extends string>(
  profiles: readonly ProductProfile[],
  listIn: (profile: ProductProfile) => readonly Item[],
): Shared<Item> => {
  const placeOf = new Map<string, number>()
  const lists: (readonly Item[])[] = []
  const listOf = Int32Array.from(profiles, (profile) => {
    const list = listIn(profile)
    const key = list.join()
    const place = placeOf.get(key) ?? lists.push(list) - 1
    placeOf.set(key, place)
    return place
  })
  return { lists, listOf }
}

interface Indexed {
  readonly profile: ProductProfile
  readonly passages: readonly ProductPassage[]
}

/** Every product that can be matched, and their words. */
export interface ProductIndex {
  readonly put: (profile: ProductProfile) => void
  readonly remove: (productId: ProductId) => void
  readonly find: (productId: string) => ProductProfile | undefined
  readonly size: () => number
  readonly shelf: () => Shelf
  /** By its place among the product's passages. */
  readonly passageAt: (slot: Slot, position: number) => ProductPassage | undefined
  readonly texts: PassageIndex
}

export const createProductIndex = (): ProductIndex => {
  const products = new Map<string, Indexed>()
  const texts = createPassageIndex()
  let shelf: Shelf | undefined

  const fill = (): Shelf => {
    const profiles = [...products.values()].map(({ profile }) => profile)
    return {
      products: profiles,
      slots: Int32Array.from(profiles, ({ productId }) => texts.slotOf(productId) ?? -1),
      targetGroups: sharedBy(profiles, ({ targetGroups }) => targetGroups),
      careSteps: sharedBy(profiles, ({ careSteps }) => careSteps),
    }
  }

  return {
    put: (profile) => {
      shelf = undefined
      const passages = passagesOf(profile)
      products.set(profile.productId, { profile, passages })
      texts.put(
        profile.productId,
        passages.map(({ kind, text }) => ({ text: affirmed(text), weight: matchMethod.passages[kind] })),
      )
    },
    remove: (productId) => {
      shelf = undefined
      products.delete(productId)
      texts.remove(productId)
    },
    find: (productId) => products.get(productId)?.profile,
    size: () => products.size,
    shelf: () => {
      shelf ??= fill()
      return shelf
    },
    passageAt: (slot, position) => products.get(texts.idAt(slot))?.passages[position],
    texts,
  }
}
