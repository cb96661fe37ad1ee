/** A day and a clock time in Sweden, as people write them, and the moment that they mean. */

const clockTime = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/

const inSweden = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short' })

export const isClockTime = (typed: string): boolean => clockTime.test(typed.trim())

/** Undefined when the time is none, or when the clock is put forward over it. */
export const momentInSweden = (day: string, time: string): string | undefined => {
  const [, hours = '', minutes = ''] = clockTime.exec(time.trim()) ?? []
  if (hours === '') return undefined
  const wanted = `${day} ${hours.padStart(2, '0')}:${minutes}`
  const asUtc = Date.parse(`${wanted.replace(' ', 'T')}:00Z`)
  // Sweden is one or two hours ahead of UTC.
  return [1, 2]
    .map((hoursAhead) => new Date(asUtc - hoursAhead * 3_600_000))
    .find((moment) => inSweden.format(moment) === wanted)
    ?.toISOString()
}

/** The clock in Sweden at a moment, as it is written in a form. */
export const clockInSweden = (moment: string): string => inSweden.format(new Date(moment)).slice(-5)
