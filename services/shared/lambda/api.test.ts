import fc from 'fast-check'
import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import type { Actor } from '#contracts/actor.ts'
import { caseId } from '#contracts/ids.ts'
import { createApi } from './api.ts'
import type { Handlers } from './api.ts'
import { pageCursor, pageLimit, sealCursor } from './cursor.ts'
import { defineRoutes } from './declaration.ts'
import { createMemoryTable } from './memory-table.ts'
import { answer, applied, refused } from './outcome.ts'
import { perform } from './perform.ts'
import { problemType } from './problem.ts'
import type { Item } from './table.ts'
import { createCaller } from './testing/api-call.ts'
import type { ApiAnswer, ApiCall } from './testing/api-call.ts'
import { caseOfficer, colleague, everyRole, nobody, resident } from './testing/personas.ts'
import { writtenPersonalNumbers } from './testing/personal-numbers.ts'
import { createTestRuntime } from './testing/test-runtime.ts'
import { createUnitOfWork } from './unit-of-work.ts'

const text = { sv: '', en: '' }
const thing = z.object({ name: z.string(), version: z.int() })
const things = { caseId: '01a00000-0000-7000-9000-000000000001' }

/** A small service: things that are made, read, changed and listed, and a public way in. */
const routes = defineRoutes({
  readThing: {
    method: 'GET',
    path: '/v1/things/{caseId}',
    summary: text,
    access: ['caseOfficer', 'specialist'],
    parameters: z.strictObject({ caseId }),
    response: { status: 200, body: thing },
    hasETag: true,
    refusals: ['thingGone'],
  },
  changeThing: {
    method: 'PUT',
    path: '/v1/things/{caseId}',
    summary: text,
    access: ['caseOfficer'],
    parameters: z.strictObject({ caseId }),
    body: z.strictObject({ name: z.string().min(1) }),
    response: { status: 200, body: thing },
    hasETag: true,
    needsIfMatch: true,
    refusals: ['thingGone'],
  },
  listThings: {
    method: 'GET',
    path: '/v1/things',
    summary: text,
    access: ['caseOfficer'],
    query: z.strictObject({ q: z.string().optional(), limit: pageLimit, cursor: pageCursor.optional() }),
    response: { status: 200, body: z.object({ things: z.array(thing) }) },
    refusals: [],
  },
  makeThing: {
    method: 'POST',
    path: '/v1/things',
    summary: text,
    access: ['caseOfficer'],
    body: z.strictObject({ name: z.string().min(1).max(5_000), more: z.unknown().optional() }),
    response: { status: 201, body: thing },
    refusals: ['thingGone'],
  },
  removeThing: {
    method: 'DELETE',
    path: '/v1/things/{caseId}',
    summary: text,
    access: ['caseOfficer'],
    parameters: z.strictObject({ caseId }),
    response: { status: 204 },
    refusals: [],
  },
  sayHello: { method: 'POST', path: '/v1/hello', summary: text, access: 'public', response: { status: 200 }, refusals: [] },
})

const problems = {
  thingGone: {
    status: 409,
    title: { sv: 'Saken är borta', en: 'The thing is gone' },
    detail: { sv: 'Gör en ny.', en: 'Make a new one.' },
  },
} as const

const secret = 'Anna Andersson, Storgatan 1'

