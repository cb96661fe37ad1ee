import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { author } from '#contracts/actor.ts'
import type { Author } from '#contracts/actor.ts'
import { fact } from '#contracts/event.ts'
import type { EventData } from '#contracts/event.ts'
import { callCancelled, callChanged, callPublished } from '#contracts/forum-events.ts'
import { calendarDate, callId, timestamp } from '#contracts/ids.ts'
import type { CallId } from '#contracts/ids.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Applied, Refused, Transition } from '#lambda/outcome.ts'
import { forumLimits } from '../forum-limits.ts'
import { hidden } from '../hidden.ts'

/** Calls for proposals, funding and events: what goes on, by when, and who can take part (RUVeS 4.5.1). */

export const callKinds = ['call', 'funding', 'event'] as const
export const callKind = z.enum(callKinds)
export type CallKind = z.infer<typeof callKind>

const line = z.string().trim().min(1).max(forumLimits.lineCharacters)

export const callContent = z.strictObject({
  kind: callKind,
  title: z.string().trim().min(1).max(forumLimits.titleCharacters),
  /** Markdown. */
  text: z.string().trim().min(1).max(forumLimits.descriptionCharacters),
  organiser: line,
  /** Who can take part or apply. */
  audience: line,
  /** A call and funding: the first and the last day to apply. */
  opensOn: calendarDate.optional(),
  closesOn: calendarDate.optional(),
  /** An event: from when until when. */
  startsAt: timestamp.optional(),
  endsAt: timestamp.optional(),
  place: line.optional(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(forumLimits.lineCharacters)
    .optional(),
})
export type CallContent = z.infer<typeof callContent>

export const call = z.object({
  callId,
  content: callContent,
  status: z.enum(['published', 'cancelled']),
  publishedBy: author,
  publishedAt: timestamp,
  changedAt: timestamp,
  /** Counted up by every change, so that calendars take the latest (RFC 5545, 3.8.7.4). */
  sequence: z.int().nonnegative(),
  cancelled: z.object({ at: timestamp, reason: z.string() }).optional(),
  hidden: hidden.optional(),
})
export type Call = z.infer<typeof call>

export type CallRefusal = 'callDatesWrong' | 'callCancelledAlready'

type When = Pick<CallContent, 'opensOn' | 'closesOn' | 'startsAt' | 'endsAt'>

/** The calendar days in Sweden that a call or an event is on; without any it says nothing of when. */
export const daysOf = ({ opensOn, closesOn, startsAt, endsAt }: When): { first: string; last: string } => {
  const last = closesOn ?? ((endsAt ?? startsAt) ? dayOf(endsAt ?? startsAt ?? '') : '')
  return { first: opensOn ?? (startsAt ? dayOf(startsAt) : last), last }
}

const wrongDate = (pointer: string, sv: string, en: string): Refused<'callDatesWrong'> =>
  refused('callDatesWrong', [{ pointer, code: 'callDatesWrong', message: { sv, en } }])

/** An event has its hours, a call and funding have a last day, and nothing ends before it begins. */
const checkDates = ({ kind, ...when }: CallContent): Refused<'callDatesWrong'> | undefined => {
  if (kind === 'event') {
    if (when.startsAt === undefined) return wrongDate('/startsAt', 'Ange när det börjar.', 'Say when it begins.')
    if (when.endsAt === undefined) return wrongDate('/endsAt', 'Ange när det slutar.', 'Say when it ends.')
    if (Date.parse(when.endsAt) <= Date.parse(when.startsAt))
      return wrongDate('/endsAt', 'Slutet ligger före början.', 'The end is before the beginning.')
    return when.opensOn || when.closesOn
      ? wrongDate('/closesOn', 'Ett evenemang har klockslag, inte ansökningsdagar.', 'An event has hours, not days to apply.')
      : undefined
  }
  if (when.closesOn === undefined) return wrongDate('/closesOn', 'Ange sista ansökningsdag.', 'Give the last day to apply.')
  if (when.opensOn !== undefined && when.closesOn < when.opensOn)
    return wrongDate('/closesOn', 'Sista dagen ligger före den första.', 'The last day is before the first.')
  return when.startsAt || when.endsAt
    ? wrongDate('/startsAt', 'En utlysning har ansökningsdagar, inte klockslag.', 'A call has days to apply, not hours.')
    : undefined
}

const publicFact = ({ callId: id, content }: Call): EventData<typeof callPublished> => {
  const { kind, title, organiser, opensOn, closesOn, startsAt, endsAt, place } = content
  return {
    callId: id,
    kind,
    title,
    organiser,
    ...(opensOn !== undefined && { opensOn }),
    ...(closesOn !== undefined && { closesOn }),
    ...(startsAt !== undefined && { startsAt }),
    ...(endsAt !== undefined && { endsAt }),
    ...(place !== undefined && { place }),
  }
}

export const publishCall = (
  published: { readonly callId: CallId; readonly content: CallContent; readonly by: Author },
  now: string,
): Applied<Call> | Refused<'callDatesWrong'> => {
  const wrong = checkDates(published.content)
  if (wrong) return wrong
  const state: Call = {
    callId: published.callId,
    content: published.content,
    status: 'published',
    publishedBy: published.by,
    publishedAt: now,
    changedAt: now,
    sequence: 0,
  }
  return applied(state, fact(callPublished, publicFact(state)))
}

export const changeCall = (before: Call, content: CallContent, now: string): Transition<Call, CallRefusal> => {
  if (before.status === 'cancelled') return refused('callCancelledAlready')
  const wrong = checkDates(content)
  if (wrong) return wrong
  if (JSON.stringify(content) === JSON.stringify(before.content)) return unchanged
  const after: Call = { ...before, content, changedAt: now, sequence: before.sequence + 1 }
  return after.hidden ? applied(after) : applied(after, fact(callChanged, publicFact(after)))
}

/** It stays in the list and in calendars, marked as cancelled: whoever has planned for it must see that. */
export const cancelCall = (before: Call, reason: string, now: string): Transition<Call, CallRefusal> => {
  if (before.status === 'cancelled') return refused('callCancelledAlready')
  const after: Call = {
    ...before,
    status: 'cancelled',
    cancelled: { at: now, reason },
    changedAt: now,
    sequence: before.sequence + 1,
  }
  return after.hidden ? applied(after) : applied(after, fact(callCancelled, { callId: before.callId, reason }))
}

export const hideCall = (before: Call, reason: string, now: string): Transition<Call, never> =>
  before.hidden
    ? unchanged
    : applied(
        { ...before, hidden: { at: now, reason }, changedAt: now, sequence: before.sequence + 1 },
        fact(callCancelled, { callId: before.callId, reason }),
      )
