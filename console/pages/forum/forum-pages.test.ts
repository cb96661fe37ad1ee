import { describe, expect, it } from 'vitest'
import { fakeProblem } from '../../testing/fake-api.ts'
import { createTestConsole, officer, resident } from '../../testing/test-console.ts'
import type { Persona } from '../../testing/test-console.ts'

const needId = '01a00000-0000-7000-8000-0000000000a1'
const callId = '01a00000-0000-7000-8000-0000000000c1'
const groupId = '01a00000-0000-7000-8000-0000000000d1'
const supplier: Persona = { sub: 'leverantor', name: 'Ali Haddad', roles: ['supplier'] }
const facilitator: Persona = {
  sub: 'samordnare',
  name: 'Emma Löfgren',
  roles: ['forumFacilitator'],
  organisation: 'region-kalmar',
}
const otherOfficer: Persona = { ...officer, organisation: 'kalmar-kommun' }

const need = {
  needId,
  title: 'Nå patienter med ny dosering',
  summary: 'Brev tar dagar.',
  description: 'Brevet <script>alert(1)</script> är **långsamt**.',
  organisation: 'region-kalmar',
  status: 'published',
  targetGroups: ['relatives'],
  careSteps: ['medication'],
  functions: [{ id: 'F1', name: 'Se att beskedet är läst' }],
  contact: { name: 'E-hälsa', email: 'ehalsa@region.example' },
  publishedAt: '2026-11-19T08:00:00.000Z',
  interested: 2,
}
const interests = [
  {
    interestId: 'a'.repeat(32),
    supplier: 'Ali',
    company: 'Vård-IT AB',
    products: [],
    message: 'Ring oss',
    shownAt: '2026-11-19T08:00:00.000Z',
    isHidden: false,
  },
]
const path = `/v1/forum/needs/${needId}`
const answersFor = (more: object = {}) => ({
  [`GET ${path}`]: { body: { ...need, ...more }, etag: 4 },
  [`GET ${path}/member-view`]: { body: { ...need, ...more }, etag: 4 },
  [`GET ${path}/teams`]: { body: { teams: [] } },
  [`GET ${path}/interest`]: { body: { isShown: false, products: [] } },
  [`GET ${path}/interests`]: { body: { interests } },
})
const page = `/forum/behov/${needId}`

