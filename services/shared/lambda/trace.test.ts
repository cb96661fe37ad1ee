import { describe, expect, it } from 'vitest'
import { createRecordingTracer } from './testing/recording-tracer.ts'
import { continueTrace, correlationIdOf, inSpan, silentTracer } from './trace.ts'

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const given = `00-${traceId}-00f067aa0ba902b7-01`

describe('a trace', () => {
  it("goes on with the caller's trace id and flags, and a span of its own", () => {
    const first = continueTrace(given)
    expect(first).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`))
    expect(first).not.toBe(given)
    expect(continueTrace(given)).not.toBe(first)
    expect(continueTrace(`00-${traceId}-00f067aa0ba902b7-00`)).toMatch(/-00$/)
  })

  it.each([
    ['none', undefined],
    ['no text', ''],
    ['upper case', given.toUpperCase()],
    ['another version', given.replace('00-', '01-')],
    ['an empty span id', given.replace('00f067aa0ba902b7', '0'.repeat(16))],
    ['an empty trace id', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['something after it', `${given}-x`],
    ['a line break to forge a log line with', `${given}\n{"level":"error"}`],
  ])('begins anew where the caller has %s', (_, traceparent) => {
    const trace = continueTrace(traceparent)
    expect(trace).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
    expect(correlationIdOf(trace)).not.toBe(traceId)
    expect(correlationIdOf(trace)).not.toMatch(/^0+$/)
  })

  it('is quoted by its trace id', () => {
    expect(correlationIdOf(given)).toBe(traceId)
    expect(correlationIdOf(continueTrace(given))).toBe(traceId)
  })
})

describe('work in a span', () => {
  const start = { service: 'ideas', kind: 'internal', name: 'step' } as const

  it('is given what it carries on, and ends the span with what came out of it', async () => {
    const tracer = createRecordingTracer()
    const result = await inSpan(
      tracer,
      { ...start, parent: given },
      async (traceparent) => traceparent,
      () => ({ code: 'open' }),
    )
    expect(tracer.spans).toMatchObject([{ ...start, traceparent: result, outcome: { code: 'open' } }])
    expect(correlationIdOf(result)).toBe(traceId)
  })

  it('that fails fails, and its span tells the name of the fault', async () => {
    const tracer = createRecordingTracer()
    const fault = new TypeError('Anna Andersson')
    await expect(inSpan(tracer, start, () => Promise.reject(fault))).rejects.toBe(fault)
    expect(tracer.spans.map(({ outcome }) => outcome)).toEqual([{ errorName: 'TypeError' }])
  })
})

it('a trace that nobody is told of is carried on all the same', async () => {
  const span = silentTracer.start({ service: 'ideas', kind: 'server', name: 'x', parent: given })
  expect(correlationIdOf(span.traceparent)).toBe(traceId)
  span.end({ errorName: 'Error' })
  await silentTracer.flush()
})
