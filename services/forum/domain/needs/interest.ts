import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import type { Author } from '#contracts/actor.ts'
import { needId, timestamp } from '#contracts/ids.ts'
import type { NeedId } from '#contracts/ids.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import { forumLimits } from '../forum-limits.ts'
import { hidden } from '../hidden.ts'
import { isOpen } from './need.ts'
import type { Need } from './need.ts'

/** A supplier's interest in a need: how many there are is for everybody, who they are for the need's organisation alone. */

const line = z.string().trim().min(1).max(forumLimits.lineCharacters)

export const interestContent = z.strictObject({
  company: line.optional(),
  products: z.array(line).max(forumLimits.namedProducts).default([]),
  /** Only the need's organisation reads it. */
  message: z.string().trim().min(1).max(forumLimits.messageCharacters).optional(),
})
export type InterestContent = z.infer<typeof interestContent>

export const interestId = z.stringFormat('interestId', /^[0-9a-f]{32}$/)

export const interest = z.object({
  /** The same for a supplier and a need, however often interest is shown and withdrawn. */
  interestId,
  needId,
  supplier: author,
  content: interestContent,
  shownAt: timestamp,
  withdrawnAt: timestamp.optional(),
  hidden: hidden.optional(),
})
export type Interest = z.infer<typeof interest>

export const isShown = (shown: Interest | undefined): boolean => shown !== undefined && shown.withdrawnAt === undefined

/** Shows interest in an open need, or changes what was said with it. */
export const showInterest = (
  before: Interest | undefined,
  of: Need,
  by: { readonly interestId: string; readonly supplier: Author; readonly content: InterestContent },
  now: string,
): Transition<Interest, 'needNotOpen'> => {
  if (!isOpen(of)) return refused('needNotOpen')
  if (before && isShown(before) && JSON.stringify(before.content) === JSON.stringify(by.content)) return unchanged
  const shownAt = before && isShown(before) ? before.shownAt : now
  // Changed words are new words: what was hidden for the old ones is looked at anew when somebody reports it.
  return applied({ interestId: by.interestId, needId: of.needId, supplier: by.supplier, content: by.content, shownAt })
}

/** Whatever has become of the need: interest can always be taken back, and the message goes with it. */
export const withdrawInterest = (before: Interest, now: string): Transition<Interest, never> =>
  isShown(before) ? applied({ ...before, content: { products: [] }, withdrawnAt: now }) : unchanged

export const hideInterest = (before: Interest, reason: string, now: string): Transition<Interest, never> =>
  before.hidden ? unchanged : applied({ ...before, hidden: { at: now, reason } })

/** How many are interested. */
export interface Interested {
  readonly needId: NeedId
  readonly count: number
  /** 0 while nobody has been. */
  readonly version: number
}
