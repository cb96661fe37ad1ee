import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { AnyEvent } from '#contracts/event.ts'
import { gateOf, phaseAfter } from '#contracts/flow.ts'
import { metrics } from '#contracts/metrics.ts'
import { phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { kalmar } from '#counties/kalmar.ts'
import { traceCollector } from '#lambda/runtime.ts'
import { readEmbeddedMetrics } from '#lambda/testing/embedded-metric-format.ts'
import { startOtlpCollector } from '#lambda/testing/otlp-collector.ts'
import type { CollectedSpan, OtlpCollector } from '#lambda/testing/otlp-collector.ts'
import { correlationIdOf } from '#lambda/trace.ts'
import { akBrev } from '../../demo/ak-brev/case.ts'
import type { ApiRequest, Client } from '../../demo/client.ts'
import { createDriver } from '../../demo/drive-case.ts'
import type { Driven } from '../../demo/drive-case.ts'
import { personasOf } from '../../local/personas.ts'
import { officer, startFlowSystem, until } from './flow-system.ts'
import type { FlowSystem } from './flow-system.ts'
import { readJournal } from './journal.ts'

/** What operations see of a case on its way through all seven phases - and what they do not see: what anybody has written. */

/** Stands in every kind of thing that somebody may send, right or wrong. */
const marker = 'Zebrafink'
const phone = '+46 70 123 45 67'

let system: FlowSystem
let collector: OtlpCollector
let driven: Driven
let journal: AnyEvent[]
const written = new Set<string>()

/** What a person has put in words: more than one word, or a name, an address or a number of their own. */
const isWritten = (text: string): boolean => text.length > 7 && /[ @+]/.test(text)

const collectTexts = (value: unknown): void => {
  if (typeof value === 'string') {
    if (isWritten(value)) written.add(value)
  } else if (value !== null && typeof value === 'object') for (const inner of Object.values(value)) collectTexts(inner)
}

const writersClient = (client: Client): Client => ({
  as: (persona) => (request: ApiRequest) => {
    collectTexts(request.body)
    return client.as(persona)(request)
  },
})

/** Everything wrong that can be sent over HTTP, with the marker wherever it fits. */
const wrongRequests: readonly ApiRequest[] = [
  { method: 'POST', path: '/v1/ideas/submissions', body: { [marker]: marker } },
  {
    method: 'POST',
    path: '/v1/ideas/submissions',
    body: { title: marker, contact: { name: marker, email: `${marker}@example.se` } },
  },
  { method: 'POST', path: '/v1/ideas/submissions', body: { title: `${marker} 19811218-9876` } },
  { method: 'POST', path: '/v1/ideas/submissions', body: marker, idempotencyKey: `${marker} ${marker}` },
  { method: 'GET', path: `/v1/ideas/receipts/${marker}` },
  { method: 'GET', path: `/v1/ideas/cases/${marker}` },
  { method: 'GET', path: `/v1/insight/cases?phase=${marker}&${marker}=1` },
  { method: 'GET', path: `/v1/${marker}/${marker}` },
  {
    method: 'PUT',
    path: `/v1/ideas/cases/01a00000-0000-7000-9000-000000000001/sections/${marker}`,
    body: { content: marker },
    ifMatch: marker,
  },
  {
    method: 'POST',
    path: `/v1/gates/decision-requests/${marker}/decisions`,
    body: { ruling: { outcome: marker, reason: marker } },
  },
  { method: 'GET', path: `/v1/catalogue/products?text=${marker}` },
  { method: 'GET', path: `/v1/catalogue/products/${marker}` },
  { method: 'POST', path: '/v1/forum/subscriptions', body: { channel: { kind: 'mail', address: `${marker} ${marker}` } } },
  { method: 'POST', path: `/v1/forum/subscriptions/${crypto.randomUUID()}/confirmations`, body: { code: marker.repeat(3) } },
  { method: 'GET', path: `/v1/forum/teams/${crypto.randomUUID()}?code=${marker}` },
]

const submission = {
  title: `${marker} i väntrummet`,
  description: `Det kommer en ${marker} in genom fönstret varje morgon, och ingen vet vems den är. Ring mig på ${phone}.`,
  sender: 'resident',
  organisation: 'region-kalmar',
  contact: { name: `Astrid ${marker}`, email: `astrid.${marker}@example.se` },
}

/** Where somebody wants to be told of the forum. */
const subscriptions = [
  { subjects: ['needs'], channel: { kind: 'mail', address: `${marker}@example.se` } },
  { subjects: ['needs'], channel: { kind: 'webhook', url: `https://mottagare.example/${marker}` } },
] as const

const subscribed = z.object({ subscription: z.object({ subscriptionId: z.string() }) })
const sent = z.object({ deliveries: z.array(z.object({ status: z.string() })) })

/** Everything wrong that can lie on a queue. */
const wrongMessages = (event: AnyEvent): readonly string[] => [
  marker,
  JSON.stringify({ [marker]: marker }),
  JSON.stringify({ ...event, id: marker }),
  JSON.stringify({ ...event, data: { [marker]: marker } }),
  JSON.stringify({ ...event, traceparent: marker, data: { phase: marker } }),
]

const lines = () =>
  system
    .log()
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => ({ text, fields: z.record(z.string(), z.unknown()).parse(JSON.parse(text)) }))

