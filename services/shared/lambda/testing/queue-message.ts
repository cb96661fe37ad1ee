import type { SQSEvent, SQSRecord } from 'aws-lambda'
import type { AnyEvent } from '#contracts/event.ts'

export interface Message {
  /** The message's text as the queue has it. */
  readonly text: string
  /** The FIFO group: the case, where the relay has sent it; undefined on a queue that is no FIFO. */
  readonly group: string | undefined
  readonly messageId: string
  readonly attempt: number
}

/** Events as the relay puts them on an inbox: JSON, grouped by case. */
export const messageOf = (event: AnyEvent, attempt = 1): Message => ({
  text: JSON.stringify(event),
  group: event.subject,
  messageId: `message-${event.id}`,
  attempt,
})

const toRecord = ({ text, group, messageId, attempt }: Message): SQSRecord => ({
  messageId,
  receiptHandle: `receipt-${messageId}`,
  body: text,
  attributes: {
    ApproximateReceiveCount: String(attempt),
    SentTimestamp: '1795161600000',
    SenderId: 'AROATEST:relay',
    ApproximateFirstReceiveTimestamp: '1795161600000',
    SequenceNumber: '1',
    ...(group !== undefined && { MessageGroupId: group }),
    MessageDeduplicationId: messageId,
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:eu-north-1:000000000000:test-inbox.fifo',
  awsRegion: 'eu-north-1',
})

/** What an inbox function is called with: one batch of its queue. Events, or messages where their form is the matter. */
export const queueMessages = (...messages: readonly (AnyEvent | Message)[]): SQSEvent => ({
  Records: messages.map((message) => toRecord('specversion' in message ? messageOf(message) : message)),
})
