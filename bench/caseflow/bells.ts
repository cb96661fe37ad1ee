import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as z from 'zod'

/**
 * How the driver hears that it is its turn: the measured system posts to `/<caseId>/<bell>` when the thing has
 * happened. A bell is a measuring instrument and no part of the flow - it is not durable and is the same for every
 * system - so that waiting costs no polling.
 */
export interface Bells {
  readonly url: string
  /** Resolves with what came with the bell, also when it has rung already; rejects when it does not come. */
  readonly heard: (caseId: string, bell: string) => Promise<string>
  readonly close: () => Promise<void>
}

const rung = z.object({ detail: z.string() })
const patienceMilliseconds = 180_000

export const startBells = async (): Promise<Bells> => {
  const bells = new Map<string, PromiseWithResolvers<string>>()
  const bellOf = (name: string): PromiseWithResolvers<string> => {
    const known = bells.get(name) ?? Promise.withResolvers<string>()
    bells.set(name, known)
    return known
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.writeHead(204).end()
      bellOf((request.url ?? '/').slice(1)).resolve(rung.parse(JSON.parse(Buffer.concat(chunks).toString())).detail)
    })
  })
  server.keepAliveTimeout = patienceMilliseconds
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    // Listening on TCP, a server has such an address.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: async (caseId, bell) => {
      const name = `${caseId}/${bell}`
      const { promise, reject } = bellOf(name)
      const limit = setTimeout(() => reject(new Error(`case ${caseId} is lost: no ${bell}`)), patienceMilliseconds)
      try {
        return await promise
      } finally {
        clearTimeout(limit)
        bells.delete(name)
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
