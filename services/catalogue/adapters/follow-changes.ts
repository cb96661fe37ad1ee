import * as z from 'zod'
import type { Item, Table } from '#lambda/table.ts'

/** Follows the rows of a listing by when they changed: read from the newest until what is known. */

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

const newestUntil = async (table: Table, listing: string, oldest: string): Promise<Item[]> => {
  const found: Item[] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
    // Each page needs the cursor of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const page = await table.query({
      index: 'by-listing',
      partition: listing,
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

/**
 * The rows of a listing that have changed since a mark, the oldest change first. Its orders begin with the moment of the
 * change and a `#`. Without a mark, all of them.
 */
export const changedRows = async (
  table: Table,
  listing: string,
  mark: string | undefined,
): Promise<{ readonly rows: readonly Item[]; readonly mark: string | undefined }> => {
  const before = mark === undefined ? undefined : storedMark.parse(JSON.parse(mark))
  const rows = await newestUntil(table, listing, before ? lookBackFrom(before.upTo) : '')
  const [newest] = rows
  if (!newest) return { rows: [], mark }
  const had = new Set(before?.seen)
  const upTo = orderOf(newest)
  const lookedAtAgain = lookBackFrom(upTo)
  return {
    rows: rows.filter((row) => !had.has(orderOf(row))).toReversed(),
    mark: JSON.stringify({
      upTo,
      seen: rows.map(orderOf).filter((order) => order >= lookedAtAgain),
    } satisfies z.infer<typeof storedMark>),
  }
}
