import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import type { Message } from '@aws-sdk/client-sqs'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { createSqsQueues } from './sqs-queues.ts'

const sqs = mockClient(SQSClient)
const runtime = createTestRuntime()
const queues = createSqsQueues({
  sqs: new SQSClient(runtime.awsClient('sqs')),
  queuesUrl: 'https://queues.example/1/',
  log: runtime.log,
})

const message = (id: string, more: Partial<Message> = {}): Message => ({
  MessageId: id,
  ReceiptHandle: `receipt-${id}`,
  Body: `text of ${id}`,
  Attributes: { SentTimestamp: '1795161600000', MessageGroupId: 'case-1' },
  MessageAttributes: {
    reason: { DataType: 'String', StringValue: 'tooEarly' },
    attempts: { DataType: 'Number', StringValue: '10' },
  },
  ...more,
})

const holding = (waiting: number, inFlight = 0): void => {
  sqs.on(GetQueueAttributesCommand).resolves({
    Attributes: {
      ApproximateNumberOfMessages: String(waiting),
      ApproximateNumberOfMessagesNotVisible: String(inFlight),
      ApproximateNumberOfMessagesDelayed: '0',
    },
  })
}

beforeEach(() => sqs.reset())

describe('counting', () => {
  it('asks the queue at its address for three figures', async () => {
    holding(3, 2)
    expect(await queues.count('dlq.fifo')).toEqual({ waiting: 3, inFlight: 2, delayed: 0 })
    expect(sqs.commandCalls(GetQueueAttributesCommand)[0]?.args[0].input).toMatchObject({
      QueueUrl: 'https://queues.example/1/dlq.fifo',
    })
  })

  it('says of a queue that does not answer that it cannot be read, and the log why', async () => {
    sqs.on(GetQueueAttributesCommand).rejects(new Error('away'))
    expect(await queues.count('dlq.fifo')).toBeUndefined()
    expect(runtime.logged().at(-1)).toMatchObject({ level: 'warn', message: 'queue not readable', queue: 'dlq.fifo' })
  })
})

describe('looking into a queue', () => {
  it('hides what it sees for two seconds, deletes nothing, and tells why each lies there', async () => {
    holding(2)
    sqs.on(ReceiveMessageCommand).resolvesOnce({ Messages: [message('a'), message('b', { MessageAttributes: {} })] })
    expect(await queues.peek('dlq.fifo', 20)).toEqual([
      { messageId: 'a', setAsideAt: '2026-11-20T08:00:00.000Z', text: 'text of a', reason: 'tooEarly', attempts: 10 },
      { messageId: 'b', setAsideAt: '2026-11-20T08:00:00.000Z', text: 'text of b' },
    ])
    expect(sqs.commandCalls(ReceiveMessageCommand).map(({ args }) => args[0].input)).toMatchObject([
      { MaxNumberOfMessages: 10, VisibilityTimeout: 2, WaitTimeSeconds: 1 },
    ])
    expect(sqs.commandCalls(DeleteMessageCommand)).toEqual([])
  })

  it('takes a reason that it does not know for none', async () => {
    holding(1)
    const MessageAttributes = { reason: { DataType: 'String', StringValue: 'because' } }
    sqs.on(ReceiveMessageCommand).resolvesOnce({ Messages: [message('a', { MessageAttributes })] })
    expect(await queues.peek('dlq.fifo', 20)).toEqual([expect.not.objectContaining({ reason: expect.anything() })])
  })

  it('looks on until it has seen all that there is, each once, and gives up on what others hold', async () => {
    holding(3)
    sqs
      .on(ReceiveMessageCommand)
      .resolvesOnce({ Messages: [message('a')] })
      .resolvesOnce({ Messages: [message('a'), message('b')] })
      .resolves({})
    expect((await queues.peek('dlq.fifo', 20))?.map(({ messageId }) => messageId)).toEqual(['a', 'b'])
    expect(sqs.commandCalls(ReceiveMessageCommand)).toHaveLength(2 + 3)
  })

  it('does not ask an empty queue', async () => {
    holding(0)
    expect(await queues.peek('dlq.fifo', 20)).toEqual([])
    expect(sqs.commandCalls(ReceiveMessageCommand)).toEqual([])
  })

  it('shows no more than was asked for', async () => {
    holding(30)
    sqs.on(ReceiveMessageCommand).resolves({ Messages: ['a', 'b', 'c'].map((id) => message(id)) })
    expect(await queues.peek('dlq.fifo', 2)).toHaveLength(2)
  })
})

describe('moving a message', () => {
  const held = { messageId: 'a', setAsideAt: '', text: 'as it was', group: 'case-1', receipt: 'receipt-a' }

  it('sends it before it deletes it, under its own id and not the event’s', async () => {
    sqs.on(SendMessageCommand).resolves({})
    sqs.on(DeleteMessageCommand).resolves({})
    await queues.move(held, 'dlq.fifo', 'inbox.fifo')
    expect(sqs.calls().map(({ args }) => args[0].input)).toEqual([
      {
        QueueUrl: 'https://queues.example/1/inbox.fifo',
        MessageBody: 'as it was',
        MessageGroupId: 'case-1',
        MessageDeduplicationId: 'a',
      },
      { QueueUrl: 'https://queues.example/1/dlq.fifo', ReceiptHandle: 'receipt-a' },
    ])
  })

  it('deletes nothing that could not be sent', async () => {
    sqs.on(SendMessageCommand).rejects(new Error('throttled'))
    await expect(queues.move(held, 'dlq.fifo', 'inbox.fifo')).rejects.toThrow()
    expect(sqs.commandCalls(DeleteMessageCommand)).toEqual([])
  })
})

describe('taking messages', () => {
  it('keeps them for longer than a step lasts, with their group and receipt', async () => {
    sqs.on(ReceiveMessageCommand).resolves({ Messages: [message('a'), message('b', { Attributes: { SentTimestamp: '0' } })] })
    expect(await queues.take('dlq.fifo', 4)).toMatchObject([
      { messageId: 'a', group: 'case-1', receipt: 'receipt-a' },
      { messageId: 'b', group: 'b' },
    ])
    expect(sqs.commandCalls(ReceiveMessageCommand)[0]?.args[0].input).toMatchObject({
      MaxNumberOfMessages: 4,
      VisibilityTimeout: 10,
    })
  })
})
