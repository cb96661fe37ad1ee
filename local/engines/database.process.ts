import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockFolder } from './folder-lock.ts'
import { freePort } from './free-port.ts'

/**
 * The guard of the database program, which cannot notice by itself that its owner is gone:
 * starts it, tells the owner when it answers, and ends it when the owner disconnects or dies.
 * Arguments: the program, the database file, the port (0 for any).
 */
const [, , program = '', databaseFile = '', wantedPort = '0'] = process.argv
const retryMs = 10
const stopLimitMs = 2_000

const end = (reason: string): never => {
  process.stderr.write(reason)
  process.exit(1)
}
// When the owner is gone, nobody reads what is written here.
process.stderr.on('error', () => undefined)

const prepare = async () => ({
  lock: lockFolder(dirname(databaseFile), 'database.lock'),
  port: await freePort(Number(wantedPort)),
})
const { lock, port } = await prepare().catch((error: Error) => end(error.message))
const database = spawn(program, ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', databaseFile], {
  stdio: ['ignore', 'ignore', 'pipe'],
})
database.stderr.pipe(process.stderr, { end: false })
database.once('error', (error) => end(`${program}: ${error.message}`))
database.once('close', (code) => {
  lock.close()
  process.exit(code ?? 1)
})
const stop = (): void => {
  database.kill('SIGTERM')
  setTimeout(() => database.kill('SIGKILL'), stopLimitMs).unref()
}
process.once('disconnect', stop)
if (!process.connected) stop()

const isAnswering = (): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })

while (!(await isAnswering())) await sleep(retryMs)
if (process.connected) process.send?.({ port, pid: database.pid })
