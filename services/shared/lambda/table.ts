/**
 * A service's own table as its adapters see it. Two implementations behave alike - dynamo-table.ts and
 * memory-table.ts - and one test suite runs against both.
 */

export interface Key {
  readonly pk: string
  readonly sk: string
}

export interface Item extends Key {
  /** Counted up by every change of a state item. */
  readonly version?: number
  readonly status?: string
  /** Index keys and the outbox mark: the attributes that the table itself acts on. */
  readonly attributes?: Readonly<Record<string, string>>
  /** Kept as JSON text: the database never looks inside, and every reader parses it with its own schema. */
  readonly body: unknown
  /** Epoch seconds after which the row may disappear. */
  readonly expiresAt?: number
}

/** What must hold of the row that is there before a put. */
export type Expectation = 'absent' | 'any' | { readonly version: number; readonly statuses?: readonly string[] }

export interface Put {
  readonly item: Item
  readonly expects: Expectation
}

/** All puts or none. `failed` lists the positions whose expectation did not hold; it is empty when others got in the way. */
export type CommitResult = { readonly ok: true } | { readonly ok: false; readonly failed: readonly number[] }

export interface Query {
  readonly index?: string
  readonly partition: string
  readonly sortPrefix?: string
  /** Sort keys up to and including this one; not together with `sortPrefix`. */
  readonly sortUpTo?: string
  readonly isDescending?: boolean
  readonly limit: number
  readonly cursor?: string
}

export interface Page {
  readonly items: readonly Item[]
  readonly cursor?: string
}

export interface Table {
  /** Strongly consistent. */
  readonly get: (key: Key) => Promise<Item | undefined>
  /** Strongly consistent on the table itself, eventually on an index. */
  readonly query: (query: Query) => Promise<Page>
  /** At most `maxTransactionItems` puts, no row twice. */
  readonly commit: (puts: readonly Put[]) => Promise<CommitResult>
}

export const maxTransactionItems = 100

/** Names a query apart from its page: a list that is filtered anew begins anew. */
export const queryName = ({ index = '', partition, sortPrefix = '', sortUpTo = '', isDescending = false }: Query): string =>
  [index, partition, sortPrefix, sortUpTo, isDescending ? 'descending' : 'ascending'].join('|')

/** Reads on until there is nothing more. For collections that have a limit of their own. */
export const queryAll = async (table: Table, query: Omit<Query, 'limit' | 'cursor'>): Promise<Item[]> => {
  const items: Item[] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
    // Each page needs the cursor of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const page = await table.query({ ...query, limit: 200, ...(cursor !== undefined && { cursor }) })
    items.push(...page.items)
    cursor = page.cursor
  }
  return items
}
