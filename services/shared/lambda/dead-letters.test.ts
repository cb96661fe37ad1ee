import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, it } from 'vitest'
import { createDeadLetters } from './dead-letters.ts'
import { queueMessages } from './testing/queue-message.ts'
import { createTestRuntime } from './testing/test-runtime.ts'

const sqs = mockClient(SQSClient)
beforeEach(() => sqs.reset())

const deadLetters = createDeadLetters(
  createTestRuntime({ environment: { DEAD_LETTERS: '{"queueUrl":"https://queues.example/dlq.fifo","afterReceives":10}' } }),
)
const record = (attempt: number, group: string | undefined = 'case-1') => {
  const [found] = queueMessages({ text: 'as it came', group, messageId: 'message-1', attempt }).Records
  if (!found) throw new Error('no record')
  return found
}

it('is due on the last of the tries that the queue gives, and when the queue gives one more', () => {
  expect([1, 9, 10, 11].map((attempt) => deadLetters.isDue(record(attempt)))).toEqual([false, false, true, true])
})

it('sends the message as it came, in its group, with why and how often it was tried', async () => {
  sqs.on(SendMessageCommand).resolves({})
  await deadLetters.setAside(record(10), 'tooEarly')
  expect(sqs.commandCalls(SendMessageCommand).map(({ args }) => args[0].input)).toEqual([
    {
      QueueUrl: 'https://queues.example/dlq.fifo',
      MessageBody: 'as it came',
      MessageGroupId: 'case-1',
      // The message's id and not the event's: the same event may be set aside twice within five minutes.
      MessageDeduplicationId: 'message-1',
      MessageAttributes: {
        reason: { DataType: 'String', StringValue: 'tooEarly' },
        attempts: { DataType: 'Number', StringValue: '10' },
      },
    },
  ])
})

it('throws when the queue does not take it', async () => {
  sqs.on(SendMessageCommand).rejects(new Error('away'))
  await expect(deadLetters.setAside(record(10), 'fault')).rejects.toThrow()
})
