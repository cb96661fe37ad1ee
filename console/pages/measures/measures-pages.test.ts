import { describe, expect, it } from 'vitest'
import { fakeProblem } from '../../testing/fake-api.ts'
import type { FakeAnswer } from '../../testing/fake-api.ts'
import { caseId, header } from '../../testing/fixtures.ts'
import { formEntries } from '../../testing/form-entries.ts'
import { consoleUrl, createTestConsole, decider, officer, sessionCookie } from '../../testing/test-console.ts'
import type { TestConsole } from '../../testing/test-console.ts'
import { readTable } from '../../tables/read-table.ts'

const lineId = '01926a00-0000-7000-8000-0000000000e1'
const page = '/nytta/matningar/import'
const previews = 'POST /v1/benefits/measurement-imports/previews'
const imports = 'POST /v1/benefits/measurement-imports'

const measure = {
  lineId,
  name: 'Lägre portokostnad',
  measure: 'Portokostnad per år',
  unit: 'kr',
  owner: 'Verksamhetschefen',
  kind: 'followUp',
  dueOn: '2026-10-01',
  status: 'missed',
}
const later = { ...measure, name: 'Senare', dueOn: '2027-10-01', status: 'upcoming' }
const measures: FakeAnswer = { body: { cases: [{ case: header, phase: 'followup', measures: [measure, later] }] } }

const html = async (response: Response | Promise<Response>): Promise<string> => (await response).text()

describe('the list of what is to be measured', () => {
  it("begins with one's own organisation, and tells what is late, of whom and since when", async () => {
    const web = createTestConsole({ 'GET /v1/benefits/measures': measures })
    const shown = await html(web.get('/nytta/matningar', officer))
    expect(web.api.calls[0]?.query.get('organisation')).toBe('region-kalmar')
    for (const part of ['Lägre portokostnad', 'Verksamhetschefen', 'Försenat', '1 okt. 2026', header.title])
      expect(shown).toContain(part)
    expect(shown).toContain(`href="/arenden/${caseId}/nytta/matningar"`)
  })

  it('asks for what has been chosen, and for all organisations when that is chosen', async () => {
    const web = createTestConsole({ 'GET /v1/benefits/measures': { ...measures, link: '</v1/x?cursor=next>; rel="next"' } })
    const shown = await html(web.get('/nytta/matningar?organisation=&lage=missed&ansvarig=Chefen', officer))
    expect(Object.fromEntries(web.api.calls[0]?.query ?? [])).toEqual({ limit: '50', status: 'missed', owner: 'Chefen' })
    expect(shown).toContain('/nytta/matningar?organisation=&amp;lage=missed&amp;ansvarig=Chefen&amp;sida=next')
  })

  it('stands among the tasks of who may measure, without what comes later', async () => {
    const answers = { 'GET /v1/benefits/measures': measures, 'GET /v1/insight/tasks': { body: { tasks: [], hasMore: false } } }
    const shown = await html(createTestConsole(answers).get('/uppgifter', officer))
    expect(shown).toContain('Lägre portokostnad')
    expect(shown).not.toContain('Senare')
    expect(await html(createTestConsole(answers).get('/uppgifter', decider))).not.toContain('Lägre portokostnad')
  })
})

