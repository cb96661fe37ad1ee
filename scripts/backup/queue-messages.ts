import { randomUUID } from 'node:crypto'
import { GetQueueAttributesCommand, GetQueueUrlCommand, QueueDoesNotExist, SendMessageCommand } from '@aws-sdk/client-sqs'
import * as z from 'zod'
import { names } from '../../infra/names.ts'
import { ensureQueue } from '../../local/engines/queues.ts'
import { services } from '../../services/services.ts'
import type { Instance } from './instance.ts'

/** A message that waits: to be taken by a service, or among its dead letters. */
export const keptMessage = z.strictObject({
  queue: z.enum(['inbox', 'deadLetters']),
  service: z.string(),
  group: z.string(),
  /** A message gets a new one when it is put back. */
  messageId: z.string(),
  body: z.string(),
  /** On a dead letter: why and how often it was tried (services/shared/lambda/dead-letters.ts). */
  attributes: z.record(z.string(), z.object({ DataType: z.string(), StringValue: z.string() })).optional(),
})
export type KeptMessage = z.infer<typeof keptMessage>

const receivers = services.filter(({ functions }) => functions.includes('inbox')).map(({ name }) => name)
const queueKinds = ['inbox', 'deadLetters'] as const

const queuesOf = ({ county }: Instance) =>
  receivers.flatMap((service) => queueKinds.map((queue) => ({ service, queue, name: names(county.id)[queue](service) })))

const inspected = z.object({
  messageId: z.string(),
  body: z.string(),
  messageGroupId: z.string(),
  sequenceNumber: z.string(),
  messageAttributes: keptMessage.shape.attributes,
})
// What fauxqs 2.4.1 answers for a queue: all that is in it, and nothing is received by looking.
const inspection = z.object({
  messages: z.object({
    ready: z.array(inspected),
    delayed: z.array(inspected),
    inflight: z.array(z.object({ message: inspected })),
  }),
})

/** Everything in the embedded queues, each queue in the order of sending, without receiving anything. */
export const inspectMessages = async (instance: Instance, endpoint: string): Promise<readonly KeptMessage[]> => {
  const kept: KeptMessage[] = []
  for (const { service, queue, name } of queuesOf(instance)) {
    const response = await fetch(`${endpoint}/_fauxqs/queues/${name}`)
    // The product has never been started, and has made no queues.
    if (response.status === 404) continue
    const { ready, delayed, inflight } = inspection.parse(await response.json()).messages
    // A number with leading zeros: its text sorts as it does.
    const inOrder = [...ready, ...delayed, ...inflight.map(({ message }) => message)].toSorted((a, b) =>
      a.sequenceNumber < b.sequenceNumber ? -1 : 1,
    )
    kept.push(
      ...inOrder.map(({ messageId, body, messageGroupId, messageAttributes = {} }) => ({
        queue,
        service,
        group: messageGroupId,
        messageId,
        body,
        ...(Object.keys(messageAttributes).length > 0 && { attributes: messageAttributes }),
      })),
    )
  }
  return kept
}

const counted = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const

const countMessages = async ({ sqs }: Instance, name: string): Promise<number> => {
  try {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: name }))
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...counted] }))
    return counted.reduce((sum, attribute) => sum + Number(Attributes?.[attribute] ?? 0), 0)
  } catch (error) {
    if (error instanceof QueueDoesNotExist) return 0
    throw error
  }
}

/** The names of the queues that hold messages, with how many, as far as SQS knows. */
export const fullQueues = async (instance: Instance): Promise<readonly string[]> => {
  const full: string[] = []
  for (const { name } of queuesOf(instance)) {
    const messages = await countMessages(instance, name)
    if (messages > 0) full.push(`${name} (${messages})`)
  }
  return full
}

/** Good until the product starts, which gives each queue its own settings. */
const untilStart = { isFifo: true, visibilityTimeoutSeconds: 30, retentionDays: 14 } as const

/** Puts messages back where they were, in the order in which they are given. */
export const sendMessages = async ({ sqs, county }: Instance, messages: Iterable<KeptMessage>): Promise<void> => {
  const urls = new Map<string, string>()
  for (const { queue, service, group, body, attributes } of messages) {
    const name = names(county.id)[queue](service)
    const url = urls.get(name) ?? (await ensureQueue(sqs, { name, ...untilStart })).url
    urls.set(name, url)
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: url,
        MessageBody: body,
        MessageGroupId: group,
        // Not the one that it came with: two copies of an event may have waited, and each service knows its events.
        MessageDeduplicationId: randomUUID(),
        ...(attributes && { MessageAttributes: attributes }),
      }),
    )
  }
}
