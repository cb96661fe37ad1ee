import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fillDisk, mayMount, mountDisk } from '../testing/small-disk.ts'
import { eventually } from './testing/eventually.ts'
import { startInOwnerProcess } from './owner-process.ts'
import { ensureQueue, startQueues } from './queues.ts'
import type { QueueDefinition } from './queues.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'queues-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const clientOf = (endpoint: string): SQSClient =>
  new SQSClient({ endpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } })

const inbox: QueueDefinition = { name: 'inbox.fifo', isFifo: true, visibilityTimeoutSeconds: 60, retentionDays: 4 }

test('every message acknowledged before kill -9 of the owner comes out in order after a restart on another port', async () => {
  const owner = await startInOwnerProcess(new URL('./queues.ts', import.meta.url), 'startQueues', { dataDir })
  const client = clientOf(owner.endpoint)
  const { url } = await ensureQueue(client, inbox)
  const acknowledged: string[] = []
  const sending = (async () => {
    for (let number = 0; ; number += 1) {
      const MessageBody = String(number)
      // Every message is a group of its own, so that one receive can bring ten.
      await client.send(
        new SendMessageCommand({ QueueUrl: url, MessageBody, MessageGroupId: MessageBody, MessageDeduplicationId: MessageBody }),
      )
      acknowledged.push(MessageBody)
    }
  })().catch(() => undefined)
  await eventually(() => acknowledged.length).toBeGreaterThan(50)
  await owner.kill()
  const restarted = await startQueues({ dataDir })
  await sending
  const restartedClient = clientOf(restarted.endpoint)
  const { url: newUrl } = await ensureQueue(restartedClient, inbox)
  const received: (string | undefined)[] = []
  while (received.length < acknowledged.length) {
    const { Messages: messages = [] } = await restartedClient.send(
      new ReceiveMessageCommand({ QueueUrl: newUrl, MaxNumberOfMessages: 10 }),
    )
    expect(messages, 'the queue is empty before all that was acknowledged came out').not.toEqual([])
    received.push(...messages.map(({ Body }) => Body))
  }
  expect(received.slice(0, acknowledged.length)).toEqual(acknowledged)
  await restarted.stop()
})

test.skipIf(!mayMount)('on a full disk no message is acknowledged that is not stored, however often it is tried', async () => {
  const disk = mountDisk('size=4m')
  if (!disk) throw new Error('it could be mounted before')
  const folder = join(disk.folder, 'queues')
  let queues = await startQueues({ dataDir: folder })
  try {
    const client = clientOf(queues.endpoint)
    const { url } = await ensureQueue(client, inbox)
    const filling = fillDisk(disk.folder, 23 * 4_096)
    const acknowledged: string[] = []
    for (const id of '0123456789') {
      const message = { MessageBody: id.padEnd(12_000, '.'), MessageGroupId: id, MessageDeduplicationId: id }
      await client.send(new SendMessageCommand({ QueueUrl: url, ...message })).then(
        () => acknowledged.push(id),
        () => undefined,
      )
    }
    rmSync(filling)
    await queues.stop()
    queues = await startQueues({ dataDir: folder })
    const restarted = clientOf(queues.endpoint)
    const { url: newUrl } = await ensureQueue(restarted, inbox)
    const { Messages: messages = [] } = await restarted.send(
      new ReceiveMessageCommand({ QueueUrl: newUrl, MaxNumberOfMessages: 10 }),
    )
    expect(acknowledged.length).toBeLessThan(10)
    expect(messages.map(({ Body }) => Body?.charAt(0))).toEqual(acknowledged)
  } finally {
    await queues.stop()
    disk.unmount()
  }
})

test('a queue is made once with its dead letter queue, and takes over changed settings', async () => {
  const queues = await startQueues({ dataDir })
  const client = clientOf(queues.endpoint)
  const first = await ensureQueue(client, { ...inbox, deadLetterName: 'inbox-dead.fifo', maxReceiveCount: 3 })
  const second = await ensureQueue(client, {
    ...inbox,
    deadLetterName: 'inbox-dead.fifo',
    maxReceiveCount: 5,
    visibilityTimeoutSeconds: 90,
  })

  expect(second).toEqual(first)
  expect(first.url).toBe(`${queues.endpoint}/000000000000/inbox.fifo`)
  const { Attributes: settings } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: first.url, AttributeNames: ['All'] }),
  )
  expect(settings).toMatchObject({ FifoQueue: 'true', VisibilityTimeout: '90', MessageRetentionPeriod: '345600' })
  expect(JSON.parse(settings?.RedrivePolicy ?? '{}')).toEqual({
    deadLetterTargetArn: first.arn.replace('inbox.fifo', 'inbox-dead.fifo'),
    maxReceiveCount: 5,
  })
  await queues.stop()
})

test('one process at a time has the queues of a folder', async () => {
  const queues = await startQueues({ dataDir })
  await expect(startQueues({ dataDir })).rejects.toThrow('another process works in')
  await queues.stop()
})

test('the queues answer on the loopback interface only', async ({ skip }) => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')
  skip(outside === undefined, 'this machine has no other interface')
  const queues = await startQueues({ dataDir })
  const port = Number(new URL(queues.endpoint).port)
  const isReachable = (host: string): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(port, host, () => resolve(true))
      socket.once('error', () => resolve(false))
    })
  expect(await isReachable('127.0.0.1')).toBe(true)
  expect(await isReachable(outside?.address ?? '')).toBe(false)
  await queues.stop()
})
