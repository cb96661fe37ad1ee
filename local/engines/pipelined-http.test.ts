import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import type { AddressInfo, Server as TcpServer, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { createPipelinedHttp } from './pipelined-http.ts'
import type { PipelinedHttp } from './pipelined-http.ts'

let ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends) end()
  ends = []
})

const listen = async (server: Server | TcpServer, connections: number): Promise<PipelinedHttp> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const http = createPipelinedHttp('127.0.0.1', (server.address() as AddressInfo).port, connections) // it listens on a port
  ends.push(() => (http.destroy(), server.close()))
  return http
}

type Answer = (body: string, response: ServerResponse, request: IncomingMessage) => void

const httpServer = (answer: Answer): Server =>
  createServer((request, response) => {
    void text(request).then((body) => answer(body, response, request))
  })

const startHttp = (answer: Answer): Promise<PipelinedHttp> => listen(httpServer(answer), 1)

const writeAll = async (socket: Socket, pieces: readonly string[]): Promise<void> => {
  for (const piece of pieces) await new Promise((resolve) => socket.write(piece, () => setImmediate(resolve)))
  socket.end()
}

/** Answers each connection's first bytes with these, in these pieces. */
const startTcp = (pieces: readonly string[]): Promise<PipelinedHttp> =>
  listen(
    createTcpServer((socket) => {
      socket.on('error', () => undefined).once('data', () => void writeAll(socket, pieces))
    }),
    1,
  )

test('each request gets its own answer, though a later one is done before it', async () => {
  const seen: string[] = []
  let connections = 0
  const server = httpServer((body, response, request) => {
    seen.push(`${request.method} ${request.url} ${String(request.headers['x-name'])} ${body}`)
    setTimeout(() => response.end(`answer to ${body}`), body === 'första' ? 20 : 0)
  }).on('connection', () => (connections += 1))
  const http = await listen(server, 1)
  const answers = await Promise.all(['första', 'andra', 'tredje'].map((body) => http.post({ 'x-name': 'a' }, body)))
  expect(answers.map(({ body }) => body.toString())).toEqual(['answer to första', 'answer to andra', 'answer to tredje'])
  expect(seen).toEqual(['POST / a första', 'POST / a andra', 'POST / a tredje'])
  expect(connections).toBe(1)
})

test('status and headers come with the answer, an empty one too', async () => {
  const http = await startHttp((_body, response) => response.writeHead(400, { 'X-Why': 'so', 'content-length': '0' }).end())
  const { statusCode, headers, body } = await http.post({}, '{}')
  expect([statusCode, headers['x-why'], body.length]).toEqual([400, 'so', 0])
})

test('an answer of many pieces is put together, and what follows it in the same piece is the next answer', async () => {
  const large = 'å'.repeat(600_000)
  const http = await startHttp((body, response) => response.end(body === 'large' ? large : body))
  const answers = await Promise.all(['large', 'small', 'large'].map((body) => http.post({}, body)))
  expect(answers.map(({ body }) => body.toString() === large || body.toString())).toEqual([true, 'small', true])

  const head = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n'
  const pieces = await startTcp([head.slice(0, 20), `${head.slice(20)}\r\nfir`, `st${head}\r\nother`])
  const [first, other] = await Promise.all([pieces.post({}, ''), pieces.post({}, '')])
  expect([first.body.toString(), other.body.toString()]).toEqual(['first', 'other'])
})

test('whoever waits on a connection that ends is told that it was reset, and the next request opens another', async () => {
  let isBroken = true
  const http = await startHttp((_body, response, request) => {
    if (isBroken) request.socket.destroy()
    else response.end('well')
  })
  const results = await Promise.allSettled([http.post({}, 'a'), http.post({}, 'b')])
  expect(results.map((result) => result.status === 'rejected' && (result.reason as { code?: string }).code)).toEqual([
    'ECONNRESET',
    'ECONNRESET',
  ])
  isBroken = false
  expect((await http.post({}, 'c')).body.toString()).toBe('well')
})

test('an engine that is away, and an answer without a length, are resets too', async () => {
  const away = createPipelinedHttp('127.0.0.1', 1)
  await expect(away.post({}, '')).rejects.toMatchObject({ code: 'ECONNRESET' })
  const chunked = await startHttp((_body, response) => {
    response.write('in ')
    response.end('chunks')
  })
  await expect(chunked.post({}, '')).rejects.toMatchObject({ code: 'ECONNRESET' })
})
