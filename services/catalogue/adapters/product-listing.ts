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

/** Follows the rows of what is shown by when they changed, read from the newest until what is known. */

/**
 * How long a row may take to reach the index, and clocks may differ: a row that turns up late with an older time is still
 * found by whoever looks this far back.
 */
const lateMilliseconds = 60_000
const pageSize = 100

/** How far a reader has come: the newest order that it has seen, and what it has had of the stretch that is looked at anew. */
const storedMark = z.object({ upTo: z.string(), seen: z.array(z.string()) })

const orderOf = ({ attributes }: Item): string => attributes?.['listingOrder'] ?? ''

const lookBackFrom = (order: string): string =>
  new Date(Date.parse(order.slice(0, order.indexOf('#'))) - lateMilliseconds).toISOString()

const withdrawnRow = z.object({ productId })

const toChange = ({ status, body }: Item): ShownChange =>
  status === 'listed'
    ? { kind: 'listed', shown: shownProduct.parse(body) }
    : { kind: 'withdrawn', productId: withdrawnRow.parse(body).productId }

export const createShownProducts = (table: Table): ShownProducts => {
  const newestUntil = async (oldest: string): Promise<Item[]> => {
    const found: Item[] = []
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      // Each page needs the cursor of the one before.
      // oxlint-disable-next-line no-await-in-loop
      const page = await table.query({
        index: 'by-listing',
        partition: listings.products,
        isDescending: true,
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      })
      const fresh = page.items.filter((item) => orderOf(item) >= oldest)
      found.push(...fresh)
      cursor = fresh.length === page.items.length ? page.cursor : undefined
    }
    return found
  }

  return {
    changedSince: async (mark) => {
      const before = mark === undefined ? undefined : storedMark.parse(JSON.parse(mark))
      const rows = await newestUntil(before ? lookBackFrom(before.upTo) : '')
      const [newest] = rows
      if (!newest) return { changes: [], mark }
      const had = new Set(before?.seen)
      const upTo = orderOf(newest)
      const lookedAtAgain = lookBackFrom(upTo)
      return {
        changes: rows
          .filter((row) => !had.has(orderOf(row)))
          .toReversed()
          .map(toChange),
        mark: JSON.stringify({
          upTo,
          seen: rows.map(orderOf).filter((order) => order >= lookedAtAgain),
        } satisfies z.infer<typeof storedMark>),
      }
    },
  }
}

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
