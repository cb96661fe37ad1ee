import { DeleteMessageCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import type { Message, SQSClient } from '@aws-sdk/client-sqs'
import { deadLetterAttributes } from '#lambda/dead-letters.ts'
import { describeFault } from '#lambda/log.ts'
import type { Log } from '#lambda/log.ts'
import { retryReason } from '#lambda/retry-reasons.ts'
import type { DeadLetter, HeldMessage, Queues } from '../application/queues.ts'
import type { QueueCounts } from '../domain/queue-status.ts'

/** Long enough to receive a page, short enough that whoever looks or redrives next finds the messages again. */
const peekHiddenSeconds = 2
/** How often nothing new may come before a look is over: what somebody else is looking at comes back meanwhile. */
const peekPatience = 3
/** More than a step of a redrive lasts, so that none is taken twice in one. */
const takeHiddenSeconds = 10
/** Long polling asks all of SQS's servers; a short poll may pass messages by. */
const peekWaitSeconds = 1
const takeWaitSeconds = 2
const mostAtOnce = 10

const toDeadLetter = ({ MessageId = '', Body = '', Attributes = {}, MessageAttributes = {} }: Message): DeadLetter => {
  const reason = retryReason.safeParse(MessageAttributes[deadLetterAttributes.reason]?.StringValue).data
  const attempts = Number(MessageAttributes[deadLetterAttributes.attempts]?.StringValue)
  return {
    messageId: MessageId,
    setAsideAt: new Date(Number(Attributes.SentTimestamp)).toISOString(),
    text: Body,
    ...(reason && { reason }),
    ...(Number.isInteger(attempts) && { attempts }),
  }
}

const toHeld = (message: Message): HeldMessage => ({
  ...toDeadLetter(message),
  group: message.Attributes?.MessageGroupId ?? message.MessageId ?? '',
  receipt: message.ReceiptHandle ?? '',
})

export interface SqsQueuesParts {
  readonly sqs: SQSClient
  /** A queue's address is this and its name. */
  readonly queuesUrl: string
  readonly log: Log
}

export const createSqsQueues = ({ sqs, queuesUrl, log }: SqsQueuesParts): Queues => {
  const urlOf = (queue: string): string => `${queuesUrl}${queue}`

  const receive = async (queue: string, { limit, hiddenSeconds, waitSeconds }: Readonly<Record<string, number>>) => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: urlOf(queue),
        MaxNumberOfMessages: limit,
        VisibilityTimeout: hiddenSeconds,
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['SentTimestamp', 'MessageGroupId'],
        MessageAttributeNames: Object.values(deadLetterAttributes),
      }),
    )
    return Messages
  }

  const count = async (queue: string): Promise<QueueCounts> => {
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: urlOf(queue),
        AttributeNames: [
          'ApproximateNumberOfMessages',
          'ApproximateNumberOfMessagesNotVisible',
          'ApproximateNumberOfMessagesDelayed',
        ],
      }),
    )
    return {
      waiting: Number(Attributes.ApproximateNumberOfMessages),
      inFlight: Number(Attributes.ApproximateNumberOfMessagesNotVisible),
      delayed: Number(Attributes.ApproximateNumberOfMessagesDelayed),
    }
  }

  const peek = async (queue: string, limit: number): Promise<DeadLetter[]> => {
    const { waiting, inFlight } = await count(queue)
    const wanted = Math.min(limit, waiting + inFlight)
    const found = new Map<string, DeadLetter>()
    for (let inVain = 0; found.size < wanted && inVain < peekPatience;) {
      // oxlint-disable-next-line no-await-in-loop -- what one call has hidden is what the next does not show
      const messages = await receive(queue, { limit: mostAtOnce, hiddenSeconds: peekHiddenSeconds, waitSeconds: peekWaitSeconds })
      const fresh = messages.map(toDeadLetter).filter(({ messageId }) => !found.has(messageId))
      inVain = fresh.length === 0 ? inVain + 1 : 0
      for (const message of fresh) found.set(message.messageId, message)
    }
    return [...found.values()].slice(0, limit)
  }

  /** Undefined when SQS does not answer as it should: one queue that is away must not hide the others. */
  const unlessUnreadable = async <T>(queue: string, read: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await read()
    } catch (fault) {
      log.write('warn', 'queue not readable', { queue, ...describeFault(fault) })
      return undefined
    }
  }

  return {
    count: (queue) => unlessUnreadable(queue, () => count(queue)),
    peek: (queue, limit) => unlessUnreadable(queue, () => peek(queue, limit)),

    take: async (queue, limit) =>
      (await receive(queue, { limit, hiddenSeconds: takeHiddenSeconds, waitSeconds: takeWaitSeconds })).map(toHeld),

    move: async ({ text, group, messageId, receipt }, from, to) => {
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: urlOf(to),
          MessageBody: text,
          MessageGroupId: group,
          // The event's own id would be swallowed where the event was sent less than five minutes ago, and deleted here.
          MessageDeduplicationId: messageId,
        }),
      )
      await sqs.send(new DeleteMessageCommand({ QueueUrl: urlOf(from), ReceiptHandle: receipt }))
    },
  }
}
