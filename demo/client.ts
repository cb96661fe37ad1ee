import { setTimeout as sleep } from 'node:timers/promises'

/** The product over HTTP, as one of the county's personas: what the demo can do, any partner can do. */

export interface ApiAnswer {
  readonly status: number
  readonly etag: string | undefined
  /** The path of the next page. */
  readonly next: string | undefined
  // oxlint-disable-next-line typescript/no-explicit-any -- answers of many routes; each reader knows its own
  readonly body: any
}

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: unknown
  readonly ifMatch?: string | undefined
  /** The same key gives the first answer again, so a request whose answer was lost can be sent once more. */
  readonly idempotencyKey?: string
}

export interface Client {
  readonly as: (persona: string | undefined) => (request: ApiRequest) => Promise<ApiAnswer>
}

const retryMilliseconds = 250
const patienceMilliseconds = 60_000

const isWorthAnotherTry = (status: number): boolean => status >= 500

/** @param openidUrl the OpenID provider's address: on one machine it is the product's own. */
export const createClient = (url: string, openidUrl = `${url}/oidc`): Client => {
  const tokens = new Map<string, string>()

  /** While the product is away - it may be restarting - the request waits for it. */
  const patiently = async (send: () => Promise<Response>): Promise<Response> => {
    const giveUpAt = Date.now() + patienceMilliseconds
    for (;;) {
      try {
        const response = await send()
        if (!isWorthAnotherTry(response.status) || Date.now() > giveUpAt) return response
      } catch (error) {
        if (Date.now() > giveUpAt) throw new Error(`${url} does not answer. Start the product with npm start.`, { cause: error })
      }
      await sleep(retryMilliseconds)
    }
  }

  const tokenOf = async (persona: string): Promise<string> => {
    const known = tokens.get(persona)
    if (known) return known
    const response = await patiently(() =>
      fetch(`${openidUrl}/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'urn:behovsflodet:persona', client_id: 'cli', persona }),
      }),
    )
    // The token endpoint answers so (RFC 6749, 5.1).
    const { access_token: token } = (await response.json()) as { access_token?: string }
    if (!token) throw new Error(`There is no persona ${persona} at ${url}.`)
    tokens.set(persona, token)
    return token
  }

  return {
    as:
      (persona) =>
      async ({ method, path, body, ifMatch, idempotencyKey }) => {
        const headers: Record<string, string> = {
          ...(persona && { authorization: `Bearer ${await tokenOf(persona)}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(ifMatch && { 'if-match': ifMatch }),
          ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
        }
        const response = await patiently(() =>
          fetch(`${url}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }),
        )
        const text = await response.text()
        return {
          status: response.status,
          etag: response.headers.get('etag') ?? undefined,
          next: /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1],
          body: text === '' ? undefined : (JSON.parse(text) as unknown),
        }
      },
  }
}
