import { addWorkingDays, dayOf, workingDaysBetween } from '#calendar/working-days.ts'
import type { County } from '#counties/county.ts'

/** Deciders are reminded, and requests expire, early in the morning Swedish time. */
const morning = 'T05:00:00.000Z'

/** Seconds that the state machine waits at least, so that clocks that differ a little cannot make it spin. */
const shortestWaitSeconds = 60

export const decisionDueOn = (now: string, { promises }: County): string => addWorkingDays(dayOf(now), promises.decision)

export const expiryOf = (openedAt: string, { promises }: County): string =>
  `${addWorkingDays(dayOf(openedAt), promises.decisionExpiry)}${morning}`

/** How many reminders are due by now, counted from when the decision was opened. */
export const remindersDue = (openedAt: string, now: string, { promises }: County): number => {
  const passed = Math.floor(workingDaysBetween(dayOf(openedAt), dayOf(now)) / promises.decisionReminder)
  const latest = addWorkingDays(dayOf(openedAt), passed * promises.decisionReminder)
  return passed > 0 && `${latest}${morning}` > now ? passed - 1 : Math.max(passed, 0)
}

/** Seconds until the next reminder or the expiry, whichever comes first. */
export const waitSeconds = (openedAt: string, expiresAt: string, now: string, county: County): number => {
  const next = remindersDue(openedAt, now, county) + 1
  const reminderAt = `${addWorkingDays(dayOf(openedAt), next * county.promises.decisionReminder)}${morning}`
  const until = reminderAt < expiresAt ? reminderAt : expiresAt
  return Math.max(shortestWaitSeconds, Math.ceil((Date.parse(until) - Date.parse(now)) / 1_000))
}
