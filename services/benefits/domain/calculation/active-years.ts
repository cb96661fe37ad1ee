/** How much of each project year a line runs. Project year t is the t-th year from the day on which the investment starts. */

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`)

const plusYears = (date: string, years: number): string => {
  const year = String(Number(date.slice(0, 4)) + years)
  // A year that begins on the 29th of February begins on the 28th where there is none.
  return date.endsWith('-02-29') && years % 4 !== 0 ? `${year}-02-28` : `${year}${date.slice(4)}`
}

interface Running {
  /** The first day, and the day after the last; open where left out. */
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** By days: a line that starts in the middle of a year runs half of it. Without a first day it runs from year 1. */
export const activeShares = (investmentStartsOn: string, horizonYears: number, { from, until }: Running): number[] =>
  Array.from({ length: horizonYears + 1 }, (_, year) => {
    const first = day(plusYears(investmentStartsOn, year))
    const end = day(plusYears(investmentStartsOn, year + 1))
    const opens = from === undefined ? (year === 0 ? end : first) : Math.max(first, day(from))
    const closes = until === undefined ? end : Math.min(end, day(until))
    return Math.max(0, closes - opens) / (end - first)
  })

/** All in the year that holds the day; in the investment year where there is none, nothing where it lies outside. */
export const onceIn = (investmentStartsOn: string, horizonYears: number, on: string | undefined): number[] => {
  const holds = (year: number): boolean =>
    on === undefined ? year === 0 : plusYears(investmentStartsOn, year) <= on && on < plusYears(investmentStartsOn, year + 1)
  return Array.from({ length: horizonYears + 1 }, (_, year) => (holds(year) ? 1 : 0))
}
