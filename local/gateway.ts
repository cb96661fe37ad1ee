import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { describeProblem, kitProblems } from '#lambda/problem.ts'
import type { KitProblemCode } from '#lambda/problem.ts'
import { continueTrace, correlationIdOf } from '#lambda/trace.ts'
import type { ServiceDeclaration } from '#lambda/declaration.ts'
import { settingError } from './settings.ts'

/**
 * Plays API Gateway's HTTP API: finds the declared route, verifies the bearer token as a JWT authorizer does,
 * and invokes the function with a payload of version 2.0. Everything else goes to the console.
 */

export type HttpFunction = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

export interface GatewayParts {
  readonly services: readonly ServiceDeclaration[]
  readonly functions: ReadonlyMap<string, HttpFunction>
  readonly console: HttpFunction
  /** Requests under `/oidc` go to the development's own OpenID provider. */
  readonly openid: (request: IncomingMessage, response: ServerResponse) => void
  /** Known once the gateway listens. */
  readonly issuer: () => string
  readonly audience: string
  /** Until then every request is told to come again. */
  readonly isReady?: () => boolean
}

interface Match {
  readonly routeKey: string
  readonly isPublic: boolean
  readonly function: HttpFunction
  readonly parameters: Record<string, string>
}

const maxBodyBytes = 10 * 1_024 * 1_024
const rememberedTokens = 1_000
const secondMilliseconds = 1_000

const toPattern = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)

/** Malformed percent-encoding stays as it was sent: no id or key looks like that, so the route itself refuses it. */
const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

const createMatcher = ({ services, functions }: GatewayParts) => {
  const routes = services.flatMap(({ name, routes: declared }) =>
    Object.values(declared).map((route) => ({
      method: route.method,
      pattern: toPattern(route.path),
      routeKey: `${route.method} ${route.path}`,
      isPublic: route.access === 'public',
      service: name,
    })),
  )
  return (method: string, path: string): Match | undefined => {
    for (const route of routes) {
      const found = route.method === method ? route.pattern.exec(path) : null
      const target = functions.get(route.service)
      if (found && target)
        return {
          routeKey: route.routeKey,
          isPublic: route.isPublic,
          function: target,
          parameters: Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, value]) => [name, decoded(value)])),
        }
    }
    return undefined
  }
}

/** All of the body, or undefined when it is larger than API Gateway takes; it is read to its end even so, that the answer gets through. */
const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= maxBodyBytes) chunks.push(chunk)
  }
  return bytes <= maxBodyBytes ? Buffer.concat(chunks) : undefined
}

const isText = (contentType: string | undefined): boolean =>
  /^(text\/|application\/(json|.*\+json|xml|javascript))/i.test(contentType ?? 'text/')

const toEvent = (
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  {
    routeKey,
    parameters,
    claims,
  }: { routeKey: string; parameters: Record<string, string>; claims?: Record<string, unknown> | undefined },
): APIGatewayProxyEventV2 => {
  const { cookie, ...headers } = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
  )
  const query = Object.fromEntries(
    [...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name).join(',')]),
  )
  const isBase64Encoded = !isText(request.headers['content-type'])
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    ...(cookie && { cookies: cookie.split('; ') }),
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    ...(body.length > 0 && { body: isBase64Encoded ? body.toString('base64') : body.toString() }),
    isBase64Encoded: body.length > 0 && isBase64Encoded,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: request.headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: crypto.randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date().toUTCString(),
      timeEpoch: Date.now(),
      // The event's type has no authorizer; a JWT one adds this.
      ...(claims && { authorizer: { principalId: '', integrationLatency: 0, jwt: { claims: asStrings(claims), scopes: [] } } }),
    },
  }
}

/** API Gateway hands every claim on as text, a list as `[a b]`. */
const asStrings = (claims: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, Array.isArray(value) ? `[${value.join(' ')}]` : String(value)]),
  )

