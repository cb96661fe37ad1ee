import { createHmac } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose'
import type { JWTPayload } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { defineRoutes, defineService } from '#lambda/declaration.ts'
import { createGateway } from './gateway.ts'

const response = { status: 200 } as const
const summary = { sv: 'Prov', en: 'Trial' }
const common = { summary, response, refusals: [] }
const service = defineService({
  name: 'trial',
  summary,
  routes: defineRoutes({
    open: { ...common, method: 'POST', path: '/v1/trial/open', access: 'public' },
    closed: { ...common, method: 'GET', path: '/v1/trial/closed', access: ['caseOfficer'] },
    save: { ...common, method: 'PUT', path: '/v1/trial/closed', access: ['caseOfficer'] },
    item: {
      ...common,
      method: 'GET',
      path: '/v1/trial/items/{itemId}',
      access: 'public',
      parameters: z.strictObject({ itemId: z.string() }),
    },
    part: { ...common, method: 'GET', path: '/v1/trial/items/{itemId}/parts/{partId}', access: 'public' },
    dotted: { ...common, method: 'GET', path: '/v1/trial/a.b', access: 'public' },
  }),
  problems: {},
  accepts: [],
  emits: [],
  schedules: [],
  indexes: [],
  functions: ['api'],
  runsStateMachine: false,
})

const audience = 'behovsflodet-api'
const subject = 'handlaggare'
const kid = 'key-1'

let url: string
let issuer: string
let gateway: ReturnType<typeof createGateway>
let keys: Awaited<ReturnType<typeof generateKeyPair>>
let strangerKeys: typeof keys
/** The event that the function, or the console, was last called with. */
let seen: { by: 'service' | 'console'; event: APIGatewayProxyEventV2 } | undefined
let result: APIGatewayProxyStructuredResultV2

beforeAll(async () => {
  keys = await generateKeyPair('RS256', { extractable: true })
  strangerKeys = await generateKeyPair('RS256', { extractable: true })
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid, alg: 'RS256', use: 'sig' }] })
  const answerAs = (by: 'service' | 'console') => async (event: APIGatewayProxyEventV2) => {
    seen = { by, event }
    return result
  }
  gateway = createGateway({
    services: [service],
    functions: new Map([['trial', answerAs('service')]]),
    console: answerAs('console'),
    openid: (_request, reply) => void reply.writeHead(200, { 'content-type': 'application/json' }).end(jwks),
    issuer: () => issuer,
    audience,
  })
  url = `http://127.0.0.1:${await gateway.listen(0)}`
  issuer = `${url}/oidc`
})
afterAll(() => gateway.close())
beforeEach(() => {
  seen = undefined
  result = { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' }
})

const sign = (
  claims: JWTPayload = {},
  { key = keys.privateKey, header = {} }: { key?: typeof keys.privateKey; header?: object } = {},
) => {
  const { iss = issuer, aud = audience, exp = Math.floor(Date.now() / 1_000) + 600, ...more } = claims
  return new SignJWT({
    sub: subject,
    name: 'Sara Nilsson',
    roles: ['caseOfficer', 'specialist'],
    offices: [],
    iss,
    aud,
    exp,
    ...more,
  })
    .setProtectedHeader({ alg: 'RS256', kid, ...header })
    .sign(key)
}

const get = (path: string, init: RequestInit = {}) => fetch(`${url}${path}`, init)
const withToken = (token: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { authorization: `Bearer ${token}` },
})

const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url')

/** As fetch would not send it: the path goes out as it stands. */
const getRaw = (path: string): Promise<{ status: number | undefined; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    httpRequest({ hostname, port, path }, (reply) => void text(reply).then((body) => resolve({ status: reply.statusCode, body })))
      .once('error', reject)
      .end()
  })