describe('the page of a need', () => {
  it('is the same for every passer-by, and runs nothing that somebody has written', async () => {
    const html = await (await createTestConsole(answersFor()).get(page)).text()
    expect(html).toContain('2 företag har visat intresse')
    expect(html).toContain('<strong>långsamt</strong>')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toMatch(/Vård-IT|Ring oss|Avsluta behovet/)
  })

  it('shows who is interested to the organisation that has the need, and asks for it for nobody else', async () => {
    const web = createTestConsole(answersFor())
    expect(await (await web.get(page, officer)).text()).toMatch(/Vård-IT AB[\s\S]*Ring oss/)
    const other = createTestConsole(answersFor())
    const html = await (await other.get(page, otherOfficer)).text()
    expect(html).not.toMatch(/Vård-IT|Avsluta behovet/)
    expect(other.api.calls.map((call) => call.path)).not.toContain(`${path}/interests`)
  })

  it('tells where the case stands, why it was stopped and what came of it', async () => {
    const of = (phase: string, standing?: object) => ({ case: { caseId: needId, caseNumber: 'KLM-2026-0001', phase, standing } })
    const asOf = '2026-11-19T08:00:00.000Z'
    const read = async (more: object) => (await createTestConsole(answersFor(more)).get(page)).text()
    expect(await read(of('matching'))).toContain('Det är nu i fasen Matchning.')
    expect(await read(of('matching', { status: 'stopped', asOf, reason: 'notAffordable' }))).toContain(
      'avslutades i fasen Matchning: Det finns inte pengar till det.',
    )
    const feedback = {
      fedBackOn: '2026-11-10',
      how: 'Möte',
      points: [{ about: 'market', point: 'Tre anbud.' }],
      response: 'Bra.',
    }
    const html = await read(of('followup', { status: 'completed', asOf, feedback }))
    expect(html).toMatch(/Ärendet är fullbordat\.[\s\S]*Marknaden:<\/strong> Tre anbud\./)
    expect(html).not.toContain('/arenden/')
  })

  it('sends interest with its products as a list, and shows a refusal where it was written', async () => {
    const web = createTestConsole({
      ...answersFor(),
      [`PUT ${path}/interest`]: fakeProblem(400, 'invalidRequest', [
        { pointer: '/products/1', code: 'tooBig', sv: 'Korta till högst 200 tecken.' },
      ]),
    })
    const form = { '/company': 'Vård-IT AB', '/products': 'Brevia\r\n\r\nKvitto', '/message': 'Hej' }
    const answer = await web.post(`${page}/intresse`, form, supplier)
    const sent = web.api.calls.find(({ method }) => method === 'PUT')
    expect(sent?.body).toEqual({ company: 'Vård-IT AB', message: 'Hej', products: ['Brevia', 'Kvitto'] })
    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(html).toContain('Produkter som ni tänker på: Korta till högst 200 tecken.')
    expect(html).toContain('Kvitto')
  })

  it('is published with the version that was read, and says by name what is missing', async () => {
    const web = createTestConsole({
      ...answersFor({ status: 'draft', publishedAt: undefined }),
      // A draft is not there for whoever reads at the public address.
      [`GET ${path}`]: fakeProblem(404, 'needNotFound'),
      [`GET ${path}/teams`]: fakeProblem(404, 'needNotFound'),
      [`POST ${path}/publications`]: fakeProblem(422, 'needIncomplete', [
        { pointer: '/summary', code: 'required', sv: 'Fyll i fältet.' },
      ]),
    })
    const html = await (await web.post(`${page}/publicering`, { version: '4' }, officer)).text()
    expect(web.api.calls.find(({ method }) => method === 'POST')?.headers.get('if-match')).toBe('"4"')
    expect(html).toContain('Kort beskrivning: Fyll i fältet.')
  })
})

describe('the form of a need', () => {
  it('takes the address of a case for its id, and one function a line', async () => {
    const web = createTestConsole({ 'POST /v1/forum/needs': { status: 201, body: { ...need, status: 'draft' }, etag: 1 } })
    const answer = await web.post(
      '/forum/behov/nytt',
      { '/title': 'Behov', '/functions': 'Ett\nTvå', '/caseId': `https://console.test/arenden/${needId}/matching` },
      officer,
    )
    expect(web.api.calls.at(-1)?.body).toEqual({ title: 'Behov', functions: ['Ett', 'Två'], caseId: needId })
    expect(answer.headers.get('location')).toBe(`${page}?klart=needSaved`)
  })
})

describe('the calendar', () => {
  const event = {
    callId,
    kind: 'event',
    title: 'Behovsdag',
    text: 'Välkommen',
    organiser: 'Regionen',
    audience: 'Alla',
    startsAt: '2027-07-10T11:00:00.000Z',
    endsAt: '2027-07-10T14:00:00.000Z',
    status: 'cancelled',
    cancelled: { reason: 'Sjukdom' },
    publishedAt: '2026-11-19T08:00:00.000Z',
    changedAt: '2026-11-19T08:00:00.000Z',
    sequence: 1,
  }

  it('tells hours as they are in Sweden, and what is cancelled', async () => {
    const html = await (
      await createTestConsole({ 'GET /v1/forum/calls': { body: { calls: [event] } } }).get('/forum/kalender')
    ).text()
    expect(html).toMatch(/Inställt[\s\S]*10 juli 2027 13:00–16:00/)
  })

  it('is a feed that anybody can subscribe to', async () => {
    const answer = await createTestConsole({ 'GET /v1/forum/calls': { body: { calls: [event] } } }).get('/forum/kalender.ics')
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    expect(await answer.text()).toContain('STATUS:CANCELLED')
  })

  it('takes the hours of a form as Swedish ones, and says which it cannot read', async () => {
    const published = { 'POST /v1/forum/calls': { status: 201, body: { ...event, status: 'published' }, etag: 1 } }
    const form = {
      '/kind': 'event',
      '/title': 'Dag',
      '/text': 'T',
      '/organiser': 'O',
      '/audience': 'A',
      '/day': '2027-01-10',
      '/from': '13:00',
      '/until': '15.30',
    }
    const web = createTestConsole(published)
    await web.post('/forum/kalender/nytt', form, facilitator)
    expect(web.api.calls.at(-1)?.body).toMatchObject({ startsAt: '2027-01-10T12:00:00.000Z', endsAt: '2027-01-10T14:30:00.000Z' })
    const wrong = createTestConsole(published)
    const html = await (await wrong.post('/forum/kalender/nytt', { ...form, '/until': 'sen' }, facilitator)).text()
    expect(html).toContain('Ange dag och klockslag')
    expect(wrong.api.calls.some(({ method }) => method === 'POST')).toBe(false)
  })
})

