import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { oneLine } from '../one-line.ts'

const retryMs = 20
/** An engine whose owner was killed needs a moment to let go of its port. */
const patienceMs = 1_000

/**
 * A port of the loopback interface that nothing listens on right now: the wanted one, or any when it is 0.
 * Rejects when the wanted one stays taken for a second.
 */
export const freePort = async (wanted = 0): Promise<number> => {
  for (const giveUpAt = Date.now() + patienceMs; ; await sleep(retryMs)) {
    const port = await listenOnce(wanted)
    if (port !== undefined) return port
    if (Date.now() > giveUpAt)
      throw new Error(
        oneLine({ sv: `port ${wanted} används av ett annat program`, en: `port ${wanted} is taken by another program` }),
      )
  }
}

const listenOnce = (wanted: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : wanted))
    })
  })
