import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actor } from '#contracts/actor.ts'
import { kalmar } from '#counties/kalmar.ts'
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { personasOf } from '../personas.ts'
import { freePort } from './free-port.ts'
import { apiAudience, createOpenIdProvider, personaGrant } from './openid.ts'
import type { OpenIdProvider } from './openid.ts'

const redirectUri = 'http://127.0.0.1:9/signed-in'
const afterSignOut = 'http://127.0.0.1:9/'

let dataDir: string
let port: number
let issuer: string
let server: Server
let provider: OpenIdProvider
let printed: string[]
const consoleMethods = ['info', 'warn', 'error', 'log'] as const
const realConsole = { ...console }

const start = async (): Promise<void> => {
  provider = await createOpenIdProvider({
    issuer,
    dataDir,
    county: kalmar,
    personas: personasOf(kalmar),
    clients: [{ id: 'console', redirectUris: [redirectUri], postLogoutRedirectUris: [afterSignOut] }],
    language: 'sv',
  })
  server = createServer((request, response) => {
    // Otherwise fetch goes on with a connection of the server before the restart.
    response.shouldKeepAlive = false
    void provider.handle(request, response)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
}
const stop = async (): Promise<void> => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
  provider.stop()
}

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'openid-'))
  port = await freePort()
  issuer = `http://127.0.0.1:${port}/oidc`
  printed = []
  for (const method of consoleMethods) console[method] = (...words: unknown[]) => void printed.push(words.join(' '))
  await start()
})
afterEach(async () => {
  await stop()
  Object.assign(console, realConsole)
  rmSync(dataDir, { recursive: true })
})

/** As a browser that keeps cookies and follows redirects as long as they lead to the provider. */
const createBrowser = () => {
  const cookies = new Map<string, string>()
  const go = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = new URL(response.headers.get('location') ?? url, url).href
    return location.startsWith(issuer) && location !== url ? go(location) : response
  }
  return { go, cookies }
}

const createAuthorization = () => {
  const verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    client_id: 'console',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: redirectUri,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'here',
  })
  return { verifier, url: `${issuer}/auth?${query.toString()}` }
}

const tokenRequest = async (form: Record<string, string>) => {
  const response = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form) })
  return { status: response.status, body: (await response.json()) as Record<string, string> } // the token endpoint's JSON
}

const verify = (token: string | undefined) =>
  jwtVerify(token ?? '', createRemoteJWKSet(new URL(`${issuer}/jwks`)), { issuer, audience: apiAudience, algorithms: ['RS256'] })

const personaToken = (persona: string) => tokenRequest({ grant_type: personaGrant, client_id: 'cli', persona })

const exchange = (answer: Response, verifier: string) => {
  const redirected = new URL(answer.headers.get('location') ?? '')
  expect(redirected.href).toMatch(redirectUri)
  return tokenRequest({
    grant_type: 'authorization_code',
    client_id: 'console',
    code: redirected.searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
  })
}

test('whoever is chosen on the page is whom the access token vouches for, and nothing else is asked', async () => {
  const { go } = createBrowser()
  const { url, verifier } = createAuthorization()
  const page = await go(url)
  const markup = await page.text()
  expect(markup).toContain('<html lang="sv">')
  expect(markup).toContain('Hälso- och sjukvårdsdirektör')
  expect(markup).toContain('Bara för utveckling')

  const { status, body } = await exchange(await go(page.url, { persona: 'jurist' }), verifier)
  expect(status).toBe(200)
  const { payload } = await verify(body['access_token'])
  expect(actor.parse({ ...payload, subject: payload.sub })).toEqual({
    subject: 'jurist',
    name: 'Camilla Norén',
    roles: ['specialist'],
    organisation: 'region-kalmar',
    unit: 'law',
    offices: [],
  })
  expect(Number(payload.exp) - Number(payload.iat)).toBe(8 * 60 * 60)
  expect(body['id_token']).toBeDefined()
})

