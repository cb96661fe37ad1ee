import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { readTable } from '../../tables/read-table.ts'
import { fakeProblem } from '../../testing/fake-api.ts'
import { formEntries } from '../../testing/form-entries.ts'
import { consoleUrl, createTestConsole, sessionCookie } from '../../testing/test-console.ts'
import type { Persona, TestConsole } from '../../testing/test-console.ts'
import { columnOfPointer, readSystemFile } from './read-system-file.ts'

const editor: Persona = { sub: 'systemkarta', name: 'Linnea Fors', roles: ['systemMapEditor'], organisation: 'region-kalmar' }
const systemId = '01a1f7c0-2f80-7b61-9d3e-5c8f0a1b2c3d'
const content = {
  name: 'Larmet',
  purpose: 'Trygghet; dygnet runt',
  functions: ['Larma', 'Kvittera'],
  careSteps: ['careAtHome'],
  targetGroups: ['olderPeople'],
  category: 'personalAlarm',
  supplier: { name: 'Bolaget (exempel)' },
  users: 1_450,
  inUseSince: '2019-06-01',
  status: 'inUse',
  owner: 'Socialchefen',
  informationClass: { confidentiality: 3, integrity: 3, availability: 4 },
  hosting: 'supplierCloud',
  integrations: [],
  contracts: [
    {
      contractNumber: 'A-1',
      kind: 'framework',
      value: 1_450_000_050,
      start: '2023-06-01',
      end: '2027-05-31',
      options: [{ until: '2028-05-31', decideBy: '2026-11-30', status: 'open' }],
      callOff: ['nybro-kommun', 'kalmar-kommun'],
      cpv: ['35121700', '79711000'],
    },
    { contractNumber: 'A-2', kind: 'direct', start: '2026-01-01', options: [], callOff: [], cpv: [] },
  ],
}
const version = {
  systemId,
  organisation: 'region-kalmar',
  version: 1,
  changedAt: '2026-11-19T08:00:00.000Z',
  changedBy: { subject: 'systemkarta', name: 'Linnea Fors' },
  content,
}
const contents = { 'GET /v1/catalogue/system-contents': { body: { systems: [version] } } }
const gridOf = async (bytes: Uint8Array) => {
  const read = await readTable(bytes)
  if (!read.ok) throw new Error(read.because.title.sv)
  return read.grid
}

describe('what is taken out as a file', () => {
  it.each([
    ['csv', 'sv'],
    ['xlsx', 'sv'],
    ['csv', 'en'],
    ['xlsx', 'en'],
  ])('as %s in %s and handed in again says the same', async (format, language) => {
    const web = createTestConsole(contents)
    const response = await web.get(`/systemkarta/export.${format}?lang=${language}`, editor)
    const { systems, problems } = readSystemFile(await gridOf(new Uint8Array(await response.arrayBuffer())), kalmar)
    expect(problems).toEqual([])
    const { integrations: _, ...filed } = content
    // A semicolon parts what stands in lists, and is a letter among others in a text.
    expect(systems).toEqual([{ row: 2, contractRows: [2, 3], content: filed }])
  })

  it('has days for options that stand in months, as the service reckons them', async () => {
    const [first] = content.contracts
    const inMonths = { ...first, options: [{ months: 12, noticeMonths: 6, status: 'open' }] }
    const reckoned = {
      ...inMonths,
      supplier: 'x',
      standing: 'inForce',
      options: [{ status: 'open', until: '2028-05-31', decideBy: '2026-11-30', isOverdue: false }],
    }
    const system = { ...version, content: { ...content, contracts: [inMonths] } }
    const web = createTestConsole({
      'GET /v1/catalogue/system-contents': { body: { systems: [system] } },
      [`GET /v1/catalogue/systems/${systemId}`]: { body: { ...system, contracts: [reckoned], neighbours: [] } },
    })
    const file = await (await web.get('/systemkarta/export.csv', editor)).text()
    expect(file).toContain('2028-05-31;2026-11-30;Inte avgjord')
  })

  it('as JSON is what the API has, and follows the selection', async () => {
    const web = createTestConsole(contents)
    const response = await web.get('/systemkarta/export.json?kategori=personalAlarm', editor)
    expect(response.headers.get('content-disposition')).toMatch(/attachment; filename="systemkarta-.*\.json"/)
    expect(await response.json()).toEqual({ systems: [version] })
    expect(web.api.calls[0]?.query.get('category')).toBe('personalAlarm')
  })

  it('is an empty template with the headings that the import knows', async () => {
    const web = createTestConsole()
    const response = await web.get('/systemkarta/mall.xlsx', editor)
    const grid = await gridOf(new Uint8Array(await response.arrayBuffer()))
    expect(grid.rows).toHaveLength(1)
    expect(readSystemFile(grid, kalmar)).toEqual({ systems: [], problems: [] })
  })
})

