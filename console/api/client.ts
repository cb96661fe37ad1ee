import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod'
import type { Language, Text } from '#contracts/language.ts'
import { text } from '#contracts/language.ts'
import { newSecret } from '../session/pkce.ts'

/**
 * The services' own HTTP APIs, called with the user's token. What is read is parsed with the console's own
 * tolerant schemas: fields that it does not know pass by, fields that it needs must be there.
 */

const translation = z.object({ title: z.string(), detail: z.string() })

export const problem = z.object({
  status: z.number(),
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  correlationId: z.string().optional(),
  translations: z.object({ sv: translation, en: translation }).optional(),
  errors: z
    .array(z.object({ pointer: z.string(), code: z.string(), detail: z.string(), translations: text.optional() }))
    .optional(),
})
export type ApiProblem = z.infer<typeof problem>

export interface Read<T> {
  readonly value: T
  /** The version behind the ETag, for If-Match. */
  readonly version: number | undefined
  readonly nextCursor: string | undefined
}

export type Written<T> = ({ readonly ok: true } & Read<T>) | { readonly ok: false; readonly problem: ApiProblem }

export interface WriteOptions {
  readonly ifMatch?: number | undefined
  readonly idempotencyKey?: string | undefined
}

export interface ApiClient {
  /** Throws an HTTPException with the problem as its cause when the service refuses. */
  readonly read: <S extends z.ZodType>(path: string, schema: S) => Promise<Read<z.infer<S>>>
  /** Undefined when there is no such thing; every other refusal is thrown as by `read`. */
  readonly find: <S extends z.ZodType>(path: string, schema: S) => Promise<Read<z.infer<S>> | undefined>
  /** Gives a refusal back to be shown in the form it came from; only a lost session is thrown, as by `read`. */
  readonly write: <S extends z.ZodType>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: unknown,
    schema: S,
    options?: WriteOptions,
  ) => Promise<Written<z.infer<S>>>
}

export interface ApiClientParts {
  readonly apiUrl: string
  readonly token: string | undefined
  readonly language: Language
  readonly fetch: typeof fetch
}

const timeoutMilliseconds = 15_000

const unreachable = (status: number): ApiProblem => ({
  status,
  code: 'unreachable',
  title: 'Tjänsten svarar inte',
  detail: 'Vänta en stund och försök igen. Inget har sparats.',
  translations: {
    sv: { title: 'Tjänsten svarar inte', detail: 'Vänta en stund och försök igen. Inget har sparats.' },
    en: { title: 'The service does not answer', detail: 'Wait a moment and try again. Nothing has been saved.' },
  },
})

const versionOf = (etag: string | null): number | undefined => {
  const digits = etag?.match(/^(?:W\/)?"(\d+)"$/)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

const cursorOf = (link: string | null): string | undefined => {
  const next = link?.match(/<([^>]+)>;\s*rel="next"/)?.[1]
  return next ? (new URL(next, 'https://here.invalid').searchParams.get('cursor') ?? undefined) : undefined
}

export const refusalOf = (error: unknown): ApiProblem | undefined =>
  error instanceof HTTPException ? problem.safeParse(error.cause).data : undefined

const refuse = (found: ApiProblem): never => {
  // An HTTP status from a service is one that a page can carry too.
  throw new HTTPException(found.status as ContentfulStatusCode, { message: found.code, cause: found })
}

/** Says that there is no such thing, as a service would, without asking one. */
export const refuseAsNotFound = (code: string, title: Text, detail: Text): never =>
  refuse({
    status: 404,
    code,
    title: title.sv,
    detail: detail.sv,
    translations: { sv: { title: title.sv, detail: detail.sv }, en: { title: title.en, detail: detail.en } },
  })

export const createApiClient = ({ apiUrl, token, language, fetch }: ApiClientParts): ApiClient => {
  const base = apiUrl.replace(/\/$/, '')

  const call = async (method: string, path: string, body: unknown, options: WriteOptions): Promise<Response | ApiProblem> => {
    const headers: Record<string, string> = { accept: 'application/json', 'accept-language': language }
    if (token) headers['authorization'] = `Bearer ${token}`
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`
    if (method === 'POST') headers['idempotency-key'] = options.idempotencyKey ?? newSecret()
    try {
      return await fetch(`${base}${path}`, {
        method,
        headers,
        signal: AbortSignal.timeout(timeoutMilliseconds),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    } catch {
      return unreachable(503)
    }
  }

  const problemOf = async (response: Response): Promise<ApiProblem> => {
    const parsed = problem.safeParse(await response.json().catch(() => undefined))
    return parsed.success
      ? { ...parsed.data, status: response.status }
      : { ...unreachable(response.status), status: response.status }
  }

  const parseAnswer = async <S extends z.ZodType>(response: Response, schema: S): Promise<Read<z.infer<S>>> => ({
    value: schema.parse(response.status === 204 ? undefined : await response.json()),
    version: versionOf(response.headers.get('etag')),
    nextCursor: cursorOf(response.headers.get('link')),
  })

  const read: ApiClient['read'] = async (path, schema) => {
    const response = await call('GET', path, undefined, {})
    if (!(response instanceof Response)) return refuse(response)
    return response.ok ? parseAnswer(response, schema) : refuse(await problemOf(response))
  }

  return {
    read,
    find: async (path, schema) => {
      try {
        return await read(path, schema)
      } catch (error) {
        if (refusalOf(error)?.status === 404) return undefined
        throw error
      }
    },
    write: async (method, path, body, schema, options = {}) => {
      const response = await call(method, path, body, options)
      if (!(response instanceof Response)) return { ok: false, problem: response }
      if (!response.ok) {
        const found = await problemOf(response)
        return found.status === 401 ? refuse(found) : { ok: false, problem: found }
      }
      return { ok: true, ...(await parseAnswer(response, schema)) }
    },
  }
}

/** Path parameters are ids of ours, but what stands in an address bar may be anything. */
export const at = (strings: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  strings.reduce((path, part, index) => `${path}${part}${index < values.length ? encodeURIComponent(values[index]!) : ''}`, '')
