import { describe, expect, it } from 'vitest'
import { conditionTerms } from '#contracts/requirement-library.ts'
import type { Requirement } from '../../api/library-views.ts'
import { createLocale } from '../../language/locale.ts'
import { writeCsv } from '../../tables/write-table.ts'
import { fakeProblem } from '../../testing/fake-api.ts'
import { createTestConsole, officer, resident, sessionCookie } from '../../testing/test-console.ts'
import type { Persona } from '../../testing/test-console.ts'
import { readCondition, writeConditionInWords } from './condition-text.ts'

const curator: Persona = { sub: 'redaktor', name: 'Petter Wallin', roles: ['curator'], organisation: 'region-kalmar' }
const suggestionId = '01926a00-0000-7000-8000-0000000000d1'

const one: Requirement = {
  id: 'KB-FUN-016',
  version: 2,
  standing: 'inForce',
  text: { sv: 'Larm ska visas inom tio sekunder.', en: 'Alarms must show within ten seconds.' },
  kind: 'functional',
  force: 'essential',
  sources: [
    { document: 'SS-EN 50134-5', clause: 'prestanda' },
    { document: 'Patientdatalagen (2008:355)', clause: '3 kap. 6 §' },
  ],
  validFrom: '2026-11-20',
  appliesWhen: [['alarm', 'residents'], ['video']],
  verification: 'test',
  barrier: {
    level: 'may',
    why: { sv: 'Prov kostar.', en: 'Tests cost.' },
    askInstead: { sv: 'Godta eget prov.', en: 'Accept a test of its own.' },
  },
  servesWords: ['larm'],
  origin: { kind: 'release', release: 1 },
  changedAt: '2026-11-20T08:00:00.000Z',
}
const api = '/v1/catalogue/library'
const answers = {
  [`GET ${api}/requirements`]: { body: { requirements: [one] } },
  [`GET ${api}/requirements/${one.id}`]: { body: one, etag: 3 },
  [`GET ${api}/requirements/${one.id}/versions`]: { body: { versions: [one, { ...one, version: 1, note: 'Tydligare' }] } },
}
const textOf = async (response: Response | Promise<Response>): Promise<string> => (await response).text()

