import { closeSync, fdatasync, openSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'

export interface GroupCommit {
  /** Runs one write. What is written in one turn of the event loop becomes one transaction. Throws what the write throws. */
  readonly write: <Result>(statement: () => Result) => Result
  /**
   * Resolves once everything that has been written until now is on disk; undefined when it already is.
   * Rejects when it never will be. To be asked in the same turn as the write.
   */
  readonly durable: () => Promise<void> | undefined
  /** Commits what is open, before the database is closed, which syncs it. */
  readonly close: () => void
}

interface Waiter {
  readonly upTo: number
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Durable writes to an SQLite database, many for one fdatasync, which runs beside the event loop and not in it. Who
 * acknowledges a write waits for `durable` first: then the promise is the same as with one synced commit per write.
 * Sets the database to WAL with `synchronous = NORMAL`, where SQLite itself syncs only what a checkpoint needs.
 * @param file the database's; its log lies beside it.
 * @param onFailure told when a write, a commit or a sync fails, before anybody who waits for it. What stood in the same
 * transaction is taken back.
 */
export const createGroupCommit = (database: DatabaseSync, file: string, onFailure: (error: unknown) => void): GroupCommit => {
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = NORMAL')
  let committed = 0
  let onDisk = 0
  let log: number | undefined
  let isSyncing = false
  let isClosed = false
  let waiters: Waiter[] = []

  const settle = (isSettled: (waiter: Waiter) => boolean, how: (waiter: Waiter) => void): void => {
    const settled = waiters.filter(isSettled)
    waiters = waiters.filter((waiter) => !isSettled(waiter))
    for (const waiter of settled) how(waiter)
  }

  const fail = (error: unknown): void => {
    if (database.isTransaction) database.exec('ROLLBACK')
    onFailure(error)
    settle(
      ({ upTo }) => upTo > committed,
      ({ reject }) => reject(error),
    )
  }

  /** One sync at a time; the next one is for all that was committed meanwhile. */
  const sync = (): void => {
    if (isSyncing || isClosed || onDisk === committed) return
    isSyncing = true
    const upTo = committed
    // There since the first commit, and the same file until the database is closed.
    log ??= openSync(`${file}-wal`, 'r+')
    fdatasync(log, (error) => {
      isSyncing = false
      if (error) {
        onFailure(error)
        // The kernel may have dropped what it could not write: nobody ever hears that it is there.
        settle(
          () => true,
          ({ reject }) => reject(error),
        )
        return
      }
      onDisk = upTo
      settle(
        (waiter) => waiter.upTo <= onDisk,
        ({ resolve }) => resolve(),
      )
      sync()
    })
  }

  const commit = (): void => {
    if (isClosed || !database.isTransaction) return
    try {
      database.exec('COMMIT')
      committed += 1
      sync()
    } catch (error) {
      fail(error)
    }
  }

  return {
    write(statement) {
      try {
        if (!database.isTransaction) {
          database.exec('BEGIN')
          setImmediate(commit)
        }
        return statement()
      } catch (error) {
        fail(error)
        throw error
      }
    },
    durable() {
      const upTo = committed + (database.isTransaction ? 1 : 0)
      if (upTo === onDisk) return undefined
      return new Promise((resolve, reject) => waiters.push({ upTo, resolve, reject }))
    },
    close() {
      commit()
      isClosed = true
      if (log !== undefined) closeSync(log)
    },
  }
}
