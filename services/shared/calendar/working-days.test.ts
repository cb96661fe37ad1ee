import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addWorkingDays, dayOf, easterSunday, isWorkingDay, workingDaysBetween } from './working-days.ts'

/** Easter Sundays as almanacs print them. */
const easterSundays: Readonly<Record<number, string>> = {
  2000: '2000-04-23',
  2008: '2008-03-23',
  2011: '2011-04-24',
  2016: '2016-03-27',
  2019: '2019-04-21',
  2020: '2020-04-12',
  2021: '2021-04-04',
  2022: '2022-04-17',
  2023: '2023-04-09',
  2024: '2024-03-31',
  2025: '2025-04-20',
  2026: '2026-04-05',
  2027: '2027-03-28',
  2028: '2028-04-16',
  2029: '2029-04-01',
  2030: '2030-04-21',
  2038: '2038-04-25',
}

/**
 * Days off that fall on Monday to Friday, written down year by year from lag (1989:253) and lag (1930:173) 2 §:
 * nyårsdagen, trettondedag jul, långfredagen, annandag påsk, första maj, Kristi himmelsfärdsdag, nationaldagen,
 * midsommarafton, julafton, juldagen, annandag jul, nyårsafton. Alla helgons dag and midsommardagen are Saturdays.
 */
const weekdaysOff: Readonly<Record<number, readonly string[]>> = {
  2024: ['01-01', '03-29', '04-01', '05-01', '05-09', '06-06', '06-21', '12-24', '12-25', '12-26', '12-31'],
  2025: ['01-01', '01-06', '04-18', '04-21', '05-01', '05-29', '06-06', '06-20', '12-24', '12-25', '12-26', '12-31'],
  2026: ['01-01', '01-06', '04-03', '04-06', '05-01', '05-14', '06-19', '12-24', '12-25', '12-31'],
  2027: ['01-01', '01-06', '03-26', '03-29', '05-06', '06-25', '12-24', '12-31'],
  2028: ['01-06', '04-14', '04-17', '05-01', '05-25', '06-06', '06-23', '12-25', '12-26'],
  2029: ['01-01', '03-30', '04-02', '05-01', '05-10', '06-06', '06-22', '12-24', '12-25', '12-26', '12-31'],
  2030: ['01-01', '04-19', '04-22', '05-01', '05-30', '06-06', '06-21', '12-24', '12-25', '12-26', '12-31'],
}

const daysOf = (year: number): string[] => {
  const days: string[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day)
  return days
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())

const someDay = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2023-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('Easter Sunday', () => {
  it.each(Object.entries(easterSundays))('%s', (year, day) => expect(easterSunday(Number(year))).toBe(day))
})

describe('the working days of a year', () => {
  it.each(Object.entries(weekdaysOff))('%s are the weekdays but for the days off', (year, off) => {
    const days = daysOf(Number(year))
    expect(days.length).toBeGreaterThanOrEqual(365)
    const found = days.filter((day) => !isWorkingDay(day) && !isWeekend(day)).map((day) => day.slice(5))
    expect(found).toEqual(off)
    expect(days.filter((day) => isWeekend(day) && isWorkingDay(day))).toEqual([])
  })
})

describe('counting working days', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23', 'over a weekend'],
    ['2026-12-23', 1, '2026-12-28', 'over Christmas'],
    ['2026-12-23', 4, '2027-01-04', 'over the new year'],
    ['2026-04-02', 1, '2026-04-07', 'over Easter'],
    ['2026-11-21', 1, '2026-11-23', 'from a Saturday'],
    ['2026-11-20', 10, '2026-12-04', 'two weeks'],
    ['2026-11-20', 0, '2026-11-20', 'none'],
  ])('%s and %i more are %s: %s', (from, days, to) => expect(addWorkingDays(from, days)).toBe(to))

  it('ends on a working day, as many working days away as were asked for', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 300 }), (from, days) => {
        const to = addWorkingDays(from, days)
        expect(isWorkingDay(to)).toBe(true)
        expect(workingDaysBetween(from, to)).toBe(days)
      }),
    )
  })

  it('is the same backwards with a minus, none from a day to itself, and adds up', () => {
    fc.assert(
      fc.property(someDay, someDay, someDay, (one, two, three) => {
        const [a, b, c] = [one, two, three].toSorted() as [string, string, string] // three went in
        expect(workingDaysBetween(a, a)).toBe(0)
        expect(workingDaysBetween(b, a) + workingDaysBetween(a, b)).toBe(0)
        expect(workingDaysBetween(a, b) + workingDaysBetween(b, c)).toBe(workingDaysBetween(a, c))
      }),
    )
  })

  it('of a weekend backwards is a plain nought', () => {
    expect(workingDaysBetween('2026-11-22', '2026-11-21')).toBe(0)
  })
})

describe('the day in Sweden', () => {
  it.each([
    ['2026-11-20T08:00:00.000Z', '2026-11-20'],
    ['2026-11-20T22:59:59.999Z', '2026-11-20'],
    ['2026-11-20T23:00:00.000Z', '2026-11-21'],
    ['2026-06-20T21:59:59.999Z', '2026-06-20'],
    ['2026-06-20T22:00:00.000Z', '2026-06-21'],
    ['2026-03-29T00:59:59.000Z', '2026-03-29'],
    ['2026-12-31T23:30:00.000Z', '2027-01-01'],
    ['2026-11-20T00:30:00.000+02:00', '2026-11-19'],
  ])('%s is %s', (moment, day) => expect(dayOf(moment)).toBe(day))
})

describe('days of the calendar', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i are %s', (from, days, to) => expect(addDays(from, days)).toBe(to))
})
