import { afterEach, describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { loadTracer } from './load-tracer.ts'
import { startOtlpCollector } from './testing/otlp-collector.ts'
import type { OtlpCollector } from './testing/otlp-collector.ts'
import { createTestRuntime } from './testing/test-runtime.ts'
import { correlationIdOf, parseTraceparent, silentTracer } from './trace.ts'
import type { SpanFields } from './trace.ts'

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const parent = `00-${traceId}-00f067aa0ba902b7-01`

/** Longer than the tracer waits, shorter than anybody who waits for an answer would notice. */
const bearableMs = 1_500

const collectors: OtlpCollector[] = []
const collect = async (...args: Parameters<typeof startOtlpCollector>): Promise<OtlpCollector> => {
  const collector = await startOtlpCollector(...args)
  collectors.push(collector)
  return collector
}
afterEach(async () => {
  await Promise.all(collectors.splice(0).map((collector) => collector.stop()))
})

const tracerTo = async (endpoint: string | undefined) => {
  const runtime = createTestRuntime()
  return { runtime, tracer: await loadTracer(endpoint, kalmar, runtime.log) }
}

describe('spans', () => {
  it('reach the collector with their ids, parent, kind, service and what may be told of them', async () => {
    const { endpoint, spans } = await collect()
    const { tracer } = await tracerTo(endpoint)
    const server = tracer.start({ service: 'ideas', kind: 'server', name: 'GET /v1/ideas', parent, fields: { method: 'GET' } })
    const inner = tracer.start({ service: 'ideas', kind: 'internal', name: 'step', parent: server.traceparent })
    inner.end({ code: 'open', count: 3 })
    server.end({ status: 200 })
    await tracer.flush()
    const [step, request] = spans()
    expect(spans()).toHaveLength(2)
    expect(request).toMatchObject({
      traceId,
      spanId: parseTraceparent(server.traceparent)?.spanId,
      parentSpanId: '00f067aa0ba902b7',
      name: 'GET /v1/ideas',
      kind: 2,
      attributes: { 'http.request.method': 'GET', 'http.response.status_code': 200 },
      resource: { 'service.namespace': 'behovsflodet', 'service.name': 'ideas', 'behovsflodet.county': 'kalmar' },
      status: { code: 0 },
    })
    expect(step).toMatchObject({
      traceId,
      parentSpanId: request?.spanId,
      kind: 1,
      attributes: { 'behovsflodet.outcome_code': 'open', 'behovsflodet.count': 3 },
    })
    expect(Number(step?.endTimeUnixNano)).toBeGreaterThanOrEqual(Number(step?.startTimeUnixNano))
  })

  it('tell a fault by its name', async () => {
    const { endpoint, spans } = await collect()
    const { tracer } = await tracerTo(endpoint)
    tracer.start({ service: 'ideas', kind: 'consumer', name: 'process' }).end({ errorName: 'TypeError' })
    await tracer.flush()
    expect(spans()).toMatchObject([{ kind: 5, status: { code: 2 }, attributes: { 'error.type': 'TypeError' } }])
  })

  it('begin a new trace where there is none, or one of another form', async () => {
    const { endpoint } = await collect()
    const { tracer } = await tracerTo(endpoint)
    for (const given of [undefined, 'Anna Andersson', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`]) {
      const { traceparent } = tracer.start({ service: 'ideas', kind: 'server', name: 'x', parent: given })
      expect(traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
      expect(correlationIdOf(traceparent)).not.toMatch(/^0+$/)
    }
  })

  it('of a caller who does not want to be traced are carried on and not told', async () => {
    const { endpoint, bodies } = await collect()
    const { tracer } = await tracerTo(endpoint)
    const span = tracer.start({ service: 'ideas', kind: 'server', name: 'x', parent: parent.replace(/01$/, '00') })
    span.end()
    await tracer.flush()
    expect(span.traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`))
    expect(bodies).toEqual([])
  })

  it('tell nothing but the fields that are meant for it', async () => {
    const { endpoint, bodies } = await collect()
    const { tracer } = await tracerTo(endpoint)
    const slipped = { title: 'Anna Andersson' } as SpanFields // as a careless spread would
    tracer.start({ service: 'ideas', kind: 'server', name: 'x', fields: slipped }).end(slipped)
    await tracer.flush()
    expect(bodies).toHaveLength(1)
    expect(bodies[0]).not.toContain('Anna')
  })
})

describe('a collector', () => {
  const flushTwice = async (endpoint: string) => {
    const { tracer, runtime } = await tracerTo(endpoint)
    const startedAt = performance.now()
    for (const name of ['first', 'second']) {
      tracer.start({ service: 'ideas', kind: 'server', name }).end()
      await tracer.flush()
    }
    return { runtime, elapsedMs: performance.now() - startedAt }
  }

  it('that is not there costs little time and no work, and is told of once', async () => {
    const gone = await startOtlpCollector()
    await gone.stop()
    const { runtime, elapsedMs } = await flushTwice(gone.endpoint)
    expect(elapsedMs).toBeLessThan(bearableMs)
    expect(runtime.logged()).toMatchObject([{ level: 'warn', message: 'traces not exported' }])
  })

  it('that never answers likewise', async () => {
    const { endpoint } = await collect(() => undefined)
    const { runtime, elapsedMs } = await flushTwice(endpoint)
    expect(elapsedMs).toBeLessThan(bearableMs)
    expect(runtime.logged()).toMatchObject([{ message: 'traces not exported' }])
  })

  it.each([400, 429, 503])('that answers %d likewise, and is left alone for a while', async (status) => {
    const { endpoint, bodies } = await collect((response) => response.writeHead(status).end('Anna Andersson'))
    const { runtime, elapsedMs } = await flushTwice(endpoint)
    expect(elapsedMs).toBeLessThan(bearableMs)
    expect(runtime.logged()).toMatchObject([{ message: 'traces not exported' }])
    expect(runtime.logLines.join('')).not.toContain('Anna')
    expect(bodies).toHaveLength(1)
  })

  it('whose address is nonsense is told of, and traces are carried on', async () => {
    const { tracer, runtime } = await tracerTo('::nowhere')
    expect(tracer).toBe(silentTracer)
    expect(runtime.logged()).toMatchObject([{ level: 'error', message: 'tracing not loaded' }])
  })

  it.each([undefined, ''])('that is not given (%j) means that nobody is told, and nothing loaded', async (endpoint) => {
    const { tracer, runtime } = await tracerTo(endpoint)
    expect(tracer).toBe(silentTracer)
    expect(runtime.logLines).toEqual([])
  })
})
