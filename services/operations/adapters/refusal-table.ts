import type { Table } from '#lambda/table.ts'
import { daySeconds, epochSeconds } from '#lambda/unit-of-work.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import { refusal } from '../application/refusal-repository.ts'
import type { RefusalRepository } from '../application/refusal-repository.ts'
import { allRefusals } from './operations-table.ts'

/** The journal has them for good; here they are news. */
const retentionDays = 90

export const createRefusalTable = (table: Table, unitOfWork: UnitOfWork): RefusalRepository => ({
  add: (one, once, context) =>
    unitOfWork.save(
      {
        caseId: one.caseId,
        puts: [
          {
            item: {
              pk: `REFUSED#${one.eventId}`,
              sk: one.service,
              attributes: { listing: allRefusals, listedAt: `${one.refusedAt}#${one.eventId}#${one.service}` },
              body: one,
              expiresAt: epochSeconds(one.refusedAt) + retentionDays * daySeconds,
            },
            expects: 'any',
          },
        ],
        facts: [],
        once,
      },
      context,
    ),

  list: async ({ limit, cursor: from }) => {
    const { items, cursor } = await table.query({
      index: 'by-listing',
      partition: allRefusals,
      isDescending: true,
      limit,
      ...(from !== undefined && { cursor: from }),
    })
    return { refusals: items.map(({ body }) => refusal.parse(body)), ...(cursor !== undefined && { cursor }) }
  },
})
