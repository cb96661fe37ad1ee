import { describe, expect, it } from 'vitest'
import { createTestConsole, officer, resident, sessionCookie } from './testing/test-console.ts'

const assetPath = (html: string): string => html.match(/href="(\/assets\/[^"]*console\.css)"/)?.[1] ?? ''

describe('every page', () => {
  it('forbids inline script and style, framing, and leaking the address', async () => {
    const { headers } = await createTestConsole().get('/')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("style-src 'self';")
    expect(policy).toContain("img-src 'self' data:")
    expect(policy).toContain("form-action 'self' https://id.test;")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('strict-transport-security')).toContain('max-age=')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('holds no inline script, style or handler', async () => {
    const html = await (await createTestConsole().get('/ide')).text()
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i)
    expect(html.match(/<script[^>]*>/g)).toEqual([expect.stringMatching(/type="module" src="\/assets\//)])
  })

  it('has a skip link, one main heading and a language', async () => {
    const html = await (await createTestConsole().get('/')).text()
    expect(html).toMatch(/^<!doctype html><html lang="sv"/)
    expect(html.indexOf('href="#innehall"')).toBeLessThan(html.indexOf('<header'))
    expect(html).toContain('id="innehall"')
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  it('links to the accessibility statement, with how to complain to the supervisor', async () => {
    const web = createTestConsole()
    expect(await (await web.get('/')).text()).toContain('href="/tillganglighet"')
    const statement = await (await web.get('/tillganglighet')).text()
    for (const part of ['digg.se/tdosanmalan', 'behovsflodet@kalmar.example', 'WCAG 2.1', 'Kända brister'])
      expect(statement).toContain(part)
  })
})

describe('language', () => {
  it('is Swedish until somebody asks for English, and is remembered', async () => {
    const web = createTestConsole()
    expect(await (await web.get('/')).text()).toContain('Skicka in en idé')
    const english = await web.get('/?lang=en')
    expect(await english.text()).toContain('Send an idea')
    const [cookie = ''] = english.headers.getSetCookie()
    expect(cookie).toContain('sprak=en')
    expect(await (await web.get('/om', undefined, { cookie: 'sprak=en' })).text()).toContain('About Behovsflödet')
  })

  it('is changed on the page where one is, with what it shows', async () => {
    const web = createTestConsole({ 'GET /v1/insight/cases': { body: { cases: [] } } })
    const html = await (await web.get('/arenden?fas=ideas', officer)).text()
    expect(html).toContain('href="/arenden?fas=ideas&amp;lang=en"')
  })

  it('does not remember a language that there is none of', async () => {
    const response = await createTestConsole().get('/?lang=de')
    expect(response.headers.getSetCookie()).toEqual([])
    expect(response.headers.get('content-language')).toBe('sv')
  })

  it('asks the services for texts in the same language', async () => {
    const web = createTestConsole({ 'GET /v1/insight/tasks': { body: { tasks: [], hasMore: false } } })
    await web.get('/uppgifter', officer, { cookie: `${sessionCookie(officer)}; sprak=en` })
    expect(web.api.calls[0]?.headers.get('accept-language')).toBe('en')
  })
})

describe('who may see what', () => {
  it('asks a stranger to sign in, and comes back', async () => {
    const web = createTestConsole()
    for (const path of ['/uppgifter', '/arenden', '/ideer', '/beslut', '/formagor', '/prioritering', '/arenden/x/tidslinje']) {
      const response = await web.get(path)
      expect([path, response.status, response.headers.get('location')]).toEqual([
        path,
        302,
        `/logga-in?till=${encodeURIComponent(path)}`,
      ])
    }
    expect(web.api.calls).toEqual([])
  })

  it('tells somebody without a role in the work so, and asks no service', async () => {
    const web = createTestConsole()
    expect((await web.get('/arenden', resident)).status).toBe(403)
    expect(web.api.calls).toEqual([])
    const start = await (await web.get('/', resident)).text()
    expect(start).toContain('Skicka in en idé')
    expect(start).not.toContain('href="/arenden"')
  })

  it("sends the user's own token, and none for a stranger", async () => {
    const web = createTestConsole({ 'GET /v1/insight/tasks': { body: { tasks: [], hasMore: false } } })
    await web.get('/uppgifter', officer)
    expect(web.api.calls[0]?.headers.get('authorization')).toBe(`Bearer ${sessionCookie(officer).split('=')[1]}`)
    await web.get(`/ide/${'r'.repeat(32)}`)
    expect(web.api.calls.at(-1)?.headers.get('authorization')).toBeNull()
  })
})

describe('addresses that lead nowhere', () => {
  it.each(['/arenden/not-an-id', '/ideer/not-an-id', '/ide/cut-off', '/beslut/not-an-id'])(
    'are not found, and bother no service: %s',
    async (path) => {
      const web = createTestConsole()
      expect((await web.get(path, officer)).status).toBe(404)
      expect(web.api.calls).toEqual([])
    },
  )

  it('are kept from search engines, as is everything that is not for everybody', async () => {
    const web = createTestConsole()
    expect((await web.get('/ide/cut-off')).headers.get('x-robots-tag')).toBe('noindex, nofollow')
    expect((await web.get('/ide')).headers.get('x-robots-tag')).toBeNull()
  })
})

describe('addresses under /v1 that no service has', () => {
  it.each(
    ['/v1', '/v1/', '/v1/nothing', '/V1/ideas/cases', '/v1/ideas/receipts/x/y'].flatMap((path) =>
      ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) => [method, path] as const),
    ),
  )('are a problem, not a page: %s %s', async (method, path) => {
    const web = createTestConsole()
    const response = await web.request(path, { method, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await response.json()).toEqual({
      type: '/problems/route-not-found',
      title: 'Ingen sådan adress',
      status: 404,
      detail: 'Se API-beskrivningen.',
      instance: path,
      code: 'routeNotFound',
      correlationId: expect.stringMatching(/^[0-9a-f]{32}$/),
      translations: {
        sv: { title: 'Ingen sådan adress', detail: 'Se API-beskrivningen.' },
        en: { title: 'No such address', detail: 'See the API description.' },
      },
    })
    expect(web.api.calls).toEqual([])
  })

  it("answer in the caller's language and trace", async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c'
    const response = await createTestConsole().get('/v1/nothing', undefined, {
      'accept-language': 'sv;q=0.5, en-GB',
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
    })
    expect(response.headers.get('content-language')).toBe('en')
    expect(await response.json()).toMatchObject({ title: 'No such address', correlationId: traceId })
  })

  it('leave pages with like names alone', async () => {
    expect((await createTestConsole().get('/v12')).headers.get('content-type')).toContain('text/html')
  })
})

describe('forms from elsewhere', () => {
  it.each(['https://evil.test', 'null'])('are refused from %s', async (origin) => {
    const web = createTestConsole()
    const response = await web.post('/ide', { _action: 'send' }, undefined, { origin })
    expect(response.status).toBe(403)
    expect(web.api.calls).toEqual([])
  })
})

describe('assets', () => {
  it('may be kept for ever under an address that changes with them', async () => {
    const web = createTestConsole()
    const path = assetPath(await (await web.get('/')).text())
    const response = await web.get(path)
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('are served to an older page, but not kept', async () => {
    const response = await createTestConsole().get('/assets/older/console.css')
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })

  it.each(['/assets/x/../package.json', '/assets/x/%2e%2e/package.json', '/assets/x/none.css', '/assets/x/generated/stamp'])(
    'are nothing else: %s',
    async (path) => {
      expect((await createTestConsole().get(path)).status).toBe(404)
    },
  )
})

describe('when something is wrong', () => {
  it('says that there is no such page', async () => {
    const response = await createTestConsole().get('/finns/inte')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Sidan finns inte')
  })

  it('tells what a problem type means, to people and partners', async () => {
    const web = createTestConsole()
    const html = await (await web.get('/problems/stale-version?lang=en')).text()
    expect(html).toContain('Somebody was first')
    expect(html).toContain('412')
    expect((await web.get('/problems/nothing-of-the-kind')).status).toBe(404)
    expect((await web.get('/problems/constructor')).status).toBe(404)
  })

  it("shows a service's refusal in the reader's language", async () => {
    const web = createTestConsole({
      [`GET /v1/ideas/receipts/${'r'.repeat(32)}`]: {
        status: 404,
        body: {
          status: 404,
          code: 'receiptNotFound',
          title: 'x',
          detail: 'y',
          translations: {
            sv: { title: 'Ingen idé', detail: 'Kontrollera länken.' },
            en: { title: 'No idea', detail: 'Check the link.' },
          },
        },
      },
    })
    const response = await web.get(`/ide/${'r'.repeat(32)}?lang=en`)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Check the link.')
  })

  it('tells nothing of an inner fault, and tells operations', async () => {
    const faults: unknown[] = []
    const web = createTestConsole(
      { 'GET /v1/insight/tasks': { body: { tasks: 'hemligt' } } },
      { onFault: (fault) => faults.push(fault) },
    )
    const response = await web.get('/uppgifter', officer)
    expect(response.status).toBe(500)
    const html = await response.text()
    expect(html).toContain('Något gick fel hos oss')
    expect(html).not.toContain('hemligt')
    expect(faults).toHaveLength(1)
  })

  it('says so when a service does not answer', async () => {
    const web = createTestConsole({
      'GET /v1/insight/tasks': () => {
        throw new Error('connection refused')
      },
    })
    const response = await web.get('/uppgifter', officer)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('Tjänsten svarar inte')
  })
})
