import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { timestamp } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import type { Refused } from '#lambda/outcome.ts'
import { forumLimits } from '../forum-limits.ts'
import type { FocusGroup } from './focus-group.ts'

/** Somebody who wants to take part in a focus group: a name and a way to reach them, for that and nothing else. */
export const signUpContent = z.strictObject({
  name: z.string().trim().min(1).max(forumLimits.lineCharacters),
  /** An e-mail address or a telephone number. */
  contact: z.string().trim().min(3).max(forumLimits.lineCharacters),
  /** To this use, for as long as the focus group says. */
  consent: z.literal(true),
})
export type SignUpContent = z.infer<typeof signUpContent>

/** Made from the receipt, which only the participant has. */
export const signUpId = z.stringFormat('signUpId', /^[0-9a-f]{32}$/)

export const signUp = z.object({
  signUpId,
  name: z.string(),
  contact: z.string(),
  signedUpAt: timestamp,
  /** When name and contact are gone. */
  goneAt: timestamp,
})
export type SignUp = z.infer<typeof signUp>

/** How many seats are taken, on record beside the group so that a crowd cannot take one too many. */
export interface SeatsTaken {
  readonly count: number
  /** 0 while nobody has signed up. */
  readonly version: number
}

const dayMilliseconds = 86_400_000

/** When the participants' names and contact details are gone. */
export const goneAt = ({ content: { endsAt, keepDays } }: FocusGroup): string =>
  new Date(Date.parse(endsAt) + keepDays * dayMilliseconds).toISOString()

export type SignUpRefusal = 'focusGroupNotOpen' | 'signUpTooLate' | 'focusGroupFull'

/** Refused unless the group is open, the last day has not passed, and there is a seat. */
export const checkSignUp = (of: FocusGroup, { count }: SeatsTaken, now: string): Refused<SignUpRefusal> | undefined => {
  if (of.status !== 'open' || of.hidden) return refused('focusGroupNotOpen')
  if (dayOf(now) > of.content.signUpBy) return refused('signUpTooLate')
  return count >= of.content.seats ? refused('focusGroupFull') : undefined
}
