import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extendByMonths, moveByMonths } from './calendar-months.ts'

describe('a last day that is moved on by months', () => {
  it.each([
    ['2027-02-28', 12, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-06-30', 1, '2026-07-31'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-05-14', 24, '2028-05-14'],
    ['2026-11-30', 13, '2027-12-31'],
  ])('%s and %i months is %s', (lastDay, months, until) => {
    expect(extendByMonths(lastDay, months)).toBe(until)
  })
})

describe('a day that is moved by months', () => {
  it.each([
    ['2026-12-31', -3, '2026-09-30'],
    ['2026-05-31', -3, '2026-02-28'],
    ['2027-02-28', -3, '2026-11-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-11-20', 24, '2028-11-20'],
  ])('%s by %i months is %s', (day, months, expected) => {
    expect(moveByMonths(day, months)).toBe(expected)
  })

  it('is always a day of the month that it should be in, and notice is never given too late', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 120 }), (date, months) => {
        const end = date.toISOString().slice(0, 10)
        const notice = moveByMonths(end, 0 - months)
        expect(new Date(`${notice}T00:00:00Z`).toISOString().slice(0, 10)).toBe(notice)
        // So many months after the notice is not later than the end.
        expect(moveByMonths(notice, months) <= end).toBe(true)
        expect(extendByMonths(end, months) > end).toBe(true)
      }),
    )
  })
})
