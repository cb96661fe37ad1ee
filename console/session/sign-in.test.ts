import { describe, expect, it } from 'vitest'
import { createTestConsole, issuer, officer, sessionCookie, tokenOf } from '../testing/test-console.ts'
import type { TestConsole } from '../testing/test-console.ts'
import type { Call } from '../testing/fake-api.ts'
import { challengeOf } from './pkce.ts'

const discovery = {
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  end_session_endpoint: `${issuer}/bye`,
}

const provider = (idToken: (call: Call) => object | undefined = () => undefined, nonce = { value: '' }) => ({
  [`GET ${issuer}/.well-known/openid-configuration`]: { body: discovery },
  [`POST ${issuer}/token`]: (call: Call) => ({
    body: {
      access_token: tokenOf(officer),
      expires_in: 3_600,
      token_type: 'Bearer',
      id_token: tokenOf({ iss: issuer, aud: 'console', sub: 'handlaggare', nonce: nonce.value, ...idToken(call) }),
    },
  }),
})

const cookiesOf = (response: Response): string[] => response.headers.getSetCookie()
const cookieHeader = (response: Response): string =>
  cookiesOf(response)
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const start = async (web: TestConsole, till = '/arenden?fas=ideas') => {
  const response = await web.get(`/logga-in?till=${encodeURIComponent(till)}`)
  const url = new URL(response.headers.get('location') ?? '')
  return { response, url, state: url.searchParams.get('state') ?? '', nonce: url.searchParams.get('nonce') ?? '' }
}

describe('signing in', () => {
  it('sends the browser away with a challenge, and keeps the verifier to itself', async () => {
    const { response, url } = await start(createTestConsole(provider()))
    expect(response.status).toBe(302)
    expect(url.origin + url.pathname).toBe(`${issuer}/auth`)
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'console',
      redirect_uri: 'https://console.test/inloggad',
      scope: 'openid profile',
      code_challenge_method: 'S256',
      ui_locales: 'sv',
    })
    const [cookie = ''] = cookiesOf(response)
    expect(cookie).toMatch(/^__Host-behovsflodet-inloggning-.*; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const { verifier } = JSON.parse(Buffer.from(cookie.split(/[=;]/)[1] ?? '', 'base64url').toString()) as { verifier: string } // the console's own form
    expect(challengeOf(verifier)).toBe(url.searchParams.get('code_challenge'))
    expect(url.href).not.toContain(verifier)
  })

  it('trades the code for a token in a cookie, and goes back to where one was', async () => {
    const nonce = { value: '' }
    const web = createTestConsole(provider(undefined, nonce))
    const attempt = await start(web)
    nonce.value = attempt.nonce
    const response = await web.get(`/inloggad?code=abc&state=${attempt.state}`, undefined, {
      cookie: cookieHeader(attempt.response),
    })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/arenden?fas=ideas')
    const session = cookiesOf(response).find((cookie) => cookie.startsWith('__Host-behovsflodet-session='))
    expect(session).toMatch(/; Max-Age=3600; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const exchange = new URLSearchParams(String(web.api.calls.at(-1)?.body))
    expect(Object.fromEntries(exchange)).toMatchObject({
      grant_type: 'authorization_code',
      code: 'abc',
      client_id: 'console',
      redirect_uri: 'https://console.test/inloggad',
    })
    expect(challengeOf(exchange.get('code_verifier') ?? '')).toBe(attempt.url.searchParams.get('code_challenge'))
  })

  it('uses an attempt once', async () => {
    const nonce = { value: '' }
    const web = createTestConsole(provider(undefined, nonce))
    const attempt = await start(web)
    nonce.value = attempt.nonce
    const response = await web.get(`/inloggad?code=abc&state=${attempt.state}`, undefined, {
      cookie: cookieHeader(attempt.response),
    })
    expect(cookiesOf(response).find((cookie) => cookie.includes('-inloggning-'))).toMatch(/Max-Age=0/)
  })

  it.each([
    ['another state', (state: string) => `/inloggad?code=abc&state=${state.slice(0, 12)}other`],
    ['no code', (state: string) => `/inloggad?state=${state}&error=access_denied`],
    ['no state', () => '/inloggad?code=abc'],
  ])('signs nobody in on %s', async (_, target) => {
    const web = createTestConsole(provider())
    const attempt = await start(web)
    const response = await web.get(target(attempt.state), undefined, { cookie: cookieHeader(attempt.response) })
    expect(response.status).toBe(400)
    expect(cookiesOf(response).some((cookie) => cookie.includes('-session='))).toBe(false)
    expect(web.api.calls.some(({ method }) => method === 'POST')).toBe(false)
  })

  it.each([
    ['another attempt', { nonce: 'other' }],
    ['another client', { aud: 'somebody-else' }],
    ['another provider', { iss: 'https://evil.test' }],
  ])('takes no id token that is for %s', async (_, claims) => {
    const nonce = { value: '' }
    const web = createTestConsole(provider(() => claims, nonce))
    const attempt = await start(web)
    nonce.value = attempt.nonce
    const response = await web.get(`/inloggad?code=abc&state=${attempt.state}`, undefined, {
      cookie: cookieHeader(attempt.response),
    })
    expect(response.status).toBe(400)
    expect(cookiesOf(response).some((cookie) => cookie.includes('-session='))).toBe(false)
  })

  it('does not trust a provider that calls itself something else', async () => {
    const faults: unknown[] = []
    const web = createTestConsole(
      { [`GET ${issuer}/.well-known/openid-configuration`]: { body: { ...discovery, issuer: 'https://evil.test' } } },
      { onFault: (fault) => faults.push(fault) },
    )
    expect((await web.get('/logga-in')).status).toBe(500)
    expect(faults).toHaveLength(1)
  })

  it('uses plain cookie names over http, where browsers refuse the prefix', async () => {
    const web = createTestConsole(provider(), { consoleUrl: 'http://127.0.0.1:3000' })
    const [cookie = ''] = cookiesOf((await start(web)).response)
    expect(cookie).toMatch(/^behovsflodet-inloggning-/)
    expect(cookie).not.toContain('Secure')
  })
})

