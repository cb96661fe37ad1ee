import { Agent, request as httpRequest } from 'node:http'

/** Node's own client with connections kept open: the driver shares the processors with what it measures, so it is a light one. */

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

export type HttpClient = (request: HttpRequest) => Promise<HttpAnswer>

export const createHttpClient = (url: string): HttpClient => {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const send: HttpClient = ({ method, path, headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const sent = httpRequest(
        {
          agent,
          hostname,
          port,
          method,
          path,
          headers: {
            ...headers,
            ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          },
        },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() }),
          )
          answer.on('error', reject)
        },
      )
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The server closed a connection at rest in the moment that it was taken up again, and has seen nothing of this.
        if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(send({ method, path, headers, body }))
        else reject(error)
      })
      sent.end(text)
    })
  return send
}
