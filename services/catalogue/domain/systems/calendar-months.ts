/** Calendar dates as `YYYY-MM-DD`, moved by whole months. Months differ in length, and contracts end at month ends. */

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate()

const partsOf = (date: string): { year: number; month: number; day: number } => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { year, month: month - 1, day }
}

const written = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 'YYYY-MM-DD'.length)

/** The same day so many months on (or back), or the last of a month that has no such day. */
export const moveByMonths = (date: string, months: number): string => {
  const { year, month, day } = partsOf(date)
  const target = year * 12 + month + months
  const [targetYear, targetMonth] = [Math.floor(target / 12), ((target % 12) + 12) % 12]
  return written(targetYear, targetMonth, Math.min(day, daysIn(targetYear, targetMonth)))
}

/**
 * A last day moved on by whole months: what ends with a month goes on ending with a month, so that 28 February and
 * twelve months is 29 February in a leap year, and 30 June and one month 31 July.
 */
export const extendByMonths = (lastDay: string, months: number): string => {
  const { year, month, day } = partsOf(lastDay)
  if (day < daysIn(year, month)) return moveByMonths(lastDay, months)
  const target = year * 12 + month + months
  const [targetYear, targetMonth] = [Math.floor(target / 12), target % 12]
  return written(targetYear, targetMonth, daysIn(targetYear, targetMonth))
}
