import { describe, expect, it } from 'vitest'
import { fakeProblem } from '../../testing/fake-api.ts'
import type { Answers } from '../../testing/fake-api.ts'
import { formEntries } from '../../testing/form-entries.ts'
import { createTestConsole, officer } from '../../testing/test-console.ts'
import type { Persona } from '../../testing/test-console.ts'

const systemId = '01a1f7c0-2f80-7b61-9d3e-5c8f0a1b2c3d'
const otherId = '01a1f7c0-2f80-7b61-9d3e-5c8f0a1b2c3e'
const path = `/systemkarta/system/${systemId}`
const api = `/v1/catalogue/systems/${systemId}`

const editor: Persona = { sub: 'systemkarta', name: 'Linnea Fors', roles: ['systemMapEditor'], organisation: 'region-kalmar' }
const municipalEditor: Persona = { ...editor, sub: 'kommun', organisation: 'kalmar-kommun' }
const supplier: Persona = { sub: 'leverantor', name: 'Ali Haddad', roles: ['supplier'] }

const contract = {
  kind: 'framework',
  start: '2024-03-01',
  end: '2027-02-28',
  options: [{ months: 12, noticeMonths: 3, status: 'open' }],
  callOff: ['kalmar-kommun'],
  cpv: ['33195000'],
}
const reckoned = {
  supplier: 'Bolaget (exempel)',
  kind: 'framework',
  start: '2024-03-01',
  standing: 'inForce',
  endsOn: '2027-02-28',
  endsWithOptionsOn: '2028-02-29',
  decideBy: '2026-11-28',
  options: [{ status: 'open', until: '2028-02-29', decideBy: '2026-11-28', isOverdue: false }],
  callOff: ['kalmar-kommun'],
  cpv: ['33195000'],
}
const content = {
  name: 'Egenmonitorering',
  purpose: 'Mätvärden hemifrån',
  functions: ['Ta emot mätvärden'],
  careSteps: ['monitoring'],
  targetGroups: ['peopleWithChronicIllness'],
  category: 'remoteMonitoring',
  supplier: { name: 'Bolaget (exempel)' },
  status: 'inUse',
  integrations: [{ systemId: otherId, standard: 'HL7 FHIR R4', direction: 'sends' }],
  contracts: [contract],
}
const view = {
  systemId,
  organisation: 'region-kalmar',
  version: 3,
  changedAt: '2026-11-19T08:00:00.000Z',
  changedBy: { subject: 'systemkarta', name: 'Linnea Fors' },
  content,
  contracts: [reckoned],
  neighbours: [
    { systemId: otherId, organisation: 'kalmar-kommun', name: 'Journalen', standard: 'HL7 FHIR R4', direction: 'sends' },
  ],
}
const summary = {
  systemId,
  organisation: 'region-kalmar',
  name: content.name,
  category: content.category,
  supplier: 'Bolaget (exempel)',
  status: 'inUse',
  functions: [],
  standards: [],
  contracts: 1,
  endsOn: '2027-02-28',
  endsWithOptionsOn: '2028-02-29',
  hasCallOff: true,
}
const endings = {
  from: '2026-11-20',
  to: '2028-11-20',
  total: 1,
  endings: [
    {
      systemId,
      organisation: 'region-kalmar',
      systemName: content.name,
      category: content.category,
      contract: reckoned,
      firstDeadline: '2026-11-28',
    },
  ],
}

const answers: Answers = {
  'GET /v1/catalogue/systems': { body: { total: 1, systems: [summary] } },
  'GET /v1/catalogue/system-groups': {
    body: { groups: [{ name: content.name, supplier: 'Bolaget (exempel)', systems: [summary] }] },
  },
  'GET /v1/catalogue/contract-endings': { body: endings },
  'GET /v1/catalogue/companies': { body: { companies: [] } },
  [`GET ${api}`]: { body: view, etag: 3 },
}
const html = async (response: Response | Promise<Response>): Promise<string> => (await response).text()

