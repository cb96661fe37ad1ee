import { createHash } from 'node:crypto'
import type { SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { failed, succeeded } from './aws-call.ts'
import type { AwsAnswer } from './aws-call.ts'
import type { Ending } from './invocation.ts'
import type { Random } from './random.ts'
import type { VirtualTime } from './virtual-time.ts'

/** FIFO queues with their dead-letter queues, and the pollers that Lambda reads them with. */

/** As in infra/constructs/inbox-queue.ts: six times the timeout of an inbox, ten tries. */
const visibilityMilliseconds = 60_000
const maxReceiveCount = 10
/** As in infra/constructs/inbox.ts. */
const batchSize = 10
const maxConcurrency = 5
/** SQS remembers a deduplication id for five minutes. */
const deduplicationMilliseconds = 300_000

interface Message {
  readonly id: string
  readonly group: string
  readonly deduplicationId: string
  readonly body: string
  readonly sentAt: number
  receives: number
  /** Hidden until then. */
  visibleAt: number
}

export interface DeadLetter {
  readonly queue: string
  readonly body: string
}

export interface Queues {
  /** @param isTaken of each entry, by position. */
  readonly send: (input: unknown, isTaken: (position: number) => boolean) => AwsAnswer
  readonly deadLetters: readonly DeadLetter[]
  readonly waiting: () => number
}

const batch = z.object({
  QueueUrl: z.string(),
  Entries: z
    .array(
      z.strictObject({ Id: z.string(), MessageBody: z.string(), MessageGroupId: z.string(), MessageDeduplicationId: z.string() }),
    )
    .min(1),
})
const batchResponse = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) }).nullish()

interface QueuesParts {
  readonly time: VirtualTime
  readonly random: Random
  /** Calls the inbox of a service. */
  readonly deliver: (service: string, event: SQSEvent) => Promise<Ending>
  /** The poller has been told that all is well and tells the queue to delete; it does not arrive. */
  readonly isDeleteLost: () => boolean
}

const serviceOf = (queueUrl: string): string => queueUrl.slice(queueUrl.lastIndexOf('/') + 1)

export const queueUrlOf = (service: string): string => `https://queues.invalid/${service}`

export const createQueues = ({ time, random, deliver, isDeleteLost }: QueuesParts): Queues => {
  const queues = new Map<string, { messages: Message[]; readers: number; remembered: Map<string, number> }>()
  const deadLetters: DeadLetter[] = []
  let sent = 0

  const queueOf = (name: string) => {
    const queue = queues.get(name) ?? { messages: [], readers: 0, remembered: new Map<string, number>() }
    queues.set(name, queue)
    return queue
  }

  /** The oldest of each group whose messages are all visible: one in flight holds back what follows it. */
  const receive = (name: string): Message[] => {
    const queue = queueOf(name)
    const held = new Set(queue.messages.filter(({ visibleAt }) => visibleAt > time.now()).map(({ group }) => group))
    const free = queue.messages.filter(({ group }) => !held.has(group))
    for (const message of free.filter(({ receives }) => receives >= maxReceiveCount)) {
      queue.messages.splice(queue.messages.indexOf(message), 1)
      deadLetters.push({ queue: name, body: message.body })
    }
    const received = free.filter(({ receives }) => receives < maxReceiveCount).slice(0, batchSize)
    for (const message of received) {
      message.receives += 1
      message.visibleAt = time.now() + visibilityMilliseconds
    }
    return received
  }

  const eventOf = (name: string, messages: readonly Message[]): SQSEvent => ({
    Records: messages.map(({ id, group, deduplicationId, body, sentAt, receives }) => ({
      messageId: id,
      receiptHandle: `${id}-${receives}`,
      body,
      attributes: {
        ApproximateReceiveCount: String(receives),
        SentTimestamp: String(sentAt),
        SenderId: 'simulator',
        ApproximateFirstReceiveTimestamp: String(sentAt),
        MessageGroupId: group,
        MessageDeduplicationId: deduplicationId,
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:eu-north-1:000000000000:${name}`,
      awsRegion: 'eu-north-1',
    })),
  })

  /** An answer that names a message that was not in the batch, or that cannot be read, fails the whole batch. */
  const doneOf = (messages: readonly Message[], ending: Ending): readonly Message[] => {
    if (ending.kind !== 'returned') return []
    const response = batchResponse.safeParse(ending.value)
    if (!response.success) return []
    const failures = new Set(response.data?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    const isKnown = [...failures].every((id) => messages.some((message) => message.id === id))
    return isKnown ? messages.filter(({ id }) => !failures.has(id)) : []
  }

  const poll = async (name: string): Promise<void> => {
    const queue = queueOf(name)
    if (queue.readers >= maxConcurrency) return
    const messages = receive(name)
    if (messages.length === 0) return
    pollAfter(name, visibilityMilliseconds)
    queue.readers += 1
    const ending = await deliver(name, eventOf(name, messages))
    queue.readers -= 1
    if (!isDeleteLost()) for (const message of doneOf(messages, ending)) queue.messages.splice(queue.messages.indexOf(message), 1)
    // Another group may wait, or what came in for this one meanwhile.
    if (queue.messages.length > 0) pollAfter(name, 0)
  }

  const pollAfter = (name: string, milliseconds: number): void =>
    time.after(milliseconds + random.between(1, 20), () => void poll(name))

  const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

  return {
    deadLetters,
    waiting: () => [...queues.values()].reduce((sum, { messages }) => sum + messages.length, 0),
    send: (input, isTaken) => {
      const { QueueUrl, Entries } = batch.parse(input)
      const isDistinct = new Set(Entries.map(({ Id }) => Id)).size === Entries.length
      if (Entries.length > 10 || !isDistinct) return failed('InvalidParameterValue')
      const name = serviceOf(QueueUrl)
      const queue = queueOf(name)
      const taken = Entries.filter((_, position) => isTaken(position))
      for (const { MessageBody: body, MessageGroupId: group, MessageDeduplicationId: deduplicationId } of taken) {
        if (time.now() - (queue.remembered.get(deduplicationId) ?? Number.NEGATIVE_INFINITY) < deduplicationMilliseconds) continue
        queue.remembered.set(deduplicationId, time.now())
        sent += 1
        queue.messages.push({
          id: `message-${sent}`,
          group,
          deduplicationId,
          body,
          sentAt: time.now(),
          receives: 0,
          visibleAt: 0,
        })
      }
      pollAfter(name, 0)
      return succeeded({
        Successful: taken.map(({ Id, MessageBody }) => ({ Id, MessageId: Id, MD5OfMessageBody: md5(MessageBody) })),
        Failed: Entries.filter((entry) => !taken.includes(entry)).map(({ Id }) => ({
          Id,
          SenderFault: false,
          Code: 'InternalError',
        })),
      })
    },
  }
}