describe('a token', () => {
  it('that is right lets the caller in, with every claim as text and lists in brackets', async () => {
    const answer = await get(
      '/v1/trial/closed',
      withToken(await sign({ organisation: 'region-kalmar', offices: ['healthDirector', 'boardChair'] })),
    )
    expect(answer.status).toBe(200)
    expect(seen?.event.requestContext).toMatchObject({
      authorizer: {
        jwt: {
          claims: {
            sub: subject,
            name: 'Sara Nilsson',
            roles: '[caseOfficer specialist]',
            offices: '[healthDirector boardChair]',
            organisation: 'region-kalmar',
            aud: audience,
            exp: expect.stringMatching(/^\d+$/),
          },
        },
      },
    })
  })

  it('may be one of several audiences, and an empty list is an empty pair of brackets', async () => {
    const answer = await get('/v1/trial/closed', withToken(await sign({ aud: ['other', audience] })))
    expect(answer.status).toBe(200)
    expect(seen?.event.requestContext).toMatchObject({
      authorizer: { jwt: { claims: { aud: `[other ${audience}]`, offices: '[]' } } },
    })
  })

  const now = () => Math.floor(Date.now() / 1_000)
  const parts = async (): Promise<[string, string, string]> => {
    const [header = '', payload = '', signature = ''] = (await sign()).split('.')
    return [header, payload, signature]
  }
  const refusedTokens: readonly (readonly [string, () => Promise<string | undefined>])[] = [
    ['is missing', async () => undefined],
    ['is empty', async () => ''],
    ['is no token', async () => 'abc'],
    ['has expired', () => sign({ exp: now() - 1 })],
    [
      'never expires',
      () =>
        new SignJWT({ sub: subject, roles: ['caseOfficer'], iss: issuer, aud: audience })
          .setProtectedHeader({ alg: 'RS256', kid })
          .sign(keys.privateKey),
    ],
    ['is not valid yet', () => sign({ nbf: now() + 600 })],
    ['is for another audience', () => sign({ aud: 'another-api' })],
    ['is from another issuer', () => sign({ iss: 'https://login.example' })],
    ['is signed with another key under the same name', () => sign({}, { key: strangerKeys.privateKey })],
    ['names a key that is not known', () => sign({}, { header: { kid: 'key-2' } })],
    [
      'has no signature (alg none)',
      async () => {
        const [, payload] = await parts()
        return `${encoded({ alg: 'none', kid })}.${payload}.`
      },
    ],
    [
      'takes the public key for a secret (HS256)',
      async () => {
        const [, payload] = await parts()
        const signed = `${encoded({ alg: 'HS256', kid })}.${payload}`
        return `${signed}.${createHmac('sha256', await exportSPKI(keys.publicKey))
          .update(signed)
          .digest('base64url')}`
      },
    ],
    [
      'has been tampered with',
      async () => {
        const [header, payload, signature] = await parts()
        const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
        return `${header}.${encoded({ ...claims, roles: ['decisionMaker'] })}.${signature}`
      },
    ],
    [
      'has lost its signature',
      async () => {
        const [header, payload] = await parts()
        return `${header}.${payload}.`
      },
    ],
  ]

  it.each(refusedTokens)('that %s is refused before any function is called', async (_, make) => {
    const token = await make()
    const answer = await get('/v1/trial/closed', token === undefined ? {} : withToken(token))
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect(answer.headers.get('traceparent')).toMatch(/^00-[0-9a-f]{32}-/)
    expect(await answer.json()).toMatchObject({
      status: 401,
      code: 'notAuthenticated',
      title: 'Du är inte inloggad',
      instance: '/v1/trial/closed',
    })
    expect(seen).toBeUndefined()
  })

  it('in another scheme is none', async () => {
    expect((await get('/v1/trial/closed', { headers: { authorization: `Basic ${await sign()}` } })).status).toBe(401)
  })

  it('is refused in the language that was asked for', async () => {
    const answer = await get('/v1/trial/closed', { headers: { 'accept-language': 'en-GB' } })
    expect(await answer.json()).toMatchObject({ title: 'You are not signed in' })
    expect(answer.headers.get('content-language')).toBe('en')
  })

  it('is not looked at on a public route', async () => {
    expect((await get('/v1/trial/open', { ...withToken('nonsense'), method: 'POST' })).status).toBe(200)
    expect(seen?.event.requestContext).not.toHaveProperty('authorizer')
  })
})

