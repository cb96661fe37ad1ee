import type { TableIndex } from './declaration.ts'
import { openCursor, sealCursor } from './cursor.ts'
import { maxTransactionItems, queryName } from './table.ts'
import type { CommitResult, Expectation, Item, Key, Page, Put, Query, Table } from './table.ts'

/** A table in memory that enforces versions, prior status and absence exactly as the real one does. */
export interface MemoryTable extends Table {
  /** Every row, in key order, for tests that look at what was written. */
  readonly rows: () => readonly Item[]
}

const idOf = ({ pk, sk }: Key): string => `${pk}\u0000${sk}`

const holds = (expects: Expectation, existing: Item | undefined): boolean => {
  if (expects === 'any') return true
  if (expects === 'absent') return existing === undefined
  return (
    existing?.version === expects.version &&
    (expects.statuses === undefined || (existing.status !== undefined && expects.statuses.includes(existing.status)))
  )
}

interface Listed {
  readonly item: Item
  readonly sort: string
  /** By the sort key first; rows that share it stand in a fixed order. */
  readonly order: string
}

/** The rows of a partition. A row without both keys of an index is not in it. */
const listed = (items: Iterable<Item>, partition: string, index: TableIndex | undefined): Listed[] =>
  [...items].flatMap((item) => {
    const isThere = (index ? item.attributes?.[index.partition] : item.pk) === partition
    const sort = index ? item.attributes?.[index.sort] : item.sk
    return isThere && sort !== undefined ? [{ item, sort, order: `${sort}\u0000${idOf(item)}` }] : []
  })

export const createMemoryTable = (indexes: readonly TableIndex[] = []): MemoryTable => {
  const stored = new Map<string, Item>()

  const query = (request: Query): Page => {
    const { index: indexName, partition, sortPrefix = '', sortUpTo, isDescending = false, limit, cursor } = request
    const index = indexName === undefined ? undefined : indexes.find(({ name }) => name === indexName)
    if (indexName !== undefined && !index) throw new Error(`no index ${indexName}`)
    if (sortPrefix !== '' && sortUpTo !== undefined) throw new Error('one condition on the sort key')
    // After the cursor's position and not after its row: the row may have moved since.
    const after = cursor === undefined ? undefined : openCursor(queryName(request), cursor)?.['order']?.S
    const left = listed(stored.values(), partition, index)
      .filter(({ sort }) => sort.startsWith(sortPrefix) && (sortUpTo === undefined || sort <= sortUpTo))
      .filter(({ order }) => after === undefined || (isDescending ? order < after : order > after))
      .toSorted((a, b) => (a.order < b.order ? -1 : 1) * (isDescending ? -1 : 1))
    const page = left.slice(0, limit)
    const last = left.length > limit ? page.at(-1) : undefined
    return {
      items: page.map(({ item }) => item),
      ...(last && { cursor: sealCursor(queryName(request), { order: { S: last.order } }) }),
    }
  }

  const commit = (puts: readonly Put[]): CommitResult => {
    if (puts.length > maxTransactionItems) throw new Error(`a transaction of ${puts.length} items`)
    if (new Set(puts.map(({ item }) => idOf(item))).size < puts.length) throw new Error('one row twice in a transaction')
    const failed = puts.flatMap(({ item, expects }, position) => (holds(expects, stored.get(idOf(item))) ? [] : [position]))
    if (failed.length > 0) return { ok: false, failed }
    // A copy through JSON, as the real table stores it: nobody changes a row through a shared object.
    for (const { item } of puts) stored.set(idOf(item), JSON.parse(JSON.stringify(item)) as Item) // the same item
    return { ok: true }
  }

  return {
    get: async (key) => stored.get(idOf(key)),
    query: async (request) => query(request),
    commit: async (puts) => commit(puts),
    rows: () => [...stored.values()].toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1)),
  }
}
