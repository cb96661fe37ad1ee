import * as z from 'zod'
import type { County } from '#counties/county.ts'
import { anyEvent } from '#contracts/event.ts'
import { caseId } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import { queryAll } from '#lambda/table.ts'
import type { Item, Put, Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { JournalPage, JournalRepository, PageRequest, Recorded } from '../application/journal-repository.ts'
import { caseRow } from '../domain/case-row.ts'
import { chainHead, entryContent, storedEntry } from '../domain/journal-chain.ts'
import type { ChainHead } from '../domain/journal-chain.ts'
import { linkOf } from '../domain/verify-chain.ts'
import type { Link } from '../domain/verify-chain.ts'
import { allJournals, entryPrefix, headKey, journalKey, partitionOf, rowKey } from './insight-table.ts'
import { portfolioPuts } from './portfolio-table.ts'

const entryKey = (sequence: number): string => `${entryPrefix}${String(sequence).padStart(8, '0')}`

const placeOf = (sk: string): number | undefined => {
  const place = Number(sk.slice(entryPrefix.length))
  return Number.isSafeInteger(place) && entryKey(place) === sk ? place : undefined
}

const headItem = (id: CaseId, head: ChainHead): Item => ({
  pk: partitionOf(id),
  sk: headKey,
  version: head.entries,
  body: head,
})

const journalPut = (id: CaseId): Put => ({
  item: { pk: partitionOf(id), sk: journalKey, attributes: { listing: allJournals, listedAt: id }, body: {} },
  expects: 'absent',
})

/** Kept for as long as the journal: whenever a message comes again, its event is in the chain already. */
const keptForGood = ({ expiresAt: _, ...row }: Item): Item => row

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
      ...(before ? [] : [journalPut(event.subject)]),
    ]
  }

  return {
    load: async (id) => {
      const [head, row] = await Promise.all([findHead(id), table.get({ pk: partitionOf(id), sk: rowKey })])
      return { head, row: row && caseRow.parse(row.body) }
    },

    append: (before, recorded, context, once) =>
      unitOfWork.save(
        {
          caseId: recorded.event.subject,
          puts: [...appendPuts(before.head, recorded), ...portfolioPuts(before.row, recorded, { county, now: context.now })],
          facts: [],
          once: once && keptForGood(once),
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

    readEvents: async (id) => {
      try {
        const items = await queryAll(table, { partition: partitionOf(id), sortPrefix: entryPrefix })
        return items.map((item) => anyEvent.parse(toJournalEntry(item).event))
      } catch (fault) {
        if (isUnreadable(fault)) return 'unreadable'
        throw fault
      }
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