const service = () => {
  const runtime = createTestRuntime()
  const table = createMemoryTable()
  const unitOfWork = createUnitOfWork(table, 'things')
  const made: string[] = []
  /** Of requests that have failed. */
  const traces: string[] = []
  const handlers: Handlers<typeof routes, 'thingGone'> = {
    readThing: async ({ actor }) => answer({ name: actor.name, version: 4 }, 4),
    changeThing: async ({ body, ifMatch }) =>
      ifMatch === 4 ? answer({ name: body.name, version: 5 }, 5) : refused('staleVersion'),
    listThings: async ({ query: { q = '', limit } }) => ({
      ...answer({ things: [], q, limit }),
      cursor: sealCursor('x', { pk: { S: 'last' } }),
    }),
    makeThing: ({ body, context }) =>
      perform(
        {
          load: async () => made.length,
          decide: (count) =>
            body.name === 'gone' || (body.name === 'the only one' && count > 0) ? refused('thingGone') : applied(count + 1),
          save: async (_before, _change, once) => {
            if (body.name === 'fault') {
              traces.push(context.traceparent)
              throw new TypeError(secret)
            }
            if (body.name === 'busy') return 'conflict'
            const id = context.newId()
            const item: Item = {
              pk: `THING#${id}`,
              sk: 'STATE',
              body: { name: body.name, by: context.actor, trace: context.traceparent },
            }
            const saved = await unitOfWork.save(
              { caseId: caseId.parse(id), puts: [{ item, expects: 'absent' }], facts: [], once },
              context,
            )
            if (saved === 'saved') made.push(body.name)
            return saved
          },
          present: (count) => ({ value: { name: body.name, version: count }, version: count }),
        },
        context,
      ),
    removeThing: async () => answer(undefined),
    // What its type says, asked of what really came.
    sayHello: async (request) => answer({ to: (request.actor as Actor | undefined)?.name ?? 'stranger' }),
  }
  const call = createCaller(createApi({ ...runtime, service: 'things', routes, problems, handlers, table }))
  return { call, runtime, table, made, traces }
}

const read: ApiCall = { as: caseOfficer, method: 'GET', path: '/v1/things/{caseId}', parameters: things }
const change: ApiCall = {
  as: caseOfficer,
  method: 'PUT',
  path: '/v1/things/{caseId}',
  parameters: things,
  body: { name: 'new' },
  headers: { 'If-Match': '"4"' },
}
const make: ApiCall = { as: caseOfficer, method: 'POST', path: '/v1/things', body: { name: 'a thing' } }
const list: ApiCall = { as: caseOfficer, method: 'GET', path: '/v1/things' }
const hello: ApiCall = { method: 'POST', path: '/v1/hello' }

const problem = ({ status, body }: ApiAnswer) => {
  const parsed = z
    .object({ code: z.string(), errors: z.array(z.object({ pointer: z.string(), code: z.string() })).optional() })
    .parse(body)
  return {
    status,
    code: parsed.code,
    ...(parsed.errors && { errors: parsed.errors.map(({ pointer, code }) => `${pointer} ${code}`) }),
  }
}

