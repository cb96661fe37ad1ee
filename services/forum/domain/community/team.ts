import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import type { Author } from '#contracts/actor.ts'
import { fact } from '#contracts/event.ts'
import type { Fact } from '#contracts/event.ts'
import { teamPublished, teamWithdrawn } from '#contracts/forum-events.ts'
import { needId, teamId, timestamp } from '#contracts/ids.ts'
import type { TeamId } from '#contracts/ids.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Applied, Refused, Transition } from '#lambda/outcome.ts'
import { forumLimits } from '../forum-limits.ts'
import { hidden } from '../hidden.ts'
import { isOpen } from '../needs/need.ts'
import type { Need } from '../needs/need.ts'

/** Companies that want to meet a need together (RUVeS 4.5.1: small ones have it harder to be part of a group). */

const line = z.string().trim().min(1).max(forumLimits.lineCharacters)

export const teamContent = z.strictObject({
  name: z.string().trim().min(1).max(forumLimits.titleCharacters),
  /** Markdown. */
  purpose: z.string().trim().min(1).max(forumLimits.descriptionCharacters),
  rolesSought: z.array(line).max(forumLimits.rolesSought),
  /** Whether everybody sees it, or its members alone. */
  isPublic: z.boolean(),
  /** Where companies that want to join write. */
  contact: z.email().max(forumLimits.emailCharacters),
})
export type TeamContent = z.infer<typeof teamContent>

/** What a company that takes part says of itself. */
export const membership = z.strictObject({ company: line, role: line })
export type Membership = z.infer<typeof membership>

const member = membership.extend({ person: author, joinedAt: timestamp })

const invitation = z.object({ invitationId: z.uuid(), company: line, code: z.string(), invitedAt: timestamp })
export type Invitation = z.infer<typeof invitation>

export const team = z.object({
  teamId,
  needId,
  status: z.enum(['active', 'dissolved']),
  content: teamContent,
  members: z.array(member),
  /** Open ones: whoever has the code may join for the company. */
  invitations: z.array(invitation),
  createdAt: timestamp,
  hidden: hidden.optional(),
})
export type Team = z.infer<typeof team>

export type TeamRefusal =
  | 'needNotOpen'
  | 'notYourTeam'
  | 'alreadyMember'
  | 'invitationNotFound'
  | 'teamFull'
  | 'tooManyInvitations'

export const isMember = ({ members }: Team, subject: string | undefined): boolean =>
  members.some(({ person }) => person.subject === subject)

export const isShownToAll = ({ status, content, hidden: hiding }: Team): boolean =>
  status === 'active' && content.isPublic && hiding === undefined

const shown = ({ teamId: id, needId: of, content: { name, rolesSought } }: Team): Fact =>
  fact(teamPublished, { teamId: id, needId: of, name, rolesSought })

type Why = 'membersOnly' | 'dissolved' | 'hidden'
const gone = ({ teamId: id, needId: of }: Team, why: Why): Fact => fact(teamWithdrawn, { teamId: id, needId: of, why })

/** What everybody is told of a change: nothing of a team that only its members see. */
const told = (before: Team | undefined, after: Team, why: Why): Fact[] => {
  if (isShownToAll(after)) {
    const isSame = before && isShownToAll(before) && JSON.stringify(before.content) === JSON.stringify(after.content)
    return isSame ? [] : [shown(after)]
  }
  return before && isShownToAll(before) ? [gone(after, why)] : []
}

export interface FormedTeam {
  readonly teamId: TeamId
  readonly need: Need
  readonly content: TeamContent
  readonly founder: Membership & { readonly person: Author }
}

export const formTeam = (formed: FormedTeam, now: string): Applied<Team> | Refused<'needNotOpen'> => {
  if (!isOpen(formed.need)) return refused('needNotOpen')
  const state: Team = {
    teamId: formed.teamId,
    needId: formed.need.needId,
    status: 'active',
    content: formed.content,
    members: [{ ...formed.founder, joinedAt: now }],
    invitations: [],
    createdAt: now,
  }
  return applied(state, ...told(undefined, state, 'membersOnly'))
}

const checkMember = (of: Team, subject: string): Refused<'notYourTeam'> | undefined =>
  isMember(of, subject) ? undefined : refused('notYourTeam')

export const changeTeam = (before: Team, content: TeamContent, subject: string): Transition<Team, TeamRefusal> => {
  const denied = checkMember(before, subject)
  if (denied) return denied
  if (JSON.stringify(content) === JSON.stringify(before.content)) return unchanged
  const after: Team = { ...before, content }
  return applied(after, ...told(before, after, 'membersOnly'))
}

export const inviteToTeam = (before: Team, invited: Invitation, subject: string): Transition<Team, TeamRefusal> => {
  const denied = checkMember(before, subject)
  if (denied) return denied
  if (before.invitations.length >= forumLimits.openInvitations) return refused('tooManyInvitations')
  return applied({ ...before, invitations: [...before.invitations, invited] })
}

export const withdrawInvitation = (before: Team, id: string, subject: string): Transition<Team, TeamRefusal> => {
  const denied = checkMember(before, subject)
  if (denied) return denied
  if (!before.invitations.some(({ invitationId }) => invitationId === id)) return refused('invitationNotFound')
  return applied({ ...before, invitations: before.invitations.filter(({ invitationId }) => invitationId !== id) })
}

/** An invitation is used once: by whoever comes with its code. */
export const joinTeam = (
  before: Team,
  { code, ...as }: { code: string; person: Author; company: string; role: string },
  now: string,
): Transition<Team, TeamRefusal> => {
  const open = before.invitations.find((candidate) => candidate.code === code)
  if (!open) return refused('invitationNotFound')
  if (isMember(before, as.person.subject)) return refused('alreadyMember')
  if (before.members.length >= forumLimits.teamMembers) return refused('teamFull')
  return applied({
    ...before,
    members: [...before.members, { ...as, joinedAt: now }],
    invitations: before.invitations.filter(({ invitationId }) => invitationId !== open.invitationId),
  })
}

/** With its last member the team is dissolved. */
export const leaveTeam = (before: Team, subject: string): Transition<Team, TeamRefusal> => {
  const denied = checkMember(before, subject)
  if (denied) return denied
  const members = before.members.filter(({ person }) => person.subject !== subject)
  const after: Team = members.length > 0 ? { ...before, members } : { ...before, members, invitations: [], status: 'dissolved' }
  return applied(after, ...told(before, after, 'dissolved'))
}

export const hideTeam = (before: Team, reason: string, now: string): Transition<Team, never> => {
  if (before.hidden) return unchanged
  const after: Team = { ...before, hidden: { at: now, reason } }
  return applied(after, ...told(before, after, 'hidden'))
}