const page = '/systemkarta/import'
const previews = 'POST /v1/catalogue/system-imports/previews'
const imports = 'POST /v1/catalogue/system-imports'
const heading = 'System;Används till;Kategori;Läge;Leverantör;Avtalsform;Avtal från;Avtal till;Option 1 till;Antal användare'
const line = (name: string, more = ';;;;') => `${name};Trygghet;Trygghetslarm;I drift;Bolaget${more};`
const file = (...lines: string[]): string => [heading, ...lines].join('\r\n')
const read = async (...lines: string[]) => readSystemFile(await gridOf(new TextEncoder().encode(file(...lines))), kalmar)

const upload = (web: TestConsole, content_: string): Promise<Response> => {
  const body = new FormData()
  body.set('fil', new File([content_], 'system.csv'))
  return web.request(`${page}/granskning`, {
    method: 'POST',
    body,
    headers: { origin: consoleUrl, cookie: sessionCookie(editor) },
  })
}

describe('a file that is read', () => {
  it('has a system of the rows that follow each other, with a contract of each row that has one', async () => {
    const { systems, problems } = await read(
      line('Ett', ';Ramavtal;2025-01-01;2026-12-31;'),
      ';;;;;direct;2026-01-01;;;',
      '',
      line('Två'),
    )
    expect(problems).toEqual([])
    expect(systems.map(({ row, contractRows }) => [row, contractRows])).toEqual([
      [2, [2, 3]],
      [5, []],
    ])
    expect(systems[0]?.content['contracts']).toMatchObject([{ kind: 'framework', end: '2026-12-31' }, { kind: 'direct' }])
  })

  it.each([
    ['a cell that must be filled', ';Trygghet;Trygghetslarm;I drift;Bolaget;;;;;', 2, 'name', 'tom'],
    ['a choice that there is not', line('Ett').replace('I drift', 'Kanske'), 2, 'status', 'Planerat, I drift'],
    ['a day that is none', line('Ett', ';Ramavtal;2025-02-30;;'), 2, 'start', 'inget datum'],
    ['a contract of no kind', line('Ett', ';;2025-01-01;;'), 2, 'contractKind', 'tom'],
    ['a count that is none', `${line('Ett')}många`, 2, 'users', 'inget heltal'],
  ])('with %s says where, and how to put it right', async (_, row, number, column, remedy) => {
    const { problems } = await read(row)
    expect(problems.map((problem) => [problem.row, problem.column])).toEqual([[number, column]])
    expect(problems[0]?.message.sv).toContain(remedy)
  })

  it('may not say two things of one system', async () => {
    const { problems } = await read(line('Ett', ';Ramavtal;2025-01-01;;'), 'Ett;Annat;;;;direct;2026-01-01;;;')
    expect(problems).toMatchObject([{ row: 3, column: 'purpose' }])
  })

  it('with too many systems is to be split', async () => {
    const { problems } = await read(...Array.from({ length: 101 }, (_, index) => line(`System ${index}`)))
    expect(problems).toMatchObject([{ row: 102, column: 'name' }])
  })

  it('has a column for every place that the service points at', () => {
    expect(
      [
        '/contracts/1/end',
        '/contracts/0/options/2/noticeMonths',
        '/contracts/0/options/1/months',
        '/contracts/0/kind',
        '/informationClass/integrity',
        '/supplier/companyId',
        '/x',
      ].map(columnOfPointer),
    ).toEqual(['end', 'option3DecideBy', 'option2Until', 'contractKind', 'integrity', 'supplier', 'name'])
  })
})