describe('an answer', () => {
  it('has the status, the body, the version as ETag, and is not kept by caches', async () => {
    const { status, headers, body } = await service().call(read)
    expect({ status, body }).toEqual({ status: 200, body: { name: caseOfficer.name, version: 4 } })
    expect(headers).toMatchObject({ etag: '"4"', 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' })
  })

  it('has the status that the route declares, and no body with 204', async () => {
    const { call } = service()
    expect((await call(make)).status).toBe(201)
    const { status, text: sent, headers } = await call({ ...read, method: 'DELETE' })
    expect({ status, sent, type: headers['content-type'] }).toEqual({ status: 204, sent: '', type: undefined })
  })

  it('has no ETag where the route has none', async () => {
    expect((await service().call(make)).headers).not.toHaveProperty('etag')
  })

  it('that has more after it links to the next page of the same query', async () => {
    const { headers, body } = await service().call({ ...list, query: { q: 'åäö & co', limit: '5' } })
    expect(body).toMatchObject({ q: 'åäö & co', limit: 5 })
    const [, target = '', relation] = headers['link']?.match(/^<([^>]+)>; rel="(\w+)"$/) ?? []
    expect(relation).toBe('next')
    const next = new URL(target, 'https://api.example')
    expect(next.pathname).toBe('/v1/things')
    expect(Object.fromEntries(next.searchParams)).toEqual({
      q: 'åäö & co',
      limit: '5',
      cursor: sealCursor('x', { pk: { S: 'last' } }),
    })
    const query = Object.fromEntries(next.searchParams)
    expect((await service().call({ ...list, query })).status).toBe(200)
  })
})

describe('a caller', () => {
  it('who is not signed in is told so, but on a public route', async () => {
    const { call } = service()
    const { as: _, ...anonymous } = read
    const denied = await call(anonymous)
    expect(problem(denied)).toEqual({ status: 401, code: 'notAuthenticated' })
    expect(denied.headers['www-authenticate']).toBe('Bearer')
    expect(await call(hello)).toMatchObject({ status: 200, body: { to: 'stranger' } })
    // The gateway looks at no token there, so nothing may hang on who it says that somebody is.
    expect(await call({ ...hello, as: resident })).toMatchObject({ status: 200, body: { to: 'stranger' } })
  })

  it.each(everyRole.map((person) => [person.roles[0], person] as const))(
    'with the role %s passes where the route lists it, and nowhere else',
    async (role, person) => {
      const { call } = service()
      expect((await call({ ...read, as: person })).status).toBe(role === 'caseOfficer' || role === 'specialist' ? 200 : 403)
      const changed = await call({ ...change, as: person })
      expect(changed.status === 200 ? changed.status : problem(changed)).toEqual(
        role === 'caseOfficer' ? 200 : { status: 403, code: 'roleNotAllowed' },
      )
    },
  )

  it('without any role of ours is refused, and with two passes by either', async () => {
    const { call } = service()
    expect(problem(await call({ ...read, as: nobody }))).toEqual({ status: 403, code: 'roleNotAllowed' })
    expect((await call({ ...read, as: { ...resident, roles: ['resident', 'specialist'] } })).status).toBe(200)
  })

  it('is told nothing of the body before it is known who they are', async () => {
    const { call } = service()
    expect(problem(await call({ ...make, as: resident, body: { wrong: 1 } }))).toEqual({ status: 403, code: 'roleNotAllowed' })
  })
})

describe('a request that is refused at the door', () => {
  const cases: readonly [string, ApiCall, object][] = [
    ['an address that is not there', { ...read, path: '/v1/nothing' }, { status: 404, code: 'routeNotFound' }],
    ['a method that is not there', { ...read, method: 'POST' }, { status: 404, code: 'routeNotFound' }],
    ['a body that is no JSON', { ...make, body: undefined, rawBody: '{"name":' }, { status: 400, code: 'malformedJson' }],
    ['no content type', { ...make, headers: { 'content-type': '' } }, { status: 415, code: 'wrongContentType' }],
    [
      'a form',
      { ...make, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      { status: 415, code: 'wrongContentType' },
    ],
    [
      'a JSON patch',
      { ...make, headers: { 'content-type': 'application/json-patch+json' } },
      { status: 415, code: 'wrongContentType' },
    ],
    [
      'a body that is too large',
      { ...make, body: { name: 'x', more: 'å'.repeat(131_100) } },
      { status: 413, code: 'bodyTooLarge' },
    ],
    ['no body', { ...make, body: undefined }, { status: 400, code: 'invalidRequest', errors: [' required'] }],
    ['a body that is a list', { ...make, body: [] }, { status: 400, code: 'invalidRequest', errors: [' wrongType'] }],
    ['a missing field', { ...make, body: {} }, { status: 400, code: 'invalidRequest', errors: ['/name required'] }],
    [
      'an unknown field',
      { ...make, body: { name: 'a', nmae: 'b' } },
      { status: 400, code: 'invalidRequest', errors: [' unknownField'] },
    ],
    [
      'an unknown query field',
      { ...list, query: { sort: 'name' } },
      { status: 400, code: 'invalidRequest', errors: ['/query unknownField'] },
    ],
    [
      'a query field of the wrong form',
      { ...list, query: { limit: 'all' } },
      { status: 400, code: 'invalidRequest', errors: ['/query/limit wrongType'] },
    ],
    [
      'a cursor of nobody',
      { ...list, query: { cursor: 'x' } },
      { status: 400, code: 'invalidRequest', errors: ['/query/cursor cursor'] },
    ],
    [
      'a parameter of the wrong form',
      { ...read, parameters: { caseId: '42' } },
      { status: 400, code: 'invalidRequest', errors: ['/path/caseId wrongFormat'] },
    ],
    [
      'a query where there is none',
      { ...read, query: { verbose: '1' } },
      { status: 400, code: 'invalidRequest', errors: ['/query unknownField'] },
    ],
    [
      'a body where there is none',
      { ...hello, body: { x: 1 } },
      { status: 400, code: 'invalidRequest', errors: [' unknownField'] },
    ],
    [
      'everything wrong at once',
      { ...change, parameters: { caseId: 'x' }, query: { a: 'b' }, body: { name: '' } },
      { status: 400, code: 'invalidRequest', errors: ['/path/caseId wrongFormat', '/query unknownField', '/name required'] },
    ],
    ['no version where one is needed', { ...change, headers: {} }, { status: 428, code: 'preconditionRequired' }],
    ['a version that is no tag', { ...change, headers: { 'if-match': '4' } }, { status: 400, code: 'malformedIfMatch' }],
    ['any version', { ...change, headers: { 'if-match': '*' } }, { status: 400, code: 'malformedIfMatch' }],
    ['several versions', { ...change, headers: { 'if-match': '"3", "4"' } }, { status: 400, code: 'malformedIfMatch' }],
    ['a weak version', { ...change, headers: { 'if-match': 'W/"4"' } }, { status: 400, code: 'malformedIfMatch' }],
    ['an older version', { ...change, headers: { 'if-match': '"3"' } }, { status: 412, code: 'staleVersion' }],
    [
      'a key that is too short',
      { ...make, headers: { 'idempotency-key': 'short' } },
      { status: 400, code: 'malformedIdempotencyKey' },
    ],
    [
      'a key with a space',
      { ...make, headers: { 'idempotency-key': 'with a space' } },
      { status: 400, code: 'malformedIdempotencyKey' },
    ],
    [
      'a personal identity number',
      { ...make, body: { name: 'Anna 850709-9805' } },
      { status: 422, code: 'personalIdentityNumber', errors: ['/name personalIdentityNumber'] },
    ],
    [
      'lists in lists without end',
      { ...make, rawBody: `${'['.repeat(60_000)}${']'.repeat(60_000)}` },
      { status: 400, code: 'bodyTooDeep' },
    ],
    [
      'another character set',
      { ...make, headers: { 'content-type': 'application/json; charset=iso-8859-1' } },
      { status: 415, code: 'wrongContentType' },
    ],
    [
      'a text that nobody sees',
      { ...make, body: { name: '\u200b\u200b' } },
      { status: 400, code: 'invalidRequest', errors: ['/name required'] },
    ],
    [
      'half a character',
      { ...make, rawBody: '{"name":"a\\ud800"}' },
      { status: 400, code: 'invalidRequest', errors: ['/name wrongFormat'] },
    ],
    [
      'a character that ends a text elsewhere',
      { ...make, rawBody: '{"name":"a\\u0000b"}' },
      { status: 400, code: 'invalidRequest', errors: ['/name wrongFormat'] },
    ],
    [
      'a name that changes objects',
      { ...make, rawBody: '{"name":"a","more":{"__proto__":{"b":1}}}' },
      { status: 400, code: 'invalidRequest', errors: ['/more unknownField'] },
    ],
    [
      'a sign-in by personal identity number',
      { ...make, as: { ...caseOfficer, subject: '19850709-9805' } },
      { status: 403, code: 'personalNumberInToken' },
    ],
    ['a rule of the service', { ...make, body: { name: 'gone' } }, { status: 409, code: 'thingGone' }],
  ]

  it.each(cases)('%s', async (_, call, expected) => {
    const { call: send, table } = service()
    expect(problem(await send(call))).toEqual(expected)
    expect(table.rows()).toEqual([])
  })

  it('is let through when it is only unusual', async () => {
    const { call } = service()
    expect((await call({ ...make, headers: { 'content-type': 'Application/JSON; charset=utf-8' } })).status).toBe(201)
    expect((await call({ ...hello, body: {} })).status).toBe(200)
    expect((await call({ ...make, body: { name: 'x', more: 'å'.repeat(130_000) } })).status).toBe(201)
  })

  it('reads a body that API Gateway has packed as base64', async () => {
    const runtime = createTestRuntime()
    const { call, made } = service()
    await call(make)
    expect(made).toEqual(['a thing'])
    const handler = createApi({
      ...runtime,
      service: 'things',
      routes: { sayHello: { ...routes.sayHello, body: z.strictObject({ name: z.string() }) } },
      problems,
      handlers: { sayHello: async ({ body }: { body: { name: string } }) => answer(body) },
      table: createMemoryTable(),
    })
    const base64: typeof handler = ((event: Parameters<typeof handler>[0], context: Parameters<typeof handler>[1]) =>
      handler(
        { ...event, body: Buffer.from('{"name":"Åsa"}').toString('base64'), isBase64Encoded: true },
        context,
      )) as typeof handler // middy's own members are not called
    expect(await createCaller(base64)({ ...hello, body: {} })).toMatchObject({ status: 200, body: { name: 'Åsa' } })
  })
})

describe('a problem', () => {
  it('is RFC 9457 in both languages, with what is wrong and how to put it right', async () => {
    const { headers, body, status } = await service().call({ ...make, body: { name: '' }, headers: { 'accept-language': 'en' } })
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': 'en',
      'cache-control': 'no-store',
    })
    expect(body).toEqual({
      type: problemType('invalidRequest'),
      title: 'The request is filled in wrongly',
      status,
      detail: 'Put right the fields listed under errors and send again.',
      instance: '/v1/things',
      code: 'invalidRequest',
      correlationId: headers['traceparent']?.slice(3, 35),
      translations: {
        sv: { title: 'Anropet är fel ifyllt', detail: 'Rätta fälten som listas under errors och skicka igen.' },
        en: { title: 'The request is filled in wrongly', detail: 'Put right the fields listed under errors and send again.' },
      },
      errors: [
        {
          pointer: '/name',
          code: 'required',
          detail: 'Fill in the field.',
          translations: { sv: 'Fyll i fältet.', en: 'Fill in the field.' },
        },
      ],
    })
    expect(problemType('invalidRequest')).toBe('/problems/invalid-request')
  })

  it.each([
    [undefined, 'sv'],
    ['', 'sv'],
    ['de', 'sv'],
    ['*', 'sv'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
    ['en-US,en;q=0.9,sv;q=0.8', 'en'],
    ['de, en;q=0.5', 'en'],
    ['en;q=0.5, sv;q=0.9', 'sv'],
    ['en;q=0, sv;q=0.1', 'sv'],
    ['enm', 'sv'],
  ])('speaks the language that the caller weighs highest: %s gives %s', async (language, expected) => {
    const { headers } = await service().call({
      ...read,
      path: '/v1/nothing',
      headers: language === undefined ? {} : { 'accept-language': language },
    })
    expect(headers['content-language']).toBe(expected)
  })
})

describe('a fault', () => {
  it('becomes a 500 that tells nothing but what to quote, and a log line that tells where', async () => {
    const { call, runtime } = service()
    const given = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    const {
      status,
      body,
      text: sent,
      headers,
    } = await call({ ...make, body: { name: 'fault' }, headers: { traceparent: given } })
    expect({ status, body }).toMatchObject({
      status: 500,
      body: { code: 'internalError', correlationId: '4bf92f3577b34da6a3ce929d0e0e4736' },
    })
    expect(`${sent}${JSON.stringify(headers)}${runtime.logLines.join('')}`).not.toMatch(/Anna|TypeError: |Storgatan/)
    expect(runtime.logged()).toMatchObject([
      {
        level: 'error',
        message: 'request failed',
        operationId: 'makeThing',
        status: 500,
        errorName: 'TypeError',
        correlationId: '4bf92f3577b34da6a3ce929d0e0e4736',
      },
    ])
    expect(sent).not.toContain('TypeError')
  })

  it('is answered with the same correlation id as its log line, also when the caller brought none', async () => {
    const { call, runtime, traces } = service()
    const { body } = await call({ ...make, body: { name: 'fault' } })
    expect(traces).toHaveLength(1)
    const correlationId = traces[0]?.slice(3, 35)
    expect(body).toMatchObject({ correlationId })
    expect(runtime.logged()[0]).toMatchObject({ correlationId })
  })
})

describe('a trace', () => {
  it('comes in, goes out, and is in the log and in what is saved', async () => {
    const given = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    const { call, runtime, table } = service()
    const { headers } = await call({ ...make, headers: { traceparent: given } })
    const own = headers['traceparent'] ?? ''
    expect(own).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/)
    expect(own).not.toBe(given)
    expect(runtime.logged()).toMatchObject([{ traceparent: own, operationId: 'makeThing', status: 201 }])
    expect(table.rows()[0]?.body).toMatchObject({ trace: own })
  })
})

describe('a log line', () => {
  it('names the case of a request when it is one, and repeats nothing else that was typed', async () => {
    const { call, runtime } = service()
    await call(read)
    await call({ ...read, parameters: { caseId: secret } })
    expect(runtime.logged()[0]).toMatchObject({ caseId: things.caseId, service: 'things', function: 'api' })
    expect(runtime.logged()[1]).not.toHaveProperty('caseId')
    expect(runtime.logLines.join('')).not.toContain('Anna')
  })
})

describe('an Idempotency-Key', () => {
  const key = { 'idempotency-key': 'b6f1c1de-0001' }

  it('gives the first answer again, and does nothing again', async () => {
    const { call, made, table } = service()
    const first = await call({ ...make, headers: key })
    const rows = table.rows()
    const second = await call({ ...make, headers: key })
    expect(second).toMatchObject({ status: 201, body: first.body })
    expect(second.headers).toMatchObject({ 'idempotency-replayed': 'true', 'content-type': 'application/json; charset=utf-8' })
    expect(first.headers).not.toHaveProperty('idempotency-replayed')
    expect(made).toHaveLength(1)
    expect(table.rows()).toEqual(rows)
  })

  it('keeps the first answer for seven days', async () => {
    const { call, table } = service()
    await call({ ...make, headers: key })
    expect(table.rows().find(({ pk }) => pk.startsWith('IDEMPOTENCY#'))?.expiresAt).toBe(
      Date.parse('2026-11-27T08:00:00Z') / 1_000,
    )
  })

  it('is refused for another body', async () => {
    const { call, made } = service()
    await call({ ...make, headers: key })
    expect(problem(await call({ ...make, headers: key, body: { name: 'another' } }))).toEqual({
      status: 422,
      code: 'idempotencyKeyReused',
    })
    expect(made).toHaveLength(1)
  })

  it('gives the first answer again, also when the same would be refused by now', async () => {
    const { call } = service()
    const once = { ...make, headers: key, body: { name: 'the only one' } }
    expect((await call(once)).status).toBe(201)
    expect((await call({ ...once, headers: {} })).status).toBe(409)
    expect((await call(once)).status).toBe(201)
  })

  it('is the same request whatever order its fields come in', async () => {
    const { call, made } = service()
    await call({ ...make, headers: key, body: { name: 'a', more: { x: 1, y: 2 } } })
    expect((await call({ ...make, headers: key, body: { more: { y: 2, x: 1 }, name: 'a' } })).status).toBe(201)
    expect(made).toHaveLength(1)
  })

  it('of one caller is not that of another', async () => {
    const { call, made } = service()
    await call({ ...make, headers: key })
    expect((await call({ ...make, as: colleague, headers: key, body: { name: 'another' } })).status).toBe(201)
    expect(made).toEqual(['a thing', 'another'])
  })

  it('does not keep a refusal or a fault: the next try is a new one', async () => {
    const { call, made } = service()
    expect((await call({ ...make, headers: key, body: { name: 'gone' } })).status).toBe(409)
    expect((await call({ ...make, headers: { 'idempotency-key': 'b6f1c1de-0002' }, body: { name: 'fault' } })).status).toBe(500)
    expect((await call({ ...make, headers: key })).status).toBe(201)
    expect(made).toHaveLength(1)
  })

  it('lets one of two that come at once do it, and gives both the same answer', async () => {
    const { call, made } = service()
    const answers = await Promise.all([1, 2, 3].map(() => call({ ...make, headers: key })))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ text: sent }) => sent)).size).toBe(1)
    expect(made).toHaveLength(1)
  })

  it('refuses the loser of two that come at once with different bodies', async () => {
    const { call, made } = service()
    const answers = await Promise.all(['one', 'other'].map((name) => call({ ...make, headers: key, body: { name } })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422])
    expect(made).toHaveLength(1)
  })

  it('has no meaning for what is safe to repeat anyway', async () => {
    const { call } = service()
    expect((await call({ ...read, headers: { 'idempotency-key': 'x' } })).status).toBe(200)
  })
})

