import {
  DynamoDBClient,
  GetItemCommand,
  ProvisionedThroughputExceededException,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { createDynamoTable } from './dynamo-table.ts'
import type { Put } from './table.ts'

const dynamo = mockClient(DynamoDBClient)
const table = createDynamoTable(new DynamoDBClient({ region: 'eu-north-1' }), 'matching', [
  { name: 'by-due', partition: 'due', sort: 'dueAt' },
])

beforeEach(() => dynamo.reset())

const onlyInput = <T>(calls: readonly { readonly args: readonly [{ readonly input: T }, ...unknown[]] }[]): T => {
  expect(calls).toHaveLength(1)
  const [call] = calls
  if (!call) throw new Error('no call')
  return call.args[0].input
}

describe('get', () => {
  it('reads consistently, by the whole key', async () => {
    dynamo.on(GetItemCommand).resolves({})
    expect(await table.get({ pk: 'CASE#1', sk: 'REC#HEAD' })).toBeUndefined()
    expect(onlyInput(dynamo.commandCalls(GetItemCommand))).toEqual({
      TableName: 'matching',
      Key: { pk: { S: 'CASE#1' }, sk: { S: 'REC#HEAD' } },
      ConsistentRead: true,
    })
  })

  it('gives the row as it was put, with version and expiry as numbers', async () => {
    dynamo.on(GetItemCommand).resolves({
      Item: {
        pk: { S: 'CASE#1' },
        sk: { S: 'REC#HEAD' },
        version: { N: '3' },
        status: { S: 'onHold' },
        due: { S: 'hold' },
        dueAt: { S: '2026-12-01' },
        body: { S: '{"title":"Ä"}' },
        expiresAt: { N: '1800000000' },
      },
    })
    expect(await table.get({ pk: 'CASE#1', sk: 'REC#HEAD' })).toEqual({
      pk: 'CASE#1',
      sk: 'REC#HEAD',
      version: 3,
      status: 'onHold',
      attributes: { due: 'hold', dueAt: '2026-12-01' },
      body: { title: 'Ä' },
      expiresAt: 1_800_000_000,
    })
  })

  it.each([
    ['no body', { pk: { S: 'a' }, sk: { S: 'b' } }],
    ['a body that is no text', { pk: { S: 'a' }, sk: { S: 'b' }, body: { M: {} } }],
    ['a body that is no JSON', { pk: { S: 'a' }, sk: { S: 'b' }, body: { S: '{' } }],
    ['a version that is a text', { pk: { S: 'a' }, sk: { S: 'b' }, body: { S: '{}' }, version: { S: '1' } }],
  ])('throws for a row with %s', async (_, row) => {
    dynamo.on(GetItemCommand).resolves({ Item: row })
    await expect(table.get({ pk: 'a', sk: 'b' })).rejects.toThrow()
  })
})

describe('commit', () => {
  const head: Put = {
    item: {
      pk: 'CASE#1',
      sk: 'REC#HEAD',
      version: 4,
      status: 'onHold',
      attributes: { due: 'hold', dueAt: '2026-12-01' },
      body: { a: 1 },
    },
    expects: { version: 3, statuses: ['inProgress', 'awaitingDecision'] },
  }
  const outbox: Put = {
    item: { pk: 'CASE#1', sk: 'OUT#1', attributes: { outbox: 'event' }, body: {}, expiresAt: 1_800_000_000 },
    expects: 'absent',
  }
  const section: Put = { item: { pk: 'CASE#1', sk: 'REC#SECTION#need', body: { b: 'å' } }, expects: 'any' }

  it('is one transaction with the condition of each put', async () => {
    dynamo.on(TransactWriteItemsCommand).resolves({})
    expect(await table.commit([head, outbox, section])).toEqual({ ok: true })
    expect(dynamo.calls()).toHaveLength(1)
    expect(onlyInput(dynamo.commandCalls(TransactWriteItemsCommand))).toEqual({
      TransactItems: [
        {
          Put: {
            TableName: 'matching',
            Item: {
              pk: { S: 'CASE#1' },
              sk: { S: 'REC#HEAD' },
              version: { N: '4' },
              status: { S: 'onHold' },
              due: { S: 'hold' },
              dueAt: { S: '2026-12-01' },
              body: { S: '{"a":1}' },
            },
            ConditionExpression: '#version = :version AND #status IN (:status0, :status1)',
            ExpressionAttributeNames: { '#version': 'version', '#status': 'status' },
            ExpressionAttributeValues: {
              ':version': { N: '3' },
              ':status0': { S: 'inProgress' },
              ':status1': { S: 'awaitingDecision' },
            },
          },
        },
        {
          Put: {
            TableName: 'matching',
            Item: {
              pk: { S: 'CASE#1' },
              sk: { S: 'OUT#1' },
              outbox: { S: 'event' },
              body: { S: '{}' },
              expiresAt: { N: '1800000000' },
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        {
          Put: { TableName: 'matching', Item: { pk: { S: 'CASE#1' }, sk: { S: 'REC#SECTION#need' }, body: { S: '{"b":"å"}' } } },
        },
      ],
    })
  })

  it('asks for the version alone where no status is told', async () => {
    dynamo.on(TransactWriteItemsCommand).resolves({})
    await table.commit([{ ...head, expects: { version: 3 } }])
    expect(onlyInput(dynamo.commandCalls(TransactWriteItemsCommand)).TransactItems?.[0]?.Put).toMatchObject({
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': { N: '3' } },
    })
  })

  const cancelled = (...codes: (string | undefined)[]) =>
    new TransactionCanceledException({
      $metadata: {},
      message: 'Transaction cancelled',
      CancellationReasons: codes.map((Code) => (Code === undefined ? {} : { Code })),
    })

  it.each([
    ['the first', ['ConditionalCheckFailed', 'None', 'None'], [0]],
    ['the last', ['None', 'None', 'ConditionalCheckFailed'], [2]],
    ['several', ['ConditionalCheckFailed', 'None', 'ConditionalCheckFailed'], [0, 2]],
    ['one without a code beside it', [undefined, 'ConditionalCheckFailed', undefined], [1]],
    ['none, but another transaction in the way', ['TransactionConflict', 'None', 'None'], []],
    ['one, with another transaction in the way of the rest', ['ConditionalCheckFailed', 'TransactionConflict', 'None'], [0]],
  ])('tells whose condition failed: %s', async (_, codes, failed) => {
    dynamo.on(TransactWriteItemsCommand).rejects(cancelled(...codes))
    expect(await table.commit([head, outbox, section])).toEqual({ ok: false, failed })
  })

  it.each([
    ['too much at once', cancelled('ThrottlingError', 'None', 'None')],
    ['a row that is too large, beside a failed condition', cancelled('ConditionalCheckFailed', 'ValidationError', 'None')],
    ['a reason that is not known', cancelled('SomethingNew', 'None', 'None')],
    ['no reason at all', cancelled('None', 'None', 'None')],
    ['an empty list of reasons', cancelled()],
    ['no capacity', new ProvisionedThroughputExceededException({ $metadata: {}, message: 'slow down' })],
    ['no connection', new Error('ECONNREFUSED')],
  ])('throws for a fault: %s', async (_, fault) => {
    dynamo.on(TransactWriteItemsCommand).rejects(fault)
    await expect(table.commit([head, outbox, section])).rejects.toBe(fault)
  })
})

describe('query', () => {
  it('of the table is consistent', async () => {
    dynamo.on(QueryCommand).resolves({ Items: [] })
    expect(await table.query({ partition: 'CASE#1', sortPrefix: 'REC#', limit: 5 })).toEqual({ items: [] })
    expect(onlyInput(dynamo.commandCalls(QueryCommand))).toEqual({
      TableName: 'matching',
      ConsistentRead: true,
      KeyConditionExpression: '#partition = :partition AND begins_with(#sort, :sortPrefix)',
      ExpressionAttributeNames: { '#partition': 'pk', '#sort': 'sk' },
      ExpressionAttributeValues: { ':partition': { S: 'CASE#1' }, ':sortPrefix': { S: 'REC#' } },
      ScanIndexForward: true,
      Limit: 5,
    })
  })

  it('of an index uses its keys, and asks for no consistency that it cannot have', async () => {
    dynamo.on(QueryCommand).resolves({})
    await table.query({ index: 'by-due', partition: 'hold', sortUpTo: '2026-11-20', isDescending: true, limit: 100 })
    expect(onlyInput(dynamo.commandCalls(QueryCommand))).toEqual({
      TableName: 'matching',
      IndexName: 'by-due',
      KeyConditionExpression: '#partition = :partition AND #sort <= :sortUpTo',
      ExpressionAttributeNames: { '#partition': 'due', '#sort': 'dueAt' },
      ExpressionAttributeValues: { ':partition': { S: 'hold' }, ':sortUpTo': { S: '2026-11-20' } },
      ScanIndexForward: false,
      Limit: 100,
    })
  })

  it('names no sort key where nothing is asked of it, since DynamoDB refuses names that are not used', async () => {
    dynamo.on(QueryCommand).resolves({})
    await table.query({ partition: 'CASE#1', limit: 5 })
    expect(onlyInput(dynamo.commandCalls(QueryCommand)).ExpressionAttributeNames).toEqual({ '#partition': 'pk' })
  })

  it('goes on from the key that the page before ended with', async () => {
    const lastKey = { pk: { S: 'CASE#1' }, sk: { S: 'B' }, due: { S: 'hold' }, dueAt: { S: '2026' } }
    dynamo.on(QueryCommand).resolvesOnce({ Items: [], LastEvaluatedKey: lastKey }).resolves({ Items: [] })
    const query = { index: 'by-due', partition: 'hold', limit: 2 }
    const { cursor } = await table.query(query)
    expect(await table.query({ ...query, cursor: cursor ?? '' })).toEqual({ items: [] })
    expect(dynamo.commandCalls(QueryCommand)[1]?.args[0].input.ExclusiveStartKey).toEqual(lastKey)
  })

  it('lets faults through', async () => {
    dynamo.on(QueryCommand).rejects(new Error('ECONNREFUSED'))
    await expect(table.query({ partition: 'CASE#1', limit: 5 })).rejects.toThrow('ECONNREFUSED')
  })
})
