import { describe, expect, it } from 'vitest'
import { createTestConsole, now, officer } from '../../../testing/test-console.ts'
import type { Persona } from '../../../testing/test-console.ts'

const supplier: Persona = { sub: 'leverantor', name: 'Ali Haddad', roles: ['supplier'] }
const facilitator: Persona = { ...officer, sub: 'samordnare', name: 'Emma Löfgren', roles: ['forumFacilitator'] }
const id = '01926a00-0000-7000-8000-0000000000d1'
const caseId = '01926a00-0000-7000-8000-0000000000c1'
const digest = 'a'.repeat(64)

const information = {
  dialogueId: id,
  kind: 'rfi',
  status: 'open',
  title: 'RFI om brev',
  purpose: 'Vi vill veta.',
  organisation: 'region-kalmar',
  caseNumber: 'KLM-2026-0007',
  openedAt: now,
  heldOn: '2026-12-11',
  schedule: { lastDay: '2026-12-11' },
  rfiQuestions: ['Hur når ni 1177?', 'Vad kostar det?'],
  commentsArePublic: false,
  documents: [{ entry: 1, at: now, title: 'Bakgrund', text: '# <script>alert(1)</script>', digest }],
  questions: [{ entry: 3, at: now, question: 'När?', isEdited: true, answer: 'I vår.' }],
  meetings: [],
  answerSummaries: [],
  comments: [],
  changes: [],
  corrections: [],
}
const shared = {
  dialogueId: id,
  kind: 'rfi',
  status: 'open',
  title: 'RFI om brev',
  purpose: 'Vi vill veta.',
  organisation: 'region-kalmar',
  caseId,
  caseNumber: 'KLM-2026-0007',
  lastDay: '2026-12-11',
  heldOn: '2026-12-11',
  openedAt: now,
  version: 4,
  takenPart: 2,
  isTimeOver: false,
  information,
}
const staff = {
  plan: { ...information, questions: information.rfiQuestions, lastDay: '2026-12-11', documents: [] },
  plannedAt: now,
  plannedBy: { subject: 'samordnare', name: 'Emma Löfgren' },
  log: [{ number: 2, at: now, by: { subject: 'supplier', name: 'Ett företag' }, kind: 'questionAsked', text: 'Vi undrar' }],
  waiting: [{ number: 2, at: now, text: 'Vi undrar' }],
  registrations: [],
  priorInvolvement: [{ company: { name: 'Vård-IT AB' }, how: ['answered'], since: now }],
  problems: [],
  mayLead: true,
  hasDeclaredConflict: false,
}

const withRoles = (view: object) => ({
  [`GET /v1/forum/dialogues/${id}`]: { body: shared, etag: 4 },
  [`GET /v1/forum/dialogues/${id}/member-view`]: { body: { ...shared, ...view }, etag: 4 },
})
const address = `/forum/dialoger/${id}`
const asSupplier = (more = {}) => createTestConsole({ ...withRoles({ own: { questions: [], comments: [] } }), ...more })
const asStaff = (more = {}) => createTestConsole({ ...withRoles({ staff }), ...more })
const refusal = (code: string, status: number) => ({
  status,
  body: {
    status,
    code,
    title: 'Nej',
    detail: 'Så är det.',
    translations: { sv: { title: 'Nej', detail: 'Så är det.' }, en: { title: 'No', detail: 'So it is.' } },
  },
})

describe('a dialogue', () => {
  it('is read by anybody: programme, documents, questions and answers, and no form', async () => {
    const html = await (await createTestConsole(withRoles({})).get(address)).text()
    for (const text of ['RFI om brev', 'Hur når ni 1177?', 'När?', 'I vår.', digest, 'Logga in som leverantör'])
      expect(html).toContain(text)
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain(`action="${address}/`)
  })

  it('gives a supplier its own forms, and nothing of the log', async () => {
    const html = await (await asSupplier().get(address, supplier)).text()
    for (const action of ['svar', 'fraga']) expect(html).toContain(`action="${address}/${action}#${action}"`)
    expect(html).not.toContain(`${address}/avsluta`)
    expect(html).toContain('OSL 31:16')
  })

  it('gives those who hold it what waits, who has taken part, and the log', async () => {
    const html = await (await asStaff().get(address, facilitator)).text()
    for (const text of ['Frågor som väntar på svar', 'Vi undrar', 'Vård-IT AB', 'Ett företag', 'LOU 4:8'])
      expect(html).toContain(text)
    expect(html).toContain(`action="${address}/besvara#besvara-2"`)
  })

  it('lets nobody decide who has declared a tie', async () => {
    const web = createTestConsole(withRoles({ staff: { ...staff, hasDeclaredConflict: true } }))
    const html = await (await web.get(address, facilitator)).text()
    expect(html).toContain('Du har anmält en bindning')
    for (const action of ['avsluta', 'besvara', 'stall-in']) expect(html).not.toContain(`${address}/${action}`)
  })
})