beforeAll(async () => {
  collector = await startOtlpCollector()
  process.env[traceCollector] = collector.endpoint
  system = await startFlowSystem()
  driven = await createDriver({ client: writersClient(system.client), say: () => undefined }).drive(akBrev)
  await until('insight to hear of the end', async () => {
    journal = await readJournal(system, driven.caseId)
    return journal.some(({ type }) => type.includes('case-completed')) ? true : undefined
  })
  collectTexts(submission)
  expect((await system.ask(undefined, { method: 'POST', path: '/v1/ideas/submissions', body: submission })).status).toBe(201)
  const made = await Promise.all(
    subscriptions.map((body) => system.ask(officer, { method: 'POST', path: '/v1/forum/subscriptions', body })),
  )
  expect(made.map(({ status }) => status)).toEqual([201, 201])
  // What is to be sent is sent when the product starts, and every minute.
  await system.restart()
  await until('the confirmation to be sent', async () => {
    const { subscriptionId } = subscribed.parse(made[0]?.body).subscription
    const { deliveries } = await system.read(sent, `/v1/forum/subscriptions/${subscriptionId}/deliveries`)
    return deliveries.some(({ status }) => status === 'delivered') ? true : undefined
  })
  for (const request of wrongRequests) for (const persona of [undefined, officer]) await system.ask(persona, request)
  const [event] = journal
  for (const text of wrongMessages(event!))
    // a case that has ended has a journal
    await system.post('insight', { text, group: crypto.randomUUID(), id: crypto.randomUUID() })
  await until('the wrong messages to be tried', async () =>
    lines().filter(({ fields }) => fields['message'] === 'event not consumed').length >= wrongMessages(event!).length
      ? true
      : undefined,
  )
}, 120_000)
afterAll(async () => {
  delete process.env[traceCollector]
  await system.end()
  await collector.stop()
}, 30_000)

describe('nothing that anybody has written, and nobody by name,', () => {
  const names = personasOf(kalmar).map(({ name }) => name)

  it.each([
    ['in the log', () => system.log()],
    ['in what is told to a collector of traces', () => collector.bodies.join('\n')],
    ['in what the state machine is given and keeps', () => system.executions()],
  ])('stands %s', (_, read) => {
    const text = read()
    // Cases are named; people and what they have written are not.
    expect(text).toContain(driven.caseId)
    expect(written.size).toBeGreaterThan(300)
    const found = [marker, phone, ...names, ...written].filter(
      (one) => text.includes(one) || text.includes(JSON.stringify(one).slice(1, -1)),
    )
    expect(found).toEqual([])
  })
})