describe('signing out', () => {
  it('forgets the tokens and ends the session at the provider', async () => {
    const web = createTestConsole(provider())
    const response = await web.post('/logga-ut', {}, officer, {
      cookie: `${sessionCookie(officer)}; __Host-behovsflodet-id=the-id-token`,
    })
    const url = new URL(response.headers.get('location') ?? '')
    expect(url.origin + url.pathname).toBe(`${issuer}/bye`)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'console',
      post_logout_redirect_uri: 'https://console.test/',
      id_token_hint: 'the-id-token',
    })
    expect(cookiesOf(response).filter((cookie) => /-(session|id)=;.*Max-Age=0/.test(cookie))).toHaveLength(2)
  })

  it('signs out here even when the provider is away', async () => {
    const web = createTestConsole()
    const response = await web.post('/logga-ut', {}, officer)
    expect(response.headers.get('location')).toBe('/?klart=signedOut')
    expect(cookiesOf(response).some((cookie) => /-session=;.*Max-Age=0/.test(cookie))).toBe(true)
  })
})

describe('a session that has run out', () => {
  const expired = { cookie: `__Host-behovsflodet-session=${tokenOf(officer, -1)}` }

  it('leads a reader to the sign-in and back', async () => {
    const response = await createTestConsole().get('/arenden?fas=ideas', undefined, expired)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/logga-in?till=%2Farenden%3Ffas%3Dideas')
  })

  it('keeps what a writer has sent, to be sent again', async () => {
    const web = createTestConsole()
    const response = await web.post(
      '/arenden/x/ideas/need',
      { '/problem': 'Två\nrader & "mer"', _action: 'draft' },
      undefined,
      expired,
    )
    expect(response.status).toBe(401)
    const html = await response.text()
    expect(html).toContain('action="/arenden/x/ideas/need"')
    expect(html).toContain('name="/problem" value="Två\nrader &amp; &quot;mer&quot;"')
    expect(html).toContain('name="_action" value="draft"')
    expect(web.api.calls).toEqual([])
  })

  it("is the service's to notice too", async () => {
    const web = createTestConsole({
      'GET /v1/insight/tasks': { status: 401, body: { status: 401, code: 'notAuthenticated', title: 't', detail: 'd' } },
    })
    const response = await web.get('/uppgifter', officer)
    expect(response.headers.get('location')).toBe('/logga-in?till=%2Fuppgifter')
  })
})
