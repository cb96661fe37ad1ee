import * as z from 'zod'
import { caseId, redriveId } from '#contracts/ids.ts'
import type { RedriveId } from '#contracts/ids.ts'
import type { Item, Key, Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { QueueUse, RedriveRepository } from '../application/redrive-repository.ts'
import { redrive } from '../domain/redrive.ts'
import type { Redrive } from '../domain/redrive.ts'
import { allRedrives } from './operations-table.ts'

const redriveKey = (id: RedriveId): Key => ({ pk: `REDRIVE#${id}`, sk: 'STATE' })
const useKey = (queue: string): Key => ({ pk: `QUEUE#${queue}`, sk: 'REDRIVE' })

const storedUse = z.object({ redriveId: redriveId.optional() })

const redriveItem = (state: Redrive, version: number): Item => ({
  ...redriveKey(state.redriveId),
  version,
  status: state.status,
  attributes: { listing: allRedrives, listedAt: `${state.requestedAt}#${state.redriveId}` },
  body: state,
})

const useItem = ({ queue, redriveId: id, version }: QueueUse): Item => ({
  ...useKey(queue),
  version: version + 1,
  body: { ...(id && { redriveId: id }) },
})

const expectsVersion = (version: number) => (version === 0 ? ('absent' as const) : { version })

export const createRedriveTable = (table: Table, unitOfWork: UnitOfWork): RedriveRepository => ({
  find: async (id) => {
    const item = await table.get(redriveKey(id))
    return item && { redrive: redrive.parse(item.body), version: item.version ?? 0 }
  },

  findUse: async (queue) => {
    const item = await table.get(useKey(queue))
    return { queue, redriveId: item && storedUse.parse(item.body).redriveId, version: item?.version ?? 0 }
  },

  list: async ({ limit, cursor: from }) => {
    const { items, cursor } = await table.query({
      index: 'by-listing',
      partition: allRedrives,
      isDescending: true,
      limit,
      ...(from !== undefined && { cursor: from }),
    })
    return { redrives: items.map(({ body }) => redrive.parse(body)), ...(cursor !== undefined && { cursor }) }
  },

  save: ({ redrive: state, version, use, facts, once }, context) =>
    unitOfWork.save(
      {
        // A redrive belongs to no case: it is the subject of its own events.
        caseId: caseId.parse(state.redriveId),
        puts: [
          { item: redriveItem(state, version + 1), expects: expectsVersion(version) },
          { item: useItem(use), expects: expectsVersion(use.version) },
        ],
        facts,
        once,
      },
      context,
    ),
})
