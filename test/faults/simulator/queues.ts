import { createHash } from 'node:crypto'
import type { SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { failed, succeeded } from './aws-call.ts'
import type { AwsAnswer } from './aws-call.ts'
import { entryOf } from './entry-of.ts'
import type { Ending } from './invocation.ts'
import type { Random } from './random.ts'
import type { Cancel, VirtualTime } from './virtual-time.ts'
import type { Wait } from './wait.ts'

/** FIFO queues with their dead-letter queues, and the pollers that Lambda reads them with. */

/** As in infra/constructs/inbox-queue.ts: six times the timeout of an inbox, ten tries. */
const visibilityMilliseconds = 60_000
export const maxReceiveCount = 10
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
  /** The service whose inbox could not take it. */
  readonly service: string
  readonly body: string
}

export interface Queues {
  /** @param isTaken of each entry, by position. */
  readonly send: (input: unknown, isTaken: (position: number) => boolean) => AwsAnswer
  /** As `send`, for a message alone: an inbox sets aside what it cannot take. */
  readonly sendOne: (input: unknown) => AwsAnswer
  /** Somebody who is no service of ours puts a text into the inbox of one. */
  readonly stray: (service: string, body: string) => void
  readonly waiting: () => number
  readonly state: () => QueuesState
}

/** Of queues that are empty: only then can they be kept. */
export interface QueuesState {
  readonly deadLetters: readonly DeadLetter[]
  /** Messages taken so far. */
  readonly sent: number
  /** When each deduplication id was taken, by queue. */
  readonly remembered: ReadonlyMap<string, ReadonlyMap<string, number>>
}

const sent = { MessageBody: z.string(), MessageGroupId: z.string(), MessageDeduplicationId: z.string() }
const single = z.object({ QueueUrl: z.string(), ...sent })
const batch = z.object({ QueueUrl: z.string(), Entries: z.array(z.strictObject({ Id: z.string(), ...sent })).min(1) })
type Sent = Omit<z.infer<typeof single>, 'QueueUrl'>
const batchResponse = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) }).nullish()

interface QueuesParts {
  readonly time: VirtualTime<Wait>
  readonly random: Random
  /** Calls the inbox of a service. */
  readonly deliver: (service: string, event: SQSEvent) => Promise<Ending>
  /** The poller has been told that all is well and tells the queue to delete; it does not arrive. */
  readonly isDeleteLost: () => boolean
}

/** As SQS tells it of a body, for the client to check. */
export const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

const deadLettersMark = '-dead-letters'
export const deadLettersOf = (service: string): string => `${service}${deadLettersMark}`
/** Undefined for a queue that is an inbox. */
export const serviceOfDeadLetters = (queue: string): string | undefined =>
  queue.endsWith(deadLettersMark) ? queue.slice(0, -deadLettersMark.length) : undefined

const serviceOf = (queueUrl: string): string => queueUrl.slice(queueUrl.lastIndexOf('/') + 1)

export const queueUrlOf = (service: string): string => `https://queues.invalid/${service}`

interface Queue {
  readonly messages: Message[]
  readonly remembered: Map<string, number>
  readers: number
  cancelPoll: Cancel | undefined
}

export const createQueues = (
  { time, random, deliver, isDeleteLost }: QueuesParts,
  from: QueuesState = { deadLetters: [], sent: 0, remembered: new Map() },
): Queues => {
  const deadLetters = [...from.deadLetters]
  let { sent: sentSoFar } = from
  const queues = new Map<string, Queue>()

  const queueOf = (name: string): Queue =>
    entryOf(queues, name, () => ({
      messages: [],
      remembered: new Map(from.remembered.get(name)),
      readers: 0,
      cancelPoll: undefined,
    }))

  /** The oldest of each group whose messages are all visible: one in flight holds back what follows it. */
  const receive = (name: string): Message[] => {
    const queue = queueOf(name)
    const held = new Set(queue.messages.filter(({ visibleAt }) => visibleAt > time.now()).map(({ group }) => group))
    const free = queue.messages.filter(({ group }) => !held.has(group))
    for (const message of free.filter(({ receives }) => receives >= maxReceiveCount)) {
      queue.messages.splice(queue.messages.indexOf(message), 1)
      deadLetters.push({ service: name, body: message.body })
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
    queue.cancelPoll = undefined
    const messages = receive(name)
    if (messages.length > 0) queue.readers += 1
    planPoll(name, queue)
    if (messages.length === 0) return
    const ending = await deliver(name, eventOf(name, messages))
    queue.readers -= 1
    if (!isDeleteLost()) for (const message of doneOf(messages, ending)) queue.messages.splice(queue.messages.indexOf(message), 1)
    planPoll(name, queue)
  }

  /** The next poll is when the first group can be read from. */
  const planPoll = (name: string, queue: Queue): void => {
    queue.cancelPoll?.()
    queue.cancelPoll = undefined
    if (queue.messages.length === 0 || queue.readers >= maxConcurrency) return
    const visibleAt = new Map<string, number>()
    for (const { group, visibleAt: at } of queue.messages) visibleAt.set(group, Math.max(visibleAt.get(group) ?? 0, at))
    const wait = Math.max(0, Math.min(...visibleAt.values()) - time.now())
    queue.cancelPoll = time.after(wait + random.between(1, 20), () => void poll(name))
  }

  const take = (
    name: string,
    { MessageBody: body, MessageGroupId: group, MessageDeduplicationId: deduplicationId }: Sent,
  ): void => {
    const queue = queueOf(name)
    if (time.now() - (queue.remembered.get(deduplicationId) ?? Number.NEGATIVE_INFINITY) < deduplicationMilliseconds) return
    queue.remembered.set(deduplicationId, time.now())
    const service = serviceOfDeadLetters(name)
    if (service !== undefined) {
      deadLetters.push({ service, body })
      return
    }
    sentSoFar += 1
    queue.messages.push({
      id: `message-${sentSoFar}`,
      group,
      deduplicationId,
      body,
      sentAt: time.now(),
      receives: 0,
      visibleAt: 0,
    })
    planPoll(name, queue)
  }

  return {
    state: () => ({
      deadLetters: [...deadLetters],
      sent: sentSoFar,
      remembered: new Map(
        [...new Set([...from.remembered.keys(), ...queues.keys()])].map((name) => [
          name,
          new Map([...queueOf(name).remembered].filter(([, at]) => time.now() - at < deduplicationMilliseconds)),
        ]),
      ),
    }),
    waiting: () => [...queues.values()].reduce((sum, { messages }) => sum + messages.length, 0),
    stray: (service, body) =>
      take(service, { MessageBody: body, MessageGroupId: 'stray', MessageDeduplicationId: `stray-${body}` }),
    sendOne: (input) => {
      const { QueueUrl, ...message } = single.parse(input)
      take(serviceOf(QueueUrl), message)
      return succeeded({ MessageId: message.MessageDeduplicationId, MD5OfMessageBody: md5(message.MessageBody) })
    },
    send: (input, isTaken) => {
      const { QueueUrl, Entries } = batch.parse(input)
      const isDistinct = new Set(Entries.map(({ Id }) => Id)).size === Entries.length
      if (Entries.length > 10 || !isDistinct) return failed('InvalidParameterValue')
      const name = serviceOf(QueueUrl)
      const taken = Entries.filter((_, position) => isTaken(position))
      for (const entry of taken) take(name, entry)
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
