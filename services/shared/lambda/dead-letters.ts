import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { SQSRecord } from 'aws-lambda'
import { readEnvironment } from './runtime.ts'
import type { Runtime } from './runtime.ts'
import type { RetryReason } from './retry-reasons.ts'

/** Where an inbox puts what it cannot take, so that the reason lies with the message and needs no database to be told. */
export interface DeadLetters {
  /** Whether this was the message's last try. */
  readonly isDue: (record: SQSRecord) => boolean
  /** The message as it came, with why and how often it was tried. */
  readonly setAside: (record: SQSRecord, reason: RetryReason) => Promise<void>
}

/** Of a message in a dead-letter queue. One without them was moved by the queue itself: no function has answered for it. */
export const deadLetterAttributes = { reason: 'reason', attempts: 'attempts' } as const

export const createDeadLetters = (runtime: Pick<Runtime, 'environment' | 'awsClient'>): DeadLetters => {
  const { queueUrl, afterReceives } = readEnvironment(runtime, 'DEAD_LETTERS').DEAD_LETTERS
  const sqs = new SQSClient(runtime.awsClient('sqs'))
  const receivesOf = ({ attributes }: SQSRecord): number => Number(attributes.ApproximateReceiveCount)
  return {
    isDue: (record) => receivesOf(record) >= afterReceives,
    setAside: async (record, reason) => {
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: record.body,
          MessageGroupId: record.attributes.MessageGroupId ?? record.messageId,
          // Not the event's id: SQS would swallow an event that is run again and set aside again within five minutes.
          MessageDeduplicationId: record.messageId,
          MessageAttributes: {
            [deadLetterAttributes.reason]: { DataType: 'String', StringValue: reason },
            [deadLetterAttributes.attempts]: { DataType: 'Number', StringValue: String(receivesOf(record)) },
          },
        }),
      )
    },
  }
}