describe('the map', () => {
  it('shows systems with whose they are and when their contracts end, and a finding about what runs out', async () => {
    const shown = await html(createTestConsole(answers).get('/systemkarta', officer))
    for (const part of ['Egenmonitorering', 'Region Kalmar län', '28 feb. 2027', 'med optioner 29 feb. 2028', 'Avrop möjligt'])
      expect(shown).toContain(part)
    expect(shown).toContain('1 avtal löper ut eller ska avgöras till och med 20 november 2028')
  })

  it('asks for what has been chosen, and leads on with the same choice', async () => {
    const web = createTestConsole({
      ...answers,
      'GET /v1/catalogue/systems': { body: { total: 80, systems: [summary] }, link: '</v1/x?cursor=next>; rel="next"' },
    })
    const shown = await html(web.get('/systemkarta?kategori=remoteMonitoring&ord=puls&organisation=hittepa', officer))
    const asked = web.api.calls.find((call) => call.path === '/v1/catalogue/systems')
    expect(Object.fromEntries(asked?.query ?? [])).toEqual({ category: 'remoteMonitoring', text: 'puls', limit: '50' })
    expect(shown).toContain('/systemkarta?kategori=remoteMonitoring&amp;ord=puls&amp;sida=next')
    expect(shown).toContain('/systemkarta/export.xlsx?kategori=remoteMonitoring&amp;ord=puls')
  })

  it('is for the public side: a supplier does not see it, and nobody without signing in', async () => {
    const web = createTestConsole(answers)
    for (const page of ['/systemkarta', '/systemkarta/avtal', '/systemkarta/samkop', path, '/systemkarta/export.json']) {
      expect((await web.get(page, supplier)).status).toBe(403)
      expect((await web.get(page)).status).not.toBe(200)
    }
    expect(web.api.calls).toEqual([])
  })

  it('offers to write to those who keep a part of it, and only in their own', async () => {
    const web = createTestConsole(answers)
    expect(await html(web.get('/systemkarta', officer))).not.toContain('/systemkarta/ny')
    expect(await html(web.get('/systemkarta', editor))).toContain('/systemkarta/ny')
    expect(await html(web.get(path, editor))).toContain(`${path}/andra`)
    expect(await html(web.get(path, municipalEditor))).not.toContain(`${path}/andra`)
    for (const [page, persona] of [
      [`${path}/andra`, municipalEditor],
      ['/systemkarta/ny', officer],
      ['/systemkarta/import', officer],
    ] as const)
      expect((await web.get(page, persona)).status).toBe(403)
  })

  it('shows the categories where several can buy together', async () => {
    const [first] = endings.endings
    const two = { ...endings, total: 2, endings: [first, { ...first, organisation: 'kalmar-kommun' }] }
    const web = createTestConsole({ ...answers, 'GET /v1/catalogue/contract-endings': { body: two } })
    const shown = await html(web.get('/systemkarta/avtal?manader=36', officer))
    expect(shown).toContain('/systemkarta/samkop?kategori=remoteMonitoring')
    expect(web.api.calls[0]?.query.get('months')).toBe('36')
    expect(await html(createTestConsole(answers).get('/systemkarta/avtal', officer))).toContain('Ingen kategori har avtal')
  })
})

describe('buying together', () => {
  it('asks nothing until something is looked for, and then for one’s own organisation', async () => {
    const row = { ...endings.endings[0], because: [{ kind: 'functions', functions: ['Ta emot mätvärden'] }] }
    const search = 'POST /v1/catalogue/joint-purchase-searches'
    const web = createTestConsole({
      [search]: {
        body: {
          from: '2026-11-20',
          to: '2028-11-20',
          candidates: [{ ...row, end: { on: '2027-02-28', dependsOn: 'optionNotTaken', decideBy: '2026-11-28' } }],
          callOffs: [{ ...row, isOpenToYou: false }],
        },
      },
    })
    expect(await html(web.get('/systemkarta/samkop', officer))).toContain('Välj en kategori')
    expect(web.api.calls).toEqual([])
    const shown = await html(web.get('/systemkarta/samkop?funktion=m%C3%A4tv%C3%A4rden&kategori=', officer))
    expect(web.api.calls[0]?.body).toMatchObject({ functions: ['mätvärden'], organisation: 'region-kalmar' })
    for (const part of ['om optionen inte utnyttjas', 'Liknande funktion: Ta emot mätvärden', 'Ni är inte namngivna'])
      expect(shown).toContain(part)
  })

  it('is told why a period is refused', async () => {
    const web = createTestConsole({ 'POST /v1/catalogue/joint-purchase-searches': fakeProblem(422, 'windowBackwards') })
    const response = await web.get('/systemkarta/samkop?kategori=medication&fran=2027-01-01&till=2026-01-01', officer)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Titel windowBackwards')
  })
})

