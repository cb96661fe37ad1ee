import { describe, expect, it } from 'vitest'
import { clockInSweden, isClockTime, momentInSweden } from './swedish-moment.ts'

describe('a clock time in Sweden', () => {
  it.each([
    ['2026-12-01', '13:00', '2026-12-01T12:00:00.000Z'],
    ['2026-07-01', '9.30', '2026-07-01T07:30:00.000Z'],
    ['2026-10-24', '00:15', '2026-10-23T22:15:00.000Z'],
    ['2026-12-31', '23:59', '2026-12-31T22:59:00.000Z'],
  ])('%s %s is %s', (day, time, moment) => {
    expect(momentInSweden(day, time)).toBe(moment)
    expect(clockInSweden(moment)).toBe(time.replace('.', ':').padStart(5, '0'))
  })

  it('that the clock is put forward over is none, nor is what is no time', () => {
    expect(momentInSweden('2026-03-29', '02:30')).toBeUndefined()
    for (const typed of ['24:00', '12:60', 'nio', '']) {
      expect(isClockTime(typed)).toBe(false)
      expect(momentInSweden('2026-12-01', typed)).toBeUndefined()
    }
  })
})
