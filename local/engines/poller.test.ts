import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { createPoller } from './poller.ts'
import type { Poller } from './poller.ts'
import { ensureQueue, startQueues } from './queues.ts'
import type { QueueAddress, Queues } from './queues.ts'

let dataDir: string
let queues: Queues
let client: SQSClient
let queue: QueueAddress
let poller: Poller
let errors: unknown[]
let events: SQSEvent[]
let queueNumber = 0

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'poller-'))
  queues = await startQueues({ dataDir })
  client = new SQSClient({
    endpoint: queues.endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
})
afterAll(async () => {
  await queues.stop()
  rmSync(dataDir, { recursive: true })
})
beforeEach(async () => {
  errors = []
  events = []
  queueNumber += 1
  const name = `inbox-${queueNumber}`
  queue = await ensureQueue(client, {
    name: `${name}.fifo`,
    isFifo: true,
    deadLetterName: `${name}-dead.fifo`,
    maxReceiveCount: 2,
    visibilityTimeoutSeconds: 1,
    retentionDays: 1,
  })
})
afterEach(() => poller.stop())

const send = (body: string, group: string) =>
  client.send(
    new SendMessageCommand({
      QueueUrl: queue.url,
      MessageBody: body,
      MessageGroupId: group,
      MessageDeduplicationId: body,
      MessageAttributes: { traceparent: { DataType: 'String', StringValue: `trace of ${body}` } },
    }),
  )

const startPoller = (answer: (event: SQSEvent) => SQSBatchResponse | void): void => {
  poller = createPoller({
    client,
    queueUrl: queue.url,
    batchSize: 10,
    handle: async (event) => {
      events.push(event)
      return answer(event)
    },
    onError: (error) => errors.push(error),
  })
  poller.start()
}

const bodies = (): string[] => events.flatMap(({ Records }) => Records.map(({ body }) => body))

const left = async (url = queue.url): Promise<number> => {
  const { Attributes: counts } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  )
  return Number(counts?.ApproximateNumberOfMessages) + Number(counts?.ApproximateNumberOfMessagesNotVisible)
}

test('the handler gets what Lambda would give it', async () => {
  await send('one', 'group-a')
  startPoller(() => undefined)
  await eventually(() => events.length).toBe(1)
  expect(events[0]?.Records[0]).toMatchObject({
    body: 'one',
    attributes: { ApproximateReceiveCount: '1', MessageGroupId: 'group-a', MessageDeduplicationId: 'one' },
    messageAttributes: { traceparent: { dataType: 'String', stringValue: 'trace of one' } },
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: 'eu-north-1',
  })
  expect(events[0]?.Records[0]?.attributes.SequenceNumber).toMatch(/^\d{20}$/)
  await eventually(() => left()).toBe(0)
})

test('one group is handled in order, across batches', async () => {
  for (const body of ['a1', 'a2', 'a3', 'a4']) await send(body, 'group-a')
  startPoller(() => undefined)
  await eventually(() => left()).toBe(0)
  expect(bodies()).toEqual(['a1', 'a2', 'a3', 'a4'])
  expect(errors).toEqual([])
})

test('what the handler reports as failed comes again, the rest does not, and after two times it is a dead letter', async () => {
  await send('good', 'group-a')
  await send('bad', 'group-b')
  startPoller(({ Records }) => ({
    batchItemFailures: Records.filter(({ body }) => body === 'bad').map(({ messageId }) => ({ itemIdentifier: messageId })),
  }))
  await eventually(() => left(queue.url.replace('.fifo', '-dead.fifo'))).toBe(1)
  expect(bodies().toSorted()).toEqual(['bad', 'bad', 'good'])
  expect(await left()).toBe(0)
})

test('a handler that throws leaves the whole batch, is told about, and does not stop the poller', async () => {
  await send('first', 'group-a')
  let calls = 0
  startPoller(() => {
    calls += 1
    if (calls === 1) throw new Error('out of order')
  })
  await eventually(() => left()).toBe(0)
  expect(errors).toEqual([new Error('out of order')])
  expect(events.map(({ Records }) => Records[0]?.attributes.ApproximateReceiveCount)).toEqual(['1', '2'])
})

test('stopping waits for the batch in hand, and interrupts an idle poll at once', async () => {
  await send('slow', 'group-a')
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  let isFinished = false
  poller = createPoller({
    client,
    queueUrl: queue.url,
    batchSize: 1,
    handle: async (event) => {
      events.push(event)
      await released
      isFinished = true
    },
    onError: (error) => errors.push(error),
  })
  poller.start()
  await eventually(() => events.length).toBe(1)
  const stopped = poller.stop()
  release()
  await stopped
  expect(isFinished).toBe(true)
  expect(await left()).toBe(0)
  poller.start()
  await poller.stop()
  expect(errors).toEqual([])
})
