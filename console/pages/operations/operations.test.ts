import { describe, expect, it } from 'vitest'
import { phases } from '#contracts/words.ts'
import { fakeProblem } from '../../testing/fake-api.ts'
import { overview } from '../../testing/fixtures.ts'
import { createTestConsole, decider, officer, specialist } from '../../testing/test-console.ts'
import type { Persona } from '../../testing/test-console.ts'
import { ageInWords } from './age.ts'

const operator: Persona = { sub: 'drift', name: 'Nils Öberg', roles: ['operations'], organisation: 'region-kalmar' }
const queueName = 'kalmar-procurement-inbox-dlq.fifo'
const redriveId = '01926a00-0000-7000-8000-0000000000e1'
const eventId = '01926a00-0000-7000-8000-0000000000f1'

const queue = (name: string, waiting = 0, oldestSeconds?: number) => ({
  queue: name,
  counts: { waiting, inFlight: 0, delayed: 0 },
  ...(oldestSeconds !== undefined && { oldestSeconds }),
})
const calm = (service: string) => ({
  service,
  status: 'calm',
  inbox: queue(`kalmar-${service}-inbox.fifo`),
  deadLetters: queue(`kalmar-${service}-inbox-dlq.fifo`),
  relay: {},
})
const queues = {
  takenAt: '2026-11-20T08:00:00.000Z',
  isMeasured: true,
  services: [
    ...phases.map((phase) =>
      phase === 'procurement'
        ? {
            ...calm(phase),
            status: 'setAside',
            inbox: queue('kalmar-procurement-inbox.fifo', 4, 1_200),
            deadLetters: queue(queueName, 2, 200_000),
            relayFailures: queue('kalmar-procurement-relay-dlq', 1),
            relay: { lastRanAt: '2026-11-20T07:55:00.000Z', behindSeconds: 400 },
          }
        : calm(phase),
    ),
    { ...calm('gates'), status: 'unreadable', inbox: { queue: 'kalmar-gates-inbox.fifo' } },
  ],
  executions: { running: { count: 3, isMore: false }, succeeded: { count: 1_000, isMore: true } },
}
const redrive = {
  redriveId,
  service: 'procurement',
  queue: queueName,
  ratePerSecond: 5,
  reason: 'Felet rättat i 1.4.2',
  requestedBy: { subject: 'drift', name: 'Nils Öberg' },
  requestedAt: '2026-11-20T07:59:00.000Z',
  status: 'running',
  expected: 40,
  moved: 12,
  failed: 1,
}
const board = {
  phases: phases.map((phase) => ({
    phase,
    total: phase === 'ideas' ? 2 : 0,
    overdue: phase === 'ideas' ? 1 : 0,
    cases:
      phase === 'ideas'
        ? [
            { ...overview, isOverdue: true },
            { ...overview, caseNumber: 'KLM-2026-0043' },
          ]
        : [],
  })),
}
const messages = {
  queue: queueName,
  service: 'procurement',
  total: 2,
  messages: [
    {
      messageId: 'message-1',
      setAsideAt: '2026-11-20T07:00:00.000Z',
      attempts: 10,
      reason: { code: 'tooEarly', text: { sv: 'Bygger på en annan.', en: 'Builds on another.' } },
      event: {
        eventId,
        type: 'se.behovsflodet.decision-made.v1',
        name: { sv: 'Beslut har fattats', en: 'A decision has been made' },
        caseId: overview.caseId,
        time: '2026-11-20T06:00:00.000Z',
        source: '/services/gates',
      },
    },
    {
      messageId: 'message-2',
      setAsideAt: '2026-11-20T07:00:00.000Z',
      reason: { code: 'notJson', text: { sv: 'Inte JSON.', en: 'Not JSON.' } },
    },
  ],
}

const answers = {
  'GET /v1/operations/queues': { body: queues },
  'GET /v1/operations/redrives': { body: { redrives: [redrive] } },
  'GET /v1/insight/board': { body: board },
  [`GET /v1/operations/queues/${queueName}/messages`]: { body: messages },
  [`GET /v1/operations/redrives/${redriveId}`]: { body: redrive },
  [`GET /v1/insight/cases/${redriveId}/timeline`]: {
    body: {
      events: [
        {
          id: 'e',
          time: '2026-11-20T07:59:00.000Z',
          type: 'se.behovsflodet.redrive-requested.v1',
          name: { sv: 'Omkörning har begärts', en: 'A redrive has been requested' },
          actor: { subject: 'drift', name: 'Nils Öberg' },
          data: {},
        },
      ],
    },
  },
}
const web = (more: Parameters<typeof createTestConsole>[0] = {}) => createTestConsole({ ...answers, ...more })
const see = async (path: string, persona = operator) => (await web().get(path, persona)).text()
/** What a reader sees of a row: its texts without marks. */
const rowOf = (html: string, first: string): string =>
  (html.match(/<tr role="row">[\s\S]*?<\/tr>/g) ?? [])
    .find((row) => row.includes(first))
    ?.replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ') ?? ''

