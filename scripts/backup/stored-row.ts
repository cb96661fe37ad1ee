import { createHash } from 'node:crypto'
import { BatchWriteItemCommand, paginateScan } from '@aws-sdk/client-dynamodb'
import type { AttributeValue, DynamoDBClient, WriteRequest } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { canonicalJson } from '#lambda/digest.ts'
import { outboxMark } from '#lambda/unit-of-work.ts'

/** A row as the database stores it, with every attribute's type: what an export keeps and an import puts back. */
export type StoredRow = Record<string, AttributeValue>

const text = z.object({ S: z.string() })
const storedRow = z.looseObject({ pk: text, sk: text })

export const rowText = (row: StoredRow): string => canonicalJson(row)

/** @returns the row of a line, or undefined when the line is none. */
export const readRowText = (line: string): StoredRow | undefined => {
  try {
    const row: unknown = JSON.parse(line)
    return storedRow.safeParse(row).success ? (row as StoredRow) : undefined // has keys; the file's digest vouches for the rest
  } catch {
    return undefined
  }
}

export const textOf = (row: StoredRow, name: string): string => row[name]?.S ?? ''

export const isOutboxRow = (row: StoredRow): boolean => row[outboxMark] !== undefined

/** The row with its life prolonged by the seconds that it has lain in a file; one without an end is as it was. */
export const prolonged = (row: StoredRow, seconds: number): StoredRow => {
  const end = row['expiresAt']?.N
  return end === undefined ? row : { ...row, expiresAt: { N: String(Number(end) + seconds) } }
}

/** Every row of a table, in the table's own order. */
export async function* readRows(client: DynamoDBClient, tableName: string): AsyncGenerator<StoredRow> {
  for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName, ConsistentRead: true })) yield* Items
}

/** The same for the same rows, in whatever order they come: two tables can be compared by it. */
export const createContentDigest = () => {
  const digests: string[] = []
  return {
    add: (line: string): void => void digests.push(createHash('sha256').update(line).digest('base64')),
    count: (): number => digests.length,
    value: (): string => createHash('sha256').update(digests.toSorted().join('\n')).digest('hex'),
  }
}

export const contentOf = async (client: DynamoDBClient, tableName: string) => {
  const digest = createContentDigest()
  for await (const row of readRows(client, tableName)) digest.add(rowText(row))
  return { rows: digest.count(), digest: digest.value() }
}

const batchSize = 25
const maxAttempts = 10
const firstPauseMs = 50

/** What the database leaves unprocessed when it is throttled is sent again, after a growing pause. */
const sendBatch = async (client: DynamoDBClient, tableName: string, requests: readonly WriteRequest[]): Promise<void> => {
  let left: WriteRequest[] = [...requests]
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === maxAttempts) throw new Error(`The table ${tableName} does not take more rows.`)
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, firstPauseMs * 2 ** attempt))
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: left } }))
    left = UnprocessedItems?.[tableName] ?? []
  }
}

const sendAll = async (
  client: DynamoDBClient,
  tableName: string,
  requests: AsyncIterable<WriteRequest> | Iterable<WriteRequest>,
): Promise<void> => {
  let batch: WriteRequest[] = []
  for await (const request of requests) {
    batch.push(request)
    if (batch.length < batchSize) continue
    await sendBatch(client, tableName, batch)
    batch = []
  }
  await sendBatch(client, tableName, batch)
}

async function* asPuts(rows: AsyncIterable<StoredRow> | Iterable<StoredRow>): AsyncGenerator<WriteRequest> {
  for await (const row of rows) yield { PutRequest: { Item: row } }
}

async function* asDeletes(rows: AsyncIterable<StoredRow>): AsyncGenerator<WriteRequest> {
  // Both keys are strings in every table of ours.
  for await (const row of rows) yield { DeleteRequest: { Key: { pk: { S: textOf(row, 'pk') }, sk: { S: textOf(row, 'sk') } } } }
}

export const writeRows = (
  client: DynamoDBClient,
  tableName: string,
  rows: AsyncIterable<StoredRow> | Iterable<StoredRow>,
): Promise<void> => sendAll(client, tableName, asPuts(rows))

/** Removes every row of a table. */
export const emptyTable = (client: DynamoDBClient, tableName: string): Promise<void> =>
  sendAll(client, tableName, asDeletes(readRows(client, tableName)))