describe('what is sent', () => {
  const sent = (web: ReturnType<typeof createTestConsole>) => web.api.calls.findLast(({ method }) => method !== 'GET')

  it('answers of an RFI go by the number of their question, and those left empty do not go', async () => {
    const web = asSupplier({ [`POST /v1/forum/dialogues/${id}/answers`]: { status: 201, body: shared } })
    const form = { '/company/name': 'Vård-IT AB', '/company/organisationNumber': '', '/answer1': '', '/answer2': 'Lite.' }
    const answer = await web.post(`${address}/svar`, form, supplier)
    expect(answer.headers.get('location')).toBe(`${address}?klart=dialogueSent`)
    expect(sent(web)?.body).toEqual({ company: { name: 'Vård-IT AB' }, answers: [{ question: 2, text: 'Lite.' }] })
  })

  it('an answer to a question goes with its edit, or without', async () => {
    const path = `POST /v1/forum/dialogues/${id}/questions/2/answers`
    const web = asStaff({ [path]: { status: 201, body: shared } })
    const form = { _question: '2', '/answer': 'I vår.', '/edited/text': '', '/edited/because': '' }
    await web.post(`${address}/besvara`, form, facilitator)
    expect(sent(web)?.body).toEqual({ answer: 'I vår.' })
    await web.post(`${address}/besvara`, { ...form, '/edited/text': 'När?', '/edited/because': 'Namn' }, facilitator)
    expect(sent(web)?.body).toEqual({ answer: 'I vår.', edited: { text: 'När?', because: 'Namn' } })
  })

  it('a decision goes with the version that was seen, and a refusal comes back in its form with what was written', async () => {
    const web = asStaff({ [`POST /v1/forum/dialogues/${id}/closings`]: refusal('questionsUnanswered', 409) })
    const form = { _version: '4', '/summary': 'Det blev bra.', '/earlyBecause': 'Klart.' }
    const answer = await web.post(`${address}/avsluta`, form, facilitator)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('Så är det.')
    expect(html).toContain('Det blev bra.')
    expect(sent(web)?.headers.get('if-match')).toBe('"4"')
    expect(sent(web)?.body).toEqual({ summary: 'Det blev bra.', earlyBecause: 'Klart.' })
  })

  it('a time is sent as a moment, and what is no time is asked for again', async () => {
    const web = asStaff({ [`POST /v1/forum/dialogues/${id}/reschedulings`]: { status: 201, body: shared } })
    const form = { _version: '4', '/day': '2026-12-01', '/startTime': '13.00', '/lastDay': '2026-11-30', '/reason': 'Flytt' }
    await web.post(`${address}/andra-tid`, form, facilitator)
    expect(sent(web)?.body).toEqual({
      schedule: { startsAt: '2026-12-01T12:00:00.000Z', lastDay: '2026-11-30' },
      reason: 'Flytt',
    })
    const wrong = await web.post(`${address}/andra-tid`, { ...form, '/startTime': 'nio' }, facilitator)
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Ange ett klockslag')
  })

  it('to an action that is none is not found', async () => {
    expect((await asStaff().post(`${address}/nonsens`, {}, facilitator)).status).toBe(404)
  })
})

describe('a plan', () => {
  const base = { '/kind': 'rfi', '/title': 'RFI', '/purpose': 'Syfte', '/lastDay': '2026-12-11', '/commentsArePublic': 'no' }

  it('of a case carries the case, and its rows can be added without scripts', async () => {
    const web = createTestConsole({ 'POST /v1/forum/dialogues': { status: 201, body: shared } })
    expect(await (await web.get(`/forum/dialoger/ny?arende=${caseId}`, facilitator)).text()).toContain(`value="${caseId}"`)
    const more = await web.post('/forum/dialoger/ny', { ...base, _case: caseId, _action: 'add:/questions' }, facilitator)
    expect(await more.text()).toContain('name="/questions/0"')
    const form = {
      ...base,
      _case: caseId,
      '/seats': '5',
      '/ground': 'lot',
      '/questions': ['0'],
      '/questions/0': 'Vad finns?',
      '/documents': ['0'],
      '/documents/0/title': 'Utkast',
      '/documents/0/text': 'Text',
    }
    const answer = await web.post('/forum/dialoger/ny', form, facilitator)
    expect(answer.headers.get('location')).toBe(`${address}?klart=dialoguePlanned`)
    expect(web.api.calls.at(-1)?.body).toEqual({
      caseId,
      plan: {
        kind: 'rfi',
        title: 'RFI',
        purpose: 'Syfte',
        lastDay: '2026-12-11',
        limit: { seats: 5, ground: 'lot' },
        questions: ['Vad finns?'],
        commentsArePublic: false,
        documents: [{ title: 'Utkast', text: 'Text' }],
      },
    })
  })

  it('with seats and no ground for them is asked for one', async () => {
    const answer = await createTestConsole().post('/forum/dialoger/ny', { ...base, '/seats': '5' }, facilitator)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Välj på vilken grund')
  })

  it('is for staff', async () => {
    expect((await createTestConsole().get('/forum/dialoger/ny', supplier)).status).toBe(403)
  })
})

describe('the information package', () => {
  const manifest = {
    caseId,
    package: {
      version: 3,
      digest,
      changedAt: now,
      url: `/v1/forum/cases/${caseId}/information-package`,
      dialogues: [
        { dialogueId: id, kind: 'rfi', title: 'RFI om brev', status: 'open', heldOn: '2026-12-11', entries: 4, digest },
      ],
    },
    parts: [{ ...information, addedLater: 'x' }],
  }
  const web = createTestConsole({ [`GET /v1/forum/cases/${caseId}/information-package`]: { body: manifest } })
  const path = `/forum/arenden/${caseId}/paket`

  it('is open to all, with its version and digest', async () => {
    const html = await (await web.get(path)).text()
    for (const text of ['Informationspaket: KLM-2026-0007', digest, 'I vår.']) expect(html).toContain(text)
  })

  it('is downloaded as it was told, and as a text in which nothing that was written is markup of ours', async () => {
    expect(await (await web.get(`${path}.json`)).json()).toEqual(manifest)
    const text = await (await web.get(`${path}.md`)).text()
    expect(text).toContain('- Version: 3')
    expect(text).toContain('> # <script>alert(1)</script>')
    expect(text).not.toMatch(/^# <script>/m)
  })
})
