import { describe, expect, it } from 'vitest'
import { fakeProblem } from '../../testing/fake-api.ts'
import { caseAnswers, caseId, record, section } from '../../testing/fixtures.ts'
import { formEntries } from '../../testing/form-entries.ts'
import { createTestConsole, decider, officer } from '../../testing/test-console.ts'

const path = `/arenden/${caseId}/ideas/need`
const apiPath = `/v1/ideas/cases/${caseId}/sections/need`
const put = `PUT ${apiPath}`

const formOf = async (response: Response) => formEntries(await response.text())
const asForm = (entries: URLSearchParams): Record<string, string[]> =>
  Object.fromEntries([...new Set(entries.keys())].map((name) => [name, entries.getAll(name)]))

/** What the page's own form would post, with some of it changed by the person at the keyboard. */
const filledForm = async (web: ReturnType<typeof createTestConsole>, changes: Record<string, string | string[]>) => ({
  ...asForm(await formOf(await web.get(path, officer))),
  ...changes,
})

describe('a section', () => {
  it('is a form to those who may write it, with its content in it', async () => {
    const entries = await formOf(await createTestConsole(caseAnswers).get(path, officer))
    expect(entries.get('/problem')).toBe('Breven kommer sent.')
    expect(entries.get('/affectedPerYear')).toBe('3 600')
    expect(entries.get('/cost')).toBe('12 345,67')
    expect(entries.getAll('/goals')).toEqual(['safety'])
    expect(entries.get('/steps/0/who')).toBe('Patient')
    expect(entries.get('_version')).toBe('2')
  })

  it('is only read by those who may not, with why', async () => {
    const html = await (await createTestConsole(caseAnswers).get(path, decider)).text()
    expect(html).not.toContain('name="/problem"')
    expect(html).toContain('Breven kommer sent.')
    expect(html).toContain('Vården är säker och sammanhållen')
    expect(html).toContain('Avsnittet skrivs av')
  })

  it('is only read while the decision is awaited', async () => {
    const web = createTestConsole({
      ...caseAnswers,
      [`GET /v1/ideas/cases/${caseId}`]: { body: { ...record, status: 'awaitingDecision' }, etag: 8 },
    })
    const html = await (await web.get(path, officer)).text()
    expect(html).not.toContain('name="/problem"')
    expect(html).toContain('Akten är låst')
  })

  it('is saved as a draft with the version that was read', async () => {
    const web = createTestConsole({ ...caseAnswers, [put]: { body: { ...section, version: 3 }, etag: 3 } })
    const response = await web.post(path, await filledForm(web, { '/affectedPerYear': '4 000', _action: 'draft' }), officer)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`${path}?klart=savedDraft`)
    const call = web.api.calls.find(({ method }) => method === 'PUT')
    expect(call?.headers.get('if-match')).toBe('"2"')
    expect(call?.body).toEqual({ status: 'draft', content: { ...section.content, affectedPerYear: 4_000 } })
  })

  it('changes nothing that was not changed', async () => {
    const web = createTestConsole({ ...caseAnswers, [put]: { body: { ...section, version: 3 }, etag: 3 } })
    await web.post(path, await filledForm(web, { _action: 'complete' }), officer)
    expect(web.api.calls.find(({ method }) => method === 'PUT')?.body).toEqual({ status: 'complete', content: section.content })
  })

  it('shows a refusal at its fields, named in the summary, with everything as it was written', async () => {
    const web = createTestConsole({
      ...caseAnswers,
      [put]: fakeProblem(422, 'sectionInvalid', [
        { pointer: '/content/steps/0/isAffected', sv: 'Markera minst ett steg.' },
        { pointer: '/content/problem', sv: 'Fyll i fältet.' },
      ]),
    })
    const response = await web.post(path, await filledForm(web, { '/problem': '', '/cost': '99', _action: 'complete' }), officer)
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toMatch(
      /<ds-error-summary[\s\S]*href="#falt-steps-0-isAffected"[^>]*>Steg 1, Idén griper in här: Markera minst ett steg\.[\s\S]*href="#falt-problem"/,
    )
    expect(html).toMatch(/id="falt-problem-error"/)
    expect(html).toMatch(/<details class="row__details" open/)
    expect(formEntries(html).get('/cost')).toBe('99')
    expect(formEntries(html).get('_version')).toBe('2')
  })

  it('points at the right row after an empty row was left out', async () => {
    const web = createTestConsole({
      ...caseAnswers,
      [put]: fakeProblem(422, 'sectionInvalid', [{ pointer: '/content/steps/1/who', sv: 'Fel person.' }]),
    })
    const form = await filledForm(web, { '/steps': ['5', '0', '7'], '/steps/7/who': 'Läkare', _action: 'complete' })
    const entries = await formOf(await web.post(path, form, officer))
    expect(entries.getAll('/steps')).toEqual(['0', '1'])
    expect(entries.get('/steps/1/who')).toBe('Läkare')
  })

  it('asks no service about a figure that cannot be read', async () => {
    const web = createTestConsole(caseAnswers)
    const response = await web.post(path, await filledForm(web, { '/affectedPerYear': 'många', _action: 'draft' }), officer)
    expect(response.status).toBe(422)
    expect(web.api.calls.some(({ method }) => method === 'PUT')).toBe(false)
    const html = await response.text()
    expect(html).toContain('Antal personer per år: Ange ett heltal')
    expect(formEntries(html).get('/affectedPerYear')).toBe('många')
  })

  it('adds, moves and removes rows without JavaScript and without saving', async () => {
    const web = createTestConsole(caseAnswers)
    const added = await formOf(
      await web.post(path, await filledForm(web, { '/problem': 'Ändrat men inte sparat', _action: 'add:/steps' }), officer),
    )
    expect(added.getAll('/steps')).toEqual(['0', '1'])
    expect(added.get('/problem')).toBe('Ändrat men inte sparat')
    const moved = await formOf(
      await web.post(path, { ...asForm(added), '/steps/1/who': 'Sjuksköterska', _action: 'up:/steps/1' }, officer),
    )
    expect(moved.getAll('/steps')).toEqual(['1', '0'])
    const removed = await formOf(await web.post(path, { ...asForm(moved), _action: 'remove:/steps/0' }, officer))
    expect(removed.getAll('/steps')).toEqual(['1'])
    expect(removed.get('/steps/1/who')).toBe('Sjuksköterska')
    expect(removed.get('_version')).toBe('2')
    expect(web.api.calls.every(({ method }) => method === 'GET')).toBe(true)
  })

  it('puts the cursor in the row that was added, and offers no row beyond the most', async () => {
    const web = createTestConsole(caseAnswers)
    const html = await (
      await web.post(path, await filledForm(web, { '/steps': ['0', '1'], _action: 'add:/steps' }), officer)
    ).text()
    expect(html).toMatch(/<input[^>]*id="falt-steps-2-who"[^>]*autofocus/)
    expect(html).not.toContain('value="add:/steps"')
  })

  it('shows both versions when somebody else was first, keeps what was written, and saves on top of theirs', async () => {
    let reads = 0
    const theirs = {
      ...section,
      version: 3,
      content: { ...section.content, problem: 'Kollegans text.' },
      savedBy: { subject: 'karin', name: 'Karin Dahl' },
    }
    const web = createTestConsole({
      ...caseAnswers,
      // The form, then the save's own reading; the reading after the refusal finds the colleague's version.
      [`GET ${apiPath}`]: () => ((reads += 1), reads <= 2 ? { body: section, etag: 2 } : { body: theirs, etag: 3 }),
      [put]: fakeProblem(412, 'staleVersion'),
    })
    const response = await web.post(path, await filledForm(web, { '/problem': 'Min text.', _action: 'draft' }), officer)
    expect(response.status).toBe(412)
    const html = await response.text()
    expect(html).toContain('Någon annan hann spara före dig')
    expect(html).toMatch(/Problemet[\s\S]*Kollegans text\.[\s\S]*Min text\./)
    expect(html).toContain('Karin Dahl')
    const entries = formEntries(html)
    expect(entries.get('/problem')).toBe('Min text.')
    expect(entries.get('_version')).toBe('3')
  })

  it('shows an earlier version as it was, and no form', async () => {
    const web = createTestConsole({
      ...caseAnswers,
      [`GET https://api.test${apiPath}?version=1`]: {
        body: { ...section, version: 1, content: { problem: 'Första tanken.' } },
        etag: 1,
      },
    })
    const html = await (await web.get(`${path}?version=1`, officer)).text()
    expect(html).toContain('Första tanken.')
    expect(html).toContain('Du läser version 1')
    expect(html).not.toContain('name="/problem"')
  })

  it('is not found when the phase has no such section', async () => {
    expect((await createTestConsole(caseAnswers).get(`/arenden/${caseId}/ideas/nonsense`, officer)).status).toBe(404)
    expect((await createTestConsole(caseAnswers).get(`/arenden/${caseId}/nonsense/need`, officer)).status).toBe(404)
  })
})

describe('the history of a section', () => {
  it('shows who saved what, and what differs between the last two', async () => {
    const version = (number: number, name: string) => ({
      version: number,
      status: 'draft',
      digest: 'a'.repeat(64),
      savedAt: '2026-11-10T08:00:00.000Z',
      savedBy: { subject: name, name },
    })
    const web = createTestConsole({
      ...caseAnswers,
      [`GET ${apiPath}/versions`]: { body: { versions: [version(2, 'Sara Nilsson'), version(1, 'Karin Dahl')] } },
      [`GET https://api.test${apiPath}?version=1`]: {
        body: { ...section, version: 1, content: { ...section.content, affectedPerYear: 10 } },
      },
      [`GET https://api.test${apiPath}?version=2`]: { body: section },
    })
    const html = await (await web.get(`${path}/historik`, officer)).text()
    expect(html).toContain('Karin Dahl')
    expect(html).toMatch(/Antal personer per år[\s\S]*>10<[\s\S]*>3\u00a0600</)
    expect(html).not.toMatch(/<th scope="row"[^>]*>Problemet/)
  })
})
