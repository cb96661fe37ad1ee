import type { Database, OutboxRow } from './database.ts'

/**
 * Brings events from the outbox to the services' inboxes: at once when the command that wrote them is committed, and
 * whatever is left every second, which after a crash is everything. One at a time for a case and a service.
 */
export interface Relay {
  readonly ring: (rows: readonly OutboxRow[]) => void
  readonly stop: () => Promise<void>
}

const pollMilliseconds = 1_000

export const createRelay = (database: Database, now: () => string, consumed: (row: OutboxRow) => void): Relay => {
  const known = new Set<string>()
  const lanes = new Map<string, Promise<void>>()

  const deliver = async (row: OutboxRow): Promise<void> => {
    try {
      ring(await database.consume(row, now()))
      consumed(row)
    } catch (error) {
      process.stderr.write(`relay: ${error instanceof Error ? error.message : String(error)}\n`)
    } finally {
      // One that could not be delivered is found again by the next poll.
      known.delete(row.id)
    }
  }

  const ring = (rows: readonly OutboxRow[]): void => {
    for (const row of rows) {
      if (known.has(row.id)) continue
      known.add(row.id)
      const lane = `${row.target} ${row.event.subject}`
      const delivered = (lanes.get(lane) ?? Promise.resolve()).then(() => deliver(row))
      lanes.set(lane, delivered)
      void delivered.then(() => {
        if (lanes.get(lane) === delivered) lanes.delete(lane)
      })
    }
  }

  const timer = setInterval(() => void database.waiting().then(ring, () => undefined), pollMilliseconds)
  return {
    ring,
    stop: async () => {
      clearInterval(timer)
      await Promise.all(lanes.values())
    },
  }
}
