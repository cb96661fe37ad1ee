import middy from '@middy/core'
import type { MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context as LambdaContext } from 'aws-lambda'
import * as z from 'zod'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { caseId } from '#contracts/ids.ts'
import type { Language } from '#contracts/language.ts'
import type { Access, Route, Routes } from './declaration.ts'
import { parse } from './field-problem.ts'
import type { FieldProblem } from './field-problem.ts'
import { findFirstAnswer, idempotencyKey, idempotencyRow } from './idempotency.ts'
import type { IdempotentRequest } from './idempotency.ts'
import { actorFromClaims } from './identity.ts'
import { depthOf, findUnfitText, maxDepth } from './json-body.ts'
import { describeFault } from './log.ts'
import type { Log, LogFields } from './log.ts'
import { refused } from './outcome.ts'
import type { Answer, Refused } from './outcome.ts'
import { findPersonalIdentityNumbers } from './personal-data.ts'
import { holdsPersonalIdentityNumber } from './swedish-numbers.ts'
import { describeProblem, kitProblems } from './problem.ts'
import type { KitProblemCode, ProblemText } from './problem.ts'
import { entityTag, jsonReply, versionFromTag } from './reply.ts'
import type { Reply } from './reply.ts'
import type { Table } from './table.ts'
import { correlationIdOf, silentTracer, traceFields } from './trace.ts'
import type { Span, Tracer } from './trace.ts'
import type { Context } from './unit-of-work.ts'

type Inferred<S> = S extends z.ZodType ? z.infer<S> : undefined

/** What a use case is called with: everything parsed, the caller known to hold a role that the route lists. */
export interface Request<R extends Route = Route> {
  readonly parameters: Inferred<R['parameters']>
  readonly query: Inferred<R['query']>
  readonly body: Inferred<R['body']>
  /** Nobody on a public route, whoever asks: API Gateway has no authorizer there, so it looks at no token. */
  readonly actor: R['access'] extends 'public' ? undefined : Actor
  /** Always there where the route needs If-Match. */
  readonly ifMatch: R['needsIfMatch'] extends true ? number : undefined
  readonly context: Context
}

export type HandlerResult<Code extends string> = Answer | Refused<Code | KitProblemCode> | { readonly kind: 'repeated' }

export type Handlers<R extends Routes, Code extends string> = {
  readonly [OperationId in keyof R]: (request: Request<R[OperationId]>) => Promise<HandlerResult<Code>>
}

export interface ApiParts<R extends Routes, Code extends string> {
  readonly service: string
  readonly routes: R
  readonly problems: Readonly<Record<Code, ProblemText>>
  readonly handlers: Handlers<R, Code>
  readonly table: Table
  readonly clock: () => string
  readonly newId: () => string
  readonly log: Log
  readonly tracer?: Tracer
}

const maxBodyBytes = 256 * 1_024
/** Of a UUID as text. */
const caseIdLength = 36
const anonymous = { subject: 'anonymous', name: 'Utan inloggning' }

interface Call {
  readonly event: APIGatewayProxyEventV2
  readonly span: Span
  readonly traceparent: string
  readonly language: Language
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** The one of ours that the caller weighs highest (RFC 9110, 12.5.4), Swedish where none is. */
const languageOf = (acceptLanguage: string | undefined): Language => {
  const [wanted] = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().match(/^(sv|en)(?:-[a-z0-9-]+)?(?:\s*;\s*q=([\d.]+))?$/i))
    .flatMap((match) => (match?.[1] ? [{ language: match[1].toLowerCase(), weight: Number(match[2] ?? 1) }] : []))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  return wanted?.language === 'en' ? 'en' : 'sv'
}

/** @param begin starts the span of a call, given the caller's traceparent. */
const callOf = (event: APIGatewayProxyEventV2, begin: (parent: string | undefined) => Span): Call => {
  const headers = Object.fromEntries(Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value]))
  const span = begin(headers['traceparent'])
  return { event, headers, span, traceparent: span.traceparent, language: languageOf(headers['accept-language']) }
}

/** The address that a problem is about. One that holds a personal identity number is told as the route's pattern. */
const instanceOf = ({ rawPath, routeKey, pathParameters }: APIGatewayProxyEventV2): string =>
  [rawPath, ...Object.values(pathParameters ?? {})].some((part) => part !== undefined && holdsPersonalIdentityNumber(part))
    ? routeKey.replace(/^[A-Z]+ /, '')
    : rawPath

const rawClaims = (event: APIGatewayProxyEventV2): unknown => {
  // The type of a plain event leaves out what a JWT authorizer adds, and public routes have none.
  const context = event.requestContext as { authorizer?: { jwt?: { claims?: unknown } } }
  return context.authorizer?.jwt?.claims
}

const mayCall = (access: Access, actor: Actor | undefined): KitProblemCode | undefined => {
  if (actor && holdsPersonalIdentityNumber(`${actor.subject} ${actor.name}`)) return 'personalNumberInToken'
  if (access === 'public') return undefined
  if (!actor) return 'notAuthenticated'
  return actor.roles.some((role) => access.includes(role)) ? undefined : 'roleNotAllowed'
}