test('the page speaks English when the client or the person asks for it', async () => {
  const { go } = createBrowser()
  const page = await go(`${createAuthorization().url}&ui_locales=en`)
  expect(await page.text()).toContain('<html lang="en">')
  expect(await (await go(`${page.url}?language=sv`)).text()).toContain('<html lang="sv">')
})

test('a code is worth nothing without the verifier, an unknown address gets none, and an unknown persona stays on the page', async () => {
  const { go } = createBrowser()
  const { url } = createAuthorization()
  const page = await go(url)
  expect((await go(page.url, { persona: 'nobody' })).status).toBe(200)
  const { status, body } = await exchange(await go(page.url, { persona: 'jurist' }), 'x'.repeat(43))
  expect([status, body['error']]).toEqual([400, 'invalid_grant'])
  expect((await go(url.replace('signed-in', 'elsewhere'))).status).toBe(400)
  expect((await go(url.replace(/&code_challenge[^&]*/g, ''))).headers.get('location')).toContain('error=invalid_request')
})

test('the command line gets a token for a persona, and is told when there is no such persona', async () => {
  const { status, body } = await personaToken('direktor')
  expect(status).toBe(200)
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 8 * 60 * 60 })
  const { payload } = await verify(body['access_token'])
  expect(payload).toMatchObject({ sub: 'direktor', roles: ['decisionMaker'], offices: ['healthDirector'], client_id: 'cli' })
  expect(await personaToken('nobody')).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  const borrowed = await tokenRequest({ grant_type: personaGrant, client_id: 'console', persona: 'direktor' })
  expect(borrowed.status).toBe(400)
})

test('keys and sessions survive a restart: old tokens verify and whoever was signed in still is', async () => {
  const { go } = createBrowser()
  await go((await go(createAuthorization().url)).url, { persona: 'handlaggare' })
  const { body } = await personaToken('handlaggare')
  await stop()
  await start()

  await expect(verify(body['access_token'])).resolves.toMatchObject({ payload: { sub: 'handlaggare' } })
  const { url, verifier } = createAuthorization()
  const { payload } = await verify((await exchange(await go(url), verifier)).body['access_token'])
  expect(payload.sub).toBe('handlaggare')
  expect(statSync(join(dataDir, 'openid-keys.json')).mode & 0o777).toBe(0o600)
})

const signOut = async (go: (url: string, form?: Record<string, string>) => Promise<Response>, query = ''): Promise<Response> => {
  const markup = await (await go(`${issuer}/session/end${query}`)).text()
  expect(markup).toContain('Vill du logga ut?')
  const [, action = ''] = /action="([^"]+)"/.exec(markup) ?? []
  const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(markup) ?? []
  return go(action, { xsrf, logout: 'yes' })
}

test('after signing out the next sign-in asks again', async () => {
  const { go } = createBrowser()
  await go((await go(createAuthorization().url)).url, { persona: 'handlaggare' })
  const back = await signOut(go, `?client_id=console&post_logout_redirect_uri=${encodeURIComponent(afterSignOut)}`)
  expect(back.headers.get('location')).toBe(afterSignOut)
  expect(await (await go(createAuthorization().url)).text()).toContain('Vem vill du vara?')
})

test('whoever signs out without coming from a client is told so', async () => {
  const { go } = createBrowser()
  await go((await go(createAuthorization().url)).url, { persona: 'handlaggare' })
  expect(await (await signOut(go)).text()).toContain('Du är utloggad')
  expect(printed).toEqual([])
})

test('a sign-in that has expired says so in plain words', async () => {
  const page = await (await fetch(`${issuer}/interaction/gone`)).text()
  expect(page).toContain('Inloggningen har gått ut')
})

test('discovery describes it as it is reached, and nothing is printed', async () => {
  const discovery = await fetch(`${issuer}/.well-known/openid-configuration`)
  expect(await discovery.json()).toMatchObject({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    end_session_endpoint: `${issuer}/session/end`,
    jwks_uri: `${issuer}/jwks`,
  })
  const { body } = await personaToken('drift')
  expect(decodeProtectedHeader(body['access_token'] ?? '')).toMatchObject({ alg: 'RS256', typ: 'at+jwt' })
  expect(printed).toEqual([])
})
