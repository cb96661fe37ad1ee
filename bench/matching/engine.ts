import { createProductIndex } from '../../services/catalogue/domain/matching/product-index.ts'
import type { ProductIndex } from '../../services/catalogue/domain/matching/product-index.ts'
import { rankProducts } from '../../services/catalogue/domain/matching/rank-products.ts'
import { needProfileOf, profileOf } from './labelled-set.ts'
import type { LabelledProduct } from './labelled-set.ts'
import type { Ranker } from './peers.ts'

const shown = 10

export const indexOf = (products: readonly LabelledProduct[]): ProductIndex => {
  const index = createProductIndex()
  for (const product of products) index.put(profileOf(product))
  return index
}

/** The engine as the catalogue's api runs it. */
export const engine = (products: readonly LabelledProduct[]): Ranker => {
  const index = indexOf(products)
  return {
    name: 'matching engine',
    rank: (need) => rankProducts(index, needProfileOf(need), shown).products.map(({ product }) => product.productId),
  }
}
