import { marshall } from '@aws-sdk/util-dynamodb'
import type { AttributeValue, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { anyEvent } from '#contracts/event.ts'
import type { AnyEvent } from '#contracts/event.ts'
import type { Item } from '../table.ts'
import { outboxMark } from '../unit-of-work.ts'

const toRecord = ({ pk, sk, attributes = {}, body, expiresAt }: Item, index: number): DynamoDBRecord => ({
  eventID: `stream-${index + 1}`,
  eventName: 'INSERT',
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'eu-north-1',
  eventSourceARN: 'arn:aws:dynamodb:eu-north-1:000000000000:table/test/stream/2026-11-20T00:00:00.000',
  dynamodb: {
    ApproximateCreationDateTime: 1_795_161_600,
    // The SDK's attribute values and those of the Lambda types are the same JSON with two type names.
    Keys: marshall({ pk, sk }) as Record<string, AttributeValue>,
    NewImage: marshall(
      { pk, sk, ...attributes, body: JSON.stringify(body), ...(expiresAt !== undefined && { expiresAt }) },
      { removeUndefinedValues: true },
    ) as Record<string, AttributeValue>, // as above
    SequenceNumber: sequenceNumberOf(index),
    SizeBytes: 100,
    StreamViewType: 'NEW_IMAGE',
  },
})

/** The sequence number of the row at a position of the batch. */
export const sequenceNumberOf = (index: number): string => String(100_000_000_000_000_000_001n + BigInt(index))

/** The rows that the stream's filter lets through to the relay. */
export const outboxRows = (rows: readonly Item[]): Item[] =>
  rows.filter(({ attributes }) => attributes?.[outboxMark] !== undefined)

/** What a relay is called with: a batch of the table's stream with these rows, in this order. */
export const streamRecords = (rows: readonly Item[]): DynamoDBStreamEvent => ({ Records: rows.map(toRecord) })

/** The events that stand in the outbox, in the order of their ids. */
export const emittedEvents = (rows: readonly Item[]): AnyEvent[] =>
  outboxRows(rows)
    .filter(({ attributes }) => attributes?.[outboxMark] === 'event')
    .map(({ body }) => anyEvent.parse(body))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
