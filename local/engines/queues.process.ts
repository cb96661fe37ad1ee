import { Server } from 'node:net'
import { startFauxqs } from 'fauxqs'
import { lockFolder } from './folder-lock.ts'
import { freePort } from './free-port.ts'

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

const start = async () => {
  // fauxqs reads its database once, at its start: an earlier process must not write there any more.
  const lock = lockFolder(dataDir, 'queues.lock')
  const port = await freePort(Number(wantedPort))
  return { lock, port, server: await startFauxqs({ dataDir, port, logger: false }) }
}

const { lock, port, server } = await start().catch(end)
const stop = (): void => void server.stop().finally(() => (lock.close(), process.exit(0)))
process.once('disconnect', stop)
if (process.connected) process.send?.({ port })
else stop()
