import { describe, expect, it } from 'vitest'
import { companyContent } from '../../../services/catalogue/domain/companies/company-fields.ts'
import { evaluationContent } from '../../../services/catalogue/domain/evaluations/evaluation-fields.ts'
import { productContent } from '../../../services/catalogue/domain/products/product-fields.ts'
import { fakeProblem } from '../../testing/fake-api.ts'
import type { Answers } from '../../testing/fake-api.ts'
import { createTestConsole, officer, sessionCookie as sessionOf } from '../../testing/test-console.ts'
import type { Persona } from '../../testing/test-console.ts'

/** The pages of the catalogue and of a supplier's own company, against an API that answers as it is told. */

const supplier: Persona = { sub: 'leverantor', name: 'Ali Haddad', roles: ['supplier'] }
const curator: Persona = { sub: 'redaktor', name: 'Petter Wallin', roles: ['curator'], organisation: 'region-kalmar' }

const companyId = '01a00000-0000-7000-8000-00000000000a'
const productId = '01a00000-0000-7000-8000-00000000000b'

const company = {
  companyId,
  name: 'Larm AB (exempel)',
  registration: 'organisationNumber',
  number: '556016-0680',
  legalForm: 'limitedCompany',
  size: 'micro',
  regions: ['H'],
  verification: { status: 'declared' },
}
const shown = {
  productId,
  company: { companyId, name: company.name, size: 'micro', registration: 'declared', regions: ['H'] },
  content: {
    name: 'Trygga larmet',
    summary: 'Larm.',
    kind: 'product',
    claims: [{ requirementId: 'KB-INT-001', statement: 'Öppet <b>API</b>.' }],
  },
  revision: 3,
  publishedAt: '2026-11-20T08:00:00.000Z',
  claims: [
    {
      claim: 'requirement:KB-INT-001',
      requirementId: 'KB-INT-001',
      status: 'refuted',
      basis: 'curator',
      reason: 'Krävde inloggning.',
    },
  ],
  evaluations: 1,
}
const own = {
  productId,
  companyId,
  status: 'changed',
  draft: { name: 'Trygga larmet', needsMet: ['Ett', 'Två'] },
  edition: 4,
  changedAt: '2026-11-20T08:00:00.000Z',
  missing: [],
  published: shown,
}
const ownCompany = {
  company,
  content: {
    name: company.name,
    registration: 'organisationNumber',
    number: company.number,
    legalForm: 'limitedCompany',
    regions: ['H'],
  },
  status: 'active',
  representatives: [{ subject: 'leverantor', name: 'Ali Haddad', since: '2026-11-20T08:00:00.000Z' }],
  version: 2,
}

const forms = { company: companyContent.form, product: productContent.form, evaluation: evaluationContent.form }

const answers: Answers = {
  'GET /v1/catalogue/forms': { body: forms },
  'GET /v1/catalogue/products': { body: { products: [shown] } },
  [`GET /v1/catalogue/products/${productId}`]: { body: shown },
  [`GET /v1/catalogue/products/${productId}/evaluations`]: { body: { evaluations: [] } },
  'GET /v1/catalogue/own-companies': { body: { companies: [ownCompany] } },
  [`GET /v1/catalogue/own-companies/${companyId}`]: { body: ownCompany, etag: 2 },
  [`GET /v1/catalogue/own-companies/${companyId}/products`]: { body: { products: [own] } },
  [`GET /v1/catalogue/own-products/${productId}`]: { body: own, etag: 4 },
  'GET /v1/catalogue/reviews': { body: { reviews: [] } },
}

const consoleWith = (more: Answers = {}) => createTestConsole({ ...answers, ...more })
const pageOf = async (response: Promise<Response>) => {
  const answered = await response
  return { status: answered.status, location: answered.headers.get('location'), html: await answered.text() }
}

describe('the catalogue', () => {
  it('is searched by the form in the address, and by nothing else', async () => {
    const { api, get } = consoleWith()
    const { status, html } = await pageOf(get('/katalog?ord=larm&malgrupp=olderPeople&lan=H&annat=1'))
    expect(status).toBe(200)
    expect(html).toContain('Trygga larmet')
    const asked = api.calls.find(({ path }) => path === '/v1/catalogue/products')
    expect(Object.fromEntries(asked?.query ?? [])).toEqual({ text: 'larm', targetGroup: 'olderPeople', region: 'H', limit: '20' })
  })

  it('is exported as JSON to anybody', async () => {
    const { get } = consoleWith()
    const { html } = await pageOf(get('/katalog/produkter.json'))
    expect(JSON.parse(html)).toMatchObject({ products: [{ productId, content: { name: 'Trygga larmet' } }] })
  })
})