describe('the form of a system', () => {
  /** The second form of the page is the system's; the first signs out. */
  const entriesOf = (page: string): URLSearchParams => formEntries(page.slice(page.indexOf('class="form"')))
  const posted = (entries: URLSearchParams): Record<string, string[]> =>
    Object.fromEntries([...new Set(entries.keys())].map((name) => [name, entries.getAll(name)]))

  it('posted as it was shown says what was there', async () => {
    const web = createTestConsole({ ...answers, [`PUT ${api}`]: { body: view, etag: 4 } })
    const entries = entriesOf(await html(web.get(`${path}/andra`, editor)))
    const response = await web.post(`${path}/andra`, { ...posted(entries), _action: 'save' }, editor)
    expect(response.headers.get('location')).toBe(`${path}?klart=systemSaved`)
    const sent = web.api.calls.findLast(({ method }) => method === 'PUT')
    expect(sent?.headers.get('if-match')).toBe('"3"')
    expect(sent?.body).toEqual(content)
  })

  it('gets another option by a button, with everything else as it was typed', async () => {
    const web = createTestConsole(answers)
    const entries = entriesOf(await html(web.get(`${path}/andra`, editor)))
    entries.set('/purpose', 'Nytt syfte')
    const again = entriesOf(
      await html(web.post(`${path}/andra`, { ...posted(entries), _action: 'add:/contracts/0/options' }, editor)),
    )
    expect(again.getAll('/contracts/0/options')).toEqual(['0', '1'])
    expect(again.get('/purpose')).toBe('Nytt syfte')
    expect(web.api.calls.every(({ method }) => method === 'GET')).toBe(true)
  })

  it('comes back with what the service says at the field that it is about', async () => {
    const refused = fakeProblem(422, 'systemNotConsistent', [
      { pointer: '/contracts/0/end', sv: 'Avtalet slutar före det börjar.' },
    ])
    const web = createTestConsole({ ...answers, [`PUT ${api}`]: refused })
    const entries = entriesOf(await html(web.get(`${path}/andra`, editor)))
    const response = await web.post(`${path}/andra`, { ...posted(entries), _action: 'save' }, editor)
    expect(response.status).toBe(422)
    const shown = await response.text()
    expect(shown).toContain('href="#falt-contracts-0-end"')
    expect(shown).toContain('id="falt-contracts-0-end-error"')
  })

  it('shows both versions when somebody else was first, and is saved over theirs only when told to', async () => {
    let isFirst = true
    const web = createTestConsole({
      ...answers,
      [`GET ${api}`]: () => {
        const body = isFirst ? view : { ...view, version: 4, content: { ...content, purpose: 'Deras syfte' } }
        return { body, etag: body.version }
      },
      [`PUT ${api}`]: () => {
        isFirst = false
        return fakeProblem(412, 'staleVersion')
      },
    })
    const entries = entriesOf(await html(web.get(`${path}/andra`, editor)))
    entries.set('/purpose', 'Mitt syfte')
    const response = await web.post(`${path}/andra`, { ...posted(entries), _action: 'save' }, editor)
    expect(response.status).toBe(412)
    const shown = await response.text()
    expect(shown).toContain('Deras syfte')
    expect(entriesOf(shown).get('/purpose')).toBe('Mitt syfte')
    expect(entriesOf(shown).get('_version')).toBe('4')
  })

  it('enters a new system once, however often it is sent', async () => {
    const web = createTestConsole({ ...answers, 'POST /v1/catalogue/systems': { status: 201, body: view } })
    const entries = entriesOf(await html(web.get('/systemkarta/ny', editor)))
    for (const [name, value] of [
      ['/name', 'Nytt'],
      ['/purpose', 'Prov'],
      ['/category', 'other'],
      ['/supplier/name', 'Bolaget'],
    ] as const)
      entries.set(name, value)
    for (const _ of [1, 2]) await web.post('/systemkarta/ny', { ...posted(entries), _action: 'save' }, editor)
    const keys = web.api.calls.filter(({ method }) => method === 'POST').map(({ headers }) => headers.get('idempotency-key'))
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })
})

describe('the history', () => {
  it('tells what each version changed, and what it began as', async () => {
    const versions = [
      { ...view, content: { ...content, users: 340 } },
      { ...view, version: 1, content: { ...content, users: 300, contracts: [] } },
    ]
    const web = createTestConsole({ ...answers, [`GET ${api}/versions`]: { body: { versions } } })
    const shown = await html(web.get(`${path}/historik`, officer))
    for (const part of ['Antal användare', '300', '340', 'Inlagt på kartan', 'Avtalsform']) expect(shown).toContain(part)
  })
})
