import { describe, expect, it } from 'vitest'
import { createLog, describeFault } from './log.ts'

describe('the log', () => {
  it('writes one JSON line with time, level, message and the fields, those of its parents first', () => {
    const lines: string[] = []
    const log = createLog(
      (line) => lines.push(line),
      () => '2026-11-20T08:00:00.000Z',
      { county: 'kalmar' },
    )
    log.with({ service: 'matching', function: 'api' }).with({ function: 'inbox' }).write('warn', 'refused', { code: 'busy' })
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      time: '2026-11-20T08:00:00.000Z',
      level: 'warn',
      message: 'refused',
      county: 'kalmar',
      service: 'matching',
      function: 'inbox',
      code: 'busy',
    })
  })
})

describe('a fault', () => {
  const secret = 'Anna Andersson'

  it('is told by its name and where it came from, never by its message', () => {
    const fault = describeFault(new TypeError(`cannot read ${secret}`))
    expect(fault.errorName).toBe('TypeError')
    expect(fault.frames?.[0]).toContain('log.test.ts')
    expect(JSON.stringify(fault)).not.toContain('Anna')
  })

  it('is told without lines of its message that look like frames', () => {
    const fault = describeFault(new Error(`broken\n    at ${secret} (patient.ts:1:1)\n    at ${secret}`))
    expect(JSON.stringify(fault)).not.toContain('Anna')
    expect(fault.frames?.length).toBeGreaterThan(0)
  })

  it.each([secret, { name: secret }, undefined, null, 7])('that is no error is told by its type alone: %j', (thrown) => {
    expect(describeFault(thrown)).toEqual({ errorName: typeof thrown })
  })

  it('that has no stack has no frames', () => {
    const fault = new Error('x')
    delete fault.stack
    expect(describeFault(fault)).toEqual({ errorName: 'Error', frames: [] })
  })
})