describe('a product', () => {
  const path = `/katalog/produkter/${productId}`

  it('is told with the status and the reason of each claim, and what suppliers write is text', async () => {
    const { html } = await pageOf(consoleWith().get(path))
    expect(html).toContain('Stämde inte vid kontroll')
    expect(html).toContain('Krävde inloggning.')
    expect(html).toContain('Öppet &lt;b&gt;API&lt;/b&gt;.')
  })

  it.each([
    ['a visitor', undefined, false],
    ['staff', officer, true],
    ['the own supplier', supplier, true],
  ])('asks for evaluations for %s', async (_, persona, isAsked) => {
    const { api, get } = consoleWith()
    await get(path, persona)
    expect(api.calls.some((call) => call.path.endsWith('/evaluations'))).toBe(isAsked)
  })

  it('asks for no evaluations for another supplier', async () => {
    const { api, get } = consoleWith({ [`GET /v1/catalogue/own-products/${productId}`]: fakeProblem(404, 'productNotFound') })
    expect((await pageOf(get(path, supplier))).html).not.toContain('Bedömningar att återanvända')
    expect(api.calls.some((call) => call.path.endsWith('/evaluations'))).toBe(false)
  })

  it('is judged by a curator in the revision that was read', async () => {
    const { api, post } = consoleWith({
      [`POST /v1/catalogue/products/${productId}/claim-judgements`]: { status: 201, body: shown },
    })
    const form = { claim: 'requirement:KB-INT-001', index: '0', revision: '3', '/status': 'verified', '/reason': 'Läst.' }
    const { status, location } = await pageOf(post(`${path}/uppgifter`, form, curator))
    expect([status, location]).toEqual([303, `${path}?klart=claimJudged`])
    expect(api.calls.at(-1)?.body).toEqual({ status: 'verified', reason: 'Läst.', claim: 'requirement:KB-INT-001', revision: 3 })
  })
})

describe('needs that a product could meet', () => {
  const path = `/katalog/produkter/${productId}/behov`
  const needs = [
    {
      rank: 1,
      need: { needId: 'need-1', visibility: 'everybody', title: 'Trygg hemma', organisation: 'region-kalmar' },
      relevance: 0.71,
      functions: [
        { id: 'F1', name: 'Kalla på hjälp', isOffered: true, passages: [{ text: 'Larma med en knapp' }] },
        { id: 'F2', name: 'Se var någon är', isOffered: false, passages: [] },
      ],
    },
  ]
  const found: Answers = { [`GET /v1/catalogue/products/${productId}/needs`]: { body: { needs } } }

  it('are shown to its supplier with the words that answer, and what is not described', async () => {
    const { html } = await pageOf(consoleWith(found).get(path, supplier))
    expect(html).toContain('href="/forum/behov/need-1"')
    expect(html).toContain('Region Kalmar län')
    expect(html).toMatch(/71\s%/)
    expect(html).toContain('”Larma med en knapp”')
    expect(html).toContain('beskrivs inte')
  })

  it('are not for visitors, and of another supplier the service tells nothing', async () => {
    expect((await pageOf(consoleWith(found).get(path))).status).toBe(302)
    const refusing = consoleWith({ [`GET /v1/catalogue/products/${productId}/needs`]: fakeProblem(404, 'productNotMatchable') })
    expect((await pageOf(refusing.get(path, supplier))).status).toBe(404)
  })
})

describe('a company of one’s own', () => {
  it('is for suppliers alone', async () => {
    const { get } = consoleWith()
    expect((await pageOf(get('/mitt-foretag', officer))).status).toBe(403)
    expect((await pageOf(get('/mitt-foretag', supplier))).html).toContain(company.name)
    expect((await pageOf(get('/mitt-foretag'))).html).not.toContain(company.name)
  })

  it('is registered with what was filled in; what is wrong comes back at its field with everything else kept', async () => {
    const { api, post } = consoleWith({
      'POST /v1/catalogue/companies': fakeProblem(422, 'organisationNumberWrong', [
        { pointer: '/number', sv: 'Fel kontrollsiffra.' },
      ]),
    })
    const form = {
      '/name': 'Larm AB',
      '/registration': 'organisationNumber',
      '/number': '556016-0681',
      '/legalForm': 'limitedCompany',
      '/regions': ['H', 'G'],
      _action: 'save',
    }
    const { status, html } = await pageOf(post('/mitt-foretag/registrera', form, supplier))
    expect(status).toBe(422)
    expect(html).toContain('Fel kontrollsiffra.')
    expect(html).toContain('value="556016-0681"')
    expect(api.calls.at(-1)?.body).toMatchObject({ name: 'Larm AB', regions: ['G', 'H'] })
  })

  it('gets a code that is shown once', async () => {
    const { post } = consoleWith({
      [`POST /v1/catalogue/own-companies/${companyId}/invitations`]: {
        status: 201,
        body: { code: 'hemlig-kod', expiresAt: '2026-11-27T08:00:00.000Z' },
      },
    })
    const { status, html } = await pageOf(post(`/mitt-foretag/${companyId}/inbjudan`, {}, supplier))
    expect(status).toBe(200)
    expect(html).toContain('hemlig-kod')
  })
})