describe('a focus group', () => {
  const group = {
    focusGroupId: groupId,
    organisation: 'region-kalmar',
    status: 'open',
    title: 'Hur vill du larma?',
    description: 'Berätta',
    targetGroups: ['relatives'],
    startsAt: '2027-01-20T16:00:00.000Z',
    endsAt: '2027-01-20T18:00:00.000Z',
    place: 'Kalmar',
    seats: 10,
    seatsLeft: 9,
    signUpBy: '2027-01-15',
    keepDays: 30,
  }
  const at = `/v1/forum/focus-groups/${groupId}`
  const href = `/forum/fokusgrupper/${groupId}`

  it('shows who takes part to its facilitator, and reads the list for nobody else', async () => {
    const answers = {
      [`GET ${at}`]: { body: group, etag: 2 },
      [`GET ${at}/member-view`]: { body: group, etag: 2 },
      [`GET ${at}/sign-ups`]: {
        body: {
          signUps: [
            {
              signUpId: 'b'.repeat(32),
              name: 'Ingrid Holm',
              contact: 'i@x.example',
              signedUpAt: '2026-11-19T08:00:00.000Z',
              goneAt: '2027-02-19T18:00:00.000Z',
            },
          ],
        },
      },
    }
    expect(await (await createTestConsole(answers).get(href, facilitator)).text()).toContain('Ingrid Holm')
    for (const persona of [undefined, resident, supplier, officer, { ...facilitator, organisation: 'kalmar-kommun' }]) {
      const web = createTestConsole(answers)
      expect(await (await web.get(href, persona)).text()).not.toContain('Ingrid')
      expect(web.api.calls.map((call) => call.path)).not.toContain(`${at}/sign-ups`)
    }
  })

  it('is signed up for with consent, and answers with a link that takes it back', async () => {
    const receipt = 'r'.repeat(32)
    const web = createTestConsole({
      [`GET ${at}`]: { body: group, etag: 2 },
      [`POST ${at}/sign-ups`]: { status: 201, body: { receipt, goneAt: '2027-02-19T18:00:00.000Z' } },
    })
    const answer = await web.post(`${href}/anmalan`, { '/name': 'Ingrid', '/contact': 'i@x.example', '/consent': 'yes' })
    expect(web.api.calls.at(-1)?.body).toEqual({ name: 'Ingrid', contact: 'i@x.example', consent: true })
    expect(answer.status).toBe(201)
    expect(await answer.text()).toContain(`${href}/aterkallelse?kvitto=${receipt}`)
    await web.post(`${href}/anmalan`, { '/name': 'Ingrid', '/contact': 'i@x.example' })
    expect(web.api.calls.find(({ method, body }) => method === 'POST' && !Object.hasOwn(body as object, 'consent'))).toBeDefined()
  })
})

describe('whoever is not signed in', () => {
  it.each(['/forum/behov/nytt', '/forum/amnen', '/forum/granskning', '/forum/samarbeten/nytt?behov=x'])(
    'is asked to at %s',
    async (target) => {
      const answer = await createTestConsole().get(target)
      expect([answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([302, '/logga-in'])
    },
  )
})
