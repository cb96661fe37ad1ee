import { clockInSweden } from './dialogues/swedish-moment.ts'

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** `2027-02-10` and `13:00` of a moment, in Sweden. */
export const swedishDayAndHour = (timestamp: string): { day: string; hour: string } => ({
  day: days.format(new Date(timestamp)),
  hour: clockInSweden(timestamp),
})
