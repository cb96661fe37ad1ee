import { SendMessageBatchCommand } from '@aws-sdk/client-sqs'
import type { SQSClient } from '@aws-sdk/client-sqs'
import middy from '@middy/core'
import type { Context as LambdaContext, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import { anyEvent } from '#contracts/event.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { describeFault } from './log.ts'
import type { Log } from './log.ts'
import { silentTracer, traceFields } from './trace.ts'
import type { Tracer } from './trace.ts'
import { outboxMark } from './unit-of-work.ts'

export interface EventRoute {
  readonly type: string
  readonly phase?: string | undefined
  readonly queueUrl: string
}

/** A row that is no event but a command to something else than a queue; only gates has any. */
export type CommandSender = (mark: string, body: unknown) => Promise<void>

/** A command carries on the trace of what has caused it. */
const traceOfCommand = z.object({ traceparent: z.string().optional() })

export interface RelayParts {
  readonly service: string
  readonly sqs: SQSClient
  readonly routes: readonly EventRoute[]
  readonly sendCommand?: CommandSender
  readonly log: Log
  readonly tracer?: Tracer
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

interface Message {
  readonly event: AnyEvent
  readonly text: string
}

/** Outside XML 1.0, which is what SQS takes, and the halves of characters beyond 16 bits, which not every queue puts together. */
const unsendable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/g

/** The same JSON, whatever people have written in it. */
const messageOf = (event: AnyEvent): Message => ({
  event,
  text: JSON.stringify(event).replaceAll(unsendable, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
})

interface Batch {
  readonly messages: Message[]
  bytes: number
}

/**
 * Batches to be sent one after the other. A call can fail in part, so none holds two events of one case: what
 * follows a failed event must not overtake it.
 */
const batchesOf = (messages: readonly Message[]): readonly (readonly Message[])[] => {
  const batches: Batch[] = []
  for (const message of messages) {
    const bytes = Buffer.byteLength(message.text)
    const latest = batches.findLastIndex((batch) => batch.messages.some(({ event }) => event.subject === message.event.subject))
    const room = batches.find(
      (batch, index) => index > latest && batch.messages.length < maxBatchEntries && batch.bytes + bytes <= maxBatchBytes,
    )
    if (room) {
      room.messages.push(message)
      room.bytes += bytes
    } else batches.push({ messages: [message], bytes })
  }
  return batches.map((batch) => batch.messages)
}

/**
 * Sends what stands in the outbox to every inbox that accepts it: in the stream's order, grouped by case,
 * deduplicated by event id. What could not be sent is reported by its stream sequence number, and the stream
 * comes back from there; an inbox that already got it knows the event by its id.
 */
export const createRelay = ({ service, sqs, routes, sendCommand, log: parentLog, tracer = silentTracer }: RelayParts) => {
  const log = parentLog.with({ service, function: 'relay' })

  /** @returns what is not known to be sent: nothing more is sent to a queue after its first failure. */
  const sendTo = async (queueUrl: string, messages: readonly Message[]): Promise<ReadonlySet<string>> => {
    const unsent = new Set(messages.map(({ event }) => event.id))
    for (const batch of batchesOf(messages)) {
      // oxlint-disable-next-line no-await-in-loop -- the order of the stream
      const { Failed = [] } = await sqs.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: batch.map(({ event, text }, index) => ({
            Id: String(index),
            MessageBody: text,
            MessageGroupId: event.subject,
            MessageDeduplicationId: event.id,
          })),
        }),
      )
      const failed = new Set(Failed.map(({ Id }) => Id))
      for (const [index, { event }] of batch.entries()) if (!failed.has(String(index))) unsent.delete(event.id)
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
    const sendings = events.map(({ id, type, subject, traceparent: parent }) => {
      const fields = { eventId: id, eventType: type, caseId: subject }
      return { id, fields, span: tracer.start({ service, kind: 'producer', name: `send ${type}`, parent, fields }) }
    })
    const messages = events.map(messageOf)
    const unsent = await Promise.all(
      queues.map(async (queueUrl) => {
        const routesTo = routes.filter((route) => route.queueUrl === queueUrl)
        const accepted = messages.filter(({ event }) => routesTo.some((route) => accepts(route, event)))
        try {
          return await sendTo(queueUrl, accepted)
        } catch (fault) {
          log.write('error', 'relay failed', { queue: queueUrl, count: accepted.length, ...describeFault(fault) })
          return new Set(accepted.map(({ event }) => event.id))
        }
      }),
    )
    const allUnsent = new Set(unsent.flatMap((ids) => [...ids]))
    for (const { id, fields, span } of sendings) {
      const isSent = !allUnsent.has(id)
      span.end(isSent ? {} : { errorName: 'NotSent' })
      log.write(isSent ? 'info' : 'error', isSent ? 'event sent' : 'event not sent', {
        ...fields,
        ...traceFields(span.traceparent),
      })
    }
    return allUnsent
  }

  const relayCommand = async ({ mark, body }: OutboxRow): Promise<boolean> => {
    const parent = traceOfCommand.safeParse(body).data?.traceparent
    const span = tracer.start({ service, kind: 'producer', name: 'send command', parent })
    const fields = traceFields(span.traceparent)
    try {
      if (!sendCommand) throw new Error('no sender for commands')
      await sendCommand(mark, body)
      log.write('info', 'command sent', fields)
      span.end()
      return true
    } catch (fault) {
      const described = describeFault(fault)
      log.write('error', 'command failed', { ...fields, ...described })
      span.end({ errorName: described.errorName })
      return false
    }
  }

  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse, Error, LambdaContext>().handler(async ({ Records }) => {
    const rows = Records.map(toRow)
    const events = new Map(rows.filter(({ mark }) => mark === 'event').map((row) => [row, anyEvent.parse(row.body)]))
    const unsent = await sendEvents([...events.values()])
    const isSent = await Promise.all(
      rows.map(async (row) => {
        const event = events.get(row)
        return event ? !unsent.has(event.id) : relayCommand(row)
      }),
    )
    await tracer.flush()
    // The stream starts again at the first number given, so one is enough.
    const first = rows.find((_, index) => !isSent[index])
    return { batchItemFailures: first ? [{ itemIdentifier: first.sequenceNumber }] : [] }
  })
}