describe('a product of one’s own', () => {
  const path = `/mitt-foretag/produkter/${productId}`
  const form = { '/name': 'Larmet', '/needsMet': ['0', '1'], '/needsMet/0': 'Ett', '/needsMet/1': 'Två', _version: '4' }

  it('grows by a row without script, and nothing is sent', async () => {
    const { api, post } = consoleWith()
    const { html } = await pageOf(post(path, { ...form, _action: 'add:/needsMet' }, supplier))
    expect(html).toContain('name="/needsMet/2"')
    expect(api.calls.some(({ method }) => method !== 'GET')).toBe(false)
  })

  it('is saved over the version that was read, and published after that', async () => {
    const { api, post } = consoleWith({
      [`PUT /v1/catalogue/own-products/${productId}`]: { body: { ...own, edition: 5 }, etag: 5 },
      [`POST /v1/catalogue/own-products/${productId}/publications`]: { status: 201, body: own },
    })
    const { status, location } = await pageOf(post(path, { ...form, _action: 'publish' }, supplier))
    expect([status, location]).toEqual([303, `${path}?klart=productPublished`])
    const [saved, published] = api.calls.filter(({ method }) => method !== 'GET')
    expect([saved?.headers.get('if-match'), published?.headers.get('if-match')]).toEqual(['"4"', '"5"'])
    expect(saved?.body).toMatchObject({ name: 'Larmet', needsMet: ['Ett', 'Två'] })
  })

  it('that is not whole says at which field, with the draft saved', async () => {
    const { post } = consoleWith({
      [`PUT /v1/catalogue/own-products/${productId}`]: { body: { ...own, edition: 5 }, etag: 5 },
      [`POST /v1/catalogue/own-products/${productId}/publications`]: fakeProblem(422, 'productIncomplete', [
        { pointer: '/summary', code: 'required', sv: 'Fyll i fältet.' },
      ]),
    })
    const { status, html } = await pageOf(post(path, { ...form, _action: 'publish' }, supplier))
    expect(status).toBe(422)
    expect(html).toContain('Sammanfattning: Fyll i fältet.')
    expect(html).toContain('name="_version" value="5"')
  })
})

describe('an import', () => {
  const send = (bytes: string, more: Answers = {}) => {
    const { api, request } = consoleWith(more)
    const body = new FormData()
    body.set('fil', new File([bytes], 'produkter.csv'))
    const headers = { origin: 'https://console.test', cookie: sessionOf(supplier) }
    return {
      api,
      answer: pageOf(request(`/mitt-foretag/import/granskning?foretag=${companyId}`, { method: 'POST', body, headers })),
    }
  }

  it('is looked through first: what the file and the service find wrong stands together, by row', async () => {
    const { answer } = send('Namn;Slag;Mognad (TRL)\nA;pryl;9\nB;Produkt;9\n', {
      'POST /v1/catalogue/product-imports/previews': {
        body: {
          new: 0,
          changed: 0,
          unchanged: 0,
          refused: 1,
          rows: [
            {
              row: 3,
              verdict: 'refused',
              name: 'B',
              problems: [{ pointer: '/summary', code: 'required', message: { sv: 'Fyll i fältet.', en: 'Fill in.' } }],
            },
          ],
        },
      },
    })
    const { status, html } = await answer
    expect(status).toBe(422)
    expect(html).toContain('”pryl” finns inte att välja.')
    expect(html).toContain('Sammanfattning')
    expect(html).not.toContain('name="rows"')
  })

  it('that is clean carries its rows to be confirmed', async () => {
    const { answer } = send('Namn\nA\n', {
      'POST /v1/catalogue/product-imports/previews': {
        body: { new: 1, changed: 0, unchanged: 0, refused: 0, rows: [{ row: 2, verdict: 'new', name: 'A', problems: [] }] },
      },
    })
    const { status, html } = await answer
    expect(status).toBe(200)
    expect(html).toContain('name="rows"')
  })

  it('of a file that is too large is not read', async () => {
    const { api, answer } = send('x'.repeat(200_001))
    expect((await answer).status).toBe(422)
    expect(api.calls.some(({ method }) => method === 'POST')).toBe(false)
  })
})