describe('a path', () => {
  it.each([
    ['/v1/trial/items/42', { itemId: '42' }],
    ['/v1/trial/items/a%20b', { itemId: 'a b' }],
    ['/v1/trial/items/a%2Fb', { itemId: 'a/b' }],
    ['/v1/trial/items/%C3%A5%C3%A4%C3%B6', { itemId: 'åäö' }],
    ['/v1/trial/items/1/parts/2', { itemId: '1', partId: '2' }],
  ])('%s has its parameters decoded', async (path, parameters) => {
    await getRaw(path)
    expect(seen).toMatchObject({ by: 'service', event: { pathParameters: parameters } })
  })

  it.each(['%E0', '%', '%zz', 'a%C3'])(
    'with the malformed %s goes to its route as it was sent, which refuses it',
    async (part) => {
      expect((await getRaw(`/v1/trial/items/${part}`)).status).toBe(200)
      expect(seen).toMatchObject({ by: 'service', event: { pathParameters: { itemId: part } } })
    },
  )

  it.each([
    '/',
    '/v1/trial',
    '/v1/trial/closed/',
    '/v1/trial/items/',
    '/v1/trial/items/1/2',
    '/v1/trial/axb',
    '/oidcx',
    '//evil.example/v1',
    '//',
  ])('%s that no service has goes to the console', async (path) => {
    expect((await getRaw(path)).status).toBe(200)
    expect(seen).toMatchObject({ by: 'console', event: { routeKey: '$default' } })
  })

  it('of a service with a method that it does not have goes to the console too', async () => {
    await get('/v1/trial/closed', { method: 'DELETE' })
    expect(seen).toMatchObject({ by: 'console', event: { requestContext: { http: { method: 'DELETE' } } } })
  })

  it('under /oidc goes to the provider', async () => {
    expect(await (await get('/oidc/anything')).json()).toMatchObject({ keys: [{ kid }] })
    expect(seen).toBeUndefined()
  })

  it('names the route that was matched, by its method', async () => {
    await get('/v1/trial/closed', withToken(await sign(), { method: 'PUT' }))
    expect(seen?.event).toMatchObject({ version: '2.0', routeKey: 'PUT /v1/trial/closed', rawPath: '/v1/trial/closed' })
  })
})

describe('a query', () => {
  it('is decoded, with several values of one name joined by commas', async () => {
    await get('/v1/trial/items/1?a=1&b=%C3%A5+x&a=2&c=')
    expect(seen?.event).toMatchObject({
      rawQueryString: 'a=1&b=%C3%A5+x&a=2&c=',
      queryStringParameters: { a: '1,2', b: 'å x', c: '' },
    })
  })

  it('that is not there is left out', async () => {
    await get('/v1/trial/items/1')
    expect(seen?.event).not.toHaveProperty('queryStringParameters')
    expect(seen?.event.rawQueryString).toBe('')
  })
})