describe('the operations page', () => {
  it('has the queues in the order of the flow, with how they stand in words and ages in plain units', async () => {
    const html = await see('/drift')
    expect(html).toMatch(/<title>Drift – /)
    expect([...html.matchAll(/<th scope="row" role="rowheader">([^<]+)</g)].map(([, name]) => name).slice(0, 8)).toEqual([
      'Idé',
      'Matchning',
      'Verifiering',
      'Upphandling',
      'Validering',
      'Införande',
      'Uppföljning',
      'Beslut',
    ])
    const row = rowOf(html, 'Upphandling')
    expect(row).toContain('Något är undanlagt')
    expect(row).toContain('20 minuter')
    expect(row).toContain('2 dygn')
    expect(row).toContain('Uppgivna utskick: 1')
    expect(row).toContain('6 minuter efter')
    expect(rowOf(html, 'Matchning')).toContain('Lugnt')
    expect(rowOf(html, 'Beslut')).toContain('Kan inte läsas')
    expect(html).toContain(`href="/drift/koer/${queueName}"`)
    expect(html).toContain('href="/drift/koer/kalmar-procurement-relay-dlq"')
  })

  it('has what is being redriven, with its progress and a way to stop it', async () => {
    const html = await see('/drift')
    expect(rowOf(html, 'Felet rättat')).toMatch(/Pågår[\s\S]*Stoppa omkörningen[\s\S]*12 av 40[\s\S]*1 gick inte att flytta/)
    expect(html).toContain(`action="/drift/omkorningar/${redriveId}/stopp"`)
  })

  it('counts the executions by state up to a limit, and lists the cases that are late', async () => {
    const html = await see('/drift')
    expect(html).toMatch(/Pågår<\/dt><dd>3[\s\S]*Slutförda<\/dt><dd>minst 1\s000/)
    expect(html).toContain(`href="/arenden/${overview.caseId}"`)
    expect(html).not.toContain('KLM-2026-0043')
  })

  it('says when ages cannot be measured, or the executions not be read', async () => {
    const html = await (
      await web({ 'GET /v1/operations/queues': { body: { ...queues, isMeasured: false, executions: undefined } } }).get(
        '/drift',
        operator,
      )
    ).text()
    expect(html).toContain('kan inte mätas just nu')
    expect(html).toContain('Körningarna kan inte läsas')
  })

  it('stands in English too', async () => {
    const html = await see('/drift?lang=en')
    expect(rowOf(html, 'Procurement')).toMatch(/Something is set aside[\s\S]*20 minutes[\s\S]*2 days/)
  })
})

