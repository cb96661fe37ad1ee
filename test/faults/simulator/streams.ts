import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import { outboxMark } from '#lambda/unit-of-work.ts'
import { textOf } from './database.ts'
import type { Row, Written } from './database.ts'
import type { Ending } from './invocation.ts'
import type { Random } from './random.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { Wait } from './wait.ts'

/** The streams of the tables, and the event source mapping of infra/constructs/relay.ts: new outbox rows, in order. */

const batchSize = 50
/** An on-demand table begins with several partitions, each with a shard and an order of its own. */
const shardCount = 4
const firstRetryMilliseconds = 500
const longestRetryMilliseconds = 30_000
/** A batch that comes again although it was done may come after the queue has forgotten its deduplication ids. */
const longestReplayMilliseconds = 400_000

export interface Streams {
  readonly committed: (table: string, written: readonly Written[]) => void
  readonly waiting: () => number
  /** The last sequence number: all that is left of streams that have been read to their ends. */
  readonly sequence: () => bigint
}

interface StreamsParts {
  readonly time: VirtualTime<Wait>
  readonly random: Random
  /** Calls the relay of a service. */
  readonly deliver: (service: string, event: DynamoDBStreamEvent) => Promise<Ending>
  /** The batch was done, and the mapping forgets how far it had come. */
  readonly isCheckpointLost: () => boolean
}

interface Shard {
  readonly records: DynamoDBRecord[]
  isReading: boolean
  failures: number
}

const batchResponse = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) }).nullish()

const shardOf = (row: Row): number => Buffer.from(textOf(row, 'pk')).reduce((sum, byte) => sum + byte, 0) % shardCount

const firstSequence = 100_000_000_000_000_000_000n

export const createStreams = (
  { time, random, deliver, isCheckpointLost }: StreamsParts,
  from: bigint = firstSequence,
): Streams => {
  const shards = new Map<string, Shard>()
  let sequence = from

  const recordOf = (row: Row): DynamoDBRecord => {
    sequence += 1n
    return {
      eventID: `stream-${sequence}`,
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      awsRegion: 'eu-north-1',
      dynamodb: {
        // A row of strings and numbers has the same form here; the types name the other kinds as well.
        NewImage: row as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'] & object,
        SequenceNumber: String(sequence),
        StreamViewType: 'NEW_IMAGE',
      },
    }
  }

  /** How many records are behind us: all, those before the first that is named, or none when the answer is none of ours. */
  const doneOf = (records: readonly DynamoDBRecord[], ending: Ending): number => {
    if (ending.kind !== 'returned') return 0
    const response = batchResponse.safeParse(ending.value)
    if (!response.success) return 0
    const failures = response.data?.batchItemFailures ?? []
    const positions = failures.map(({ itemIdentifier }) =>
      records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === itemIdentifier),
    )
    // An identifier that is not in the batch fails all of it.
    return positions.some((position) => position < 0) ? 0 : Math.min(records.length, ...positions)
  }

  const read = async (table: string, shard: Shard): Promise<void> => {
    if (shard.isReading || shard.records.length === 0) return
    shard.isReading = true
    const records = shard.records.slice(0, batchSize)
    const ending = await deliver(table, { Records: records })
    const done = doneOf(records, ending)
    const isReplayed = done === records.length && isCheckpointLost()
    if (!isReplayed) shard.records.splice(0, done)
    shard.failures = done === records.length ? 0 : shard.failures + 1
    const pause = Math.min(firstRetryMilliseconds * 2 ** shard.failures, longestRetryMilliseconds)
    time.after(isReplayed ? random.between(1_000, longestReplayMilliseconds) : shard.failures > 0 ? pause : 1, () => {
      shard.isReading = false
      void read(table, shard)
    })
  }

  return {
    sequence: () => sequence,
    waiting: () => [...shards.values()].reduce((sum, { records }) => sum + records.length, 0),
    committed: (table, written) => {
      for (const { before, after } of written) {
        if (before !== undefined || after[outboxMark] === undefined) continue
        const key = `${table} ${shardOf(after)}`
        const shard = shards.get(key) ?? { records: [], isReading: false, failures: 0 }
        shards.set(key, shard)
        shard.records.push(recordOf(after))
        time.after(random.between(5, 100), () => void read(table, shard))
      }
    },
  }
}
