import { setTimeout as sleep } from 'node:timers/promises'
import { BatchWriteItemCommand, paginateScan } from '@aws-sdk/client-dynamodb'
import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'

/**
 * Plays the table streams. In the cloud a stream shows the relay every outbox row that is inserted; here the
 * rows come from the transactions themselves as they are acknowledged (see observed-database.ts), and after a
 * start, or an answer that was lost, from a scan for rows that are still there. A row that has been relayed is
 * deleted, which is what its time to live does in the cloud. A row relayed twice is recognised by its receivers.
 */

export type Row = Record<string, AttributeValue>

/** In milliseconds since 1970. */
export interface OutboxStanding {
  /** When the relay was last called; undefined when not since the start. */
  readonly relayedAt: number | undefined
  /** Since when the oldest row waits that has not been relayed; undefined when none does. */
  readonly waitingSince: number | undefined
}

export interface OutboxTail {
  /** New rows of a table, in the order of its commits. */
  readonly ring: (tableName: string, rows: readonly Row[]) => void
  /** Looks for rows that nobody has rung for. */
  readonly scan: (tableName: string) => Promise<void>
  /** How it stands with a table's outbox; undefined for a table that has none. */
  readonly standing: (tableName: string) => OutboxStanding | undefined
  /** Resolves when nothing waits to be relayed. */
  readonly idle: () => Promise<void>
  readonly stop: () => Promise<void>
}

type Relay = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>

const batchSize = 100
const deleteBatchSize = 25
const firstPauseMs = 200
const longestPauseMs = 10_000
const deleteDelayMs = 250

const keyOf = (row: Row): string => `${row['pk']?.S}\u0000${row['sk']?.S}`

const toEvent = (rows: readonly Row[]): DynamoDBStreamEvent => ({
  Records: rows.map((row, index) => ({
    eventName: 'INSERT',
    eventSource: 'aws:dynamodb',
    // The same shape but for binary values, which no row of ours has.
    dynamodb: {
      NewImage: row as NonNullable<NonNullable<DynamoDBStreamEvent['Records'][number]['dynamodb']>['NewImage']>,
      SequenceNumber: String(index),
    },
  })),
})

export const createOutboxTail = (
  client: DynamoDBClient,
  relays: ReadonlyMap<string, Relay>,
  onError: (error: unknown) => void,
  now: () => number = Date.now,
): OutboxTail => {
  let isStopped = false
  const stopping = new AbortController()

  const createTable = (tableName: string, relay: Relay) => {
    let waiting: { readonly row: Row; readonly since: number }[] = []
    let relayedAt: number | undefined
    let sent: Row[] = []
    const known = new Set<string>()
    let running: Promise<void> | undefined
    let deleting: Promise<void> | undefined

    const deleteSent = async (): Promise<void> => {
      while (sent.length > 0) {
        await sleep(isStopped ? 0 : deleteDelayMs)
        const batch = sent.slice(0, deleteBatchSize)
        await client.send(
          new BatchWriteItemCommand({
            RequestItems: {
              [tableName]: batch.map((row) => ({
                DeleteRequest: { Key: { pk: row['pk'] ?? { S: '' }, sk: row['sk'] ?? { S: '' } } },
              })),
            },
          }),
        )
        sent = sent.slice(batch.length)
        for (const row of batch) known.delete(keyOf(row))
      }
    }

    const relayWaiting = async (): Promise<void> => {
      let pauseMs = firstPauseMs
      while (waiting.length > 0 && !isStopped) {
        const batch = waiting.slice(0, batchSize).map(({ row }) => row)
        let done = 0
        relayedAt = now()
        try {
          const { batchItemFailures } = await relay(toEvent(batch))
          done = batchItemFailures[0] ? Number(batchItemFailures[0].itemIdentifier) : batch.length
        } catch (error) {
          onError(error)
        }
        sent.push(...batch.slice(0, done))
        waiting = waiting.slice(done)
        deleting ??= deleteSent()
          .catch(onError)
          .finally(() => {
            deleting = undefined
          })
        if (done === batch.length) {
          pauseMs = firstPauseMs
        } else {
          await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined)
          pauseMs = Math.min(pauseMs * 2, longestPauseMs)
        }
      }
    }

    const run = (): void => {
      running ??= relayWaiting().finally(() => {
        running = undefined
        if (waiting.length > 0 && !isStopped) run()
      })
    }

    return {
      ring: (rows: readonly Row[]) => {
        const fresh = rows.filter((row) => !known.has(keyOf(row)))
        for (const row of fresh) known.add(keyOf(row))
        const since = now()
        waiting.push(...fresh.map((row) => ({ row, since })))
        if (waiting.length > 0) run()
      },
      standing: (): OutboxStanding => ({ relayedAt, waitingSince: waiting[0]?.since }),
      idle: async () => {
        while (running || deleting) await (running ?? deleting)
      },
    }
  }

  const tables = new Map([...relays].map(([tableName, relay]) => [tableName, createTable(tableName, relay)]))

  return {
    standing: (tableName) => tables.get(tableName)?.standing(),
    ring: (tableName, rows) => tables.get(tableName)?.ring(rows),
    scan: async (tableName) => {
      const pages = paginateScan({ client }, { TableName: tableName, FilterExpression: 'attribute_exists(outbox)' })
      const rows: Row[] = []
      for await (const { Items = [] } of pages) rows.push(...Items)
      // Ids are time-ordered, so the order of the sort keys is the order in which they were written.
      tables.get(tableName)?.ring(rows.toSorted((a, b) => ((a['sk']?.S ?? '') < (b['sk']?.S ?? '') ? -1 : 1)))
    },
    idle: async () => {
      await Promise.all([...tables.values()].map((table) => table.idle()))
    },
    stop: async () => {
      isStopped = true
      stopping.abort()
      await Promise.all([...tables.values()].map((table) => table.idle()))
    },
  }
}
