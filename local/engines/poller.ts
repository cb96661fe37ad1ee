import { setTimeout as sleep } from 'node:timers/promises'
import { DeleteMessageBatchCommand, GetQueueAttributesCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import type { Message, MessageAttributeValue, SQSClient } from '@aws-sdk/client-sqs'
import type { SQSBatchResponse, SQSEvent, SQSMessageAttribute, SQSRecord, SQSRecordAttributes } from 'aws-lambda'

export interface Poller {
  start(): void
  /** Resolves when the batch in hand is done. A poll that is cut off may hide messages for one visibility timeout. */
  stop(): Promise<void>
}

export interface PollerSettings {
  readonly client: SQSClient
  readonly queueUrl: string
  /** 1 to 10. */
  readonly batchSize: number
  readonly handle: (event: SQSEvent) => Promise<SQSBatchResponse | void>
  readonly onError: (error: unknown) => void
  /** How long one poll waits for messages; SQS allows 20 seconds at most. */
  readonly waitSeconds?: number
}

const firstPauseMs = 500
const longestPauseMs = 30_000

/**
 * What Lambda's event source mapping does, for one queue, one batch at a time (so a FIFO queue's order holds):
 * receives, calls the handler, deletes what the handler does not name in `batchItemFailures`, and leaves the rest
 * to the visibility timeout. A handler that throws, or names a message that is not in the batch, leaves all of it.
 * Nothing stops it but `stop`: failures go to `onError`, and while the queue server is away it pauses, longer each time.
 */
export const createPoller = ({ client, queueUrl, batchSize, handle, onError, waitSeconds = 20 }: PollerSettings): Poller => {
  let stopping: AbortController | undefined
  let running: Promise<void> = Promise.resolve()

  const run = async (signal: AbortSignal): Promise<void> => {
    let queueArn: string | undefined
    let pauseMs = firstPauseMs
    while (!signal.aborted) {
      try {
        queueArn ??= await arnOf(client, queueUrl)
        const messages = await receive(signal)
        pauseMs = firstPauseMs
        if (messages.length > 0) await deliver(messages, queueArn)
      } catch (error) {
        if (signal.aborted) return
        onError(error)
        await sleep(pauseMs, undefined, { signal }).catch(() => undefined)
        pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      }
    }
  }

  const receive = async (signal: AbortSignal): Promise<Message[]> => {
    const command = new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: batchSize,
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    })
    return (await client.send(command, { abortSignal: signal })).Messages ?? []
  }

  const deliver = async (messages: readonly Message[], queueArn: string): Promise<void> => {
    let done: Message[]
    try {
      done = succeeded(messages, await handle({ Records: messages.map((message) => recordOf(message, queueArn)) }))
    } catch (error) {
      onError(error)
      return
    }
    if (done.length === 0) return
    const { Failed: failed = [] } = await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
      }),
    )
    if (failed.length > 0) onError(new Error(`${failed.length} handled messages could not be deleted: ${failed[0]?.Message}`))
  }

  return {
    start() {
      if (stopping !== undefined) return
      stopping = new AbortController()
      const { signal } = stopping
      running = running.then(() => run(signal))
    },
    async stop() {
      stopping?.abort()
      stopping = undefined
      await running
    },
  }
}

const arnOf = async (client: SQSClient, queueUrl: string): Promise<string> => {
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['QueueArn'] }))
  const arn = Attributes?.['QueueArn']
  if (arn === undefined) throw new Error(`The queue ${queueUrl} has no ARN.`)
  return arn
}

const succeeded = (messages: readonly Message[], response: SQSBatchResponse | void): Message[] => {
  const failedIds = new Set(response?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier))
  const rest = messages.filter(({ MessageId }) => MessageId === undefined || !failedIds.has(MessageId))
  if (messages.length - rest.length !== failedIds.size) throw new Error('The handler reported a message that it was not given.')
  return rest
}

const recordOf = (message: Message, queueArn: string): SQSRecord => ({
  messageId: message.MessageId ?? '',
  receiptHandle: message.ReceiptHandle ?? '',
  body: message.Body ?? '',
  // SQS has put the four that the type wants into every message, since all were asked for.
  attributes: { ...message.Attributes } as unknown as SQSRecordAttributes,
  messageAttributes: Object.fromEntries(
    Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [name, messageAttributeOf(value)]),
  ),
  md5OfBody: message.MD5OfBody ?? '',
  ...(message.MD5OfMessageAttributes !== undefined && { md5OfMessageAttributes: message.MD5OfMessageAttributes }),
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: queueArn.split(':')[3] ?? '',
})

const messageAttributeOf = ({ DataType, StringValue, BinaryValue }: MessageAttributeValue): SQSMessageAttribute => ({
  ...(StringValue !== undefined && { stringValue: StringValue }),
  ...(BinaryValue !== undefined && { binaryValue: Buffer.from(BinaryValue).toString('base64') }),
  stringListValues: [],
  binaryListValues: [],
  dataType: DataType ?? 'String',
})
