import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay, workingDaysBetween } from '#calendar/working-days.ts'
import { kalmar } from '#counties/kalmar.ts'
import type { County } from '#counties/county.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import { dueOn, expiresAt, reminderDays } from '../testing/requests.ts'
import { decisionDueOn, expiryOf, remindersDue, waitSeconds } from './deadlines.ts'

const later = (moment: string, seconds: number): string => new Date(Date.parse(moment) + seconds * 1_000).toISOString()
const secondsFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1_000

const promising = (promises: Partial<County['promises']>): County => ({
  ...kalmar,
  promises: { ...kalmar.promises, ...promises },
})

describe('days that are promised', () => {
  it('the decision is due after ten working days, and expires after forty, over Christmas and Epiphany', () => {
    expect(decisionDueOn(testNow, kalmar)).toBe(dueOn)
    expect(expiryOf(testNow, kalmar)).toBe(expiresAt)
  })

  it.each([
    ['a Saturday counts from Monday', '2026-11-21T10:00:00.000Z', '2026-12-04'],
    ['late on a Thursday in Sweden it is Thursday there', '2026-11-19T22:30:00.000Z', '2026-12-03'],
    ['half past midnight in Sweden is the next day, though not in UTC', '2026-11-19T23:30:00.000Z', '2026-12-04'],
    ['before Easter, Good Friday and Easter Monday are passed over', '2026-03-31T08:00:00.000Z', '2026-04-16'],
  ])('%s', (_, now, day) => {
    expect(decisionDueOn(now, kalmar)).toBe(day)
  })
})

describe('reminders', () => {
  it('come due at seven in the winter morning of every fifth working day, and not a second before', () => {
    for (const [index, day] of reminderDays.entries()) {
      expect(remindersDue(testNow, `${day}T04:59:59.999Z`, kalmar)).toBe(index)
      expect(remindersDue(testNow, `${day}T05:00:00.000Z`, kalmar)).toBe(index + 1)
    }
  })

  it('none is due when the decision has just been opened, nor on the evening before the first', () => {
    expect(remindersDue(testNow, testNow, kalmar)).toBe(0)
    expect(remindersDue(testNow, '2026-11-26T22:59:00.000Z', kalmar)).toBe(0)
    expect(remindersDue(testNow, '2026-11-26T23:30:00.000Z', kalmar)).toBe(0)
  })

  it('those that were missed are counted, so that one reminder speaks for all', () => {
    expect(remindersDue(testNow, '2026-12-20T12:00:00.000Z', kalmar)).toBe(4)
  })
})

describe('the wait', () => {
  it('ends at the next reminder', () => {
    expect(waitSeconds(testNow, expiresAt, testNow, kalmar)).toBe(secondsFrom(testNow, '2026-11-27T05:00:00.000Z'))
    expect(waitSeconds(testNow, expiresAt, '2026-12-18T05:00:00.000Z', kalmar)).toBe(
      secondsFrom('2026-12-18T05:00:00.000Z', '2026-12-29T05:00:00.000Z'),
    )
  })

  it('ends at the expiry when that comes first', () => {
    expect(waitSeconds(testNow, expiresAt, '2027-01-15T05:00:00.000Z', kalmar)).toBe(
      secondsFrom('2027-01-15T05:00:00.000Z', expiresAt),
    )
  })

  it('is a minute at least, also after the expiry', () => {
    expect(waitSeconds(testNow, expiresAt, '2027-01-22T04:59:59.500Z', kalmar)).toBe(60)
    expect(waitSeconds(testNow, expiresAt, '2027-03-01T12:00:00.000Z', kalmar)).toBe(60)
  })

  it('waiting from one end to the next never spins, reminds on working days only, and ends by the expiry', () => {
    const moment = fc.date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
    const promised = fc.record({
      decisionReminder: fc.integer({ min: 1, max: 15 }),
      decisionExpiry: fc.integer({ min: 1, max: 60 }),
    })
    // A wait ends a little late: a machine that is loaded, or that was down.
    const lateness = fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(moment, promised, lateness, (date, promises, late) => {
        const county = promising(promises)
        const openedAt = date.toISOString()
        const end = expiryOf(openedAt, county)
        const mostWaits = Math.ceil(promises.decisionExpiry / promises.decisionReminder) + 2
        let now = openedAt
        let told = 0
        let waits = 0
        while (now < end) {
          const seconds = waitSeconds(openedAt, end, now, county)
          expect(seconds).toBeGreaterThanOrEqual(60)
          now = later(now, seconds + (late[waits % late.length] ?? 0))
          waits += 1
          expect(waits).toBeLessThanOrEqual(mostWaits)
          const due = remindersDue(openedAt, now, county)
          expect(due).toBeGreaterThanOrEqual(told)
          told = due
        }
        expect(isWorkingDay(end.slice(0, 10))).toBe(true)
        expect(workingDaysBetween(openedAt.slice(0, 10), end.slice(0, 10))).toBeGreaterThanOrEqual(promises.decisionExpiry - 1)
      }),
      { numRuns: 300 },
    )
  })
})
