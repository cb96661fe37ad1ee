import { SendMessageBatchCommand } from '@aws-sdk/client-sqs'
import type { SQSClient } from '@aws-sdk/client-sqs'
import middy from '@middy/core'
import type { Context as LambdaContext, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { anyEvent } from '#contracts/event.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { describeFault } from './log.ts'
import type { Log } from './log.ts'
import { outboxMark } from './unit-of-work.ts'

export interface EventRoute {
  readonly type: string
  readonly phase?: string | undefined
  readonly queueUrl: string
}

/** A row that is no event but a command to something else than a queue; only gates has any. */
export type CommandSender = (mark: string, body: unknown) => Promise<void>

export interface RelayParts {
  readonly service: string
  readonly sqs: SQSClient
  readonly routes: readonly EventRoute[]
  readonly sendCommand?: CommandSender
  readonly log: Log
}

const maxBatchEntries = 10
/** SQS takes a mebibyte in one call; the rest is room for the request's own form. */
const maxBatchBytes = 1_000_000

interface OutboxRow {
  readonly sequenceNumber: string
  readonly mark: string
  readonly body: unknown
}

const toRow = (record: DynamoDBRecord): OutboxRow => {
  const image = record.dynamodb?.NewImage
  const sequenceNumber = record.dynamodb?.SequenceNumber
  if (!image?.['body']?.S || !image[outboxMark]?.S || !sequenceNumber) throw new Error('not an outbox row')
  return { sequenceNumber, mark: image[outboxMark].S, body: JSON.parse(image['body'].S) }
}

const accepts = (route: EventRoute, event: AnyEvent): boolean =>
  route.type === event.type && (route.phase === undefined || route.phase === event.phase)

interface Batch {
  readonly events: AnyEvent[]
  bytes: number
}

/**
 * Batches to be sent one after the other. A call can fail in part, so none holds two events of one case: what
 * follows a failed event must not overtake it.
 */
const batchesOf = (events: readonly AnyEvent[]): readonly (readonly AnyEvent[])[] => {
  const batches: Batch[] = []
  for (const event of events) {
    const bytes = Buffer.byteLength(JSON.stringify(event))
    const latest = batches.findLastIndex((batch) => batch.events.some(({ subject }) => subject === event.subject))
    const room = batches.find(
      (batch, index) => index > latest && batch.events.length < maxBatchEntries && batch.bytes + bytes <= maxBatchBytes,
    )
    if (room) {
      room.events.push(event)
      room.bytes += bytes
    } else batches.push({ events: [event], bytes })
  }
  return batches.map((batch) => batch.events)
}

/**
 * Sends what stands in the outbox to every inbox that accepts it: in the stream's order, grouped by case,
 * deduplicated by event id. What could not be sent is reported by its stream sequence number, and the stream
 * comes back from there; an inbox that already got it knows the event by its id.
 */
export const createRelay = ({ service, sqs, routes, sendCommand, log: parentLog }: RelayParts) => {
  const log = parentLog.with({ service, function: 'relay' })

  /** @returns what is not known to be sent: nothing more is sent to a queue after its first failure. */
  const sendTo = async (queueUrl: string, events: readonly AnyEvent[]): Promise<ReadonlySet<string>> => {
    const unsent = new Set(events.map(({ id }) => id))
    for (const batch of batchesOf(events)) {
      // oxlint-disable-next-line no-await-in-loop -- the order of the stream
      const { Failed = [] } = await sqs.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: batch.map((event, index) => ({
            Id: String(index),
            MessageBody: JSON.stringify(event),
            MessageGroupId: event.subject,
            MessageDeduplicationId: event.id,
          })),
        }),
      )
      const failed = new Set(Failed.map(({ Id }) => Id))
      for (const [index, { id }] of batch.entries()) if (!failed.has(String(index))) unsent.delete(id)
      if (failed.size === 0) continue
      log.write('error', 'relay failed', {
        queue: queueUrl,
        count: unsent.size,
        ...(Failed[0]?.Code && { code: Failed[0].Code }),
      })
      break
    }
    return unsent
  }

  const sendEvents = async (events: readonly AnyEvent[]): Promise<ReadonlySet<string>> => {
    const queues = [...new Set(routes.map(({ queueUrl }) => queueUrl))]
    const unsent = await Promise.all(
      queues.map(async (queueUrl) => {
        const accepted = events.filter((event) => routes.some((route) => route.queueUrl === queueUrl && accepts(route, event)))
        try {
          return await sendTo(queueUrl, accepted)
        } catch (fault) {
          log.write('error', 'relay failed', { queue: queueUrl, count: accepted.length, ...describeFault(fault) })
          return new Set(accepted.map(({ id }) => id))
        }
      }),
    )
    return new Set(unsent.flatMap((ids) => [...ids]))
  }

  const relayCommand = async (row: OutboxRow): Promise<boolean> => {
    try {
      if (!sendCommand) throw new Error('no sender for commands')
      await sendCommand(row.mark, row.body)
      return true
    } catch (fault) {
      log.write('error', 'command failed', describeFault(fault))
      return false
    }
  }

  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse, Error, LambdaContext>().handler(async ({ Records }) => {
    const rows = Records.map(toRow)
    const events = rows.filter(({ mark }) => mark === 'event').map(({ body }) => anyEvent.parse(body))
    const unsent = await sendEvents(events)
    const isSent = await Promise.all(
      rows.map(async (row) => (row.mark === 'event' ? !unsent.has(anyEvent.parse(row.body).id) : relayCommand(row))),
    )
    if (isSent.every(Boolean)) log.write('info', 'relayed', { count: rows.length })
    // The stream starts again at the first number given, so one is enough.
    const first = rows.find((_, index) => !isSent[index])
    return { batchItemFailures: first ? [{ itemIdentifier: first.sequenceNumber }] : [] }
  })
}