const readBody = (call: Call): { ok: true; body: unknown } | Refused<KitProblemCode> => {
  const { body: raw, isBase64Encoded } = call.event
  if (raw === undefined || raw === '') return { ok: true, body: undefined }
  const text = isBase64Encoded ? Buffer.from(raw, 'base64').toString() : raw
  if (Buffer.byteLength(text) > maxBodyBytes) return refused('bodyTooLarge')
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(call.headers['content-type'] ?? ''))
    return refused('wrongContentType')
  if (depthOf(text) > maxDepth) return refused('bodyTooDeep')
  try {
    return { ok: true, body: JSON.parse(text) }
  } catch {
    return refused('malformedJson')
  }
}

/** What a route takes that declares no query or body: an empty object at most. */
const nothing = z.strictObject({}).optional()

const prefixed = (prefix: string, problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.map((problem) => ({ ...problem, pointer: `${prefix}${problem.pointer}` }))

type Parts = { parameters: unknown; query: unknown; body: unknown; ifMatch: number | undefined }

const parseParts = (route: Route, call: Call): Parts | Refused<KitProblemCode> => {
  const raw = readBody(call)
  if ('kind' in raw) return raw
  const { pathParameters = {}, queryStringParameters = {} } = call.event
  const personal = [
    ...findPersonalIdentityNumbers(raw.body),
    ...prefixed('/query', findPersonalIdentityNumbers(queryStringParameters)),
    ...prefixed('/path', findPersonalIdentityNumbers(pathParameters)),
  ]
  if (personal.length > 0) return refused('personalIdentityNumber', personal)

  const problems: FieldProblem[] = findUnfitText(raw.body)
  const read = (schema: z.ZodType | undefined, value: unknown, prefix: string): unknown => {
    const parsed = parse(schema ?? nothing, value)
    if (!parsed.ok) problems.push(...prefixed(prefix, parsed.problems))
    return parsed.ok && schema ? parsed.value : undefined
  }
  const parts = {
    parameters: read(route.parameters, pathParameters, '/path'),
    query: read(route.query, queryStringParameters, '/query'),
    body: read(route.body, raw.body, ''),
  }
  if (problems.length > 0) return refused('invalidRequest', problems)

  const tag = call.headers['if-match']
  if (!route.needsIfMatch) return { ...parts, ifMatch: undefined }
  if (tag === undefined) return refused('preconditionRequired')
  const ifMatch = versionFromTag(tag)
  return ifMatch === undefined ? refused('malformedIfMatch') : { ...parts, ifMatch }
}

const nextLink = (event: APIGatewayProxyEventV2, cursor: string): string => {
  const query = new URLSearchParams(event.rawQueryString)
  query.set('cursor', cursor)
  return `<${event.rawPath}?${query.toString()}>; rel="next"`
}

const replyTo = (route: Route, event: APIGatewayProxyEventV2, { value, version, cursor }: Answer): Reply => {
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  if (route.hasETag && version !== undefined) headers['etag'] = entityTag(version)
  if (cursor !== undefined) headers['link'] = nextLink(event, cursor)
  return route.response.status === 204 ? { status: 204, headers, body: '' } : jsonReply(route.response.status, value, headers)
}

const problemReply = (code: string, text: ProblemText, details: readonly FieldProblem[], call: Call): Reply => {
  const problem = describeProblem(code, text, details, {
    language: call.language,
    instance: instanceOf(call.event),
    correlationId: correlationIdOf(call.traceparent),
  })
  return jsonReply(text.status, problem, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': call.language,
    'cache-control': 'no-store',
    ...(text.status === 401 && { 'www-authenticate': 'Bearer' }),
  })
}

type ApiResult = APIGatewayProxyStructuredResultV2

/** What is answered, and for operations the code of what was refused. */
type Responded = Reply & { readonly code?: string }

const toResult = (reply: Reply, call: Call): ApiResult => ({
  statusCode: reply.status,
  headers: { ...reply.headers, traceparent: call.traceparent },
  body: reply.body,
})

const routeKeyOf = (route: Route): string => `${route.method} ${route.path}`

/**
 * The HTTP side of a service: trace, authenticate, authorise by the route's own list, parse, one use case,
 * answer. Every refusal becomes a problem+json; a fault becomes a 500 that tells nothing.
 */
