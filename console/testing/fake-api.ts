/** Stands in for the services' APIs: answers by method and path, and remembers what it was asked. */

export interface Call {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Headers
  readonly body: unknown
}

export interface FakeAnswer {
  readonly status?: number
  readonly etag?: number
  readonly link?: string
  readonly body?: unknown
}

export type Answers = Readonly<Record<string, FakeAnswer | ((call: Call) => FakeAnswer)>>

export interface FakeApi {
  readonly fetch: typeof fetch
  readonly calls: readonly Call[]
  /** Adds answers, or replaces them. */
  readonly answer: (answers: Answers) => void
}

export const fakeApiUrl = 'https://api.test'

/** A problem as the services tell it. */
export const fakeProblem = (
  status: number,
  code: string,
  errors: readonly { readonly pointer: string; readonly code?: string; readonly sv: string; readonly en?: string }[] = [],
): FakeAnswer => ({
  status,
  body: {
    type: `/problems/${code}`,
    title: `Titel ${code}`,
    status,
    detail: `Råd ${code}`,
    instance: '/v1/test',
    code,
    correlationId: '0af7651916cd43dd8448eb211c80319c',
    translations: {
      sv: { title: `Titel ${code}`, detail: `Råd ${code}` },
      en: { title: `Title ${code}`, detail: `Advice ${code}` },
    },
    ...(errors.length > 0 && {
      errors: errors.map(({ pointer, code: reason = 'invalid', sv, en = sv }) => ({
        pointer,
        code: reason,
        detail: sv,
        translations: { sv, en },
      })),
    }),
  },
})

const respond = ({ status = 200, etag, link, body }: FakeAnswer): Response => {
  const headers = new Headers({ 'content-type': 'application/json' })
  if (etag !== undefined) headers.set('etag', `"${etag}"`)
  if (link !== undefined) headers.set('link', link)
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers })
}

export const createFakeApi = (initial: Answers = {}): FakeApi => {
  const answers = new Map(Object.entries(initial))
  const calls: Call[] = []
  return {
    calls,
    answer: (more) => {
      for (const [key, value] of Object.entries(more)) answers.set(key, value)
    },
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const url = new URL(request.url)
      const text = await request.text()
      const isJson = request.headers.get('content-type')?.includes('json') ?? false
      const call: Call = {
        method: request.method,
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: text === '' ? undefined : isJson ? JSON.parse(text) : text,
      }
      calls.push(call)
      const found = answers.get(`${call.method} ${url.href}`) ?? answers.get(`${call.method} ${call.path}`)
      if (!found) return respond(fakeProblem(404, 'routeNotFound'))
      return respond(typeof found === 'function' ? found(call) : found)
    },
  }
}
