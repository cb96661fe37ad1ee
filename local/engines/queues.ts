import { mkdirSync } from 'node:fs'
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  QueueDoesNotExist,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs'
import type { SQSClient } from '@aws-sdk/client-sqs'
import { startEngineProcess } from './engine-process.ts'

export interface Queues {
  readonly endpoint: string
  /** Resolves with the reason if the queues end without having been stopped, with undefined after `stop`. */
  readonly ended: Promise<Error | undefined>
  readonly stop: () => Promise<void>
}

/**
 * Starts fauxqs in a process of its own on 127.0.0.1 with its database under `dataDir`, and resolves when it answers.
 * What it has acknowledged is on disk; when it cannot write it ends. It ends with this process, however this process ends.
 */
export const startQueues = async ({ dataDir, port = 0 }: { dataDir: string; port?: number }): Promise<Queues> => {
  mkdirSync(dataDir, { recursive: true })
  const script = new URL('./queues.process.ts', import.meta.url)
  const { ready, ended, stop } = await startEngineProcess(script, [dataDir, String(port)], {
    sv: 'köservern',
    en: 'the queue server',
  })
  return { endpoint: `http://127.0.0.1:${ready.port}`, ended, stop }
}

export interface QueueDefinition {
  /** A FIFO queue's name ends in `.fifo`. */
  readonly name: string
  readonly isFifo: boolean
  /** Where a message goes that has been received `maxReceiveCount` times without being deleted; made too, of the same kind. */
  readonly deadLetterName?: string
  readonly maxReceiveCount?: number
  readonly visibilityTimeoutSeconds: number
  readonly retentionDays: number
}

export interface QueueAddress {
  readonly url: string
  readonly arn: string
}

const secondsPerDay = 86_400
/** The longest that SQS keeps a message. */
const deadLetterRetentionDays = 14

/** Makes sure that the queue (and its dead letter queue) is there with exactly these settings, and answers where. */
export const ensureQueue = async (client: SQSClient, queue: QueueDefinition): Promise<QueueAddress> => {
  const { name, isFifo, deadLetterName, maxReceiveCount, visibilityTimeoutSeconds, retentionDays } = queue
  const deadLetter =
    deadLetterName === undefined
      ? undefined
      : await ensureQueue(client, {
          name: deadLetterName,
          isFifo,
          visibilityTimeoutSeconds,
          retentionDays: deadLetterRetentionDays,
        })
  const settings: Record<string, string> = {
    VisibilityTimeout: String(visibilityTimeoutSeconds),
    MessageRetentionPeriod: String(retentionDays * secondsPerDay),
    ...(deadLetter && {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetter.arn, maxReceiveCount: maxReceiveCount ?? 5 }),
    }),
  }
  const url = await reachableUrl(client, (await existingUrl(client, name)) ?? (await createQueue(client, name, isFifo, settings)))
  const current = await attributesOf(client, url)
  if (Object.entries(settings).some(([key, value]) => current[key] !== value)) {
    await client.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: settings }))
  }
  const arn = current['QueueArn']
  if (arn === undefined) throw new Error(`The queue ${name} has no ARN.`)
  return { url, arn }
}

const attributesOf = async (client: SQSClient, url: string): Promise<Record<string, string | undefined>> =>
  (await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }))).Attributes ?? {}

const existingUrl = async (client: SQSClient, name: string): Promise<string | undefined> => {
  try {
    return (await client.send(new GetQueueUrlCommand({ QueueName: name }))).QueueUrl
  } catch (error) {
    if (error instanceof QueueDoesNotExist) return undefined
    throw error
  }
}

const createQueue = async (client: SQSClient, name: string, isFifo: boolean, settings: Record<string, string>) =>
  (
    await client.send(
      new CreateQueueCommand({ QueueName: name, Attributes: { ...settings, ...(isFifo && { FifoQueue: 'true' }) } }),
    )
  ).QueueUrl

/** An emulator names itself in a queue's URL by an address that need not resolve, or by the port of its last run. */
const reachableUrl = async (client: SQSClient, url: string | undefined): Promise<string> => {
  if (url === undefined) throw new Error('The queue server gave no URL.')
  const endpoint = await client.config.endpoint?.()
  if (endpoint === undefined) return url
  const { protocol, hostname, port } = endpoint
  return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${new URL(url).pathname}`
}
