import { describe, expect, it } from 'vitest'
import { fakeProblem } from '../../testing/fake-api.ts'
import { caseId } from '../../testing/fixtures.ts'
import { createTestConsole, decider, officer } from '../../testing/test-console.ts'

const otherIdea = '01926a00-0000-7000-8000-0000000000c2'
const path = `/ideer/${caseId}`
const api = `/v1/ideas/submissions/${caseId}`
const idea = {
  ideaId: caseId,
  title: 'Hemtjänsten ser inte läkemedelslistan',
  sender: 'staff',
  submittedAt: '2026-11-05T08:00:00.000Z',
  answerDueOn: '2026-11-19',
  status: 'submitted',
  description: 'Listan är inaktuell.',
  version: 1,
  similar: [
    { ideaId: otherIdea, title: 'Läkemedelslistan syns inte', likeness: 0.82, caseNumber: 'KLM-2026-0007', status: 'accepted' },
  ],
}
const answers = { [`GET ${api}`]: { body: idea, etag: 1 } }

describe('an idea that has come in', () => {
  it('shows what it resembles and that its answer is late', async () => {
    const html = await (await createTestConsole(answers).get(path, officer)).text()
    expect(html).toMatch(/Läkemedelslistan syns inte[\s\S]*KLM-2026-0007[\s\S]*82\s%/)
    expect(html).toMatch(/19 nov\. 2026[\s\S]*i går[\s\S]*Försenat/)
  })

  it('is answered by case officers only', async () => {
    const html = await (await createTestConsole(answers).get(path, decider)).text()
    expect(html).not.toContain('bli-arende')
    expect(html).toContain('handläggare som svarar')
  })

  it('is offered to the organisation that its sender gave', async () => {
    const given = { [`GET ${api}`]: { body: { ...idea, organisation: 'kalmar-kommun' } } }
    expect(await (await createTestConsole(given).get(path, officer)).text()).toMatch(/<option value="kalmar-kommun" selected/)
    expect(await (await createTestConsole(answers).get(path, officer)).text()).not.toMatch(/<option[^>]* selected/)
  })

  it('asks for the organisation in the words of the page', async () => {
    const web = createTestConsole({
      ...answers,
      [`POST ${api}/acceptances`]: fakeProblem(400, 'invalidRequest', [
        { pointer: '/organisation', code: 'required', sv: 'Fyll i fältet.' },
      ]),
    })
    const html = await (await web.post(`${path}/bli-arende`, { '/organisation': '' }, officer)).text()
    expect(html).toContain('Det här behöver rättas')
    expect(html).toContain('Ägande organisation: Välj ett alternativ.')
    expect(html).not.toContain('Fyll i fältet.')
  })

  it('becomes a case of an organisation', async () => {
    const web = createTestConsole({
      ...answers,
      [`POST ${api}/acceptances`]: { status: 201, body: { caseId, caseNumber: 'KLM-2026-0042' } },
    })
    const response = await web.post(`${path}/bli-arende`, { '/organisation': 'kalmar-kommun', '/title': '' }, officer)
    expect(response.headers.get('location')).toBe(`/arenden/${caseId}?klart=ideaAccepted`)
    expect(web.api.calls.at(-1)?.body).toEqual({ organisation: 'kalmar-kommun' })
  })

  it('is merged with one that it resembles, with the reason', async () => {
    const web = createTestConsole({
      ...answers,
      [`POST ${api}/merges`]: { status: 201, body: { ...idea, status: 'merged', mergedInto: otherIdea } },
    })
    await web.post(`${path}/sla-ihop`, { '/into': otherIdea, '/reason': 'Samma behov.' }, officer)
    expect(web.api.calls.at(-1)?.body).toEqual({ into: otherIdea, reason: 'Samma behov.' })
  })

  it('keeps a refused answer in its form, open', async () => {
    const web = createTestConsole({
      ...answers,
      [`POST ${api}/answers`]: fakeProblem(422, 'personalIdentityNumber', [{ pointer: '/answer', sv: 'Ta bort personnumret.' }]),
    })
    const response = await web.post(`${path}/besvara`, { '/answer': 'Hej 19121212-1212' }, officer)
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toMatch(/<details class="reveal" open[^>]*><summary>Besvara/)
    expect(html).toContain('href="#besvara-answer"')
    expect(html).toContain('Hej 19121212-1212')
  })

  it('offers nothing more once it has been dealt with', async () => {
    const html = await (
      await createTestConsole({ [`GET ${api}`]: { body: { ...idea, status: 'answered', answer: 'Det finns redan.' } } }).get(
        path,
        officer,
      )
    ).text()
    expect(html).toContain('Det finns redan.')
    expect(html).not.toContain('bli-arende')
  })
})