export const createApi = <R extends Routes, Code extends string>(parts: ApiParts<R, Code>) => {
  const { service, table, clock, newId, tracer = silentTracer } = parts
  const operations = new Map(
    Object.entries(parts.routes).map(([operationId, route]) => [routeKeyOf(route), { operationId, route }]),
  )
  const textOf = (code: string): ProblemText => {
    const texts: Readonly<Record<string, ProblemText | undefined>> = { ...kitProblems, ...parts.problems }
    return texts[code] ?? kitProblems.internalError
  }

  const refuse = ({ code, details }: Refused, call: Call): Responded => ({
    ...problemReply(code, textOf(code), details, call),
    code,
  })

  const run = async (operationId: string, route: Route, call: Call, actor: Actor | undefined): Promise<Responded> => {
    const parsed = parseParts(route, call)
    if ('kind' in parsed) return refuse(parsed, call)

    const author = actor ? authorOf(actor) : anonymous
    const now = clock()
    const key = route.method === 'POST' ? call.headers['idempotency-key'] : undefined
    if (key !== undefined && !idempotencyKey.safeParse(key).success) return refuse(refused('malformedIdempotencyKey'), call)
    const idempotent: IdempotentRequest | undefined =
      key === undefined
        ? undefined
        : {
            caller: actor?.subject ?? `anonymous ${call.event.requestContext.http.sourceIp}`,
            operationId,
            key,
            request: { parameters: parsed.parameters, query: parsed.query, body: parsed.body },
          }

    const first = idempotent && (await findFirstAnswer(table, idempotent))
    if (first === 'reused') return refuse(refused('idempotencyKeyReused'), call)
    if (first) return first

    const answerOf = (value: unknown, version: number | undefined): Reply =>
      replyTo(route, call.event, { kind: 'answer', value, ...(version !== undefined && { version }) })
    const context: Context = {
      now,
      newId,
      actor: author,
      traceparent: call.traceparent,
      ...(idempotent && { once: (value, version) => idempotencyRow(idempotent, answerOf(value, version), now) }),
    }
    // The route's own schemas have just parsed the parts, which is what the handler's type says.
    const handler = parts.handlers[operationId] as unknown as (request: unknown) => Promise<HandlerResult<Code>>
    const result = await handler({ ...parsed, actor, context })
    if (result.kind === 'refused') return refuse(result, call)
    if (result.kind === 'answer') return replyTo(route, call.event, result)
    // Two requests with the same key at the same moment: the other one won, and its answer is the first answer.
    const other = idempotent && (await findFirstAnswer(table, idempotent))
    return other === undefined || other === 'reused' ? refuse(refused('idempotencyKeyReused'), call) : other
  }

  const respond = async (call: Call): Promise<Responded> => {
    const operation = operations.get(call.event.routeKey)
    if (!operation) return refuse(refused('routeNotFound'), call)
    const { operationId, route } = operation
    const actor = route.access === 'public' ? undefined : actorFromClaims(rawClaims(call.event))
    const denied = mayCall(route.access, actor)
    return denied ? refuse(refused(denied), call) : run(operationId, route, call, actor)
  }

  const log = parts.log.with({ service, function: 'api' })

  const calls = new WeakMap<APIGatewayProxyEventV2, Call>()
  /** What is known of a call before it is answered. */
  const subjectOf = ({ routeKey, pathParameters }: APIGatewayProxyEventV2): { operationId?: string; caseId?: string } => {
    const operationId = operations.get(routeKey)?.operationId
    // A request for a decision begins with its case.
    const inPath = caseId.safeParse(pathParameters?.['caseId'] ?? pathParameters?.['requestId']?.slice(0, caseIdLength))
    return {
      ...(operationId && { operationId }),
      // Anything else in its place is what somebody has typed.
      ...(inPath.success && { caseId: inPath.data }),
    }
  }

  /** One call, one trace: the answer to a fault tells the same correlation id as everything before the fault. */
  const sameCall = (event: APIGatewayProxyEventV2): Call => {
    const declared = operations.get(event.routeKey)?.route
    const begin = (parent: string | undefined): Span =>
      tracer.start({
        service,
        kind: 'server',
        name: declared ? routeKeyOf(declared) : 'no route',
        parent,
        fields: { ...subjectOf(event), ...(declared && { method: declared.method, route: declared.path }) },
      })
    const call = calls.get(event) ?? callOf(event, begin)
    calls.set(event, call)
    return call
  }

  const fieldsOf = ({ event, traceparent }: Call): LogFields => ({ ...subjectOf(event), ...traceFields(traceparent) })

  const hideFaults: MiddlewareObj<APIGatewayProxyEventV2, ApiResult> = {
    onError: (request) => {
      const call = sameCall(request.event)
      log.write('error', 'request failed', { ...fieldsOf(call), status: 500, ...describeFault(request.error) })
      request.response = toResult(problemReply('internalError', kitProblems.internalError, [], call), call)
    },
  }

  return middy<APIGatewayProxyEventV2, ApiResult, Error, LambdaContext>()
    .use(hideFaults)
    .handler(async (event): Promise<ApiResult> => {
      const call = sameCall(event)
      const startedAt = performance.now()
      try {
        const reply = await respond(call)
        const { status, code } = reply
        const outcome = { status, ...(code !== undefined && { code }) }
        log.write('info', 'request', {
          ...fieldsOf(call),
          ...outcome,
          durationMs: Math.round(performance.now() - startedAt),
        })
        call.span.end(outcome)
        return toResult(reply, call)
      } catch (fault) {
        call.span.end({ status: 500, errorName: describeFault(fault).errorName })
        throw fault
      } finally {
        await tracer.flush()
      }
    })
}
