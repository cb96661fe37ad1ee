import * as z from 'zod'
import type { TableIndex } from '#lambda/declaration.ts'
import { maxTransactionItems } from '#lambda/table.ts'
import { failed, succeeded } from './aws-call.ts'
import type { AwsAnswer, AwsCall } from './aws-call.ts'
import { entryOf } from './entry-of.ts'

/** DynamoDB as services/shared/lambda/dynamo-table.ts speaks to it. What that file does not send is refused loudly. */

export type Row = Readonly<Record<string, { readonly S?: string | undefined; readonly N?: string | undefined }>>

export interface Written {
  readonly before: Row | undefined
  readonly after: Row
}

/** By table, partition key and sort key. */
export type Tables = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Row>>>

export interface Database {
  readonly answer: (call: AwsCall) => AwsAnswer
  readonly rows: (table: string) => readonly Row[]
  /** A copy that nothing changes any more. */
  readonly tables: () => Tables
}

interface DatabaseParts {
  readonly indexesOf: (table: string) => readonly TableIndex[]
  /** Is told of each transaction that has been written, in the moment that it is. */
  readonly committed: (table: string, written: readonly Written[]) => void
  /** Milliseconds; a row whose time is out is gone at once, the earliest that DynamoDB may delete it. */
  readonly now: () => number
  /** How long until the indexes of a table show a row that has been written, in milliseconds; at once when left out. */
  readonly indexLag: (() => number) | undefined
}

const row = z.record(z.string(), z.strictObject({ S: z.string().optional(), N: z.string().optional() }))
const names = z.record(z.string(), z.string()).default({})

const put = z.strictObject({
  TableName: z.string(),
  Item: row,
  ConditionExpression: z.string().optional(),
  ExpressionAttributeNames: names,
  ExpressionAttributeValues: row.default({}),
})
type Put = z.infer<typeof put>
export const transaction = z.object({
  TransactItems: z.array(z.strictObject({ Put: put })),
  ClientRequestToken: z.string().optional(),
})

const getItem = z.strictObject({ TableName: z.string(), Key: row, ConsistentRead: z.literal(true) })
const queryInput = z.strictObject({
  TableName: z.string(),
  IndexName: z.string().optional(),
  ConsistentRead: z.literal(true).optional(),
  KeyConditionExpression: z.string(),
  ExpressionAttributeNames: names,
  ExpressionAttributeValues: row,
  ScanIndexForward: z.boolean(),
  Limit: z.number(),
  ExclusiveStartKey: row.optional(),
})

export const textOf = (of: Row, attribute: string): string => of[attribute]?.S ?? ''
const keyOf = (of: Row): string => `${textOf(of, 'pk')}\u0000${textOf(of, 'sk')}`

