import { ServerResponse } from 'node:http'
import { Server } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import { startFauxqs } from 'fauxqs'
import { lockFolder } from './folder-lock.ts'
import { freePort } from './free-port.ts'
import { createGroupCommit } from './group-commit.ts'
import type { GroupCommit } from './group-commit.ts'
import { describeWriteFailure } from './write-failure.ts'

/**
 * The queue server. Tells its owner when it answers, and ends when the owner disconnects or dies.
 * Arguments: the folder of its database, the port (0 for any).
 */
const [, , dataDir = '', wantedPort = '0'] = process.argv
// When the owner is gone, nobody reads what is written here.
process.stderr.on('error', () => undefined)

// fauxqs 2.4.1 listens on every address and cannot be told otherwise; in this process everything listens on the loopback only.
// oxlint-disable-next-line typescript/unbound-method -- called below with the server that it is of
const listen = Server.prototype.listen
Server.prototype.listen = function (this: Server, ...args: unknown[]) {
  const [options, ...rest] = args
  const onLoopback = typeof options === 'object' ? { ...options, host: '127.0.0.1' } : options
  return Reflect.apply(listen, this, [onLoopback, ...rest]) as Server // what it answers with any arguments
}

const end = (error: Error): never => {
  process.stderr.write(error.message)
  process.exit(1)
}
const cannotWrite = (error: unknown): never => end(new Error(describeWriteFailure(error)))

/**
 * fauxqs 2.4.1 syncs the disk four times for a message on its way through a queue. Here all that is written in one turn of
 * the event loop is synced at once, and no answer leaves before what it tells of is on disk.
 *
 * It also remembers a message's deduplication id before it stores the message, and so answers the next try as if it were
 * stored. No memory may outlive a failed write: this process ends before it answers, and the next one knows what is on disk.
 */
const writeInGroups = (): void => {
  let group: GroupCommit | undefined

  // oxlint-disable-next-line typescript/unbound-method -- called below with the database that it is of
  const { prepare, close } = DatabaseSync.prototype
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string) {
    group ??= createGroupCommit(this, join(dataDir, 'fauxqs.db'), cannotWrite)
    return Reflect.apply(prepare, this, [sql])
  }
  DatabaseSync.prototype.close = function (this: DatabaseSync) {
    group?.close()
    Reflect.apply(close, this, [])
  }

  // oxlint-disable-next-line typescript/unbound-method -- called below with the statement that it is of
  const run = StatementSync.prototype.run
  StatementSync.prototype.run = function (this: StatementSync, ...args: unknown[]) {
    const write = () => Reflect.apply(run, this, args) as ReturnType<typeof run> // what it answers with any arguments
    return group ? group.write(write) : write()
  }

  // oxlint-disable-next-line typescript/unbound-method -- called below with the response that it is of
  const answer = ServerResponse.prototype.end
  ServerResponse.prototype.end = function (this: ServerResponse, ...args: unknown[]) {
    const durable = group?.durable()
    if (durable === undefined) return Reflect.apply(answer, this, args) as ServerResponse // what it answers with any arguments
    void durable.then(() => Reflect.apply(answer, this, args) as ServerResponse)
    return this
  }
}

const start = async () => {
  // fauxqs reads its database once, at its start: an earlier process must not write there any more.
  const lock = lockFolder(dataDir, 'queues.lock')
  const port = await freePort(Number(wantedPort))
  writeInGroups()
  return { lock, port, server: await startFauxqs({ dataDir, port, logger: false }) }
}

const { lock, port, server } = await start().catch(end)
const stop = (): void => void server.stop().finally(() => (lock.close(), process.exit(0)))
process.once('disconnect', stop)
if (process.connected) process.send?.({ port })
else stop()
