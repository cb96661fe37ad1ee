import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { Runtime } from '#lambda/runtime.ts'
import type { PlainRequest } from './engines/engine-client.ts'

export type HttpHandler = Pick<NodeHttpHandler, 'handle' | 'destroy'>

/** What an AWS client sends, each try of it. */
export interface AwsRequest {
  /** As the service names it, for example `TransactWriteItems`. */
  readonly operation: string
  /** Parsed when asked for. */
  readonly input: () => unknown
}

export interface RequestObserver {
  /** Told of every answer before the client has it. @param answer reads what came; the client gets the same. */
  readonly answered: (request: AwsRequest, status: number, answer: () => Promise<unknown>) => void | Promise<void>
  /** The request may or may not have arrived. */
  readonly unanswered: (request: AwsRequest) => void
}

/** The name in which a function asks for a client of AWS. */
export type AwsClientName = Parameters<Runtime['awsClient']>[0]

type Sent = Parameters<HttpHandler['handle']>[0] & Partial<Pick<PlainRequest, 'input'>>

const maxSockets = 64

const parsed = (bytes: Uint8Array | string): unknown => {
  const text = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes)
  return text === '' ? undefined : JSON.parse(text)
}

/** The one client that names an operation by its address. */
const restOperations: Readonly<Record<string, string>> = { '/v2/email/outbound-emails': 'SendEmail' }

/** The other clients speak one of AWS's JSON protocols, which name the operation in a header. */
const requestOf = ({ headers, path, body, ...more }: Sent): AwsRequest => ({
  operation: restOperations[path] ?? (headers['x-amz-target'] ?? '').replace(/^.*\./, ''),
  // A client serialises before it sends, so the body is there whole.
  input: () => ('input' in more ? more.input : parsed(body as Uint8Array | string)),
})

/** A client's request handler that tells of every request and hands on what came. */
export const observedRequests = ({ answered, unanswered }: RequestObserver, inner?: HttpHandler): HttpHandler => {
  const handler = inner ?? new NodeHttpHandler({ httpAgent: { keepAlive: true, maxSockets } })
  return {
    handle: async (sent, options) => {
      const request = requestOf(sent)
      let result: Awaited<ReturnType<HttpHandler['handle']>>
      try {
        result = await handler.handle(sent, options)
      } catch (error) {
        unanswered(request)
        throw error
      }
      const { response } = result
      await answered(request, response.statusCode, async () => {
        if (response.body instanceof Uint8Array) return parsed(response.body)
        // Node's own handler answers with a stream, which can be read but once.
        const answer = await buffer(response.body as Readable)
        response.body = Readable.from([answer])
        return parsed(answer)
      })
      return result
    },
    destroy: () => handler.destroy(),
  }
}

/** The same runtime, but that every client that is made from it is observed. */
export const observedClients = (runtime: Runtime, observerOf: (client: AwsClientName) => RequestObserver): Runtime => ({
  ...runtime,
  awsClient: (client) => {
    // What awsClient gives are options of a client, and this is the one of them that matters here.
    const options = runtime.awsClient(client) as { readonly requestHandler?: HttpHandler }
    return { ...options, requestHandler: observedRequests(observerOf(client), options.requestHandler) }
  },
})