describe('the template', () => {
  it.each(['csv', 'xlsx'])('as %s has a row for each line that is due, with the ids that the file is read by', async (format) => {
    const web = createTestConsole({ 'GET /v1/benefits/measures': measures })
    const response = await web.get(`/nytta/matningar/mall.${format}?organisation=region-kalmar`, officer)
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="matningar.${format}"`)
    const read = await readTable(new Uint8Array(await response.arrayBuffer()))
    expect(read.ok && read.grid.kind).toBe(format)
    const [heading, ...rows] = read.ok ? read.grid.rows : []
    expect(rows).toHaveLength(1)
    expect(rows[0]?.[heading?.indexOf('Rad-id') ?? -1]).toBe(lineId)
    expect(rows[0]?.[heading?.indexOf('Ärende-id') ?? -1]).toBe(caseId)
  })

  it('of one case has all its planned lines', async () => {
    const web = createTestConsole({
      [`GET /v1/benefits/cases/${caseId}/measures`]: { body: { case: header, phase: 'followup', measures: [measure, later] } },
    })
    const file = await html(web.get(`/nytta/matningar/mall.csv?arende=${caseId}`, officer))
    expect(file.trimEnd().split('\r\n')).toHaveLength(3)
  })
})

const upload = (web: TestConsole, content: string, name = 'matningar.csv'): Promise<Response> => {
  const body = new FormData()
  body.set('fil', new File([content], name))
  return web.request(`${page}/granskning`, {
    method: 'POST',
    body,
    headers: { origin: consoleUrl, cookie: sessionCookie(officer) },
  })
}

const heading = 'Enhet;Mätt den;Värde;Källa;Ärende-id;Rad-id'
const line = (day: string, value: string) => `kr;${day};${value};Ekonomisystemet;${caseId};${lineId}`
const file = (...lines: string[]): string => [heading, ...lines].join('\r\n')

const previewRow = (row: number, more: object = {}) => ({
  row,
  verdict: 'new',
  caseNumber: header.caseNumber,
  lineName: measure.name,
  measure: measure.measure,
  unit: 'kr',
  measuredOn: '2026-11-01',
  value: 1_234.5,
  problems: [],
  ...more,
})

describe('a file that is handed in', () => {
  it('is tried, shown and stored by nobody until somebody says so', async () => {
    const web = createTestConsole({
      [previews]: { body: { new: 1, alreadyRecorded: 0, refused: 0, rows: [previewRow(2)] } },
      [imports]: {
        body: {
          recorded: 1,
          alreadyRecorded: 0,
          isComplete: true,
          cases: [
            {
              caseId,
              caseNumber: header.caseNumber,
              caseTitle: header.title,
              outcome: 'recorded',
              recorded: 1,
              alreadyRecorded: 0,
              problems: [],
            },
          ],
        },
      },
    })
    const response = await upload(web, file(line('2026-11-01', '1 234,5'), 'kr;;;;x;y'))
    expect(response.status).toBe(200)
    const shown = await response.text()
    expect(web.api.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([previews])
    expect(web.api.calls[0]?.body).toEqual({
      rows: [{ row: 2, caseId, lineId, measuredOn: '2026-11-01', value: 1_234.5, unit: 'kr', source: 'Ekonomisystemet' }],
    })
    expect(shown).toContain('Registrera (1)')
    expect(shown).toContain('1 rad utan värde hoppas över')

    const entered = Object.fromEntries(formEntries(shown.slice(shown.indexOf(`action="${page}"`))))
    const done = await html(web.post(page, entered, officer))
    expect(done).toContain('Mätningarna är registrerade')
    expect(done).toContain(header.title)
    const sent = web.api.calls.at(-1)
    expect(sent?.body).toEqual(web.api.calls[0]?.body)
    expect(sent?.headers.get('idempotency-key')).toBe(entered['key'])
  })

  it('has what is wrong told by row, from the file and from the service, and cannot be stored', async () => {
    const unit = {
      field: 'unit',
      code: 'unitDoesNotFit',
      message: { sv: 'Raden mäts i ”kr”, inte ”tkr”.', en: 'The line is measured in “kr”, not “tkr”.' },
    }
    const web = createTestConsole({
      [previews]: {
        body: { new: 0, alreadyRecorded: 0, refused: 1, rows: [previewRow(2, { verdict: 'refused', problems: [unit] })] },
      },
    })
    const response = await upload(web, file(line('2026-11-01', '1'), line('2026-11-02', 'cirka 5')))
    expect(response.status).toBe(422)
    const shown = await response.text()
    for (const part of ['Raden mäts i ”kr”, inte ”tkr”.', '”cirka 5” är inget tal', 'Inget har sparats'])
      expect(shown).toContain(part)
    expect(shown.indexOf('inte ”tkr”')).toBeLessThan(shown.indexOf('cirka 5'))
    expect(shown).not.toContain('name="rows"')
  })

  it.each([['that has nothing new', [previewRow(2, { verdict: 'alreadyRecorded' })], 'Allt i filen är redan registrerat']])(
    '%s is not stored again',
    async (_, rows, expected) => {
      const web = createTestConsole({ [previews]: { body: { new: 0, alreadyRecorded: 1, refused: 0, rows } } })
      const shown = await html(upload(web, file(line('2026-11-01', '1'))))
      expect(shown).toContain(expected)
      expect(shown).not.toContain('name="rows"')
    },
  )

  it.each([
    ['without measurements', file('kr;;;;x;y'), 'Filen har inga ifyllda mätningar'],
    ['without the columns', 'a;b\r\n1;2', 'Kolumnen ”Ärende-id” saknas'],
    ['too large', 'x'.repeat(900_001), 'Filen är för stor'],
    ['empty', '', 'Filen är tom'],
    ['with quotation marks astray', `${heading}\r\n"a"b`, 'Citattecknen på rad 2'],
  ])('%s never reaches the service', async (_, content, expected) => {
    const web = createTestConsole()
    expect(await html(upload(web, content))).toContain(expected)
    expect(web.api.calls).toEqual([])
  })

  it('is chosen again when the session has run out: the way leads over the sign-in and back to the page', async () => {
    const web = createTestConsole()
    const body = new FormData()
    body.set('fil', new File([file(line('2026-11-01', '1'))], 'matningar.csv'))
    const response = await web.request(`${page}/granskning`, { method: 'POST', body, headers: { origin: consoleUrl } })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/logga-in?till=${encodeURIComponent(`${page}/granskning`)}`)
    expect((await web.get(`${page}/granskning`, officer)).headers.get('location')).toBe(page)
  })

  it('is asked for when none was chosen', async () => {
    const shown = await html(createTestConsole().post(`${page}/granskning`, {}, officer))
    expect(shown).toContain('Välj en fil.')
    expect(shown).toContain('aria-invalid="true"')
  })

  it("is refused with the service's own words", async () => {
    const web = createTestConsole({
      [previews]: fakeProblem(400, 'personalIdentityNumber', [{ pointer: '/rows/0/comment', sv: 'Ta bort personnumret.' }]),
    })
    const shown = await html(upload(web, file(line('2026-11-01', '1'))))
    expect(shown).toContain('Titel personalIdentityNumber')
    expect(shown).toContain('Ta bort personnumret.')
  })

  it('that was stored in part says which cases remain, and why', async () => {
    const problem = {
      row: 3,
      field: 'lineId',
      code: 'lineWithoutMeasure',
      message: { sv: 'Raden har inget mått.', en: 'The line has no measure.' },
    }
    const web = createTestConsole({
      [imports]: {
        body: {
          recorded: 0,
          alreadyRecorded: 0,
          isComplete: false,
          cases: [
            {
              caseId,
              caseNumber: header.caseNumber,
              caseTitle: header.title,
              outcome: 'refused',
              recorded: 0,
              alreadyRecorded: 0,
              problems: [problem],
            },
          ],
        },
      },
    })
    const shown = await html(web.post(page, { rows: '[{}]', key: 'a-key-of-its-own' }, officer))
    for (const part of ['Alla mätningar kunde inte registreras', 'Raden har inget mått.', 'Lämna samma fil igen'])
      expect(shown).toContain(part)
  })
})
