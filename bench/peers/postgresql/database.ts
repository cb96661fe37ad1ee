import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import * as z from 'zod'
import { schema } from './schema.ts'

/** An event that stands in the outbox, on its way to one service. */
export const outboxRow = z.object({
  id: z.string(),
  target: z.string(),
  event: z.looseObject({ subject: z.string(), type: z.string() }),
})
export type OutboxRow = z.infer<typeof outboxRow>

const answered = z.object({ status: z.number(), body: z.looseObject({}), out: z.array(outboxRow) })
export type Answered = z.infer<typeof answered>

export interface Database {
  /** One command: one function, one transaction. */
  readonly command: (name: string, ...values: readonly unknown[]) => Promise<Answered>
  readonly consume: (row: OutboxRow, at: string) => Promise<readonly OutboxRow[]>
  readonly readJournal: (caseId: string) => Promise<unknown>
  readonly waiting: () => Promise<readonly OutboxRow[]>
  readonly stop: () => Promise<void>
}

const connections = 16
const uniqueViolation = '23505'
const cannotConnectNow = '57P03'
const maxAttempts = 200
const pauseMilliseconds = 50

const one = z.tuple([z.object({ result: z.unknown() })])
const outbox = z.array(outboxRow)

/** PostgreSQL takes connections a moment before it takes questions. */
const untilReady = async (pool: pg.Pool): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await pool.query('select 1')
      return
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== cannotConnectNow || attempt === maxAttempts) throw error
      await sleep(pauseMilliseconds)
    }
  }
}

export const openDatabase = async (socketFolder: string): Promise<Database> => {
  const pool = new pg.Pool({ host: socketFolder, user: 'bench', database: 'postgres', max: connections })
  // A connection at rest that is cut off is replaced; one in use makes its command fail, and the caller hears of it.
  pool.on('error', () => undefined)
  await untilReady(pool)
  await pool.query(schema)

  /** A function by its name, prepared once on each connection. */
  const call = async (name: string, values: readonly unknown[]): Promise<unknown> => {
    const text = `select ${name}(${values.map((_, index) => `$${index + 1}`).join(', ')}) as result`
    const { rows } = await pool.query<{ result: unknown }>({ name, text, values: [...values] })
    return one.parse(rows)[0].result
  }

  return {
    command: async (name, ...values) => {
      try {
        return answered.parse(await call(name, values))
      } catch (error) {
        // The same key, or the same first save, twice at once: whoever lost asks again.
        if (error instanceof pg.DatabaseError && error.code === uniqueViolation)
          return { status: 409, body: { code: 'busy' }, out: [] }
        throw error
      }
    },
    consume: async ({ id, target, event }, at) => outbox.parse(await call(`${target}.consume`, [id, event, at])),
    readJournal: (caseId) => call('journal.read', [caseId]),
    waiting: async () => outbox.parse((await pool.query('select id, target, event from flow.outbox')).rows),
    stop: () => pool.end(),
  }
}