/** The conditions of dynamo-table.ts: nothing, no such row, a version, a version and one of some statuses. */
const holds = (
  { ConditionExpression: condition, ExpressionAttributeValues: values }: Put,
  existing: Row | undefined,
): boolean => {
  if (condition === undefined) return true
  if (condition === 'attribute_not_exists(pk)') return existing === undefined
  const [version, statuses, ...rest] = condition.split(' AND ')
  const isKnown = version === '#version = :version' && rest.length === 0 && (!statuses || /^#status IN \([^)]*\)$/.test(statuses))
  if (!isKnown) throw new Error(`a condition that the simulator does not know: ${condition}`)
  if (existing?.['version']?.N !== values[':version']?.N) return false
  if (!statuses) return true
  return Object.entries(values).some(([name, { S }]) => name.startsWith(':status') && S === existing?.['status']?.S)
}

const keyConditions = new Set([
  '#partition = :partition',
  '#partition = :partition AND begins_with(#sort, :sortPrefix)',
  '#partition = :partition AND #sort <= :sortUpTo',
])

/** A transaction that comes again with its token within ten minutes has been done already. */
const tokenMilliseconds = 600_000

type MutableTables = Map<string, Map<string, Map<string, Row>>>

const copyOf = (tables: Tables): MutableTables =>
  new Map([...tables].map(([name, partitions]) => [name, new Map([...partitions].map(([pk, rows]) => [pk, new Map(rows)]))]))

const putRow = (tables: MutableTables, table: string, row: Row): void => {
  const partitions = entryOf(tables, table, () => new Map<string, Map<string, Row>>())
  entryOf(partitions, textOf(row, 'pk'), () => new Map<string, Row>()).set(textOf(row, 'sk'), row)
}

const allRows = (tables: Tables, table: string): Row[] =>
  [...(tables.get(table)?.values() ?? [])].flatMap((partition) => [...partition.values()])

interface Lagging {
  readonly visibleAt: number
  readonly table: string
  readonly row: Row
}

export const createDatabase = ({ indexesOf, committed, now, indexLag }: DatabaseParts, from: Tables = new Map()): Database => {
  const tables = copyOf(from)
  /** What the indexes show where they are behind, and the rows that they do not show yet, in the order of writing. */
  const indexed = indexLag ? copyOf(from) : tables
  let lagging: Lagging[] = []
  const done = new Map<string, { readonly at: number; readonly items: unknown }>()
  const isOver = (found: Row): boolean => found['expiresAt'] !== undefined && Number(found['expiresAt'].N) * 1_000 <= now()

  const partitionRows = (table: string, pk: string): ReadonlyMap<string, Row> | undefined => tables.get(table)?.get(pk)
  const find = (table: string, key: Row): Row | undefined => {
    const found = partitionRows(table, textOf(key, 'pk'))?.get(textOf(key, 'sk'))
    return found && isOver(found) ? undefined : found
  }

  /** The indexes catch up with what they may show by now; a row never goes back to what it was. */
  const indexedRows = (table: string): Row[] => {
    const due = lagging.filter(({ visibleAt }) => visibleAt <= now())
    lagging = lagging.filter(({ visibleAt }) => visibleAt > now())
    for (const { table: name, row: seen } of due) putRow(indexed, name, seen)
    return allRows(indexed, table)
  }

  const index = (table: string, row: Row): void => {
    if (!indexLag) return
    const earlier = lagging.findLast((one) => one.table === table && keyOf(one.row) === keyOf(row))
    lagging.push({ visibleAt: Math.max(now() + indexLag(), earlier?.visibleAt ?? 0), table, row })
  }

  const write = (input: unknown): AwsAnswer => {
    const { TransactItems: items, ClientRequestToken: token } = transaction.parse(input)
    const puts = items.map((item) => item.Put)
    const table = puts[0]?.TableName ?? ''
    if (puts.length > maxTransactionItems || new Set(puts.map(({ Item }) => keyOf(Item))).size < puts.length)
      return failed('ValidationException')
    const known = token === undefined ? undefined : done.get(token)
    if (known && now() - known.at < tokenMilliseconds)
      return JSON.stringify(known.items) === JSON.stringify(items)
        ? succeeded({})
        : failed('IdempotentParameterMismatchException')
    const isHeld = puts.map((one) => holds(one, find(table, one.Item)))
    if (!isHeld.every(Boolean))
      return failed('TransactionCanceledException', {
        CancellationReasons: isHeld.map((isTrue) => ({ Code: isTrue ? 'None' : 'ConditionalCheckFailed' })),
      })
    if (token !== undefined) done.set(token, { at: now(), items })
    const written = puts.map(({ Item }) => ({ before: find(table, Item), after: Item }))
    for (const { Item } of puts) {
      putRow(tables, table, Item)
      index(table, Item)
    }
    committed(table, written)
    return succeeded({})
  }

  const get = (input: unknown): AwsAnswer => {
    const { TableName, Key } = getItem.parse(input)
    const found = find(TableName, Key)
    return succeeded(found ? { Item: found } : {})
  }

  const query = (input: unknown): AwsAnswer => {
    const request = queryInput.parse(input)
    const { TableName, IndexName, ExpressionAttributeNames: named, ExpressionAttributeValues: values } = request
    if (!keyConditions.has(request.KeyConditionExpression))
      throw new Error(`a key condition that the simulator does not know: ${request.KeyConditionExpression}`)
    const declared = indexesOf(TableName).find(({ name }) => name === IndexName)
    if (IndexName !== undefined && named['#partition'] !== declared?.partition) return failed('ValidationException')
    const sortBy = declared?.sort ?? 'sk'
    const wanted = values[':partition']?.S ?? ''
    const all = declared
      ? indexedRows(TableName).filter((one) => !isOver(one) && textOf(one, declared.partition) === wanted)
      : [...(partitionRows(TableName, wanted)?.values() ?? [])].filter((one) => !isOver(one))
    const prefix = values[':sortPrefix']?.S ?? ''
    const upTo = values[':sortUpTo']?.S
    const direction = request.ScanIndexForward ? 1 : -1
    const orderOf = (one: Row): string => `${textOf(one, sortBy)}\u0000${keyOf(one)}`
    const compare = (a: string, b: string): number => (a === b ? 0 : (a < b ? -1 : 1) * direction)
    const start = request.ExclusiveStartKey && orderOf(request.ExclusiveStartKey)
    const left = all
      .filter((one) => one[sortBy]?.S?.startsWith(prefix) && (upTo === undefined || textOf(one, sortBy) <= upTo))
      .filter((one) => start === undefined || compare(orderOf(one), start) > 0)
      .toSorted((a, b) => compare(orderOf(a), orderOf(b)))
    const page = left.slice(0, request.Limit)
    const last = left.length > page.length ? page.at(-1) : undefined
    const keys = ['pk', 'sk', ...(declared ? [declared.partition, declared.sort] : [])]
    return succeeded({
      Items: page,
      Count: page.length,
      ...(last && { LastEvaluatedKey: Object.fromEntries(keys.map((key) => [key, last[key]])) }),
    })
  }

  return {
    rows: (table) => allRows(tables, table).filter((found) => !isOver(found)),
    tables: () => copyOf(tables),
    answer: ({ operation, input }) => {
      if (operation === 'TransactWriteItems') return write(input)
      if (operation === 'GetItem') return get(input)
      if (operation === 'Query') return query(input)
      throw new Error(`an operation that the simulator does not know: ${operation}`)
    },
  }
}
