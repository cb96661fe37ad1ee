import { describe, expect, it } from 'vitest'
import { fakeProblem } from '../../testing/fake-api.ts'
import { caseId, request, requestId } from '../../testing/fixtures.ts'
import { createTestConsole, decider, officer } from '../../testing/test-console.ts'

const path = `/beslut/${requestId}`
const api = `/v1/gates/decision-requests/${requestId}`
const open = { [`GET ${api}`]: { body: request, etag: 3 } }
const possible = { [`GET ${api}`]: { body: { ...request, isGoPossible: true, unmet: [] }, etag: 3 } }
const decided = { [`POST ${api}/decisions`]: { status: 202, body: { ...request, status: 'answered', mayDecide: false } } }
const answer = { '/outcome': 'go', '/reason': 'Behovet är styrkt.', '/hasConflictOfInterest': 'no', _digest: request.digest }

const decide = async (form: Record<string, string | string[]>, answers: object = possible) => {
  const web = createTestConsole({ ...answers, ...decided })
  const response = await web.post(path, form, decider)
  return { response, body: web.api.calls.find(({ method }) => method === 'POST')?.body }
}

describe('a gate', () => {
  it('shows each criterion with why and where, at the version that was frozen', async () => {
    const html = await (await createTestConsole(open).get(path, decider)).text()
    expect(html).toMatch(/Inte uppfyllt[\s\S]*Avsnittet är inte klarmarkerat\./)
    expect(html).toContain(`href="/arenden/${caseId}/ideas/need?version=2"`)
    expect(html).toContain('250\u00a0000\u00a0kr')
    expect(html).toContain('Hälso- och sjukvårdsdirektör')
    expect(html).toContain('D 1.1')
    expect(html).toContain(request.digest)
  })

  it("names the organisation of each office: the line's, else the case's", async () => {
    const rights = [
      { rule: 'D 1.1', office: 'healthDirector' },
      { rule: 'D 1.2', office: 'healthDirector', organisations: ['kalmar-kommun'] },
    ]
    const html = await (await createTestConsole({ [`GET ${api}`]: { body: { ...request, rights } } }).get(path, decider)).text()
    expect(html).toMatch(/Hälso- och sjukvårdsdirektör \(Region Kalmar län och Kalmar kommun\)/)
  })

  it('says that the value is not given rather than nought', async () => {
    const { value, ...evidence } = request.evidence
    const html = await (await createTestConsole({ [`GET ${api}`]: { body: { ...request, evidence } } }).get(path, decider)).text()
    expect(html.match(/Inte angivet/g)).toHaveLength(2)
    expect(html).not.toMatch(/>0\s*kr</)
    expect(value).toBeGreaterThan(0)
  })

  it('cannot be passed with go while a mandatory criterion is not met, and says why', async () => {
    const html = await (await createTestConsole(open).get(path, decider)).text()
    expect(html).toMatch(/<input[^>]*value="go"[^>]*disabled/)
    expect(html).toContain('Ingen kan besluta om fortsätt')
    for (const outcome of ['revise', 'hold', 'stop'])
      expect(html).not.toMatch(new RegExp(`<input[^>]*value="${outcome}"[^>]*disabled`))
  })

  it('leaves the judgement to the service when somebody tries anyway', async () => {
    const web = createTestConsole({ ...open, [`POST ${api}/decisions`]: fakeProblem(422, 'goImpossible') })
    const response = await web.post(path, answer, decider)
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain('Titel goImpossible')
    expect(html).toContain('Behovet är styrkt.')
  })

  it('has no form for those who may not decide, but why', async () => {
    const web = createTestConsole({
      [`GET ${api}`]: {
        body: { ...request, mayDecide: false, whyNot: { sv: 'Delegationsordningen ger dig inte rätt.', en: 'No right.' } },
      },
    })
    const html = await (await web.get(path, officer)).text()
    expect(html).toContain('Delegationsordningen ger dig inte rätt.')
    expect(html).not.toContain('name="/outcome"')
    expect(html).not.toContain(`${path}/jav`)
  })

  it('says that the request is on its way before the gate has heard of it', async () => {
    const response = await createTestConsole().get(path, decider)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Läs om sidan')
  })
})

