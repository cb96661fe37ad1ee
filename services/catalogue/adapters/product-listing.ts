import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { productId } from '#contracts/ids.ts'
import type { Item, Table } from '#lambda/table.ts'
import type { ListedProduct, ListingChange, ProductListing } from '../application/matching/product-listing.ts'
import type { ShownChange, ShownProducts } from '../application/products/shown-products.ts'
import type { CallOffs } from '../application/systems/call-offs.ts'
import { profileOf } from '../domain/products/product-profile.ts'
import { shownProduct } from '../domain/products/shown-product.ts'
import type { ShownProduct } from '../domain/products/shown-product.ts'
import { listings } from './catalogue-rows.ts'
import { changedRows } from './follow-changes.ts'

const withdrawnRow = z.object({ productId })

const toChange = ({ status, body }: Item): ShownChange =>
  status === 'listed'
    ? { kind: 'listed', shown: shownProduct.parse(body) }
    : { kind: 'withdrawn', productId: withdrawnRow.parse(body).productId }

export const createShownProducts = (table: Table): ShownProducts => ({
  changedSince: async (mark) => {
    const changed = await changedRows(table, listings.products, mark)
    return { changes: changed.rows.map(toChange), mark: changed.mark }
  },
})

const listedOf = async (
  shown: ShownProduct,
  { holdersOf, day }: { holdersOf: CallOffs['holdersOf']; day: string },
): Promise<ListedProduct> => {
  const { company, published } = shown
  const { price, readiness } = published.content
  const callOff = await holdersOf({
    name: published.content.name,
    companyId: company.companyId,
    companyName: company.name,
  })
  return {
    profile: profileOf(shown, day, callOff),
    companyId: company.companyId,
    companyName: company.name,
    companySize: company.size,
    priceFrom: price?.from,
    priceTo: price?.to,
    readiness,
  }
}

/**
 * What matching follows. An evaluation that expires changes its row; a contract of the system map does not, so `callOff` is
 * as it was when the product was read.
 *
 * @param clock RFC 3339 in UTC: an evaluation is valid on a day
 */
export const createProductListing = (
  shown: ShownProducts,
  { holdersOf, clock }: { holdersOf: CallOffs['holdersOf']; clock: () => string },
): ProductListing => ({
  changedSince: async (mark) => {
    const read = await shown.changedSince(mark)
    const day = dayOf(clock())
    const changes = await Promise.all(
      read.changes.map(async (change): Promise<ListingChange> =>
        change.kind === 'listed' ? { kind: 'listed', product: await listedOf(change.shown, { holdersOf, day }) } : change,
      ),
    )
    return { changes, mark: read.mark }
  },
})
