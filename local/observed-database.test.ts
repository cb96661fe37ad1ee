import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { observedDatabase } from './observed-database.ts'

let server: Server
let client: DynamoDBClient
let seen: [string, ...unknown[]][]
/** What the database answers: a status, or nothing at all. */
let answers: (number | 'hangUp')[]
let maxAttempts: number

beforeEach(async () => {
  seen = []
  answers = []
  maxAttempts = 1
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      const answer = answers.shift() ?? 200
      if (answer === 'hangUp') request.socket.destroy()
      else {
        const failure =
          answer === 400
            ? { __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException', CancellationReasons: [] }
            : {}
        response.writeHead(answer, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(failure))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  client = new DynamoDBClient({
    region: 'eu-north-1',
    endpoint: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: async () => maxAttempts,
    requestHandler: observedDatabase({
      committed: (table, rows) => seen.push(['committed', table, rows.map(({ sk }) => sk?.S)]),
      inDoubt: (table) => seen.push(['inDoubt', table]),
    }),
  })
})
afterEach(async () => {
  client.destroy()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const put = (sk: string, more: object = {}) => ({
  Put: { TableName: 'kalmar-ideas', Item: { pk: { S: 'CASE#å' }, sk: { S: sk }, ...more } },
})
const outbox = { outbox: { S: 'event' } }
const transact = () =>
  client.send(new TransactWriteItemsCommand({ TransactItems: [put('REC#HEAD'), put('OUT#1', outbox), put('OUT#2', outbox)] }))

describe('a transaction', () => {
  it('that is acknowledged shows its outbox rows, in their order, before the caller has its answer', async () => {
    await transact()
    expect(seen).toEqual([['committed', 'kalmar-ideas', ['OUT#1', 'OUT#2']]])
  })

  it('that is refused has written nothing', async () => {
    answers = [400]
    await expect(transact()).rejects.toMatchObject({ name: 'TransactionCanceledException' })
    expect(seen).toEqual([])
  })

  it.each([['a fault', 500] as const, ['a lost answer', 'hangUp'] as const])(
    'with %s may have written: somebody must look',
    async (_, answer) => {
      answers = [answer]
      await expect(transact()).rejects.toThrow()
      expect(seen).toEqual([['inDoubt', 'kalmar-ideas']])
    },
  )

  it('that the client tries again is seen both times', async () => {
    maxAttempts = 2
    answers = [500]
    await transact()
    expect(seen.map(([what]) => what)).toEqual(['inDoubt', 'committed'])
  })
})

it('a read is none of its business', async () => {
  await client.send(new GetItemCommand({ TableName: 'kalmar-ideas', Key: { pk: { S: '1' }, sk: { S: '1' } } }))
  expect(seen).toEqual([])
})
