/**
 * Swedish working days. Sundays and public holidays: lag (1989:253) om allmänna helgdagar. Saturdays,
 * midsommarafton, julafton and nyårsafton are added because lag (1930:173) 2 § treats them as holidays
 * when a period ends, and because no public office answers on them.
 */

type CalendarDate = string

const dayMilliseconds = 86_400_000

const toDate = (date: CalendarDate): Date => new Date(`${date}T00:00:00Z`)
const toCalendarDate = (date: Date): CalendarDate => date.toISOString().slice(0, 10)

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  toCalendarDate(new Date(toDate(date).getTime() + days * dayMilliseconds))

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export const easterSunday = (year: number): CalendarDate => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const weekday = (date: CalendarDate): number => toDate(date).getUTCDay()
const friday = 5
const saturday = 6
const sunday = 0

/** The first given weekday on or after a date. */
const firstOnOrAfter = (day: number, date: CalendarDate): CalendarDate => addDays(date, (day - weekday(date) + 7) % 7)

const calculateHolidays = (year: number): ReadonlySet<CalendarDate> => {
  const easter = easterSunday(year)
  return new Set([
    `${year}-01-01`,
    `${year}-01-06`,
    addDays(easter, -2),
    addDays(easter, 1),
    `${year}-05-01`,
    addDays(easter, 39),
    `${year}-06-06`,
    firstOnOrAfter(friday, `${year}-06-19`),
    firstOnOrAfter(saturday, `${year}-06-20`),
    firstOnOrAfter(saturday, `${year}-10-31`),
    `${year}-12-24`,
    `${year}-12-25`,
    `${year}-12-26`,
    `${year}-12-31`,
  ])
}

/** Kept once calculated: a list of cases asks for the same few years thousands of times. */
const knownHolidays = new Map<number, ReadonlySet<CalendarDate>>()

const holidaysOf = (year: number): ReadonlySet<CalendarDate> => {
  const holidays = knownHolidays.get(year) ?? calculateHolidays(year)
  knownHolidays.set(year, holidays)
  return holidays
}

export const isWorkingDay = (date: CalendarDate): boolean =>
  weekday(date) !== saturday && weekday(date) !== sunday && !holidaysOf(Number(date.slice(0, 4))).has(date)

/** The date that is `days` working days after `date`, which itself does not count. */
export const addWorkingDays = (date: CalendarDate, days: number): CalendarDate => {
  let result = date
  for (let left = days; left > 0;) {
    result = addDays(result, 1)
    if (isWorkingDay(result)) left -= 1
  }
  return result
}

/** Working days from `from` (not counted) to `to` (counted); negative when `to` lies before `from`. */
export const workingDaysBetween = (from: CalendarDate, to: CalendarDate): number => {
  if (to < from) return 0 - workingDaysBetween(to, from)
  let count = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(date)) count += 1
  return count
}

const stockholmDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The day in Sweden at a UTC moment. */
export const dayOf = (timestamp: string): CalendarDate => stockholmDate.format(new Date(timestamp))
