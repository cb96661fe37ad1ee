import middy from '@middy/core'
import type { Context as LambdaContext, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { system } from '#contracts/actor.ts'
import { anyEvent, fact } from '#contracts/event.ts'
import type { AnyEvent, EventDefinition, EventOf } from '#contracts/event.ts'
import { eventRefused } from '#contracts/events.ts'
import { measure, metrics } from '#contracts/metrics.ts'
import type { Measurement } from '#contracts/metrics.ts'
import { createDeadLetters } from './dead-letters.ts'
import type { DeadLetters } from './dead-letters.ts'
import { describeFault } from './log.ts'
import type { Log } from './log.ts'
import type { Refused } from './outcome.ts'
import type { RetryReason } from './retry-reasons.ts'
import type { Runtime } from './runtime.ts'
import type { Item, Table } from './table.ts'
import { silentTracer, traceFields } from './trace.ts'
import type { Tracer } from './trace.ts'
import { createUnitOfWork, daySeconds, epochSeconds } from './unit-of-work.ts'
import type { Context, Saved } from './unit-of-work.ts'

/** Two exits only: done - or refused for good, which is recorded - and retry with a reason from a closed list. */
export type Consumed =
  /** What is measured is told by the one log line of the event: only what this very message has changed. */
  | { readonly kind: 'answer' | 'unchanged' | 'repeated'; readonly measurements?: readonly Measurement[] }
  | Refused
  | { readonly kind: 'retry'; readonly reason: Extract<RetryReason, 'tooEarly'> }

export interface Consumer {
  readonly event: EventDefinition
  /** `received` is the event as it came, with the fields that the definition does not know: for a journal. */
  readonly consume: (event: AnyEvent, context: Context, received: unknown) => Promise<Consumed>
}

/** Ties a consumer to its event, so that it sees the event's own data. */
export const on = <D extends EventDefinition>(
  definition: D,
  consume: (event: EventOf<D>, context: Context, received: unknown) => Promise<Consumed>,
): Consumer => ({
  event: definition,
  // The inbox calls it only with what the definition's envelope has parsed.
  consume: consume as Consumer['consume'],
})

export interface InboxParts extends Pick<Runtime, 'environment' | 'awsClient'> {
  readonly service: string
  readonly consumers: readonly Consumer[]
  readonly table: Table
  readonly clock: () => string
  readonly newId: () => string
  readonly log: Log
  readonly tracer?: Tracer
}

/** As long as the longest that SQS keeps a message, so that a redriven one is still recognised. */
const inboxRetentionDays = 14

const inboxRow = (eventId: string, now: string): Item => ({
  pk: `INBOX#${eventId}`,
  sk: 'DONE',
  body: { consumedAt: now },
  expiresAt: epochSeconds(now) + inboxRetentionDays * daySeconds,
})

/** What was refused for good is told once, however often it comes. */
const refusalRow = ({ id, type, subject }: AnyEvent, code: string, now: string): Item => ({
  pk: 'REFUSAL',
  sk: id,
  body: { code, eventType: type, caseId: subject, at: now },
  expiresAt: epochSeconds(now) + inboxRetentionDays * daySeconds,
})

const groupOf = (record: SQSRecord): string => record.attributes.MessageGroupId ?? record.messageId

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A message as far as it can be read. */
interface Received {
  readonly record: SQSRecord
  readonly json: unknown
  /** Undefined when it is no event of ours. */
  readonly event: AnyEvent | undefined
  readonly traceparent: string
}

/** @param deadLetters can be given, for tests that need no queue. */
export const createInbox = (
  { tracer = silentTracer, ...parts }: InboxParts,
  deadLetters: DeadLetters = createDeadLetters(parts),
) => {
  const unitOfWork = createUnitOfWork(parts.table, parts.service)
  const consumers = new Map(parts.consumers.map((consumer) => [consumer.event.type as string, consumer]))
  const log = parts.log.with({ service: parts.service, function: 'inbox' })

  /** @returns why the message must come again, or undefined when it is done with. */
  const consume = async ({ json, event: envelope, traceparent }: Received, lineLog: Log): Promise<RetryReason | undefined> => {
    if (json === undefined) return 'notJson'
    if (!envelope) return 'notAnEvent'
    const consumer = consumers.get(envelope.type)
    if (!consumer) return 'unknownType'
    const event = consumer.event.envelope.safeParse(json)
    if (!event.success) return 'invalidEvent'

    const now = parts.clock()
    const { id, actor } = event.data
    const context: Context = { now, newId: parts.newId, actor, traceparent, once: () => inboxRow(id, now) }
    const consumed = await consumer.consume(event.data, context, json)
    if (consumed.kind === 'retry') return consumed.reason
    if (consumed.kind !== 'refused') {
      const { measurements = [] } = consumed
      lineLog.write('info', 'event consumed', measurements.length > 0 ? { measurements } : {})
      return undefined
    }
    const { code } = consumed
    if (code === 'busy') return 'busy'
    const told = await tellRefusal(event.data, code, context)
    if (told === 'conflict') return 'busy'
    lineLog.write('warn', 'event refused', {
      code,
      ...(told === 'saved' && { measurements: [measure(metrics.messagesRefused, 1, { service: parts.service, code })] }),
    })
    return undefined
  }

  /** Nobody gets an answer, as a caller over HTTP does: so the case's journal and operations are told, by an event. */
  const tellRefusal = (event: AnyEvent, code: string, context: Context): Promise<Saved> =>
    unitOfWork.save(
      {
        caseId: event.subject,
        puts: [],
        facts: [fact(eventRefused, { service: parts.service, eventId: event.id, eventType: event.type, code })],
        once: refusalRow(event, code, context.now),
      },
      { ...context, actor: system },
    )

  /** @returns whether the message now lies aside with its reason; otherwise it comes again, or its queue sets it aside. */
  const reject = async ({ record }: Received, reason: RetryReason, lineLog: Log): Promise<boolean> => {
    lineLog.write('warn', 'event not consumed', { code: reason, count: Number(record.attributes.ApproximateReceiveCount) })
    if (!deadLetters.isDue(record)) return false
    try {
      await deadLetters.setAside(record, reason)
      return true
    } catch (fault) {
      lineLog.write('error', 'event not set aside', describeFault(fault))
      return false
    }
  }

  const handleRecord = async (record: SQSRecord): Promise<boolean> => {
    const json = parseJson(record.body)
    const event = anyEvent.safeParse(json).data
    const fields = {
      messageId: record.messageId,
      ...(event && { eventId: event.id, eventType: event.type, caseId: event.subject }),
    }
    // A type that nobody here takes is a text that somebody else has written.
    const name = event && consumers.has(event.type) ? `process ${event.type}` : 'process what is not known'
    const span = tracer.start({
      service: parts.service,
      kind: 'consumer',
      name,
      parent: event?.traceparent,
      fields,
    })
    const received: Received = { record, json, event, traceparent: span.traceparent }
    const lineLog = log.with({ ...fields, ...traceFields(span.traceparent) })
    try {
      const reason = await consume(received, lineLog)
      span.end(reason === undefined ? {} : { code: reason })
      return reason === undefined || (await reject(received, reason, lineLog))
    } catch (fault) {
      const described = describeFault(fault)
      lineLog.write('error', 'event failed', described)
      span.end({ code: 'fault', errorName: described.errorName })
      return reject(received, 'fault', lineLog)
    }
  }

  /** One case's messages in their order: what follows one that comes again waits for it. @returns those that come again. */
  const handleGroup = async (records: readonly SQSRecord[]): Promise<readonly SQSRecord[]> => {
    for (const [position, record] of records.entries()) if (!(await handleRecord(record))) return records.slice(position)
    return []
  }

  return middy<SQSEvent, SQSBatchResponse, Error, LambdaContext>().handler(async ({ Records }) => {
    const groups = Object.values(Object.groupBy(Records, groupOf))
    const failed = (await Promise.all(groups.map((records = []) => handleGroup(records)))).flat()
    await tracer.flush()
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
  })
}
