import * as z from 'zod'
import { caseId } from '#contracts/ids.ts'
import { daySeconds, epochSeconds } from '#lambda/unit-of-work.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { Item, Table } from '#lambda/table.ts'
import { needNews } from '../application/matching/need-repository.ts'
import type { KnownNeedId, NeedRepository, NeedState } from '../application/matching/need-repository.ts'

/**
 *   NEED#<id>  STATE  what the catalogue has been told of a need, or that it is over  (version; by-listing `needs`, by change)
 */
const listing = 'needs'
const pageSize = 100
/** So long a reader that follows has to learn that a need is over; one that begins later never knew it. */
const overRetentionDays = 30
/** How long a row may take to reach the index, and clocks may differ. */
const lateMilliseconds = 60_000

const mark = z.object({ upTo: z.string(), seen: z.array(z.string()) })
type Mark = z.infer<typeof mark>

const keyOf = (id: KnownNeedId) => ({ pk: `NEED#${id}`, sk: 'STATE' })
const orderOf = ({ attributes }: Item): string => attributes?.['listingOrder'] ?? ''
const shortlyBefore = (order: string): string =>
  new Date(Date.parse(order.slice(0, order.indexOf('#'))) - lateMilliseconds).toISOString()

const toState = (item: Item): NeedState => ({ news: needNews.parse(item.body), version: item.version ?? 0 })

export const createNeedTable = (table: Table, unitOfWork: UnitOfWork): NeedRepository => {
  const changedFrom = async (oldest: string): Promise<Item[]> => {
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

  return {
    find: async (id) => {
      const item = await table.get(keyOf(id))
      return item && toState(item)
    },

    changedSince: async (since) => {
      const before = since === undefined ? undefined : mark.parse(JSON.parse(since))
      const rows = await changedFrom(before ? shortlyBefore(before.upTo) : '')
      const [newest] = rows
      if (!newest) return { changes: [], mark: since }
      const seen = new Set(before?.seen)
      const upTo = orderOf(newest)
      const lookedAtAgain = shortlyBefore(upTo)
      return {
        changes: rows
          .filter((row) => !seen.has(orderOf(row)))
          .toReversed()
          .map((row) => toState(row).news),
        mark: JSON.stringify({ upTo, seen: rows.map(orderOf).filter((order) => order >= lookedAtAgain) } satisfies Mark),
      }
    },

    save: (before, news, context, once) => {
      const id = news.kind === 'open' ? news.need.needId : news.needId
      const version = (before?.version ?? 0) + 1
      return unitOfWork.save(
        {
          // The need has a journal of its own, or the case's.
          caseId: caseId.parse(id),
          puts: [
            {
              item: {
                ...keyOf(id),
                version,
                status: news.kind,
                attributes: { listing, listingOrder: `${context.now}#${id}` },
                body: news,
                ...(news.kind === 'over' && { expiresAt: epochSeconds(context.now) + overRetentionDays * daySeconds }),
              },
              expects: before ? { version: before.version } : 'absent',
            },
          ],
          facts: [],
          once,
        },
        context,
      )
    },
  }
}
