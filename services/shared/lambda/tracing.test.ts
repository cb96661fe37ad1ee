import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { caseHeld } from '#contracts/events.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { caseId } from '#contracts/ids.ts'
import { createApi } from './api.ts'
import { defineRoutes } from './declaration.ts'
import { createInbox, on } from './inbox.ts'
import type { Consumed } from './inbox.ts'
import { createMemoryTable } from './memory-table.ts'
import { answer, refused } from './outcome.ts'
import { createRelay } from './relay.ts'
import { createScheduled } from './schedule.ts'
import { createCaller } from './testing/api-call.ts'
import { eventOf } from './testing/event.ts'
import { lambdaContext } from './testing/lambda-context.ts'
import { caseOfficer } from './testing/personas.ts'
import { messageOf, queueMessages } from './testing/queue-message.ts'
import type { Message } from './testing/queue-message.ts'
import { createRecordingTracer } from './testing/recording-tracer.ts'
import { streamRecords } from './testing/stream-record.ts'
import { createTestRuntime } from './testing/test-runtime.ts'
import { correlationIdOf } from './trace.ts'

/** Each kind of function is a span, in the trace that it was called in, told before the call is answered. */

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`
const thisCase = caseId.parse('01a00000-0000-7000-9000-000000000001')
const eventId = '01a00000-0000-7000-a000-000000000001'
const held: AnyEvent = {
  ...eventOf(caseHeld, { phase: 'matching', wakeOn: '2026-12-01' }, { id: eventId, subject: thisCase, phase: 'matching' }),
  traceparent,
}

let tracer: ReturnType<typeof createRecordingTracer>
let runtime: ReturnType<typeof createTestRuntime>
beforeEach(() => {
  tracer = createRecordingTracer()
  runtime = createTestRuntime()
})

/** Every line that has a trace has the span's own. */
const expectLinesOfSpans = (): void => {
  const known = tracer.spans.map((span) => span.traceparent)
  expect(runtime.logged().length).toBeGreaterThan(0)
  for (const line of runtime.logged()) expect(known).toContain(line['traceparent'])
}

describe('a request', () => {
  const call = (result: () => ReturnType<typeof answer> | ReturnType<typeof refused<'busy'>>, headers = { traceparent }) => {
    const routes = defineRoutes({
      readThing: {
        method: 'GET',
        path: '/v1/things/{caseId}',
        summary: { sv: '', en: '' },
        access: ['caseOfficer'],
        parameters: z.strictObject({ caseId }),
        response: { status: 200, body: z.unknown() },
        refusals: [],
      },
    })
    const handler = createApi({
      ...runtime,
      tracer,
      service: 'things',
      routes,
      problems: {},
      handlers: { readThing: async () => result() },
      table: createMemoryTable(),
    })
    return createCaller(handler)({
      as: caseOfficer,
      method: 'GET',
      path: '/v1/things/{caseId}',
      parameters: { caseId: thisCase },
      headers,
    })
  }
  const start = {
    service: 'things',
    kind: 'server',
    name: 'GET /v1/things/{caseId}',
    parent: traceparent,
    fields: { operationId: 'readThing', caseId: thisCase, method: 'GET', route: '/v1/things/{caseId}' },
    isFlushed: true,
  }

  it("is a server span in the caller's trace, which the answer tells", async () => {
    const { headers } = await call(() => answer({}))
    expect(tracer.spans).toMatchObject([{ ...start, outcome: { status: 200 }, traceparent: headers['traceparent'] }])
    expect(correlationIdOf(headers['traceparent'] ?? '')).toBe(traceId)
    expectLinesOfSpans()
  })

  it('that is refused is no fault, and the log tells why', async () => {
    await call(() => refused('busy'))
    expect(tracer.spans).toMatchObject([{ ...start, outcome: { status: 503, code: 'busy' } }])
    expect(runtime.logged()).toMatchObject([{ message: 'request', status: 503, code: 'busy' }])
  })

  it('that fails is a fault by its name, told before the 500', async () => {
    const { status } = await call(() => {
      throw new TypeError('Anna Andersson')
    })
    expect(status).toBe(500)
    expect(tracer.spans).toMatchObject([{ ...start, outcome: { status: 500, errorName: 'TypeError' } }])
    expectLinesOfSpans()
  })
})

describe('a message', () => {
  const take = async (message: AnyEvent | Message, consumed: () => Consumed) => {
    const handler = createInbox(
      {
        ...runtime,
        tracer,
        service: 'matching',
        consumers: [on(caseHeld, async () => consumed())],
        table: createMemoryTable(),
      },
      { isDue: () => false, setAside: async () => undefined },
    )
    await handler(queueMessages(message), lambdaContext)
    expectLinesOfSpans()
  }
  const start = {
    service: 'matching',
    kind: 'consumer',
    name: `process ${caseHeld.type}`,
    parent: traceparent,
    fields: { eventId, eventType: caseHeld.type, caseId: thisCase, messageId: `message-${eventId}` },
    isFlushed: true,
  }

  it("is a consumer span in the event's trace, and its lines tell case, event and message", async () => {
    await take(held, () => ({ kind: 'answer' }))
    expect(tracer.spans).toMatchObject([{ ...start, outcome: {} }])
    expect(runtime.logged()).toMatchObject([
      { caseId: thisCase, eventId, messageId: `message-${eventId}`, correlationId: traceId },
    ])
  })

  it('that comes again says why, with its case', async () => {
    await take(held, () => ({ kind: 'retry', reason: 'tooEarly' }))
    expect(tracer.spans).toMatchObject([{ ...start, outcome: { code: 'tooEarly' } }])
    expect(runtime.logged()).toMatchObject([{ message: 'event not consumed', code: 'tooEarly', caseId: thisCase }])
  })

  it('that fails says so, with its case', async () => {
    await take(held, () => {
      throw new TypeError('Anna Andersson')
    })
    expect(tracer.spans).toMatchObject([{ ...start, outcome: { code: 'fault', errorName: 'TypeError' } }])
    expect(runtime.logged()[0]).toMatchObject({ message: 'event failed', errorName: 'TypeError', caseId: thisCase })
  })

  it('that is no event begins a trace of its own, and tells nothing of what it holds', async () => {
    await take({ ...messageOf(held), text: '{"traceparent":"Anna Andersson"}' }, () => ({ kind: 'answer' }))
    expect(tracer.spans).toMatchObject([{ name: 'process what is not known', outcome: { code: 'notAnEvent' } }])
    expect(runtime.logLines.join('')).not.toContain('Anna')
  })
})

describe('an outbox', () => {
  const sqs = mockClient(SQSClient)
  beforeEach(() => sqs.reset())
  const relay = (...bodies: { mark: string; body: unknown }[]) =>
    createRelay({
      service: 'matching',
      sqs: new SQSClient({ region: 'eu-north-1' }),
      routes: [{ type: caseHeld.type, queueUrl: 'https://queue.example/insight' }],
      sendCommand: async () => undefined,
      log: runtime.log,
      tracer,
    })(
      streamRecords(bodies.map(({ mark, body }, index) => ({ pk: 'x', sk: String(index), attributes: { outbox: mark }, body }))),
      lambdaContext,
    )
  const start = { service: 'matching', kind: 'producer', parent: traceparent, isFlushed: true }

  it('has a producer span and a log line for each event and command, in the trace of what caused it', async () => {
    sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] })
    await relay({ mark: 'event', body: held }, { mark: 'state-machine', body: { kind: 'start', traceparent } })
    expect(tracer.spans).toMatchObject([
      { ...start, name: `send ${caseHeld.type}`, fields: { eventId, caseId: thisCase }, outcome: {} },
      { ...start, name: 'send command', outcome: {} },
    ])
    expect(runtime.logged()).toMatchObject([
      { message: 'event sent', eventId, caseId: thisCase, correlationId: traceId },
      { message: 'command sent', correlationId: traceId },
    ])
    expectLinesOfSpans()
  })

  it('tells which event could not be sent', async () => {
    sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [{ Id: '0', Code: 'InternalError', SenderFault: false }] })
    await relay({ mark: 'event', body: held })
    expect(tracer.spans).toMatchObject([{ ...start, outcome: { errorName: 'NotSent' } }])
    expect(runtime.logged()).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'event not sent', eventId, caseId: thisCase }),
    )
  })
})

describe('a schedule', () => {
  it('is a span and a trace of its own', async () => {
    const scheduled = createScheduled({ ...runtime, tracer, service: 'matching', jobs: { wake: async () => 2 } })
    await scheduled({ schedule: 'wake' }, lambdaContext)
    expect(tracer.spans).toMatchObject([
      { service: 'matching', kind: 'internal', name: 'schedule wake', outcome: {}, isFlushed: true },
    ])
    expectLinesOfSpans()
  })
})
