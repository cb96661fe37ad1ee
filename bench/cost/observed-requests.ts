import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { NodeHttpHandler } from '@smithy/node-http-handler'

type HttpHandler = Pick<NodeHttpHandler, 'handle' | 'destroy'>

/** One request that a function's AWS client made, with its answer. */
export interface Exchange {
  /** As the service names it, for example `TransactWriteItems`. */
  readonly operation: string
  readonly request: unknown
  readonly status: number
  readonly answer: unknown
}

const maxSockets = 64

const parsed = (bytes: Uint8Array): unknown => {
  const text = new TextDecoder().decode(bytes)
  return text === '' ? undefined : JSON.parse(text)
}

/** A client's request handler that tells of every request, retries too; what it hands on is what came. */
export const observedRequests = (seen: (exchange: Exchange) => void, inner?: HttpHandler): HttpHandler => {
  const handler = inner ?? new NodeHttpHandler({ httpAgent: { keepAlive: true, maxSockets } })
  return {
    handle: async (request, options) => {
      const result = await handler.handle(request, options)
      // Node's own handler answers with a stream.
      const answer = await buffer(result.response.body as Readable)
      result.response.body = Readable.from([answer])
      seen({
        operation: (request.headers['x-amz-target'] ?? '').replace(/^.*\./, ''),
        // All three clients speak JSON, and serialise before they send.
        request: typeof request.body === 'string' ? JSON.parse(request.body) : parsed(request.body as Uint8Array),
        status: result.response.statusCode,
        answer: parsed(answer),
      })
      return result
    },
    destroy: () => handler.destroy(),
  }
}
