import { describe, expect, it } from 'vitest'
import { fakeProblem } from '../../testing/fake-api.ts'
import { caseAnswers, caseId, opinionId, overview, record } from '../../testing/fixtures.ts'
import { createTestConsole, decider, officer, specialist } from '../../testing/test-console.ts'

const path = `/arenden/${caseId}`
const inPhase = `${path}/ideas`
const api = `/v1/ideas/cases/${caseId}`

describe('a case', () => {
  it('says where it is, who has the ball, what happens next and by when', async () => {
    const html = await (await createTestConsole(caseAnswers).get(path, officer)).text()
    expect(html).toContain('KLM-2026-0042')
    expect(html).toMatch(/aria-current="step"(?:(?!<li)[\s\S])*Idé/)
    expect(html).toContain('1 villkor återstår innan beslut kan bli fortsätt.')
    expect(html).toMatch(/Vem som har bollen: <strong>Sara Nilsson/)
    expect(html).toContain('10 dec. 2026')
    expect(html).toContain('14 arbetsdagar')
  })

  it('shows each section and criterion with its status in words, and where to put it right', async () => {
    const html = await (await createTestConsole(caseAnswers).get(path, officer)).text()
    expect(html).toMatch(/href="[^"]*\/ideas\/need"[\s\S]*Utkast/)
    expect(html).toMatch(/Inte uppfyllt[\s\S]*Avsnittet Behov är klart[\s\S]*Källa: RUVeS 5[\s\S]*href="[^"]*\/ideas\/need"/)
  })

  it('offers only what the person can do', async () => {
    const web = createTestConsole(caseAnswers)
    const asOfficer = await (await web.get(path, officer)).text()
    expect(asOfficer).toContain(`action="${inPhase}/beslutsbegaran`)
    expect(asOfficer).toContain(`yttranden/${opinionId}/aterkallelse`)
    expect(asOfficer).not.toContain(`yttranden/${opinionId}/svar`)
    const asSpecialist = await (await web.get(path, specialist)).text()
    expect(asSpecialist).toContain(`yttranden/${opinionId}/svar`)
    expect(asSpecialist).not.toContain('beslutsbegaran')
    const asDecider = await (await web.get(path, decider)).text()
    for (const action of ['beslutsbegaran', '/svar', '/aterkallelse', '/handlaggare']) expect(asDecider).not.toContain(action)
    const elsewhere = await (await web.get(path, { ...officer, organisation: 'nybro-kommun' })).text()
    expect(elsewhere).not.toContain('beslutsbegaran')
  })

  it('is shown from its phase while the portfolio has not heard of it', async () => {
    const web = createTestConsole({ ...caseAnswers, [`GET /v1/insight/cases/${caseId}`]: fakeProblem(404, 'caseNotFound') })
    const response = await web.get(path, officer)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('KLM-2026-0042')
  })

  it('is not found when no phase has it', async () => {
    const response = await createTestConsole().get(path, officer)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Ärendet finns inte')
  })

  it('keeps the record of a phase that has passed readable', async () => {
    const web = createTestConsole({
      ...caseAnswers,
      [`GET /v1/insight/cases/${caseId}`]: { body: { ...overview, phase: 'matching' } },
      [`GET ${api}`]: { body: { ...record, status: 'handedOver' } },
    })
    const html = await (await web.get(inPhase, officer)).text()
    expect(html).toContain('akten från en tidigare fas')
    expect(html).toContain(`href="${path}/ideas"`)
    expect(html).not.toContain(`href="${path}/verification"`)
  })
})

describe('what is done to a case', () => {
  it('asks for a decision on the version that was read', async () => {
    const web = createTestConsole({
      ...caseAnswers,
      [`POST ${api}/decision-requests`]: { status: 202, body: { ...record, status: 'awaitingDecision' } },
    })
    const response = await web.post(`${inPhase}/beslutsbegaran`, { _version: '7' }, officer)
    expect(response.headers.get('location')).toBe(`${inPhase}?klart=decisionRequested`)
    const call = web.api.calls.find(({ method }) => method === 'POST')
    expect(call?.headers.get('if-match')).toBe('"7"')
    expect(call?.body).toBeUndefined()
  })

  it('answers an opinion for the unit that was asked', async () => {
    const web = createTestConsole({
      ...caseAnswers,
      [`POST ${api}/opinions/${opinionId}/answers`]: { status: 201, body: record },
    })
    const response = await web.post(
      `${inPhase}/yttranden/${opinionId}/svar`,
      { '/answer': 'partially', '/comment': 'Om gränssnittet är öppet.' },
      specialist,
    )
    expect(response.headers.get('location')).toBe(`${inPhase}?klart=opinionGiven#yttranden`)
    expect(web.api.calls.find(({ method }) => method === 'POST')?.body).toEqual({
      answer: 'partially',
      comment: 'Om gränssnittet är öppet.',
    })
  })

  it('shows a refused request for an opinion where it was written, with what was written', async () => {
    const web = createTestConsole({
      ...caseAnswers,
      [`POST ${api}/opinions`]: fakeProblem(422, 'dueDateNotAhead', [{ pointer: '/dueOn', sv: 'Dagen har varit.' }]),
    })
    const response = await web.post(
      `${inPhase}/yttranden`,
      { '/unit': 'law', '/question': 'Håller det?', '/dueOn': '2026-01-01' },
      officer,
    )
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toMatch(/<details class="reveal" open[^>]*><summary>Begär ett yttrande/)
    expect(html).toContain('href="#begar-yttrande-dueOn"')
    expect(html).toContain('Dagen har varit.')
    expect(html).toContain('Håller det?')
    expect(html).toMatch(/<option value="law" selected/)
  })

  it('tells of a request that came too late', async () => {
    const web = createTestConsole({ ...caseAnswers, [`POST ${api}/decision-requests`]: fakeProblem(412, 'staleVersion') })
    const response = await web.post(`${inPhase}/beslutsbegaran`, { _version: '6' }, officer)
    expect(response.status).toBe(412)
    expect(await response.text()).toContain('Råd staleVersion')
  })
})
