import { describe, expect, it } from 'vitest'
import { describeOnTables } from '../../../local/engines/testing/describe-on-tables.ts'
import { createMemoryTable } from './memory-table.ts'
import { queryAll } from './table.ts'
import type { Expectation, Item, Put, Query, Table } from './table.ts'

const indexes = [{ name: 'by-due', partition: 'due', sort: 'dueAt' }]

let partitions = 0
/** Each test has rows of its own in the one table. */
const ownPartition = (): string => {
  partitions += 1
  return `CASE#${partitions}`
}

const row = (pk: string, sk: string, more: Partial<Item> = {}): Item => ({ pk, sk, body: { sk }, ...more })
const put = (item: Item, expects: Expectation = 'absent'): Put => ({ item, expects })
const keysOf = (items: readonly Item[]): string[] => items.map(({ sk }) => sk)

const readPages = async (table: Table, query: Omit<Query, 'cursor'>): Promise<string[][]> => {
  const pages: string[][] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
    const page = await table.query({ ...query, ...(cursor !== undefined && { cursor }) })
    pages.push(keysOf(page.items))
    cursor = page.cursor
  }
  return pages
}

/** What every Table promises, whatever it keeps its rows in. */
const promises = (tableOf: () => Table): void => {
  describe('a row', () => {
    it('is read as it was written, and is absent before', async () => {
      const table = tableOf()
      const item = row(ownPartition(), 'REC#HEAD', {
        version: 1,
        status: 'received',
        attributes: { due: 'hold', dueAt: '2026-12-01' },
        body: { text: 'Åsa – ”vård” 🩺', none: null, list: [], deep: [{ a: 1.5, b: false }] },
        expiresAt: 1_800_000_000,
      })
      expect(await table.get(item)).toBeUndefined()
      expect(await table.commit([put(item)])).toEqual({ ok: true })
      expect(await table.get(item)).toEqual(item)
    })

    it('keeps nothing of the object it was written from', async () => {
      const table = tableOf()
      const body = { title: 'before' }
      const item = row(ownPartition(), 'A', { body })
      await table.commit([put(item)])
      body.title = 'after'
      expect((await table.get(item))?.body).toEqual({ title: 'before' })
    })
  })

  describe('an expectation', () => {
    const cases: readonly [string, Item | undefined, Expectation, boolean][] = [
      ['absent where nothing is', undefined, 'absent', true],
      ['absent where a row is', row('', 'A'), 'absent', false],
      ['any where nothing is', undefined, 'any', true],
      ['any where a row is', row('', 'A', { version: 7 }), 'any', true],
      ['the version that is there', row('', 'A', { version: 3 }), { version: 3 }, true],
      ['an older version', row('', 'A', { version: 3 }), { version: 2 }, false],
      ['a newer version', row('', 'A', { version: 3 }), { version: 4 }, false],
      ['a version where nothing is', undefined, { version: 1 }, false],
      ['a version where the row has none', row('', 'A'), { version: 1 }, false],
      [
        'one of the statuses',
        row('', 'A', { version: 1, status: 'onHold' }),
        { version: 1, statuses: ['inProgress', 'onHold'] },
        true,
      ],
      ['another status', row('', 'A', { version: 1, status: 'closed' }), { version: 1, statuses: ['inProgress'] }, false],
      ['a status where the row has none', row('', 'A', { version: 1 }), { version: 1, statuses: ['inProgress'] }, false],
      [
        'the status but another version',
        row('', 'A', { version: 2, status: 'closed' }),
        { version: 1, statuses: ['closed'] },
        false,
      ],
    ]
    it.each(cases)('%s', async (_, existing, expects, isHeld) => {
      const table = tableOf()
      const pk = ownPartition()
      if (existing) await table.commit([put({ ...existing, pk })])
      const result = await table.commit([put(row(pk, 'A', { version: 99 }), expects)])
      expect(result).toEqual(isHeld ? { ok: true } : { ok: false, failed: [0] })
      expect((await table.get({ pk, sk: 'A' }))?.version).toBe(isHeld ? 99 : existing?.version)
    })
  })

  describe('a commit', () => {
    it('writes all puts or none, and tells the positions that did not hold', async () => {
      const table = tableOf()
      const pk = ownPartition()
      await table.commit([put(row(pk, 'B')), put(row(pk, 'D', { version: 1 }))])
      const result = await table.commit([
        put(row(pk, 'A')),
        put(row(pk, 'B')),
        put(row(pk, 'C')),
        put(row(pk, 'D', { version: 9 }), { version: 8 }),
      ])
      expect(result).toEqual({ ok: false, failed: [1, 3] })
      expect(keysOf(await queryAll(table, { partition: pk }))).toEqual(['B', 'D'])
      expect((await table.get({ pk, sk: 'D' }))?.version).toBe(1)
    })

    it('lets one of many win who change the same version at once, and loses none', async () => {
      const table = tableOf()
      const pk = ownPartition()
      await table.commit([put(row(pk, 'STATE', { version: 1 }))])
      const writers = Array.from({ length: 12 }, (_, writer) => writer)
      const results = await Promise.all(
        writers.map((writer) =>
          table.commit([
            put(row(pk, 'STATE', { version: 2, body: { writer } }), { version: 1 }),
            put(row(pk, `LOG#${String(writer).padStart(2, '0')}`)),
          ]),
        ),
      )
      const winners = writers.filter((writer) => results[writer]?.ok)
      expect(winners).toHaveLength(1)
      // Whoever lost either saw the version gone or was in the way of another; never a failure of its own row.
      for (const result of results) expect(result.ok ? [] : result.failed.filter((position) => position !== 0)).toEqual([])
      expect((await table.get({ pk, sk: 'STATE' }))?.body).toEqual({ writer: winners[0] })
      expect(await queryAll(table, { partition: pk, sortPrefix: 'LOG#' })).toHaveLength(1)
    })

    it('takes a hundred puts, and throws for more and for one row twice', async () => {
      const table = tableOf()
      const pk = ownPartition()
      const puts = (count: number, prefix: string) =>
        Array.from({ length: count }, (_, index) => put(row(pk, `${prefix}${index}`)))
      expect(await table.commit(puts(100, 'A'))).toEqual({ ok: true })
      await expect(table.commit(puts(101, 'B'))).rejects.toThrow()
      await expect(table.commit([put(row(pk, 'C')), put(row(pk, 'C'))])).rejects.toThrow()
      expect(await queryAll(table, { partition: pk })).toHaveLength(100)
    })
  })

  describe('a query of the table', () => {
    const filled = async (...keys: string[]): Promise<{ table: Table; partition: string }> => {
      const table = tableOf()
      const partition = ownPartition()
      await table.commit(keys.map((sk) => put(row(partition, sk))))
      return { table, partition }
    }

    it('gives the partition in key order, or backwards', async () => {
      const { table, partition } = await filled('B', 'a', 'A', 'Å', '10', '9')
      expect(keysOf(await queryAll(table, { partition }))).toEqual(['10', '9', 'A', 'B', 'a', 'Å'])
      expect(keysOf(await queryAll(table, { partition, isDescending: true }))).toEqual(['Å', 'a', 'B', 'A', '9', '10'])
    })

    it('gives only what begins with the prefix', async () => {
      const { table, partition } = await filled('HIS#1', 'REC#HEAD', 'REC#SECTION#need', 'RED')
      expect(keysOf(await queryAll(table, { partition, sortPrefix: 'REC#' }))).toEqual(['REC#HEAD', 'REC#SECTION#need'])
    })

    it('gives what comes up to a key, the key included', async () => {
      const { table, partition } = await filled('2026-11-19', '2026-11-20', '2026-11-21')
      expect(keysOf(await queryAll(table, { partition, sortUpTo: '2026-11-20' }))).toEqual(['2026-11-19', '2026-11-20'])
    })

    it('refuses a prefix and an upper bound together, as DynamoDB does', async () => {
      const { table, partition } = await filled('A')
      await expect(table.query({ partition, sortPrefix: 'A', sortUpTo: 'B', limit: 1 })).rejects.toThrow()
    })

    it('gives pages that together are the whole, each row once, forwards and backwards', async () => {
      const { table, partition } = await filled('A', 'B', 'C', 'D', 'E')
      const forwards = await readPages(table, { partition, limit: 2 })
      expect(forwards.slice(0, 3)).toEqual([['A', 'B'], ['C', 'D'], ['E']])
      expect(forwards.flat()).toEqual(['A', 'B', 'C', 'D', 'E'])
      expect((await readPages(table, { partition, limit: 2, isDescending: true })).flat()).toEqual(['E', 'D', 'C', 'B', 'A'])
    })

    it('goes on after the cursor also when rows have been added before and after it', async () => {
      const { table, partition } = await filled('B', 'D', 'F')
      const first = await table.query({ partition, limit: 2 })
      await table.commit([put(row(partition, 'A')), put(row(partition, 'E'))])
      expect(keysOf((await table.query({ partition, limit: 9, cursor: first.cursor ?? '' })).items)).toEqual(['E', 'F'])
    })

    it('begins anew with the cursor of another query', async () => {
      const { table, partition } = await filled('A#1', 'A#2', 'B#1', 'B#2')
      const first = await table.query({ partition, sortPrefix: 'A#', limit: 1 })
      expect(first.cursor).toBeDefined()
      const others: Omit<Query, 'limit' | 'cursor'>[] = [
        { partition, sortPrefix: 'B#' },
        { partition, sortPrefix: 'B#', isDescending: true },
      ]
      const read = await Promise.all(others.map((query) => table.query({ ...query, limit: 9, cursor: first.cursor ?? '' })))
      expect(read.map(({ items }) => keysOf(items))).toEqual([
        ['B#1', 'B#2'],
        ['B#2', 'B#1'],
      ])
    })

    it('reads on past one page of the database', async () => {
      const table = tableOf()
      const partition = ownPartition()
      const keys = Array.from({ length: 250 }, (_, index) => String(index).padStart(3, '0'))
      for (let from = 0; from < keys.length; from += 100)
        await table.commit(keys.slice(from, from + 100).map((sk) => put(row(partition, sk))))
      expect(keysOf(await queryAll(table, { partition }))).toEqual(keys)
    })
  })

  describe('a query of an index', () => {
    const due = (partition: string, dueAt: string) => ({ attributes: { due: partition, dueAt } })

    it('gives the rows that have both keys, whatever partition of the table they lie in', async () => {
      const table = tableOf()
      const [pk, other] = [ownPartition(), ownPartition()]
      const hold = `hold-${pk}`
      await table.commit([
        put(row(pk, 'LATE', due(hold, '2026-12-24'))),
        put(row(other, 'EARLY', due(hold, '2026-11-01'))),
        put(row(pk, 'HALF', { attributes: { due: hold } })),
        put(row(pk, 'OTHER', due(`other-${pk}`, '2026-11-01'))),
        put(row(pk, 'PLAIN')),
      ])
      expect(keysOf(await queryAll(table, { index: 'by-due', partition: hold }))).toEqual(['EARLY', 'LATE'])
      expect(keysOf(await queryAll(table, { index: 'by-due', partition: hold, sortUpTo: '2026-11-20' }))).toEqual(['EARLY'])
    })

    it('follows a row whose keys change, and forgets one that has lost them', async () => {
      const table = tableOf()
      const pk = ownPartition()
      const [here, there] = [`here-${pk}`, `there-${pk}`]
      await table.commit([put(row(pk, 'A', due(here, '1'))), put(row(pk, 'B', due(here, '2')))])
      await table.commit([put(row(pk, 'A', due(there, '1')), 'any'), put(row(pk, 'B'), 'any')])
      expect(keysOf(await queryAll(table, { index: 'by-due', partition: here }))).toEqual([])
      expect(keysOf(await queryAll(table, { index: 'by-due', partition: there }))).toEqual(['A'])
    })

    it('pages over rows that share their sort key, each once', async () => {
      const table = tableOf()
      const pk = ownPartition()
      const same = `same-${pk}`
      const keys = Array.from({ length: 7 }, (_, index) => `K${index}`)
      await table.commit(keys.map((sk) => put(row(pk, sk, due(same, '2026-11-20')))))
      expect((await readPages(table, { index: 'by-due', partition: same, limit: 3 })).flat().toSorted()).toEqual(keys)
    })

    it('goes on from its place when the row of the cursor has moved away meanwhile', async () => {
      const table = tableOf()
      const pk = ownPartition()
      const here = `here-${pk}`
      await table.commit(['A', 'B', 'C'].map((sk) => put(row(pk, sk, due(here, sk)))))
      const first = await table.query({ index: 'by-due', partition: here, limit: 2 })
      await table.commit([put(row(pk, 'B', due(`elsewhere-${pk}`, 'B')), 'any')])
      expect(
        keysOf((await table.query({ index: 'by-due', partition: here, limit: 2, cursor: first.cursor ?? '' })).items),
      ).toEqual(['C'])
    })

    it('is refused when the table has no such index', async () => {
      await expect(tableOf().query({ index: 'by-nothing', partition: 'x', limit: 1 })).rejects.toThrow('by-nothing')
    })
  })
}

describeOnTables(indexes, 'a table', promises)

describe('memory table', () => {
  it('shows its rows in key order', async () => {
    const own = createMemoryTable()
    await own.commit([put(row('B', '1')), put(row('A', '2')), put(row('A', '1'))])
    expect(own.rows().map(({ pk, sk }) => `${pk}${sk}`)).toEqual(['A1', 'A2', 'B1'])
  })
})