describe('the log', () => {
  it('has a line for each thing that is done, in JSON, with its trace', () => {
    const all = lines()
    expect(all.length).toBeGreaterThan(500)
    const untraced = all.filter(
      ({ fields }) => fields['function'] !== undefined && !/^[0-9a-f]{32}$/.test(String(fields['correlationId'])),
    )
    expect(untraced.map(({ text }) => text)).toEqual([])
    for (const { fields } of all)
      expect(fields).toMatchObject({ county: 'kalmar', level: expect.any(String), time: expect.any(String) })
  })

  it('names the case in every line of an event or a gate, and of a request that is about one', () => {
    const about = lines().filter(({ fields }) =>
      ['event consumed', 'event sent', 'gate step'].includes(String(fields['message'])),
    )
    expect(about.length).toBeGreaterThan(300)
    expect(about.filter(({ fields }) => fields['caseId'] === undefined)).toEqual([])
    const requests = lines().filter(({ fields }) => fields['operationId'] === 'makeDecision' && fields['status'] === 202)
    expect(requests.map(({ fields }) => fields['caseId'])).toEqual(driven.gates.map(() => driven.caseId))
  })

  it('counts each thing once, though events are sent to several services', () => {
    const measured = lines()
      .filter(({ fields }) => fields['_aws'] !== undefined)
      .flatMap(({ text }) => readEmbeddedMetrics(text))
    const sum = ({ name }: { name: string }, dimensions: Record<string, string>): number =>
      measured
        .filter((one) => one.name === name && Object.entries(dimensions).every(([key, value]) => one.dimensions[key] === value))
        .reduce((total, { value }) => total + value, 0)
    for (const phase of phases) {
      expect([phase, sum(metrics.casesReceived, { phase })]).toEqual([phase, 1])
      expect([phase, sum(metrics.casesHandedOver, { phase })]).toEqual([phase, phaseAfter(phase) ? 1 : 0])
      expect([phase, sum(metrics.decisionsMade, { gate: gateOf[phase], outcome: 'go' })]).toEqual([phase, 1])
    }
    expect(sum(metrics.decisionsMade, { gate: 'BP5', outcome: 'revise' })).toBe(1)
    expect(sum(metrics.casesCompleted, {})).toBe(1)
    expect(measured.filter(({ name }) => name === metrics.decisionWaitWorkingDays.name)).toHaveLength(driven.gates.length)
  })
})

const named = (type: string) => `se.behovsflodet.${type}.v1`

/** The trace of an event of the journal about an attempt at a gate, or of a hand-over from a phase. */
const traceOf = (type: string, isIt: (data: Readonly<Record<string, unknown>>) => boolean): string | undefined => {
  const event = journal.find((candidate) => candidate.type === named(type) && isIt(candidate.data))
  return event && correlationIdOf(event.traceparent ?? '')
}

describe('one trace', () => {
  it.each(phases.filter((phase) => phaseAfter(phase) !== undefined))(
    'goes from the request for a decision in %s through the gate to the hand-over',
    (phase: Phase) => {
      const round = driven.gates.findLast((gate) => gate.startsWith(gateOf[phase]))?.replace(/^.*\.(\d).*$/, '$1')
      const requestId = `${driven.caseId}-${gateOf[phase]}-${round}`
      const ofRequest = (data: Readonly<Record<string, unknown>>): boolean => data['requestId'] === requestId
      const trace = traceOf('decision-requested', ofRequest)
      expect(trace).toMatch(/^[0-9a-f]{32}$/)
      expect({
        opened: traceOf('decision-opened', ofRequest),
        made: traceOf('decision-made', ofRequest),
        handedOver: traceOf('case-handed-over', ({ from }) => from === phase),
        received: traceOf('case-received', (data) => data['phase'] === phaseAfter(phase)),
      }).toEqual({ opened: trace, made: trace, handedOver: trace, received: trace })
    },
  )

  const spansOf = (trace: string): CollectedSpan[] => collector.spans().filter(({ traceId }) => traceId === trace)

  it('shows the collector each step of the way, each from the one before', () => {
    const trace = traceOf('decision-requested', ({ requestId }) => requestId === `${driven.caseId}-BP1-1`) ?? ''
    const spans = spansOf(trace)
    const byId = new Map(spans.map((span) => [span.spanId, span]))
    const wayTo = (span: CollectedSpan | undefined): string[] =>
      span ? [...wayTo(byId.get(span.parentSpanId ?? '')), `${String(span.resource['service.name'])}: ${span.name}`] : []
    const find = (service: string, name: string) =>
      spans.find((span) => span.resource['service.name'] === service && span.name === name)
    expect(wayTo(find('matching', `process ${named('case-handed-over')}`))).toEqual([
      'ideas: POST /v1/ideas/cases/{caseId}/decision-requests',
      `gates: process ${named('decision-requested')}`,
      'gates: gate record',
      `ideas: process ${named('decision-made')}`,
      `matching: process ${named('case-handed-over')}`,
    ])
    for (const [service, name] of [
      ['ideas', `send ${named('decision-requested')}`],
      ['gates', 'send command'],
      ['gates', 'gate open'],
      ['gates', 'gate awaitDecision'],
      ['gates', `send ${named('decision-made')}`],
      ['ideas', `send ${named('case-handed-over')}`],
      ['insight', `process ${named('decision-made')}`],
    ] as const)
      expect([service, name, wayTo(find(service, name)).length > 1]).toEqual([service, name, true])
    // Whatever has no parent here is the request itself.
    expect(spans.filter(({ parentSpanId }) => !byId.has(parentSpanId ?? '')).map(({ name }) => name)).toEqual([
      'POST /v1/ideas/cases/{caseId}/decision-requests',
    ])
  })
})
