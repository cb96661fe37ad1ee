import { describe, expect, it } from 'vitest'
import { opennessItemKeys, opennessPercent } from './openness-index.ts'
import type { OpennessMeasurement } from './openness-index.ts'

const measured = (answer: 'yes' | 'partly' | 'no', connectionDays: number): OpennessMeasurement =>
  // Every item of the index gets the same answer.
  ({
    ...(Object.fromEntries(opennessItemKeys.map((item) => [item, answer])) as Omit<OpennessMeasurement, 'connectionDays'>),
    connectionDays,
  })

const percent = (measurement: OpennessMeasurement) => opennessPercent(measurement, '2026-11-20')

describe('the openness index', () => {
  it('goes from 0 to 100', () => {
    expect(percent(measured('no', 365))).toBe(0)
    expect(percent(measured('partly', 60))).toBe(50)
    expect(percent(measured('yes', 10))).toBe(100)
  })

  it('counts the time to connect in steps', () => {
    expect([30, 31, 90, 91].map((days) => percent(measured('no', days)))).toEqual([11, 6, 6, 0])
  })

  it('counts every item', () => {
    for (const item of opennessItemKeys) expect(percent({ ...measured('yes', 10), [item]: 'no' })).toBe(89)
  })

  it('does not exist before its first scale', () => {
    expect(opennessPercent(measured('yes', 10), '2022-12-31')).toBeUndefined()
  })
})
