import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context as LambdaContext } from 'aws-lambda'
import type { Actor } from '#contracts/actor.ts'
import type { Method } from '../declaration.ts'
import { lambdaContext } from './lambda-context.ts'

type ApiHandler = (event: APIGatewayProxyEventV2, context: LambdaContext) => Promise<APIGatewayProxyStructuredResultV2>

export interface ApiCall {
  /** Nobody has signed in when it is left out. */
  readonly as?: Actor | undefined
  readonly method: Method
  /** The route's own pattern, filled in from `parameters`, or an address that already is. */
  readonly path: string
  /** What API Gateway matched; `<method> <path>` unless told, so give it where `path` is already filled in. */
  readonly routeKey?: string
  readonly parameters?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON with its content type; left out, nothing is sent. */
  readonly body?: unknown
  /** Sent as it is, for bodies that are not JSON. */
  readonly rawBody?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface ApiAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The parsed JSON; undefined when there is no body. */
  readonly body: unknown
  /** The body as it was sent. */
  readonly text: string
}

/** API Gateway hands every claim on as text, and a list as `[a b]`. */
export const claimsOf = ({ subject, name, roles, organisation, unit, offices }: Actor): Record<string, string> => ({
  sub: subject,
  name,
  roles: `[${roles.join(' ')}]`,
  offices: `[${offices.join(' ')}]`,
  ...(organisation !== undefined && { organisation }),
  ...(unit !== undefined && { unit }),
  iss: 'https://login.example',
  aud: 'behovsflodet',
  exp: '1798761600',
})

const filledIn = (path: string, parameters: Readonly<Record<string, string>>): string =>
  path.replaceAll(/\{(\w+)\+?\}/g, (_, name: string) => {
    const value = parameters[name]
    if (value === undefined) throw new Error(`no parameter ${name} for ${path}`)
    return encodeURIComponent(value)
  })

/** The event of an HTTP API, payload version 2.0, as API Gateway makes it for a signed-in or anonymous call. */
export const apiEvent = (call: ApiCall): APIGatewayProxyEventV2 => {
  const { as, method, path, parameters = {}, query = {}, body, rawBody, headers = {} } = call
  const sent = rawBody ?? (body === undefined ? undefined : JSON.stringify(body))
  const rawPath = filledIn(path, parameters)
  const rawQueryString = new URLSearchParams(query).toString()
  const routeKey = call.routeKey ?? `${method} ${path}`
  const requestContext = {
    accountId: '000000000000',
    apiId: 'test',
    domainName: 'api.example',
    domainPrefix: 'api',
    http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    requestId: 'test-request',
    routeKey,
    stage: '$default',
    time: '20/Nov/2026:08:00:00 +0000',
    timeEpoch: 1_795_161_600_000,
    ...(as && { authorizer: { principalId: '', integrationLatency: 0, jwt: { claims: claimsOf(as), scopes: [] } } }),
  }
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    headers: {
      accept: 'application/json',
      ...(sent !== undefined && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(sent)) }),
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    },
    ...(Object.keys(parameters).length > 0 && { pathParameters: { ...parameters } }),
    ...(rawQueryString !== '' && { queryStringParameters: { ...query } }),
    requestContext,
    ...(sent !== undefined && { body: sent }),
    isBase64Encoded: false,
  }
}

/** Calls a service's api function as API Gateway would. */
export const createCaller =
  (handler: ApiHandler) =>
  async (call: ApiCall): Promise<ApiAnswer> => {
    const result = await handler(apiEvent(call), lambdaContext)
    const text = result.body ?? ''
    const headers = Object.fromEntries(
      Object.entries(result.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
    )
    return { status: result.statusCode ?? 0, headers, body: text === '' ? undefined : JSON.parse(text), text }
  }

export type Caller = ReturnType<typeof createCaller>
