import { GetItemCommand, QueryCommand, TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import type { AttributeValue, DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { TableIndex } from './declaration.ts'
import { openCursor, sealCursor } from './cursor.ts'
import type { CursorKey } from './cursor.ts'
import { queryName } from './table.ts'
import type { CommitResult, Expectation, Item, Put, Query, Table } from './table.ts'

type Row = Record<string, AttributeValue>

const ownAttributes = new Set(['pk', 'sk', 'version', 'status', 'body', 'expiresAt'])

const toRow = ({ pk, sk, version, status, attributes = {}, body, expiresAt }: Item): Row => ({
  ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, { S: value }])),
  pk: { S: pk },
  sk: { S: sk },
  body: { S: JSON.stringify(body) },
  ...(version !== undefined && { version: { N: String(version) } }),
  ...(status !== undefined && { status: { S: status } }),
  ...(expiresAt !== undefined && { expiresAt: { N: String(expiresAt) } }),
})

const stringAttribute = z.object({ S: z.string() })
const numberAttribute = z.object({ N: z.string() })
const storedRow = z.object({
  pk: stringAttribute,
  sk: stringAttribute,
  body: stringAttribute,
  version: numberAttribute.optional(),
  status: stringAttribute.optional(),
  expiresAt: numberAttribute.optional(),
})

export const fromRow = (row: Row): Item => {
  const { pk, sk, body, version, status, expiresAt } = storedRow.parse(row)
  const attributes = Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (ownAttributes.has(name) || value.S === undefined ? [] : [[name, value.S]])),
  )
  return {
    pk: pk.S,
    sk: sk.S,
    body: JSON.parse(body.S),
    ...(version && { version: Number(version.N) }),
    ...(status && { status: status.S }),
    ...(expiresAt && { expiresAt: Number(expiresAt.N) }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  }
}

const conditionOf = (expects: Expectation): Partial<NonNullable<TransactWriteItem['Put']>> => {
  if (expects === 'any') return {}
  if (expects === 'absent') return { ConditionExpression: 'attribute_not_exists(pk)' }
  const statuses = Object.fromEntries((expects.statuses ?? []).map((status, index) => [`:status${index}`, { S: status }]))
  return {
    ConditionExpression: [
      '#version = :version',
      ...(expects.statuses ? [`#status IN (${Object.keys(statuses).join(', ')})`] : []),
    ].join(' AND '),
    ExpressionAttributeNames: { '#version': 'version', ...(expects.statuses && { '#status': 'status' }) },
    ExpressionAttributeValues: { ':version': { N: String(expects.version) }, ...statuses },
  }
}

/**
 * Cancellation reasons come in the order of the puts, one for each. Failed conditions are an answer about the
 * data. A TransactionConflict says that another transaction touched the same rows at the same moment: nothing
 * was written and no condition failed, so the list is empty. Anything else is a fault and is thrown.
 */
const failedConditions = (error: TransactionCanceledException): number[] => {
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None')
  const isAnswer = codes.every((code) => code === 'None' || code === 'ConditionalCheckFailed' || code === 'TransactionConflict')
  if (!isAnswer || codes.every((code) => code === 'None')) throw error
  return codes.flatMap((code, position) => (code === 'ConditionalCheckFailed' ? [position] : []))
}

export const createDynamoTable = (client: DynamoDBClient, tableName: string, indexes: readonly TableIndex[] = []): Table => {
  const commit = async (puts: readonly Put[]): Promise<CommitResult> => {
    try {
      await client.send(
        new TransactWriteItemsCommand({
          TransactItems: puts.map(({ item, expects }) => ({
            Put: { TableName: tableName, Item: toRow(item), ...conditionOf(expects) },
          })),
        }),
      )
      return { ok: true }
    } catch (error) {
      if (error instanceof TransactionCanceledException) return { ok: false, failed: failedConditions(error) }
      throw error
    }
  }

  const query = async (request: Query) => {
    const { index: indexName, partition, sortPrefix, sortUpTo, isDescending = false, limit, cursor } = request
    const start = cursor === undefined ? undefined : openCursor(queryName(request), cursor)
    const index = indexName === undefined ? undefined : indexes.find(({ name }) => name === indexName)
    if (indexName !== undefined && !index) throw new Error(`no index ${indexName}`)
    const { LastEvaluatedKey, Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        ...(index ? { IndexName: index.name } : { ConsistentRead: true }),
        KeyConditionExpression: [
          '#partition = :partition',
          ...(sortPrefix ? ['begins_with(#sort, :sortPrefix)'] : []),
          ...(sortUpTo === undefined ? [] : ['#sort <= :sortUpTo']),
        ].join(' AND '),
        ExpressionAttributeNames: {
          '#partition': index?.partition ?? 'pk',
          ...((sortPrefix || sortUpTo !== undefined) && { '#sort': index?.sort ?? 'sk' }),
        },
        ExpressionAttributeValues: {
          ':partition': { S: partition },
          ...(sortPrefix && { ':sortPrefix': { S: sortPrefix } }),
          ...(sortUpTo !== undefined && { ':sortUpTo': { S: sortUpTo } }),
        },
        ScanIndexForward: !isDescending,
        Limit: limit,
        ...(start && { ExclusiveStartKey: start }),
      }),
    )
    // Every key attribute of ours, in tables and indexes alike, is a string.
    return {
      items: Items.map(fromRow),
      ...(LastEvaluatedKey && { cursor: sealCursor(queryName(request), LastEvaluatedKey as CursorKey) }),
    }
  }

  return {
    get: async ({ pk, sk }) => {
      const { Item: row } = await client.send(
        new GetItemCommand({ TableName: tableName, Key: { pk: { S: pk }, sk: { S: sk } }, ConsistentRead: true }),
      )
      return row && fromRow(row)
    },
    query,
    commit,
  }
}
