import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { CallView } from '../../../api/forum-views.ts'

/** Calls and events as an iCalendar file (RFC 5545) that calendars can read once or subscribe to. */

export interface CalendarFile {
  readonly name: string
  /** Names the county, so that an event has the same identity wherever its calendar is read. */
  readonly countyId: string
  readonly hrefOf: (call: CallView) => string
}

const refreshSeconds = 3_600
const dayMilliseconds = 86_400_000

/** Days have no hours: the file's writer reads the day from the clock of UTC. */
const dayStart = (date: string, daysLater = 0): Date => new Date(Date.parse(`${date}T00:00:00Z`) + daysLater * dayMilliseconds)

const timesOf = ({ startsAt, endsAt, closesOn }: CallView) => {
  if (startsAt && endsAt) return { start: new Date(startsAt), end: new Date(endsAt) }
  if (!closesOn) throw new Error('a call without any day')
  // A call stands on its last day; the end of a whole day is the day after (RFC 5545, 3.6.1).
  return { start: dayStart(closesOn), end: dayStart(closesOn, 1), allDay: true }
}

/** Hours are written in UTC, which every calendar shows as the clock in its reader's own place. */
export const calendarFile = (calls: readonly CallView[], { name, countyId, hrefOf }: CalendarFile): string => {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Behovsflodet', product: 'Samverkansforum', language: 'SV' },
    ttl: refreshSeconds,
  })
  calendar.x('X-WR-TIMEZONE', 'Europe/Stockholm')
  for (const call of calls)
    calendar.createEvent({
      id: `${call.callId}@${countyId}.behovsflodet`,
      ...timesOf(call),
      stamp: new Date(call.changedAt),
      created: new Date(call.publishedAt),
      lastModified: new Date(call.changedAt),
      sequence: call.sequence,
      summary: call.title,
      description: [
        call.text,
        `${call.organiser}. ${call.audience}`,
        ...(call.cancelled ? [call.cancelled.reason] : []),
        ...(call.link ? [call.link] : []),
      ].join('\n\n'),
      ...(call.place && { location: call.place }),
      url: hrefOf(call),
      status: call.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  // Every line ends so, the last one too (RFC 5545, 3.1).
  return `${calendar.toString()}\r\n`
}