describe('the messages that were set aside', () => {
  it('are told with their event, why, and where to, each to be ticked', async () => {
    const html = await see(`/drift/koer/${queueName}`)
    expect(rowOf(html, 'Beslut har fattats')).toMatch(/Bygger på en annan\.[\s\S]*från Beslut[\s\S]*10/)
    expect(rowOf(html, 'message-2')).toMatch(/Ingen händelse[\s\S]*Inte JSON\./)
    expect(html).toContain('name="message" value="message-1"')
    expect(html).toContain(`href="/arenden/${overview.caseId}"`)
  })

  const form = { '/what': 'chosen', '/ratePerSecond': '10', '/reason': 'Felet rättat' }

  it.each([
    ['those ticked', { ...form, message: ['message-1', 'message-2'] }, { messageIds: ['message-1', 'message-2'] }],
    ['all', { ...form, '/what': 'all', message: 'message-1' }, { all: true }],
  ])('are run again: %s', async (_, sent, expected) => {
    const site = web({ 'POST /v1/operations/redrives': { status: 202, body: redrive } })
    const response = await site.post(`/drift/koer/${queueName}`, sent, operator)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/drift/omkorningar/${redriveId}?klart=redriveRequested`)
    expect(site.api.calls.find(({ method }) => method === 'POST')?.body).toEqual({
      queue: queueName,
      ratePerSecond: 10,
      reason: 'Felet rättat',
      ...expected,
    })
  })

  it('are not run again when none is ticked, and the form says so with what was written', async () => {
    const site = web()
    const response = await site.post(`/drift/koer/${queueName}`, form, operator)
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('Kryssa för minst ett meddelande')
    expect(html).toContain('Felet rättat')
    expect(site.api.calls.some(({ method }) => method === 'POST')).toBe(false)
  })

  it('are shown again with the service’s refusal, and what was ticked still ticked', async () => {
    const site = web({ 'POST /v1/operations/redrives': fakeProblem(409, 'redriveUnderWay') })
    const response = await site.post(`/drift/koer/${queueName}`, { ...form, message: 'message-2' }, operator)
    expect(response.status).toBe(409)
    const html = await response.text()
    expect(html).toContain('Titel redriveUnderWay')
    expect(html).toMatch(/value="message-2" checked/)
    expect(html).not.toMatch(/value="message-1" checked/)
  })

  it('of a relay are read and not redriven', async () => {
    const relay = { ...messages, messages: [{ messageId: 'm', setAsideAt: '2026-11-20T07:00:00.000Z' }], total: 1 }
    const html = await (
      await web({ [`GET /v1/operations/queues/${queueName}/messages`]: { body: relay } }).get(
        `/drift/koer/${queueName}`,
        operator,
      )
    ).text()
    expect(html).toContain('Följ körboken')
    expect(html).not.toContain('name="message"')
  })

  it.each([
    ['none is there', 0, 'Kön är tom'],
    ['somebody else holds them', 2, 'i någon annans händer'],
  ])('are not shown when %s', async (_, total, told) => {
    const none = { [`GET /v1/operations/queues/${queueName}/messages`]: { body: { ...messages, messages: [], total } } }
    expect(await (await web(none).get(`/drift/koer/${queueName}`, operator)).text()).toContain(told)
  })
})

describe('a redrive', () => {
  it('is shown with its progress and what the journal has of it', async () => {
    const html = await see(`/drift/omkorningar/${redriveId}`)
    expect(html).toContain('12 av 40')
    expect(html).toContain('Omkörning har begärts')
    expect(html).toContain('Stoppa omkörningen')
  })

  it('is stopped by a button, and a refusal is told', async () => {
    const path = `/drift/omkorningar/${redriveId}/stopp`
    const stopped = await web({ [`POST /v1/operations/redrives/${redriveId}/stop`]: { status: 202, body: redrive } }).post(
      path,
      {},
      operator,
    )
    expect(stopped.headers.get('location')).toBe(`/drift/omkorningar/${redriveId}?klart=redriveStopped`)
    const refused = await web({
      [`POST /v1/operations/redrives/${redriveId}/stop`]: fakeProblem(409, 'redriveHasEnded'),
    }).post(path, {}, operator)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Titel redriveHasEnded')
  })

  it('that has ended has no button', async () => {
    const done = { ...redrive, status: 'ended', ending: 'done', left: 0, endedAt: '2026-11-20T08:00:00.000Z' }
    const html = await (
      await web({ [`GET /v1/operations/redrives/${redriveId}`]: { body: done } }).get(`/drift/omkorningar/${redriveId}`, operator)
    ).text()
    expect(html).toContain('Klar')
    expect(html).not.toContain('Stoppa omkörningen')
  })
})

describe('refused events', () => {
  const refused = (code: string, problem: string) => ({
    service: 'matching',
    eventId,
    eventType: 'se.behovsflodet.decision-made.v1',
    name: { sv: 'Beslut har fattats', en: 'A decision has been made' },
    caseId: overview.caseId,
    code,
    problem,
    refusedAt: '2026-11-20T07:00:00.000Z',
  })

  it('are listed with why in words where the console knows the code, else by the code', async () => {
    const list = [refused('staleVersion', '/problems/stale-version'), refused('newCode', '/problems/new-code')]
    const site = web({
      'GET /v1/operations/refusals': { body: { refusals: list }, link: '</v1/operations/refusals?cursor=abc>; rel="next"' },
    })
    const html = await (await site.get('/drift/avvisade', operator)).text()
    expect(html).toMatch(/href="\/problems\/stale-version">Någon hann före/)
    expect(html).toContain('newCode')
    expect(html).toContain('sida=abc')
  })
})

describe('who sees it', () => {
  it('in the menu: operations and nobody else', async () => {
    const link = 'href="/drift"'
    const site = web({ 'GET /v1/insight/tasks': { body: { tasks: [], hasMore: false } } })
    expect(await (await site.get('/uppgifter', operator)).text()).toContain(link)
    for (const persona of [officer, specialist, decider])
      expect(await (await site.get('/uppgifter', persona)).text()).not.toContain(link)
  })

  it.each(['/drift', '/drift/avvisade', `/drift/koer/${queueName}`, `/drift/omkorningar/${redriveId}`])(
    '%s: others are told what the service says',
    async (path) => {
      const refusal = fakeProblem(403, 'roleNotAllowed')
      const site = createTestConsole({
        'GET /v1/operations/queues': refusal,
        'GET /v1/operations/refusals': refusal,
        [`GET /v1/operations/queues/${queueName}/messages`]: refusal,
        [`GET /v1/operations/redrives/${redriveId}`]: refusal,
      })
      const response = await site.get(path, officer)
      expect(response.status).toBe(403)
      expect(await response.text()).toContain('Titel roleNotAllowed')
    },
  )

  it('nobody who has not signed in', async () => {
    const response = await web().get('/drift')
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toContain('/logga-in')
  })
})

describe('an age', () => {
  it.each([
    [0, '0 sekunder', '0 seconds'],
    [119, '119 sekunder', '119 seconds'],
    [150, '2 minuter', '2 minutes'],
    [7_199, '119 minuter', '119 minutes'],
    [7_200, '2 timmar', '2 hours'],
    [172_800, '2 dygn', '2 days'],
  ])('of %d seconds is told in one unit', (seconds, sv, en) => {
    expect([ageInWords(seconds, 'sv'), ageInWords(seconds, 'en')]).toEqual([sv, en])
  })
})
