import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DescribeTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureTable, findDynoxide, startDatabase } from './database.ts'
import { eventually } from './testing/eventually.ts'
import { startInOwnerProcess } from './owner-process.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'database-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const clientOf = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({ endpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } })

const put = (client: DynamoDBClient, number: number) =>
  client.send(new PutItemCommand({ TableName: 'things', Item: { pk: { S: 'all' }, sk: { S: String(number) } } }))

test('what was acknowledged before kill -9 of the owner is there after a restart, and the old process lets go by itself', async () => {
  const owner = await startInOwnerProcess(new URL('./database.ts', import.meta.url), 'startDatabase', { dataDir })
  const client = clientOf(owner.endpoint)
  await ensureTable(client, { name: 'things', indexes: [] })
  const acknowledged: string[] = []
  let isOver = false
  const writing = (async () => {
    for (let number = 0; !isOver; number += 1) {
      await put(client, number)
      acknowledged.push(String(number))
    }
  })().catch(() => undefined)
  await eventually(() => acknowledged.length).toBeGreaterThan(100)
  await owner.kill()
  const port = Number(new URL(owner.endpoint).port)
  const restarted = await startDatabase({ dataDir, port })
  isOver = true
  await writing
  const { Items: items = [] } = await clientOf(restarted.endpoint).send(
    new QueryCommand({
      TableName: 'things',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'all' } },
    }),
  )
  expect(items.map(({ sk }) => sk?.S)).toEqual(expect.arrayContaining(acknowledged))
  await restarted.stop()
})

test('a table is made once, keeps its rows when asked for again, and gets the indexes that a later version adds', async () => {
  const database = await startDatabase({ dataDir })
  const client = clientOf(database.endpoint)
  const byOwner = { name: 'byOwner', partition: 'owner', sort: 'due' }
  await ensureTable(client, { name: 'things', indexes: [byOwner] })
  await put(client, 1)
  await ensureTable(client, { name: 'things', indexes: [byOwner, { name: 'byState', partition: 'state', sort: 'sk' }] })

  const { Table: table } = await client.send(new DescribeTableCommand({ TableName: 'things' }))
  expect(table?.KeySchema?.map(({ AttributeName }) => AttributeName)).toEqual(['pk', 'sk'])
  expect(table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).toSorted()).toEqual(['byOwner', 'byState'])
  const { Item: item } = await client.send(new GetItemCommand({ TableName: 'things', Key: { pk: { S: 'all' }, sk: { S: '1' } } }))
  expect(item).toBeDefined()
  await expect(ensureTable(client, { name: 'things', indexes: [{ ...byOwner, sort: 'sk' }] })).rejects.toThrow('other keys')
  await database.stop()
})

test('a port that is taken is told in words, and stopping is not a failure', async () => {
  const database = await startDatabase({ dataDir })
  const port = Number(new URL(database.endpoint).port)
  await expect(startDatabase({ dataDir: join(dataDir, 'other'), port })).rejects.toThrow(`port ${port} is taken`)
  await database.stop()
  expect(await database.ended).toBeUndefined()
})

test('a machine without the program is told where to get it', () => {
  expect(() => findDynoxide({ packageName: '@dynoxide/none', path: '' })).toThrow('AWS_ENDPOINT_URL_DYNAMODB')
})
