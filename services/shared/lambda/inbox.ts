import middy from '@middy/core'
import type { Context as LambdaContext, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { anyEvent } from '#contracts/event.ts'
import type { AnyEvent, EventDefinition, EventOf } from '#contracts/event.ts'
import { describeFault } from './log.ts'
import type { Log } from './log.ts'
import type { Refused } from './outcome.ts'
import type { Item, Table } from './table.ts'
import { continueTrace, correlationIdOf } from './trace.ts'
import { daySeconds, epochSeconds } from './unit-of-work.ts'
import type { Context } from './unit-of-work.ts'

/** Two exits only: done - or refused for good, which is recorded - and retry with a reason from this list. */
export const retryReasons = ['notJson', 'notAnEvent', 'unknownType', 'invalidEvent', 'tooEarly', 'busy', 'fault'] as const
export type RetryReason = (typeof retryReasons)[number]

export type Consumed =
  | { readonly kind: 'answer' | 'unchanged' | 'repeated' }
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

export interface InboxParts {
  readonly service: string
  readonly consumers: readonly Consumer[]
  readonly table: Table
  readonly clock: () => string
  readonly newId: () => string
  readonly log: Log
}

/** As long as the longest that SQS keeps a message, so that a redriven one is still recognised. */
const inboxRetentionDays = 14

const inboxRow = (eventId: string, now: string): Item => ({
  pk: `INBOX#${eventId}`,
  sk: 'DONE',
  body: { consumedAt: now },
  expiresAt: epochSeconds(now) + inboxRetentionDays * daySeconds,
})

/** Why a message could not be consumed, kept where operations find it by the id of the message in the DLQ. */
const rejectionRow = (messageId: string, reason: RetryReason, attempt: number, now: string): Item => ({
  pk: 'REJECTION',
  sk: messageId,
  body: { reason, attempt, at: now },
  expiresAt: epochSeconds(now) + inboxRetentionDays * daySeconds,
})

/** What was refused for good, kept as long: nobody is told of it in an answer, as a caller over HTTP is. */
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

export const createInbox = (parts: InboxParts) => {
  const consumers = new Map(parts.consumers.map((consumer) => [consumer.event.type as string, consumer]))
  const log = parts.log.with({ service: parts.service, function: 'inbox' })

  /** @returns why the message must come again, or undefined when it is done with. */
  const consume = async (record: SQSRecord): Promise<RetryReason | undefined> => {
    const json = parseJson(record.body)
    if (json === undefined) return 'notJson'
    const envelope = anyEvent.safeParse(json)
    if (!envelope.success) return 'notAnEvent'
    const consumer = consumers.get(envelope.data.type)
    if (!consumer) return 'unknownType'
    const event = consumer.event.envelope.safeParse(json)
    if (!event.success) return 'invalidEvent'

    const now = parts.clock()
    const { id, type, subject, actor } = event.data
    const traceparent = continueTrace(event.data.traceparent)
    const context: Context = { now, newId: parts.newId, actor, traceparent, once: () => inboxRow(id, now) }
    const consumed = await consumer.consume(event.data, context, json)
    const fields = { eventId: id, eventType: type, caseId: subject, traceparent, correlationId: correlationIdOf(traceparent) }
    if (consumed.kind === 'retry') return consumed.reason
    if (consumed.kind !== 'refused') {
      log.write('info', 'event consumed', fields)
      return undefined
    }
    if (consumed.code === 'busy') return 'busy'
    log.write('warn', 'event refused', { ...fields, code: consumed.code })
    await parts.table.commit([{ item: refusalRow(event.data, consumed.code, now), expects: 'any' }])
    return undefined
  }

  const reject = async (record: SQSRecord, reason: RetryReason): Promise<void> => {
    const attempt = Number(record.attributes.ApproximateReceiveCount)
    log.write('warn', 'event not consumed', { messageId: record.messageId, code: reason, count: attempt })
    await parts.table.commit([{ item: rejectionRow(record.messageId, reason, attempt, parts.clock()), expects: 'any' }])
  }

  const handleRecord = async (record: SQSRecord): Promise<boolean> => {
    try {
      const reason = await consume(record)
      if (reason === undefined) return true
      await reject(record, reason)
    } catch (fault) {
      log.write('error', 'event failed', { messageId: record.messageId, ...describeFault(fault) })
      // The database may be what failed; then the reason stands in the log alone.
      await reject(record, 'fault').catch(() => undefined)
    }
    return false
  }

  /** One case's messages in their order: what follows a failed one waits for it. @returns those that come again. */
  const handleGroup = async (records: readonly SQSRecord[]): Promise<readonly SQSRecord[]> => {
    for (const [position, record] of records.entries()) if (!(await handleRecord(record))) return records.slice(position)
    return []
  }

  return middy<SQSEvent, SQSBatchResponse, Error, LambdaContext>().handler(async ({ Records }) => {
    const groups = Object.values(Object.groupBy(Records, groupOf))
    const failed = (await Promise.all(groups.map((records = []) => handleGroup(records)))).flat()
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
  })
}
