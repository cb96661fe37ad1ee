import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { SQLInputValue, StatementSync } from 'node:sqlite'
import { createGroupCommit } from './group-commit.ts'

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'

/** Input, output and answers are JSON texts; times are milliseconds since 1970. */
export interface Execution {
  readonly name: string
  readonly input: string
  readonly status: ExecutionStatus
  readonly startedAt: number
  readonly stoppedAt: number | undefined
  readonly output: string | undefined
  readonly error: string | undefined
  readonly cause: string | undefined
}

export interface Ending {
  readonly status: Exclude<ExecutionStatus, 'RUNNING'>
  readonly output?: string
  readonly error?: string | undefined
  readonly cause?: string | undefined
}

export type Answer = { readonly output: string } | { readonly error: string; readonly cause: string }

/** Where an execution stands still: for a token's answer, or (without a token) for time to pass. */
export interface Wait {
  readonly state: string
  /** What the state was entered with. */
  readonly input: string
  readonly token: string | undefined
  readonly endsAt: number
  /** Whether the function that takes the token onward has done so. */
  readonly isDelivered: boolean
  readonly answer: Answer | undefined
}

export type ExecutionStore = ReturnType<typeof createExecutionStore>

/**
 * Keeps executions, and the wait that each stands in, in a file under `dataDir`. What has been written is on disk when
 * `durable` has resolved, and in the order in which it was written. `onWriteFailure` is told when that cannot be.
 */
export const createExecutionStore = (dataDir: string, onWriteFailure: (error: unknown) => void) => {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'executions.sqlite')
  const database = new DatabaseSync(file)
  const group = createGroupCommit(database, file, onWriteFailure)
  database.exec(`
    CREATE TABLE IF NOT EXISTS executions (
      number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, input TEXT NOT NULL, status TEXT NOT NULL,
      startedAt INTEGER NOT NULL, stoppedAt INTEGER, output TEXT, error TEXT, cause TEXT
    ) STRICT;
    CREATE TABLE IF NOT EXISTS waits (
      execution TEXT PRIMARY KEY, state TEXT NOT NULL, input TEXT NOT NULL, token TEXT, endsAt INTEGER NOT NULL,
      isDelivered INTEGER NOT NULL, answer TEXT
    ) STRICT;
  `)
  const insert = database.prepare(`INSERT INTO executions (name, input, status, startedAt) VALUES (?, ?, 'RUNNING', ?)`)
  const selectOne = database.prepare('SELECT * FROM executions WHERE name = ?')
  const selectRunning = database.prepare(`SELECT * FROM executions WHERE status = 'RUNNING' ORDER BY number`)
  const selectPage = database.prepare(
    'SELECT * FROM executions WHERE (?1 IS NULL OR status = ?1) AND (?2 IS NULL OR number < ?2) ORDER BY number DESC LIMIT ?3',
  )
  const end = database.prepare(
    `UPDATE executions SET status = ?, stoppedAt = ?, output = ?, error = ?, cause = ? WHERE name = ? AND status = 'RUNNING'`,
  )
  const dropWait = database.prepare('DELETE FROM waits WHERE execution = ?')
  const selectWait = database.prepare('SELECT * FROM waits WHERE execution = ?')
  const replaceWait = database.prepare(
    'INSERT OR REPLACE INTO waits (execution, state, input, token, endsAt, isDelivered, answer) VALUES (?, ?, ?, ?, ?, 0, NULL)',
  )
  const setDelivered = database.prepare('UPDATE waits SET isDelivered = 1 WHERE execution = ? AND token = ?')
  const setAnswer = database.prepare('UPDATE waits SET answer = ? WHERE execution = ? AND token = ?')

  const write = (statement: StatementSync, ...values: SQLInputValue[]): void => {
    group.write(() => statement.run(...values))
  }

  return {
    start(name: string, input: string, startedAt: number): Execution {
      write(insert, name, input, startedAt)
      return {
        name,
        input,
        status: 'RUNNING',
        startedAt,
        stoppedAt: undefined,
        output: undefined,
        error: undefined,
        cause: undefined,
      }
    },
    find: (name: string): Execution | undefined => executionOf(selectOne.get(name)),
    unfinished: (): Execution[] => executionsOf(selectRunning.all()),

    /** The newest first. `before` is the `next` of the page before. */
    list({ status, before, limit }: { status: ExecutionStatus | undefined; before: number | undefined; limit: number }) {
      const rows = selectPage.all(status ?? null, before ?? null, limit + 1)
      const page = rows.slice(0, limit)
      return { executions: executionsOf(page), next: rows.length > limit ? Number(page.at(-1)?.['number']) : undefined }
    },

    /** The first ending stands. */
    end(name: string, { status, output, error, cause }: Ending, stoppedAt: number): void {
      write(end, status, stoppedAt, output ?? null, error ?? null, cause ?? null, name)
      write(dropWait, name)
    },

    waitOf(execution: string): Wait | undefined {
      const row = selectWait.get(execution)
      if (row === undefined) return undefined
      const { state, input, token, endsAt, isDelivered, answer } = row
      return {
        state: String(state),
        input: String(input),
        token: textOf(token),
        endsAt: Number(endsAt),
        isDelivered: isDelivered === 1,
        // Written by `answer` below.
        answer: answer === null ? undefined : (JSON.parse(String(answer)) as Answer),
      }
    },
    /** Puts the execution into a new wait, which takes the place of the one before. */
    wait(execution: string, { state, input, token, endsAt }: Omit<Wait, 'isDelivered' | 'answer'>): void {
      write(replaceWait, execution, state, input, token ?? null, endsAt)
    },
    delivered: (execution: string, token: string): void => write(setDelivered, execution, token),
    answer: (execution: string, token: string, answer: Answer): void =>
      write(setAnswer, JSON.stringify(answer), execution, token),
    /** Undefined when all that has been written is on disk already. */
    durable: (): Promise<void> | undefined => group.durable(),
    close: (): void => {
      group.close()
      database.close()
    },
  }
}

type Row = ReturnType<ReturnType<DatabaseSync['prepare']>['get']>

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const executionOf = (row: Row): Execution | undefined =>
  row && {
    name: String(row['name']),
    input: String(row['input']),
    status: String(row['status']) as ExecutionStatus, // only this file writes it
    startedAt: Number(row['startedAt']),
    stoppedAt: row['stoppedAt'] === null ? undefined : Number(row['stoppedAt']),
    output: textOf(row['output']),
    error: textOf(row['error']),
    cause: textOf(row['cause']),
  }

const executionsOf = (rows: readonly Row[]): Execution[] => rows.map(executionOf).filter((execution) => execution !== undefined)