/** Long enough for any request of ours; the functions do not look at it. */
const noContext = {} as Context

export const createGateway = (parts: GatewayParts) => {
  const match = createMatcher(parts)
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined
  /** By the whole token, its signature included: what has been verified once stays so until it expires. */
  const verified = new Map<string, { readonly payload: Record<string, unknown>; readonly expiresAt: number }>()

  const verify = async (authorization: string | undefined): Promise<Record<string, unknown> | undefined> => {
    const token = authorization?.match(/^Bearer (.+)$/i)?.[1]
    if (!token) return undefined
    const known = verified.get(token)
    if (known && known.expiresAt > Date.now()) return known.payload
    try {
      const issuer = parts.issuer()
      keys ??= createRemoteJWKSet(new URL(`${issuer}/jwks`))
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: parts.audience,
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
      })
      if (verified.size >= rememberedTokens) verified.clear()
      verified.set(token, { payload, expiresAt: (payload.exp ?? 0) * secondMilliseconds })
      return payload
    } catch {
      return undefined
    }
  }

  const refuse = (code: KitProblemCode, request: IncomingMessage, response: ServerResponse, path: string): void => {
    const traceparent = continueTrace(request.headers['traceparent']?.toString())
    const language = request.headers['accept-language']?.startsWith('en') ? 'en' : 'sv'
    const text = kitProblems[code]
    const problem = describeProblem(code, text, [], { language, instance: path, correlationId: correlationIdOf(traceparent) })
    response
      .writeHead(text.status, {
        'content-type': 'application/problem+json; charset=utf-8',
        'content-language': language,
        'cache-control': 'no-store',
        traceparent,
        ...(text.status === 401 && { 'www-authenticate': 'Bearer' }),
      })
      .end(JSON.stringify(problem))
  }

  const send = (response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void => {
    const headers: Record<string, string | string[]> = Object.fromEntries(
      Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)]),
    )
    if (result.cookies?.length) headers['set-cookie'] = result.cookies
    response
      .writeHead(result.statusCode ?? 200, headers)
      .end(Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'))
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (parts.isReady?.() === false) {
      response.writeHead(503, { 'retry-after': '1' }).end()
      return
    }
    // Put together and not resolved: `//host/path` is a path here, and not the address of another host.
    const url = new URL(`http://localhost${request.url}`)
    if (url.pathname === '/oidc' || url.pathname.startsWith('/oidc/')) return parts.openid(request, response)
    const body = await readBody(request)
    if (!body) return refuse('bodyTooLarge', request, response, url.pathname)
    const found = match(request.method ?? 'GET', url.pathname)
    if (!found)
      return send(response, await parts.console(toEvent(request, url, body, { routeKey: '$default', parameters: {} }), noContext))
    const claims = found.isPublic ? undefined : await verify(request.headers.authorization)
    if (!found.isPublic && !claims) return refuse('notAuthenticated', request, response, url.pathname)
    const event = toEvent(request, url, body, { routeKey: found.routeKey, parameters: found.parameters, claims })
    return send(response, await found.function(event, noContext))
  }

  const server: Server = createServer((request, response) => {
    serve(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500).end()
    })
  })
  return {
    listen: (port: number): Promise<number> =>
      new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) =>
          reject(
            error.code === 'EADDRINUSE'
              ? settingError({
                  sv: `Port ${port} är upptagen. Stoppa det som använder den, eller sätt PORT.`,
                  en: `Port ${port} is taken. Stop what uses it, or set PORT.`,
                })
              : error.code === 'EACCES'
                ? settingError({
                    sv: `Du får inte lyssna på port ${port}. Sätt PORT till ett tal över 1023.`,
                    en: `You may not listen on port ${port}. Set PORT to one above 1023.`,
                  })
                : error,
          ),
        )
        server.listen(port, '127.0.0.1', () => {
          const address = server.address()
          resolve(address !== null && typeof address === 'object' ? address.port : port)
        })
      }),
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
