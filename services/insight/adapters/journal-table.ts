import * as z from 'zod'
import type { County } from '#counties/county.ts'
import { caseId } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { Item, Put, Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { JournalPage, JournalRepository, PageRequest, Recorded } from '../application/journal-repository.ts'
import { caseRow, momentOf } from '../domain/case-row.ts'
import { chainHead, entryContent, storedEntry } from '../domain/journal-chain.ts'
import type { ChainHead } from '../domain/journal-chain.ts'
import { tellEvent, timelineEvent } from '../domain/timeline.ts'
import { linkOf } from '../domain/verify-chain.ts'
import type { Link } from '../domain/verify-chain.ts'
import { allJournals, entryPrefix, headKey, partitionOf, rowKey, timePrefix } from './insight-table.ts'
import { portfolioPuts } from './portfolio-table.ts'

const entryKey = (sequence: number): string => `${entryPrefix}${String(sequence).padStart(8, '0')}`

const placeOf = (sk: string): number | undefined => {
  const place = Number(sk.slice(entryPrefix.length))
  return Number.isSafeInteger(place) && entryKey(place) === sk ? place : undefined
}

const timeKey = (event: { time: string; id: string }): string => `${timePrefix}${momentOf(event)}#${event.id}`

const headItem = (id: CaseId, head: ChainHead): Item => ({
  pk: partitionOf(id),
  sk: headKey,
  version: head.entries,
  attributes: { listing: allJournals, listedAt: id },
  body: head,
})

const pageOf = ({ limit, cursor }: PageRequest) => ({ limit, ...(cursor !== undefined && { cursor }) })

/** A row whose text or form has been destroyed; anything else that goes wrong is a fault. */
const isUnreadable = (fault: unknown): boolean => fault instanceof SyntaxError || fault instanceof z.ZodError

const toJournalEntry = ({ body }: Item): JournalPage['entries'][number] => {
  const { text, hash } = storedEntry.parse(body)
  return { ...entryContent.parse(JSON.parse(text)), hash }
}

const maxInspections = 6

export const createJournalTable = (table: Table, unitOfWork: UnitOfWork, county: County): JournalRepository => {
  const findHead = async (id: CaseId): Promise<ChainHead | undefined> => {
    const item = await table.get({ pk: partitionOf(id), sk: headKey })
    return item && chainHead.parse(item.body)
  }

  const inspectHead = async (id: CaseId): Promise<ChainHead | undefined> => {
    try {
      return await findHead(id)
    } catch (fault) {
      if (isUnreadable(fault)) return undefined
      throw fault
    }
  }

  /** One by one, up to the first that the table cannot even read: the chain is broken there, whatever follows. */
  const readLinksSingly = async (id: CaseId): Promise<Link[]> => {
    const links: Link[] = []
    for (let sequence = 1; ; sequence += 1) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- ends at the first that is missing
        const item = await table.get({ pk: partitionOf(id), sk: entryKey(sequence) })
        if (!item) return links
        links.push(linkOf(sequence, item.body))
      } catch (fault) {
        if (!isUnreadable(fault)) throw fault
        return [...links, { place: sequence, isIntact: false }]
      }
    }
  }

  const readLinks = async (id: CaseId): Promise<Link[]> => {
    const links: Link[] = []
    try {
      for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
        const request = { partition: partitionOf(id), sortPrefix: entryPrefix, ...pageOf({ limit: 200, cursor }) }
        // oxlint-disable-next-line no-await-in-loop -- each page needs the cursor of the one before
        const page = await table.query(request)
        links.push(...page.items.map(({ sk, body }) => linkOf(placeOf(sk), body)))
        cursor = page.cursor
      }
      return links
    } catch (fault) {
      if (isUnreadable(fault)) return readLinksSingly(id)
      throw fault
    }
  }

  const appendPuts = (before: ChainHead | undefined, { head, entry, event }: Recorded): Put[] => {
    const pk = partitionOf(event.subject)
    return [
      { item: headItem(event.subject, head), expects: before ? { version: before.entries } : 'absent' },
      { item: { pk, sk: entryKey(head.entries), body: entry }, expects: 'absent' },
      { item: { pk, sk: timeKey(event), body: tellEvent(event) }, expects: 'absent' },
    ]
  }

  return {
    load: async (event) => {
      const pk = partitionOf(event.subject)
      const [head, row, recorded] = await Promise.all([
        findHead(event.subject),
        table.get({ pk, sk: rowKey }),
        table.get({ pk, sk: timeKey(event) }),
      ])
      return { head, row: row && caseRow.parse(row.body), isRecorded: recorded !== undefined }
    },

    append: (before, recorded, context, once) =>
      unitOfWork.save(
        {
          caseId: recorded.event.subject,
          puts: [...appendPuts(before.head, recorded), ...portfolioPuts(before.row, recorded, { county, now: context.now })],
          facts: [],
          once,
        },
        context,
      ),

    hasJournal: async (id) => (await table.get({ pk: partitionOf(id), sk: headKey })) !== undefined,

    listEntries: async (id, page) => {
      try {
        const { items, cursor } = await table.query({ partition: partitionOf(id), sortPrefix: entryPrefix, ...pageOf(page) })
        return { entries: items.map(toJournalEntry), ...(cursor !== undefined && { cursor }) }
      } catch (fault) {
        if (isUnreadable(fault)) return 'unreadable'
        throw fault
      }
    },

    inspect: async (id) => {
      for (let attempt = 1; attempt <= maxInspections; attempt += 1) {
        // The head must be the same before and after the walk, or an entry that came meanwhile would look inserted.
        // oxlint-disable no-await-in-loop
        const before = await inspectHead(id)
        const links = await readLinks(id)
        const after = await inspectHead(id)
        // oxlint-enable no-await-in-loop
        if (before?.entries === after?.entries && before?.hash === after?.hash) return { head: after, links }
      }
      return 'changing'
    },

    listTimeline: async (id, page) => {
      const { items, cursor } = await table.query({ partition: partitionOf(id), sortPrefix: timePrefix, ...pageOf(page) })
      return { events: items.map(({ body }) => timelineEvent.parse(body)), ...(cursor !== undefined && { cursor }) }
    },

    listJournals: async (page) => {
      const { items, cursor } = await table.query({ index: 'by-listing', partition: allJournals, ...pageOf(page) })
      return {
        caseIds: items.map(({ attributes }) => caseId.parse(attributes?.['listedAt'])),
        ...(cursor !== undefined && { cursor }),
      }
    },
  }
}
