import { describe, expect, it } from 'vitest'
import { measure, metrics } from '#contracts/metrics.ts'
import { gates, outcomes, phases } from '#contracts/words.ts'
import { readEmbeddedMetrics } from './testing/embedded-metric-format.ts'
import { createTestRuntime, testNow } from './testing/test-runtime.ts'

describe('a log line with measurements', () => {
  it("is of CloudWatch's embedded metric format, with the county among the dimensions", () => {
    const { log, logLines, logged } = createTestRuntime()
    log.with({ service: 'insight' }).write('info', 'event consumed', {
      caseId: 'a-case',
      measurements: [
        measure(metrics.decisionsMade, 1, { gate: 'BP1', outcome: 'go' }),
        measure(metrics.decisionWaitWorkingDays, 4, { gate: 'BP1' }),
      ],
    })
    expect(logLines).toHaveLength(1)
    expect(readEmbeddedMetrics(logLines[0] ?? '')).toEqual([
      { name: 'DecisionsMade', value: 1, dimensions: { county: 'kalmar', gate: 'BP1', outcome: 'go' } },
      { name: 'DecisionWaitWorkingDays', value: 4, dimensions: { county: 'kalmar', gate: 'BP1' } },
    ])
    expect(logged()[0]).toMatchObject({
      message: 'event consumed',
      service: 'insight',
      caseId: 'a-case',
      _aws: { Timestamp: Date.parse(testNow), CloudWatchMetrics: [{ Namespace: 'Behovsflodet' }, {}] },
    })
    expect(logged()[0]).not.toHaveProperty('measurements')
  })

  it('is a line like any other where there are none', () => {
    const { log, logged } = createTestRuntime()
    log.write('info', 'relayed', { count: 1 })
    expect(logged()[0]).not.toHaveProperty('_aws')
  })

  it.each([
    ['a metric without a value', (line: object) => ({ ...line, CasesReceived: undefined })],
    ['a value that is no number', (line: object) => ({ ...line, CasesReceived: '1' })],
    ['a dimension without a value', (line: object) => ({ ...line, phase: undefined })],
    ['a dimension that is no text', (line: object) => ({ ...line, phase: 1 })],
    ['no time', (line: object) => ({ ...line, _aws: { CloudWatchMetrics: [] } })],
  ])('would be found out with %s', (_, spoil) => {
    const { log, logged } = createTestRuntime()
    log.write('info', 'x', { measurements: [measure(metrics.casesReceived, 1, { phase: 'ideas' })] })
    expect(() => readEmbeddedMetrics(JSON.stringify(logged()[0]))).not.toThrow()
    expect(() => readEmbeddedMetrics(JSON.stringify(spoil(logged()[0] ?? {})))).toThrow()
  })
})

describe('the declared metrics', () => {
  const declared = Object.values(metrics)

  it('have names of their own, and say what they mean in both languages', () => {
    expect(new Set(declared.map(({ name }) => name)).size).toBe(declared.length)
    for (const { meaning } of declared) for (const text of [meaning.sv, meaning.en]) expect(text).toMatch(/^.{10,}\.$/)
  })

  it('have few series: no dimension names a case, a person or a message', () => {
    const values: Readonly<Record<string, number>> = {
      phase: phases.length,
      gate: gates.length,
      outcome: outcomes.length,
      service: 11,
    }
    for (const { name, dimensions } of declared) {
      const series = dimensions.reduce((product, dimension) => product * (values[dimension] ?? 1), 1)
      expect([name, series <= 28]).toEqual([name, true])
      for (const dimension of dimensions) expect(dimension).toMatch(/^(phase|gate|outcome|service|queue|code)$/)
    }
  })
})
