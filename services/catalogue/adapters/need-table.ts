import { caseId } from '#contracts/ids.ts'
import { daySeconds, epochSeconds } from '#lambda/unit-of-work.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { Item, Table } from '#lambda/table.ts'
import { needNews } from '../application/matching/need-repository.ts'
import type { KnownNeedId, NeedRepository, NeedState } from '../application/matching/need-repository.ts'
import { changedRows } from './follow-changes.ts'

/**
 *   NEED#<id>  STATE  what the catalogue has been told of a need, or that it is over  (version; by-listing `needs`, by change)
 */
const listing = 'needs'
/** So long a reader that follows has to learn that a need is over; one that begins later never knew it. */
const overRetentionDays = 30

const keyOf = (id: KnownNeedId) => ({ pk: `NEED#${id}`, sk: 'STATE' })

const toState = (item: Item): NeedState => ({ news: needNews.parse(item.body), version: item.version ?? 0 })

export const createNeedTable = (table: Table, unitOfWork: UnitOfWork): NeedRepository => ({
  find: async (id) => {
    const item = await table.get(keyOf(id))
    return item && toState(item)
  },

  changedSince: async (since) => {
    const { rows, mark } = await changedRows(table, listing, since)
    return { changes: rows.map((row) => toState(row).news), mark }
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
})
