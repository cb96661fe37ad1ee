import { connect } from 'node:net'
import type { Socket } from 'node:net'

export interface HttpAnswer {
  readonly statusCode: number
  /** By their names in lower case. */
  readonly headers: Record<string, string>
  readonly body: Buffer
}

export interface PipelinedHttp {
  /** Rejects with the code ECONNRESET when the connection ends first: the request may or may not have been done. */
  readonly post: (headers: Readonly<Record<string, string>>, body: string) => Promise<HttpAnswer>
  /** Ends the connections; the next request opens new ones. */
  readonly destroy: () => void
}

interface Waiting {
  readonly resolve: (answer: HttpAnswer) => void
  readonly reject: (error: Error) => void
}

const headEnd = '\r\n\r\n'

/**
 * HTTP/1.1 to an engine on this machine, for requests that it answers at once: what is asked in one turn of the event loop
 * goes out in one piece, without waiting for the answers before (RFC 9112, 9.3.2). An engine that does one thing at a time
 * loses nothing by it, and a request costs a quarter of one on a connection of its own.
 */
export const createPipelinedHttp = (hostname: string, port: number, connections = 2): PipelinedHttp => {
  const lines = Array.from({ length: connections }, () => createLine(hostname, port))
  let turn = 0
  return {
    post: (headers, body) => {
      turn = (turn + 1) % connections
      // The remainder of a division by their number.
      return lines[turn]!.post(headers, body)
    },
    destroy: () => {
      for (const line of lines) line.destroy()
    },
  }
}

const createLine = (hostname: string, port: number): PipelinedHttp => {
  const host = `${hostname}:${port}`
  let socket: Socket | undefined
  let waiting: Waiting[] = []
  let unsent = ''

  const open = (): Socket => {
    const opened = connect({ host: hostname, port, noDelay: true })
    const read = createReader((answer) => {
      waiting.shift()?.resolve(answer)
      if (waiting.length === 0) opened.unref()
    })
    opened.on('data', (data) => {
      if (!read(data)) opened.destroy(new Error('the answer is not one that can be pipelined'))
    })
    // Told by 'close', which always follows.
    opened.on('error', () => undefined)
    opened.once('end', () => opened.destroy())
    opened.once('close', () => {
      socket = undefined
      unsent = ''
      const lost = waiting
      waiting = []
      for (const { reject } of lost)
        reject(Object.assign(new Error('The connection ended before the answer.'), { code: 'ECONNRESET' }))
    })
    return opened
  }

  const send = (): void => {
    const text = unsent
    unsent = ''
    socket?.write(text)
  }

  return {
    post: (headers, body) =>
      new Promise((resolve, reject) => {
        socket ??= open()
        socket.ref()
        waiting.push({ resolve, reject })
        if (unsent === '') setImmediate(send)
        const lines = Object.entries({ host, ...headers, 'content-length': String(Buffer.byteLength(body)) })
        unsent += `POST / HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}${headEnd}${body}`
      }),
    destroy: () => socket?.destroy(),
  }
}

/** Reads answers out of what comes, in whatever pieces. @returns false when it is none with a length. */
const createReader = (answered: (answer: HttpAnswer) => void) => {
  let pieces: Buffer[] = []
  let bytes = 0
  let wanted = 0
  return (piece: Buffer): boolean => {
    pieces.push(piece)
    bytes += piece.length
    // A long answer comes in many pieces, and is put together once.
    if (bytes < wanted) return true
    let rest = pieces.length === 1 ? piece : Buffer.concat(pieces)
    wanted = 0
    while (rest.length > 0) {
      const bodyStart = rest.indexOf(headEnd) + headEnd.length
      if (bodyStart < headEnd.length) break
      const [status = '', ...lines] = rest.toString('latin1', 0, bodyStart - headEnd.length).split('\r\n')
      const headers = Object.fromEntries(lines.map(headerOf))
      const length = Number(headers['content-length'])
      if (!status.startsWith('HTTP/1.1 ') || !Number.isSafeInteger(length)) return false
      wanted = bodyStart + length
      if (rest.length < wanted) break
      answered({
        statusCode: Number(status.slice('HTTP/1.1 '.length).slice(0, 3)),
        headers,
        body: rest.subarray(bodyStart, wanted),
      })
      rest = rest.subarray(wanted)
      wanted = 0
    }
    pieces = rest.length > 0 ? [rest] : []
    bytes = rest.length
    return true
  }
}

const headerOf = (line: string): [string, string] => {
  const colon = line.indexOf(':')
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
}