const previewOf = (more: object = {}, counts: object = { new: 1 }) => ({
  body: {
    new: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
    ...counts,
    systems: [{ row: 2, name: 'Ett', supplier: 'Bolaget', contracts: 0, verdict: 'new', problems: [], ...more }],
  },
})

describe('an import', () => {
  it('is tried, shown, and stored by nobody until somebody says so', async () => {
    const web = createTestConsole({
      [previews]: previewOf(),
      [imports]: {
        body: {
          registered: 1,
          changed: 0,
          unchanged: 0,
          isComplete: true,
          systems: [{ row: 2, name: 'Ett', systemId, outcome: 'registered' }],
        },
      },
    })
    const shown = await (await upload(web, file(line('Ett')))).text()
    expect(web.api.calls.map(({ path }) => path)).toEqual(['/v1/catalogue/system-imports/previews'])
    expect(shown).toContain('Spara (1)')
    const entered = Object.fromEntries(formEntries(shown.slice(shown.indexOf(`action="${page}"`))))
    const done = await (await web.post(page, entered, editor)).text()
    expect(done).toContain('Systemen är sparade')
    const sent = web.api.calls.at(-1)
    expect(sent?.body).toEqual(web.api.calls[0]?.body)
    expect(sent?.headers.get('idempotency-key')).toBe(entered['key'])
  })

  it('with what cannot be read is put right before the service is asked', async () => {
    const web = createTestConsole()
    const response = await upload(web, file(line('Ett'), line('Två').replace('Trygghetslarm', 'Okänt')))
    expect(response.status).toBe(422)
    const shown = await response.text()
    expect(shown).toContain('”Okänt” finns inte.')
    expect(shown).toContain('Inget har sparats')
    expect(shown).not.toContain('name="systems"')
    expect(web.api.calls).toEqual([])
  })

  it('that the service finds wrong is told by row and column, and cannot be stored', async () => {
    const problem = {
      row: 3,
      pointer: '/contracts/1/end',
      code: 'x',
      message: { sv: 'Slutar för tidigt.', en: 'Ends too early.' },
    }
    const web = createTestConsole({ [previews]: previewOf({ verdict: 'refused', problems: [problem] }, { refused: 1 }) })
    const response = await upload(web, file(line('Ett')))
    expect(response.status).toBe(422)
    const shown = await response.text()
    for (const part of ['Slutar för tidigt.', 'Avtal till', 'Måste rättas']) expect(shown).toContain(part)
    expect(shown).not.toContain('name="systems"')
  })

  it('of what stands there already has nothing to store', async () => {
    const web = createTestConsole({ [previews]: previewOf({ verdict: 'unchanged' }, { unchanged: 1 }) })
    const shown = await (await upload(web, file(line('Ett')))).text()
    expect(shown).toContain('Allt i filen står redan på kartan')
    expect(shown).not.toContain('name="systems"')
  })

  it.each([
    ['without rows', heading, 'Filen har inga ifyllda rader'],
    ['without the columns', 'a;b\r\n1;2', 'Kolumnen ”System” saknas'],
    ['too large', 'x'.repeat(900_001), 'Filen är för stor'],
    ['empty', '', 'Filen är tom'],
  ])('%s never reaches the service', async (_, sent, expected) => {
    const web = createTestConsole()
    expect(await (await upload(web, sent)).text()).toContain(expected)
    expect(web.api.calls).toEqual([])
  })

  it("is refused with the service's own words, and what was left is told", async () => {
    const refusing = createTestConsole({
      [previews]: fakeProblem(422, 'personalIdentityNumber', [{ pointer: '/systems/0', sv: 'Ta bort numret.' }]),
    })
    expect(await (await upload(refusing, file(line('Ett')))).text()).toContain('Ta bort numret.')
    const web = createTestConsole({
      [imports]: {
        body: {
          registered: 0,
          changed: 0,
          unchanged: 0,
          isComplete: false,
          systems: [{ row: 2, name: 'Ett', outcome: 'notStored' }],
        },
      },
    })
    const shown = await (await web.post(page, { systems: '[{}]', key: 'a-key-of-its-own' }, editor)).text()
    for (const part of ['Alla system kunde inte sparas', 'Inte sparat', 'Lämna samma fil igen']) expect(shown).toContain(part)
  })
})
