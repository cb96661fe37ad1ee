import { describe, expect, it } from 'vitest'
import { continueTrace, correlationIdOf } from './trace.ts'

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
