import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { author } from '#contracts/actor.ts'
import type { Author } from '#contracts/actor.ts'
import { fact } from '#contracts/event.ts'
import { focusGroupEnded, focusGroupOpened, focusGroupReported } from '#contracts/forum-events.ts'
import { calendarDate, focusGroupId, needId, organisationId, timestamp } from '#contracts/ids.ts'
import type { FocusGroupId, OrganisationId } from '#contracts/ids.ts'
import { targetGroup, targetGroups } from '#contracts/market.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Applied, Refused, Transition } from '#lambda/outcome.ts'
import { forumLimits } from '../forum-limits.ts'
import { hidden } from '../hidden.ts'

/** A call for residents and staff to take part in a focus group (RUVeS 4.5.2), and what came of it. */

export const focusGroupStatuses = ['draft', 'open', 'held', 'cancelled'] as const

const line = z.string().trim().min(1).max(forumLimits.lineCharacters)
const markdown = z.string().trim().min(1).max(forumLimits.descriptionCharacters)

export const focusGroupContent = z.strictObject({
  title: z.string().trim().min(1).max(forumLimits.titleCharacters),
  description: markdown,
  targetGroups: z.array(targetGroup).min(1).max(targetGroups.length),
  startsAt: timestamp,
  endsAt: timestamp,
  /** A room, or that it is online. */
  place: line,
  seats: z.int().min(1).max(forumLimits.seats),
  signUpBy: calendarDate,
  /** Days after the meeting when names and contact details are gone. */
  keepDays: z.int().min(1).max(forumLimits.keepDays),
  needId: needId.optional(),
})
export type FocusGroupContent = z.infer<typeof focusGroupContent>

export const focusGroup = z.object({
  focusGroupId,
  organisation: organisationId,
  status: z.enum(focusGroupStatuses),
  content: focusGroupContent,
  createdBy: author,
  createdAt: timestamp,
  openedAt: timestamp.optional(),
  cancelledBecause: z.string().optional(),
  /** Markdown: what was said, told without anybody's name. */
  results: z.object({ text: markdown, publishedAt: timestamp }).optional(),
  hidden: hidden.optional(),
})
export type FocusGroup = z.infer<typeof focusGroup>

export type FocusGroupRefusal = 'focusGroupDatesWrong' | 'focusGroupTermsFixed' | 'focusGroupEndedAlready' | 'focusGroupNotHeld'

const wrongDate = (pointer: string, sv: string, en: string): Refused<'focusGroupDatesWrong'> =>
  refused('focusGroupDatesWrong', [{ pointer, code: 'focusGroupDatesWrong', message: { sv, en } }])

const checkDates = ({ startsAt, endsAt, signUpBy }: FocusGroupContent): Refused<'focusGroupDatesWrong'> | undefined => {
  if (Date.parse(endsAt) <= Date.parse(startsAt))
    return wrongDate('/endsAt', 'Slutet ligger före början.', 'The end is before the beginning.')
  return signUpBy > dayOf(startsAt)
    ? wrongDate('/signUpBy', 'Sista anmälningsdag ligger efter mötet.', 'The last day to sign up is after the meeting.')
    : undefined
}

export const draftFocusGroup = (
  drafted: {
    readonly focusGroupId: FocusGroupId
    readonly organisation: OrganisationId
    readonly content: FocusGroupContent
    readonly by: Author
  },
  now: string,
): Applied<FocusGroup> | Refused<'focusGroupDatesWrong'> =>
  checkDates(drafted.content) ??
  applied({
    focusGroupId: drafted.focusGroupId,
    organisation: drafted.organisation,
    status: 'draft',
    content: drafted.content,
    createdBy: drafted.by,
    createdAt: now,
  })

/** What people have consented to: the same for as long as the group is open. */
const termsOf = ({ startsAt, endsAt, signUpBy, keepDays, seats }: FocusGroupContent) =>
  JSON.stringify([startsAt, endsAt, signUpBy, keepDays, seats])

export const changeFocusGroup = (before: FocusGroup, content: FocusGroupContent): Transition<FocusGroup, FocusGroupRefusal> => {
  if (before.status === 'held' || before.status === 'cancelled') return refused('focusGroupEndedAlready')
  if (before.status === 'open' && termsOf(content) !== termsOf(before.content)) return refused('focusGroupTermsFixed')
  if (JSON.stringify(content) === JSON.stringify(before.content)) return unchanged
  return checkDates(content) ?? applied({ ...before, content })
}

export const openFocusGroup = (before: FocusGroup, now: string): Transition<FocusGroup, FocusGroupRefusal> => {
  if (before.status === 'open') return unchanged
  if (before.status !== 'draft') return refused('focusGroupEndedAlready')
  const { title, targetGroups: groups, startsAt, signUpBy, needId: of } = before.content
  if (signUpBy < dayOf(now))
    return wrongDate('/signUpBy', 'Sista anmälningsdag har passerat.', 'The last day to sign up has passed.')
  return applied(
    { ...before, status: 'open', openedAt: now },
    fact(focusGroupOpened, {
      focusGroupId: before.focusGroupId,
      organisation: before.organisation,
      title,
      targetGroups: groups,
      startsAt,
      signUpBy,
      ...(of && { needId: of }),
    }),
  )
}

export type FocusGroupEnding = { readonly why: 'held' } | { readonly why: 'cancelled'; readonly reason: string }

export const endFocusGroup = (before: FocusGroup, ending: FocusGroupEnding): Transition<FocusGroup, FocusGroupRefusal> => {
  if (before.status === 'held' || before.status === 'cancelled') return refused('focusGroupEndedAlready')
  if (ending.why === 'held' && before.status === 'draft') return refused('focusGroupNotHeld')
  const after: FocusGroup = {
    ...before,
    status: ending.why,
    ...(ending.why === 'cancelled' && { cancelledBecause: ending.reason }),
  }
  return before.status === 'open' && !before.hidden
    ? applied(after, fact(focusGroupEnded, { focusGroupId: before.focusGroupId, ...ending }))
    : applied(after)
}

/** Of a group that has been held; the text can be put right afterwards. */
export const publishResults = (before: FocusGroup, text: string, now: string): Transition<FocusGroup, FocusGroupRefusal> => {
  if (before.status !== 'held') return refused('focusGroupNotHeld')
  if (before.results?.text === text) return unchanged
  const after: FocusGroup = { ...before, results: { text, publishedAt: now } }
  return after.hidden
    ? applied(after)
    : applied(after, fact(focusGroupReported, { focusGroupId: before.focusGroupId, title: before.content.title }))
}

export const hideFocusGroup = (before: FocusGroup, reason: string, now: string): Transition<FocusGroup, never> =>
  before.hidden
    ? unchanged
    : applied(
        { ...before, hidden: { at: now, reason } },
        ...(before.status === 'draft'
          ? []
          : [fact(focusGroupEnded, { focusGroupId: before.focusGroupId, why: 'hidden' as const, reason })]),
      )
