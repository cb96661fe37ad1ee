import type { Text } from '#contracts/language.ts'
import { hasRole, isStaff, isSupplier } from '../../session/user.ts'
import type { User } from '../../session/user.ts'
import { text } from './words.ts'

/** The places of the forum, as its start page links to them. */
export interface ForumPlace {
  readonly href: string
  readonly label: Text
  /** Whose it is; everybody's where it is left out. */
  readonly isFor?: (user: User | undefined) => boolean
}

export const forumPlaces: readonly ForumPlace[] = [
  { href: '/forum/dialoger', label: text.dialogues },
  { href: '/forum/samarbeten', label: text.teams },
  { href: '/forum/kalender', label: text.calendar },
  { href: '/forum/fokusgrupper', label: text.focusGroups },
  { href: '/forum/amnen', label: text.topics, isFor: (user) => isStaff(user) || isSupplier(user) },
  { href: '/forum/bevakningar', label: text.subscriptions, isFor: (user) => isStaff(user) || isSupplier(user) },
  { href: '/forum/granskning', label: text.review, isFor: (user) => hasRole(user, 'forumFacilitator') },
]