describe('deciding', () => {
  it('sends the ruling with the digest of what was read', async () => {
    const { response, body } = await decide(answer)
    expect(response.headers.get('location')).toBe(`${path}?klart=decided`)
    expect(body).toEqual({
      ruling: { outcome: 'go', reason: 'Behovet är styrkt.' },
      evidenceDigest: request.digest,
      hasConflictOfInterest: false,
    })
  })

  it.each([
    ['revise', { '/missing': ['0', '1'], '/missing/0': 'Utgångsvärde', '/missing/1': ' ' }, { missing: ['Utgångsvärde'] }],
    ['hold', { '/wakeOn': '2027-03-01' }, { wakeOn: '2027-03-01' }],
    ['stop', { '/stopReason': 'tooRisky' }, { stopReason: 'tooRisky' }],
  ])('sends for %s what it needs and nothing of the others', async (outcome, needs, sent) => {
    const others = { '/missing': ['0'], '/missing/0': 'x', '/wakeOn': '2027-01-01', '/stopReason': 'other' }
    const { body } = await decide({ ...others, ...answer, ...needs, '/outcome': outcome })
    expect(body).toMatchObject({ ruling: { outcome, reason: 'Behovet är styrkt.', ...sent } })
    const { ruling } = body as { ruling: object } // the line above has just found it there
    expect(Object.keys(ruling).toSorted()).toEqual(['outcome', 'reason', ...Object.keys(sent)].toSorted())
  })

  it.each([
    ['no outcome', { '/outcome': '' }, 'outcome'],
    ['no reason', { '/reason': ' ' }, 'reason'],
    ['no answer about conflict', { '/hasConflictOfInterest': '' }, 'hasConflictOfInterest'],
    ['hold without a day', { '/outcome': 'hold' }, 'wakeOn'],
    ['stop without a reason code', { '/outcome': 'stop' }, 'stopReason'],
    ['revise without what is missing', { '/outcome': 'revise' }, 'missing'],
  ])('asks for what is missing: %s', async (_, changes, field) => {
    const { response, body } = await decide({ ...answer, ...changes })
    expect(response.status).toBe(422)
    expect(body).toBeUndefined()
    expect(await response.text()).toContain(`href="#beslutet-${field}"`)
  })

  it('refuses nobody a new row for what is missing', async () => {
    const web = createTestConsole(open)
    const html = await (
      await web.post(
        path,
        { ...answer, '/outcome': 'revise', '/missing': ['0'], '/missing/0': 'Mått', _action: 'add:/missing' },
        decider,
      )
    ).text()
    expect(html).toContain('name="/missing/1"')
    expect(html).toContain('Mått')
    expect(html).toContain('Behovet är styrkt.')
    expect(web.api.calls.every(({ method }) => method === 'GET')).toBe(true)
  })

  it('lets a person declare a conflict instead', async () => {
    const web = createTestConsole({ ...open, [`POST ${api}/conflicts`]: { status: 201, body: request } })
    const response = await web.post(`${path}/jav`, { '/reason': 'Min syster äger företaget.' }, decider)
    expect(response.headers.get('location')).toBe(`${path}?klart=conflictDeclared`)
    expect(web.api.calls.find(({ method }) => method === 'POST')?.body).toEqual({ reason: 'Min syster äger företaget.' })
  })
})

describe('a decision that has been made', () => {
  it('stands first on the paper, with who, as what and under which line', async () => {
    const decision = {
      ruling: { outcome: 'stop', reason: 'För stora risker.', stopReason: 'tooRisky' },
      decidedAt: '2026-11-20T07:00:00.000Z',
      decidedBy: { subject: 'direktor', name: 'Anders Bergström' },
      office: 'healthDirector',
      delegation: 'D 1.1',
      evidenceDigest: request.digest,
    }
    const html = await (
      await createTestConsole({ [`GET ${api}`]: { body: { ...request, status: 'decided', mayDecide: false, decision } } }).get(
        path,
        officer,
      )
    ).text()
    expect(html).toMatch(
      /Avsluta[\s\S]*Riskerna är för stora[\s\S]*För stora risker\.[\s\S]*Anders Bergström, i egenskap av hälso- och sjukvårdsdirektör, med stöd av D 1\.1[\s\S]*Kriterier</,
    )
    expect(html).not.toContain('name="/outcome"')
    expect(html).not.toContain('Beslut senast')
    expect(html).toMatch(/Beslutat<[\s\S]*20 november 2026/)
    expect(html).toContain('obligatoriskt kriterium var inte uppfyllt. Fortsätt kunde inte beslutas.')
    expect(html).not.toContain('Fortsätt kan inte beslutas')
    expect(html).toContain('Vem som fick besluta')
  })
})
