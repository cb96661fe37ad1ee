import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { DeleteMessageBatchCommand, ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HttpHandler } from '../observed-requests.ts'
import { ensureTable, startDatabase } from './database.ts'
import type { Database } from './database.ts'
import { engineClient } from './engine-client.ts'
import { ensureQueue, startQueues } from './queues.ts'
import type { Queues } from './queues.ts'

const tableName = 'plain'
const text = 'Räksmörgås "citat" \\ "B":{"\n\u2028'

let dataDir: string
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'engine-client-'))
})
afterAll(() => rmSync(dataDir, { recursive: true }))

describe('a client of the database', () => {
  let database: Database
  let client: DynamoDBClient

  beforeAll(async () => {
    database = await startDatabase({ dataDir: join(dataDir, 'database') })
    client = new DynamoDBClient(engineClient('dynamodb', database.endpoint))
    await ensureTable(client, { name: tableName, indexes: [] })
  })
  afterAll(async () => {
    client.destroy()
    await database.stop()
  })

  const keyOf = (pk: string) => ({ pk: { S: pk }, sk: { S: 'S' } })
  const write = (by: DynamoDBClient, pk: string, more: Record<string, AttributeValue> = {}) =>
    by.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName: tableName, Item: { ...keyOf(pk), ...more }, ConditionExpression: 'attribute_not_exists(pk)' } },
        ],
      }),
    )
  const read = async (pk: string) =>
    (await client.send(new GetItemCommand({ TableName: tableName, Key: keyOf(pk), ConsistentRead: true }))).Item

  test('every text and number comes back as it was written', async () => {
    const item = {
      text: { S: `${text} 😀` },
      version: { N: '12' },
      map: { M: { list: { L: [{ S: '' }, { BOOL: true }, { NULL: true }] } } },
    }
    await write(client, 'text', item)
    expect(await read('text')).toEqual({ ...keyOf('text'), ...item })
    const { Items, Count } = await client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'text' } },
      }),
    )
    expect([Count, Items]).toEqual([1, [{ ...keyOf('text'), ...item }]])
    expect(await read('nothing')).toBeUndefined()
  })

  test('bytes come back as bytes, and an attribute may be named as their type is', async () => {
    const item = { bytes: { B: new Uint8Array([0, 1, 255]) }, B: { S: 'b' } }
    await write(client, 'bytes', item)
    expect(await read('bytes')).toEqual({ ...keyOf('bytes'), ...item })
  })

  test("a condition that fails is the client's own exception, with a reason for each part", async () => {
    await write(client, 'once')
    const fault = await write(client, 'once').catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(TransactionCanceledException)
    expect((fault as TransactionCanceledException).CancellationReasons?.map(({ Code }) => Code)).toEqual([
      'ConditionalCheckFailed',
    ])
  })

  test('an operation that is not known to be plain works too', async () => {
    await client.send(new PutItemCommand({ TableName: tableName, Item: { ...keyOf('other'), text: { S: text } } }))
    expect(await read('other')).toMatchObject({ text: { S: text } })
  })

  test('a transaction whose answer was lost is tried again, and is the same transaction', async () => {
    const options = engineClient('dynamodb', database.endpoint)
    const { requestHandler: inner } = options
    let lost = 0
    const losing: HttpHandler = {
      ...inner,
      handle: async (request, sending) => {
        const answer = await inner.handle(request, sending)
        lost += 1
        if (lost === 1) throw Object.assign(new Error('lost'), { code: 'ECONNRESET' })
        return answer
      },
    }
    const unlucky = new DynamoDBClient({ ...options, requestHandler: losing })
    await write(unlucky, 'lost')
    expect(lost).toBe(2)
    expect(await read('lost')).toEqual(keyOf('lost'))
    unlucky.destroy()
  })
})

describe('a client of the queues', () => {
  let queues: Queues
  let client: SQSClient
  let url: string

  beforeAll(async () => {
    queues = await startQueues({ dataDir: join(dataDir, 'queues') })
    client = new SQSClient(engineClient('sqs', queues.endpoint))
    const queue = { name: 'plain.fifo', isFifo: true, visibilityTimeoutSeconds: 30, retentionDays: 1 }
    ;({ url } = await ensureQueue(client, queue))
  })
  afterAll(async () => {
    client.destroy()
    await queues.stop()
  })

  const receive = async (waitSeconds: number, signal?: AbortSignal) => {
    const command = new ReceiveMessageCommand({
      QueueUrl: url,
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ['All'],
      MaxNumberOfMessages: 10,
    })
    return (await client.send(command, signal && { abortSignal: signal })).Messages ?? []
  }

  test('a message is sent, received while it is waited for, and deleted', async () => {
    const waiting = receive(10, new AbortController().signal)
    const { Failed } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: url,
        Entries: [{ Id: '0', MessageBody: text, MessageGroupId: 'group', MessageDeduplicationId: 'one' }],
      }),
    )
    expect(Failed ?? []).toEqual([])
    const [message] = await waiting
    expect([message?.Body, message?.Attributes?.MessageGroupId]).toEqual([text, 'group'])
    const { Successful } = await client.send(
      new DeleteMessageBatchCommand({ QueueUrl: url, Entries: [{ Id: '0', ReceiptHandle: message?.ReceiptHandle }] }),
    )
    expect(Successful).toHaveLength(1)
    expect(await receive(0)).toEqual([])
  })

  test('a poll that is cut off ends at once', async () => {
    const cut = new AbortController()
    const polled = receive(20, cut.signal)
    setImmediate(() => cut.abort())
    await expect(polled).rejects.toThrow()
    await expect(receive(20, cut.signal)).rejects.toThrow()
  })
})
