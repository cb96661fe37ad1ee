import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ensureTable, startDatabase } from './engines/database.ts'
import type { Database } from './engines/database.ts'
import { ensureQueue, startQueues } from './engines/queues.ts'
import type { Queues } from './engines/queues.ts'
import { eventually } from './engines/testing/eventually.ts'
import { createOutboxTail } from './outbox-tail.ts'
import type { Row } from './outbox-tail.ts'
import { fillDisk, mayMount, mountDisk } from './testing/small-disk.ts'

/** The way of an event from its outbox row to its receiver, when the disk of the queues is full for a while. */

const tableName = 'kalmar-ideas'
const options = (endpoint: string) => ({
  endpoint,
  region: 'eu-north-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
})

let folder: string
let database: Database
let dynamodb: DynamoDBClient
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'behovsflodet-full-'))
  database = await startDatabase({ dataDir: folder })
  dynamodb = new DynamoDBClient(options(database.endpoint))
  await ensureTable(dynamodb, { name: tableName, indexes: [] })
}, 30_000)
afterEach(async () => {
  dynamodb.destroy()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

const connect = async (queues: Queues) => {
  const sqs = new SQSClient(options(queues.endpoint))
  const { url } = await ensureQueue(sqs, { name: 'inbox.fifo', isFifo: true, visibilityTimeoutSeconds: 60, retentionDays: 4 })
  const relay = async ({ Records }: DynamoDBStreamEvent) => {
    // Batches of two, so that some are stored before the disk is full.
    for (let from = 0; from < Records.length; from += 2) {
      const ids = Records.slice(from, from + 2).map(({ dynamodb: change }) => change?.NewImage?.['sk']?.S ?? '')
      await sqs.send(
        new SendMessageBatchCommand({
          QueueUrl: url,
          Entries: ids.map((id, index) => ({
            Id: String(index),
            MessageBody: id.padEnd(8_192, '.'),
            MessageGroupId: id,
            MessageDeduplicationId: id,
          })),
        }),
      )
    }
    return { batchItemFailures: [] }
  }
  const receiveAll = async (): Promise<string[]> => {
    const received: string[] = []
    for (;;) {
      const { Messages: messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }))
      if (messages.length === 0) return received
      for (const { Body = '', ReceiptHandle } of messages) {
        received.push(Body.replace(/\.+$/, ''))
        await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }))
      }
    }
  }
  return { relay, receiveAll, destroy: () => sqs.destroy() }
}

it.skipIf(!mayMount)(
  'the queue server ends and says why, no row is deleted whose event is not stored, and all arrive after a restart',
  async () => {
    const disk = mountDisk('size=4m')
    if (!disk) throw new Error('it could be mounted before')
    const dataDir = join(disk.folder, 'queues')
    let queues = await startQueues({ dataDir })
    try {
      const before = await connect(queues)
      const rows = Array.from({ length: 40 }, (_, index): Row => ({
        pk: { S: 'CASE#1' },
        sk: { S: `OUT#${String(index).padStart(2, '0')}` },
        outbox: { S: 'event' },
      }))
      for (const Item of rows) await dynamodb.send(new PutItemCommand({ TableName: tableName, Item }))
      const filling = fillDisk(disk.folder, 32 * 4_096)
      const errors: unknown[] = []
      const tail = createOutboxTail(dynamodb, new Map([[tableName, before.relay]]), (error) => errors.push(error))
      for (const row of rows) tail.ring(tableName, [row])

      expect((await queues.ended)?.message).toBe(
        'Köservern stannade av sig själv (the queue server ended by itself): ' +
          'den kunde inte skriva, disken är full; frigör utrymme och starta igen, inget som har kvitterats är förlorat / ' +
          'it could not write, the disk is full; make room and start again, nothing that was acknowledged is lost',
      )
      await eventually(() => errors.length).toBeGreaterThan(0)
      await tail.stop()
      before.destroy()
      rmSync(filling)

      queues = await startQueues({ dataDir })
      const after = await connect(queues)
      const restarted = createOutboxTail(dynamodb, new Map([[tableName, after.relay]]), (error) => errors.push(error))
      await restarted.scan(tableName)
      await restarted.idle()
      expect([...new Set(await after.receiveAll())].toSorted()).toEqual(rows.map(({ sk }) => sk?.S))
      expect((await dynamodb.send(new ScanCommand({ TableName: tableName }))).Items).toEqual([])
      await restarted.stop()
      after.destroy()
    } finally {
      await queues.stop()
      disk.unmount()
    }
  },
  60_000,
)
