import type { ProductId } from '#contracts/ids.ts'
import type { ShownProduct } from '../../domain/products/shown-product.ts'

export type ShownChange =
  | { readonly kind: 'listed'; readonly shown: ShownProduct }
  | { readonly kind: 'withdrawn'; readonly productId: ProductId }

/** What everybody may see, to be followed by what has changed since a mark. */
export interface ShownProducts {
  /** Oldest change first; a product that has changed twice comes once, as it is. */
  readonly changedSince: (
    mark: string | undefined,
  ) => Promise<{ readonly changes: readonly ShownChange[]; readonly mark: string | undefined }>
}

export interface Catalogue {
  /** Everything that is shown now. */
  readonly all: () => Promise<readonly ShownProduct[]>
}

/** Keeps what is shown in memory and reads only what has changed since it was asked last. */
export const createCatalogue = ({ changedSince }: ShownProducts): Catalogue => {
  const known = new Map<ProductId, ShownProduct>()
  let mark: string | undefined
  const follow = async (): Promise<void> => {
    const read = await changedSince(mark)
    for (const change of read.changes) {
      if (change.kind === 'listed') known.set(change.shown.productId, change.shown)
      else known.delete(change.productId)
    }
    mark = read.mark
  }
  let following: Promise<void> = Promise.resolve()
  return {
    all: async () => {
      // One at a time: two that read from the same mark would both set it.
      following = following.then(follow, follow)
      await following
      return [...known.values()]
    },
  }
}