describe('a body', () => {
  const post = (body?: RequestInit['body'], contentType?: string) =>
    get('/v1/trial/open', {
      method: 'POST',
      ...(body && { body }),
      ...(contentType && { headers: { 'content-type': contentType } }),
    })

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/merge-patch+json',
    'text/plain',
    'application/xml',
  ])('of %s comes as text', async (contentType) => {
    await post('{"å":1}', contentType)
    expect(seen?.event).toMatchObject({ body: '{"å":1}', isBase64Encoded: false })
  })

  it.each(['application/octet-stream', 'application/x-www-form-urlencoded', 'image/png'])(
    'of %s comes in base64',
    async (contentType) => {
      const bytes = new Uint8Array([0, 255, 1, 254])
      await post(bytes, contentType)
      expect(seen?.event).toMatchObject({ body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true })
    },
  )

  it('that is empty is left out', async () => {
    await post()
    expect(seen?.event).not.toHaveProperty('body')
    expect(seen?.event.isBase64Encoded).toBe(false)
  })

  it('of ten megabytes is the largest; what is larger is refused, and the refusal gets through', async () => {
    const limit = 10 * 1_024 * 1_024
    expect((await post('x'.repeat(limit), 'text/plain')).status).toBe(200)
    seen = undefined
    const answer = await post('x'.repeat(limit + 1), 'text/plain')
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ code: 'bodyTooLarge' })
    expect(seen).toBeUndefined()
  })

  it('sent in pieces without a length is measured too', async () => {
    const piece = new Uint8Array(1_024 * 1_024)
    let left = 11
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        left -= 1
        if (left < 0) controller.close()
        else controller.enqueue(piece)
      },
    })
    const answer = await get('/v1/trial/open', { method: 'POST', body, duplex: 'half' })
    expect(answer.status).toBe(413)
  })
})

describe('headers, cookies and answers', () => {
  it('cookies stand apart from the other headers, whose names are in lower case', async () => {
    await get('/v1/trial/items/1', { headers: { Cookie: 'a=1; b=2', 'X-Trial': 'yes', 'Accept-Language': 'en' } })
    expect(seen?.event.cookies).toEqual(['a=1', 'b=2'])
    expect(seen?.event.headers).toMatchObject({ 'x-trial': 'yes', 'accept-language': 'en' })
    expect(seen?.event.headers).not.toHaveProperty('cookie')
  })

  it('an answer keeps its status, headers, body and each of its cookies', async () => {
    result = { statusCode: 201, headers: { etag: '"3"' }, cookies: ['a=1; Path=/', 'b=2; Path=/'], body: 'å ä ö' }
    const answer = await get('/v1/trial/items/1')
    expect(answer.status).toBe(201)
    expect(answer.headers.get('etag')).toBe('"3"')
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/'])
    expect(await answer.text()).toBe('å ä ö')
  })

  it('an answer in base64 comes as bytes', async () => {
    result = {
      statusCode: 200,
      headers: { 'content-type': 'font/woff2' },
      body: Buffer.from([0, 255, 1]).toString('base64'),
      isBase64Encoded: true,
    }
    expect(new Uint8Array(await (await get('/v1/trial/items/1')).arrayBuffer())).toEqual(new Uint8Array([0, 255, 1]))
  })

  it('a function that throws is a 500 that tells nothing, and the gateway goes on', async () => {
    result = undefined as unknown as APIGatewayProxyStructuredResultV2 // what no function of ours answers
    const answer = await get('/v1/trial/items/1')
    expect([answer.status, await answer.text()]).toEqual([500, ''])
    result = { statusCode: 204 }
    expect((await get('/v1/trial/items/1')).status).toBe(204)
  })

  it('what is no HTTP does not bring the gateway down', async () => {
    const { hostname, port } = new URL(url)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.end('nonsense\r\n\r\n'))
      socket.once('close', () => resolve()).resume()
    })
    expect((await get('/v1/trial/items/1')).status).toBe(200)
  })
})

describe('listening', () => {
  const another = () =>
    createGateway({
      services: [],
      functions: new Map(),
      console: async () => ({}),
      openid: () => undefined,
      issuer: () => '',
      audience,
    })

  it('on a port that is taken is told in one readable line', async () => {
    const port = Number(new URL(url).port)
    await expect(another().listen(port)).rejects.toMatchObject({
      name: 'SettingError',
      message:
        `Port ${port} är upptagen. Stoppa det som använder den, eller sätt PORT. / ` +
        `Port ${port} is taken. Stop what uses it, or set PORT.`,
    })
  })

  it('ends when it is closed, also with a connection that is kept alive', async () => {
    const short = another()
    const port = await short.listen(0)
    await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'keep-alive' } })
    await short.close()
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  })
})