describe('too many at once', () => {
  it('is told as 503, and the key can be used again', async () => {
    const { call, table } = service()
    expect(problem(await call({ ...make, body: { name: 'busy' }, headers: { 'idempotency-key': 'b6f1c1de-0001' } }))).toEqual({
      status: 503,
      code: 'busy',
    })
    expect(table.rows()).toEqual([])
  })
})

describe('a personal identity number', () => {
  const nested = (number: string, path: readonly (string | number)[]): unknown =>
    path.reduceRight<unknown>(
      (inside, step) => (typeof step === 'number' ? [null, inside] : { [step]: inside }),
      `Patient ${number}, se journal`,
    )

  it('is refused wherever it stands in a body, and is then in no answer, no log line and no row', async () => {
    await fc.assert(
      fc.asyncProperty(
        writtenPersonalNumbers,
        fc.array(fc.oneof(fc.constantFrom('note', 'rows', 'a b', 'å/~'), fc.nat(3)), { maxLength: 5 }),
        fc.constantFrom<'value' | 'name' | 'key'>('value', 'name', 'key'),
        async (number, path, place) => {
          const { call, runtime, table } = service()
          const more = place === 'value' ? nested(number, path) : nested('', [...path, number])
          const {
            status,
            text: sent,
            headers,
          } = await call({
            ...make,
            body: { name: 'x', more },
            ...(place === 'key' && { headers: { 'idempotency-key': 'b6f1c1de-0001' } }),
          })
          expect(status).toBe(422)
          const digits = number.replaceAll(/\D/g, '').slice(-10)
          for (const told of [sent, JSON.stringify(headers), runtime.logLines.join(''), JSON.stringify(table.rows())]) {
            expect(told).not.toContain(number)
            expect(told.replaceAll(/[^0-9a-f]/g, ' ')).not.toContain(digits)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is refused in an address too, and is then in no answer and no log line', async () => {
    const { call, runtime } = service()
    const answers = [
      await call({ ...list, query: { q: 'Anna 850709-9805' } }),
      await call({ ...list, query: { '850709-9805': '1' } }),
      await call({ ...read, parameters: { caseId: '19850709-9805' } }),
      await call({ ...read, parameters: { caseId: '850709 9805' } }),
    ]
    expect(answers.map(problem)).toEqual([
      { status: 422, code: 'personalIdentityNumber', errors: ['/query/q personalIdentityNumber'] },
      { status: 422, code: 'personalIdentityNumber', errors: ['/query personalIdentityNumber'] },
      { status: 422, code: 'personalIdentityNumber', errors: ['/path/caseId personalIdentityNumber'] },
      { status: 422, code: 'personalIdentityNumber', errors: ['/path/caseId personalIdentityNumber'] },
    ])
    await call({ ...read, path: '/v1/people/19850709-9805' })
    await call({ ...read, as: resident, parameters: { caseId: '19850709-9805' } })
    expect(`${answers.map(({ text: sent }) => sent).join('')}${runtime.logLines.join('')}`).not.toContain('9805')
  })

  it('is not in the answer to a caller who is turned away at the door', async () => {
    const { call } = service()
    const { text: sent } = await call({ ...read, as: resident, parameters: { caseId: '19850709-9805' } })
    expect(sent).not.toContain('9805')
  })
})