describe('the library as everybody sees it', () => {
  it('asks the API for what the address says, and for what is in force today', async () => {
    const web = createTestConsole(answers)
    const html = await textOf(web.get('/kravbibliotek?ord=larm&slag=functional&villkor=alarm&kalla=50134'))
    expect(html).toContain('Larm ska visas inom tio sekunder.')
    expect(Object.fromEntries(web.api.calls[0]?.query ?? [])).toEqual({
      text: 'larm',
      kind: 'functional',
      condition: 'alarm',
      source: '50134',
      inForceOn: '2026-11-20',
      limit: '50',
    })
    await web.get('/kravbibliotek?tid=alla')
    expect(web.api.calls[1]?.query.has('inForceOn')).toBe(false)
  })

  it('offers those who may not write nothing to write with', async () => {
    const everybody = await textOf(createTestConsole(answers).get('/kravbibliotek', resident))
    expect(everybody).not.toMatch(/kravbibliotek\/(?:nytt|import|forslag)/)
    const ours = await textOf(createTestConsole(answers).get('/kravbibliotek', officer))
    expect(ours).toContain('/kravbibliotek/forslag/nytt')
    expect(ours).not.toMatch(/kravbibliotek\/(?:nytt|import)"/)
    expect(await textOf(createTestConsole(answers).get('/kravbibliotek', curator))).toMatch(/kravbibliotek\/nytt"/)
  })

  it('shows of a requirement its source, when it applies, whom it shuts out, what to ask instead and every version', async () => {
    const html = await textOf(createTestConsole(answers).get(`/kravbibliotek/${one.id}`))
    for (const words of [
      'SS-EN 50134-5, prestanda',
      'tar emot eller skickar larm och används av invånare',
      'Prov kostar.',
      'Godta eget prov.',
      'Tydligare',
    ])
      expect(html).toContain(words)
    expect(html).not.toContain('/andra')
  })

  it('says so where there is no such requirement, without asking for what is no number', async () => {
    const web = createTestConsole(answers)
    expect((await web.get('/kravbibliotek/vad-som-helst')).status).toBe(404)
    expect(web.api.calls).toEqual([])
  })

  it('speaks English too', async () => {
    const html = await textOf(createTestConsole(answers).get(`/kravbibliotek/${one.id}?lang=en`))
    expect(html).toContain('Alarms must show within ten seconds.')
    expect(html).toContain('receives or sends alarms and is used by residents')
  })
})

describe('a file of the library', () => {
  const lines = async () => (await textOf(createTestConsole(answers).get('/kravbibliotek/export.csv'))).split('\r\n')
  const preview = (body: string, checked: object = { new: 0, changed: 0, unchanged: 1, refused: 0, rows: [] }) => {
    const web = createTestConsole({ ...answers, [`POST ${api}/imports/previews`]: { body: checked } })
    const form = new FormData()
    form.set('fil', new File([body], 'krav.csv'))
    const sent = new Request('https://console.test/kravbibliotek/import/granskning', { method: 'POST', body: form })
    return { web, form, sent }
  }
  const hand = async (body: string, checked?: object) => {
    const { web, sent } = preview(body, checked)
    const bytes = new Uint8Array(await sent.arrayBuffer())
    const response = await web.request('/kravbibliotek/import/granskning', {
      method: 'POST',
      body: bytes,
      headers: {
        'content-type': sent.headers.get('content-type') ?? '',
        origin: 'https://console.test',
        cookie: sessionCookie(curator),
      },
    })
    return { web, response, html: await response.text() }
  }

  it('that was written out is read back as the same requirement', async () => {
    const { web } = await hand((await lines()).join('\r\n'))
    const { id, text, kind, force, sources, validFrom, appliesWhen, verification, barrier, servesWords } = one
    expect(web.api.calls.at(-1)?.body).toEqual({
      rows: [{ row: 2, id, content: { text, kind, force, sources, validFrom, appliesWhen, verification, barrier, servesWords } }],
    })
  })

  it('holds everything as JSON too', async () => {
    const response = await createTestConsole(answers).get('/kravbibliotek/export.json')
    expect(await response.json()).toEqual({ requirements: [one] })
  })

  it('with cells that cannot be read is told row by row, and nothing of it can be stored', async () => {
    const [heading = '', row = ''] = await lines()
    const bad = [
      heading,
      row,
      row.replace(';functional;', ';moon;').replace(';2026-11-20;', ';i morgon;'),
      row.replace('alarm + residents', 'alarm + månen').replace('SS-EN 50134-5 | prestanda', 'SS-EN 50134-5'),
    ].join('\r\n')
    const { response, html } = await hand(bad)
    expect(response.status).toBe(422)
    expect(html).toMatch(/>3<[\s\S]*Slag[\s\S]*Ange ett av: functional/)
    expect(html).toMatch(/>3<[\s\S]*Gäller från[\s\S]*Ange ett datum/)
    expect(html).toMatch(/Villkor[\s\S]*Känner inte till villkoret månen/)
    expect(html).toMatch(/Källor[\s\S]*med \| mellan/)
    expect(html).not.toContain('name="rows"')
  })

  it('without its columns is refused before anybody is asked', async () => {
    const { web, html } = await hand('a;b\r\n1;2')
    expect(html).toContain('Kolumnen ”Krav på svenska” saknas')
    expect(web.api.calls).toEqual([])
  })

  it('shows what the service has against a row at its row and column', async () => {
    const rows = [
      {
        row: 2,
        verdict: 'refused',
        text: one.text,
        problems: [{ pointer: '/content/text/sv', code: 'brand', message: { sv: 'Nämner ett märke.', en: 'Names a brand.' } }],
      },
    ]
    const { response, html } = await hand((await lines()).join('\r\n'), { new: 0, changed: 0, unchanged: 0, refused: 1, rows })
    expect(response.status).toBe(422)
    expect(html).toMatch(/Krav på svenska[\s\S]*Nämner ett märke/)
  })

  it('is written so that a spreadsheet takes no text for a formula', () => {
    expect(writeCsv({ name: 'x', columns: [{ label: 'a', width: 1 }], rows: [['=1+1']] })).toContain("'=1+1")
  })
})

describe("a curator's form", () => {
  const filled = {
    '/text/sv': one.text.sv,
    '/text/en': one.text.en,
    '/kind': 'functional',
    '/force': 'essential',
    '/sources': 'SS-EN 50134-5 | prestanda\r\nPatientdatalagen (2008:355) | 3 kap. 6 §',
    '/validFrom': '2026-11-20',
    '/appliesWhen': 'tar emot eller skickar larm + används av invånare\r\nvideo',
    '/verification': 'test',
    '/barrier/level': 'none',
    '/servesWords': 'larm, tillsyn',
    revision: '3',
    key: 'nyckel-1234',
  }

  it('sends what it says, with the version that was read', async () => {
    const web = createTestConsole({ ...answers, [`PUT ${api}/requirements/${one.id}`]: { body: one, etag: 4 } })
    const response = await web.post(`/kravbibliotek/${one.id}/andra`, filled, curator)
    expect(response.headers.get('location')).toBe(`/kravbibliotek/${one.id}?klart=requirementSaved`)
    const put = web.api.calls.find(({ method }) => method === 'PUT')
    expect(put?.headers.get('if-match')).toBe('"3"')
    expect(put?.body).toEqual({
      text: one.text,
      kind: 'functional',
      force: 'essential',
      sources: one.sources,
      validFrom: '2026-11-20',
      appliesWhen: one.appliesWhen,
      verification: 'test',
      barrier: { level: 'none' },
      servesWords: ['larm', 'tillsyn'],
    })
  })

  it('begins with what stands, so that saving it unread changes nothing', async () => {
    const html = await textOf(createTestConsole(answers).get(`/kravbibliotek/${one.id}/andra`, curator))
    expect(html).toContain('tar emot eller skickar larm + används av invånare')
    expect(html).toContain('SS-EN 50134-5 | prestanda')
    expect(html).toContain('name="revision" value="3"')
  })

  it('tells at the field what cannot be read, and keeps what was written', async () => {
    const web = createTestConsole(answers)
    const response = await web.post(
      '/kravbibliotek/nytt',
      { ...filled, '/sources': 'Bara ett dokument', '/appliesWhen': 'månsken' },
      curator,
    )
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toMatch(/Källor: Skriv dokument och paragraf/)
    expect(html).toMatch(/När det gäller: Känner inte till villkoret månsken/)
    expect(html).toContain('Bara ett dokument')
    expect(web.api.calls).toEqual([])
  })

  it('tells at the list what the service has against one of its rows', async () => {
    const web = createTestConsole({
      ...answers,
      [`POST ${api}/requirements`]: fakeProblem(400, 'invalidRequest', [{ pointer: '/sources/1/clause', sv: 'Korta.' }]),
    })
    expect(await textOf(web.post('/kravbibliotek/nytt', filled, curator))).toContain('Källor: Korta.')
  })

  it.each(conditionTerms)('can say %s in the words of both languages', (term) => {
    for (const language of ['sv', 'en'] as const)
      expect(
        readCondition(writeConditionInWords([[term, 'cloud'], ['ai']], createLocale(language, '2026-11-20T08:00:00.000Z'))),
      ).toEqual({
        ok: true,
        appliesWhen: [[term, 'cloud'], ['ai']],
      })
  })
})

describe('what a new release offers', () => {
  const offered = {
    ...one,
    origin: { kind: 'curator' as const },
    offer: { release: 2, content: { ...one, force: 'binding' as const } },
  }
  const given = {
    ...answers,
    [`GET ${api}/requirements/${one.id}`]: { body: offered, etag: 5 },
    [`PUT ${api}/requirements/${one.id}`]: { body: one, etag: 6 },
  }
  const choose = async (val: string) => {
    const web = createTestConsole(given)
    await web.post(`/kravbibliotek/${one.id}/utgava`, { val, revision: '5' }, curator)
    return web.api.calls.find(({ method }) => method === 'PUT')?.body as { force: string }
  }

  it('is shown to the curator, who takes it or keeps the own version', async () => {
    expect(await textOf(createTestConsole(given).get(`/kravbibliotek/${one.id}`, curator))).toContain('Behåll vår version')
    for (const persona of [undefined, officer])
      expect(await textOf(createTestConsole(given).get(`/kravbibliotek/${one.id}`, persona))).not.toContain('Behåll vår version')
    expect(await choose('utgavans')).toMatchObject({ force: 'binding' })
    expect(await choose('var')).toMatchObject({ force: 'essential' })
  })
})

describe('a suggestion', () => {
  const made = {
    suggestionId,
    text: { sv: 'Larmet ska visa rum.' },
    kind: 'functional',
    verification: 'test',
    reason: 'Alla behöver det',
    status: 'open',
    madeBy: { subject: 'handlaggare', name: 'Sara Nilsson' },
    madeAt: '2026-11-20T08:00:00.000Z',
  }
  const given = {
    [`GET ${api}/suggestions/${suggestionId}`]: { body: made, etag: 1 },
    [`GET ${api}/suggestions`]: { body: { suggestions: [made] } },
    [`GET ${api}/my-suggestions`]: { body: { suggestions: [made] } },
    [`POST ${api}/suggestions`]: { status: 201, body: made },
  }

  it('carries the words and the case that it was written in', async () => {
    const html = await textOf(
      createTestConsole(given).get(
        '/kravbibliotek/forslag/nytt?krav=Larmet%20ska%20visa%20rum.&arende=01926a00-0000-7000-8000-0000000000c2',
        officer,
      ),
    )
    expect(html).toContain('Larmet ska visa rum.')
    const web = createTestConsole(given)
    await web.post(
      '/kravbibliotek/forslag/nytt',
      {
        '/text/sv': 'Larmet ska visa rum.',
        '/kind': 'functional',
        '/verification': 'test',
        '/reason': 'Alla',
        arende: '01926a00-0000-7000-8000-0000000000c2',
        key: 'nyckel-1234',
      },
      officer,
    )
    expect(web.api.calls.at(-1)?.body).toEqual({
      text: { sv: 'Larmet ska visa rum.' },
      kind: 'functional',
      verification: 'test',
      reason: 'Alla',
      caseId: '01926a00-0000-7000-8000-0000000000c2',
    })
  })

  it('is answered by curators alone: the sender sees their own, a curator those that wait', async () => {
    const sender = createTestConsole(given)
    await sender.get('/kravbibliotek/forslag', officer)
    expect(sender.api.calls.map(({ path }) => path)).toContain(`${api}/my-suggestions`)
    expect(await textOf(sender.get(`/kravbibliotek/forslag/${suggestionId}`, officer))).not.toContain('/avbojt')
    const asCurator = createTestConsole(given)
    await asCurator.get('/kravbibliotek/forslag', curator)
    expect(asCurator.api.calls.find(({ path }) => path === `${api}/suggestions`)?.query.get('status')).toBe('open')
    expect(await textOf(asCurator.get(`/kravbibliotek/forslag/${suggestionId}`, curator))).toContain('/avbojt')
  })
})

describe('a check of own requirements', () => {
  it('sends each line as a requirement and amounts in öre, and shows what was found with its paragraph', async () => {
    const web = createTestConsole({
      [`POST ${api}/requirement-checks`]: {
        body: {
          breaches: 1,
          barriers: 0,
          notices: 0,
          findings: [
            {
              code: 'brand',
              severity: 'breach',
              name: { sv: 'Nämner märke', en: 'Names a brand' },
              source: 'LOU 9:6',
              remedy: { sv: 'Beskriv funktionen.', en: 'Describe the function.' },
              requirement: 1,
              quote: 'fabrikat X',
            },
          ],
        },
      },
    })
    const html = await textOf(
      web.post('/kravbibliotek/kontroll', {
        '/requirements': 'Tjänsten ska visa larm.\r\n\r\nAv fabrikat X.',
        '/estimatedValue': '1 000 000',
        '/turnoverDemanded': '3 000 000',
        '/certificates': 'ISO 27001, ISO 9001',
        '/isDivided': 'no',
      }),
    )
    expect(web.api.calls[0]?.body).toEqual({
      requirements: [{ text: 'Tjänsten ska visa larm.' }, { text: 'Av fabrikat X.' }],
      estimatedValue: 100_000_000,
      turnoverDemanded: 300_000_000,
      certificatesDemanded: ['ISO 27001', 'ISO 9001'],
      isDivided: false,
    })
    expect(html).toMatch(
      /Nämner märke[\s\S]*LOU 9:6[\s\S]*Strider mot lagen[\s\S]*Krav 2[\s\S]*Av fabrikat X\.[\s\S]*Beskriv funktionen/,
    )
    expect(html).toContain('1 000 000')
  })

  it('tells at its field what is no amount', async () => {
    const response = await createTestConsole().post('/kravbibliotek/kontroll', {
      '/requirements': 'x',
      '/estimatedValue': 'mycket',
    })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Ange ett belopp i kronor')
  })
})
