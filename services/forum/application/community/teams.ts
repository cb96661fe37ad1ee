import * as z from 'zod'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { needId, teamId as teamIdSchema, timestamp } from '#contracts/ids.ts'
import type { NeedId, TeamId } from '#contracts/ids.ts'
import { digestOf } from '#lambda/digest.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import {
  changeTeam,
  formTeam,
  inviteToTeam,
  isMember,
  isShownToAll,
  joinTeam,
  leaveTeam,
  withdrawInvitation,
} from '../../domain/community/team.ts'
import type { Membership, Team, TeamContent, TeamRefusal } from '../../domain/community/team.ts'
import { hidden } from '../../domain/hidden.ts'
import { isFacilitator, maySeeNeed } from '../../domain/needs/permissions.ts'
import { checkDailyUse } from '../../domain/daily-use.ts'
import type { DailyUse } from '../../domain/daily-use.ts'
import type { LimitedAct } from '../../domain/forum-limits.ts'
import { changeStored, createStored, subjectOf } from '../change-stored.ts'
import type { Page, PageOf } from '../documents.ts'
import type { CommunityParts } from './community-parts.ts'

export const teamView = z.object({
  teamId: teamIdSchema,
  needId,
  status: z.enum(['active', 'dissolved']),
  name: z.string(),
  /** Markdown. */
  purpose: z.string(),
  rolesSought: z.array(z.string()),
  isPublic: z.boolean(),
  contact: z.string(),
  /** The companies; the persons are told to members alone. */
  members: z.array(z.object({ company: z.string(), role: z.string(), person: z.string().optional(), isYou: z.boolean() })),
  createdAt: timestamp,
  isMember: z.boolean(),
  /** The caller has come with the code of an open invitation. */
  invitedAs: z.string().optional(),
  /** For members alone. */
  invitations: z
    .array(z.object({ invitationId: z.uuid(), company: z.string(), code: z.string(), invitedAt: timestamp }))
    .optional(),
  hidden: hidden.optional(),
})
export type TeamView = z.infer<typeof teamView>

/** By their digests: how long it takes says nothing of how much of a guess was right. */
const isSameCode = (one: string, other: string): boolean => digestOf({ code: one }) === digestOf({ code: other })

const invitationWith = (of: Team, code: string | undefined) =>
  code === undefined ? undefined : of.invitations.find((open) => isSameCode(open.code, code))

export const presentTeam = (of: Team, actor: Actor | undefined, code?: string): TeamView => {
  const isOne = isMember(of, actor?.subject)
  const invitation = invitationWith(of, code)
  return {
    teamId: of.teamId,
    needId: of.needId,
    status: of.status,
    ...of.content,
    members: of.members.map(({ company, role, person }) => ({
      company,
      role,
      ...(isOne && { person: person.name }),
      isYou: person.subject === actor?.subject,
    })),
    createdAt: of.createdAt,
    isMember: isOne,
    ...(invitation && !isOne && { invitedAs: invitation.company }),
    ...(isOne && { invitations: of.invitations }),
    ...(of.hidden && (isOne || isFacilitator(actor)) && { hidden: of.hidden }),
  }
}

/** Members, whoever has an open invitation, and - where the members have chosen so - everybody. */
export const maySeeTeam = (of: Team, actor: Actor | undefined, code?: string): boolean =>
  isShownToAll(of) ||
  isMember(of, actor?.subject) ||
  (of.hidden !== undefined && of.content.isPublic && isFacilitator(actor)) ||
  (of.hidden === undefined && of.status === 'active' && invitationWith(of, code) !== undefined)

const presentPage = ({ found, cursor }: Page<Team>, actor: Actor | undefined) => ({
  ...answer({ teams: found.map((one) => presentTeam(one, actor)) }),
  ...(cursor !== undefined && { cursor }),
})

export const createListTeams = (parts: CommunityParts) => async (page: PageOf, actor: Actor | undefined) =>
  presentPage(await parts.teams.list(page), actor)

export const createListTeamsForNeed = (parts: CommunityParts) => async (id: NeedId, page: PageOf, actor: Actor | undefined) => {
  const need = await parts.needs.find(id)
  if (!need || !maySeeNeed(need.value, actor)) return refused('needNotFound')
  return presentPage(await parts.teams.listFor(id, page), actor)
}

export const createListOwnTeams = (parts: CommunityParts) => async (page: PageOf, actor: Actor) =>
  presentPage(await parts.teams.listOf(actor.subject, page), actor)

export const createReadTeam =
  (parts: CommunityParts) => async (id: TeamId, code: string | undefined, actor: Actor | undefined) => {
    const stored = await parts.teams.find(id)
    return stored && maySeeTeam(stored.value, actor, code)
      ? answer(presentTeam(stored.value, actor, code), stored.version)
      : refused('teamNotFound')
  }

export const createFormTeam =
  (parts: CommunityParts) =>
  async (
    { needId: of, company, role, ...content }: TeamContent & Membership & { needId: NeedId },
    actor: Actor,
    context: Context,
  ) => {
    const need = await parts.needs.find(of)
    if (!need || !maySeeNeed(need.value, actor)) return refused('needNotFound')
    const id = teamIdSchema.parse(context.newId())
    return createStored(
      {
        unitOfWork: parts.unitOfWork,
        subject: subjectOf(id),
        uses: parts.uses,
        by: actor.subject,
        act: 'teams',
        create: () =>
          formTeam({ teamId: id, need: need.value, content, founder: { person: authorOf(actor), company, role } }, context.now),
        puts: (created) => [parts.teams.put(created, 0), ...parts.teams.putMembers(undefined, created)],
        present: (created) => presentTeam(created, actor),
      },
      context,
    )
  }

const change = (
  parts: CommunityParts,
  {
    teamId: id,
    ifMatch,
    code,
    actor,
    counted,
  }: { teamId: TeamId; ifMatch?: number; code?: string; actor: Actor; counted?: LimitedAct },
  decide: (before: Team) => Transition<Team, TeamRefusal>,
  context: Context,
) => {
  // Read anew with the team, whenever somebody else's change has come between.
  let use: DailyUse | undefined
  return changeStored(
    {
      unitOfWork: parts.unitOfWork,
      subject: subjectOf(id),
      load: async () => {
        use = counted && (await parts.uses.find(actor.subject, counted, context.now))
        const stored = await parts.teams.find(id)
        return stored && maySeeTeam(stored.value, actor, code) ? stored : undefined
      },
      missing: 'teamNotFound' as const,
      ...(ifMatch !== undefined && { ifMatch }),
      decide: (before): Transition<Team, TeamRefusal | 'dailyLimitReached'> => (use && checkDailyUse(use)) ?? decide(before),
      put: parts.teams.put,
      alsoPut: (before, after) => [...parts.teams.putMembers(before, after), ...(use ? [parts.uses.put(use, context.now)] : [])],
      present: (after) => presentTeam(after, actor),
    },
    context,
  )
}

interface OfTeam {
  readonly teamId: TeamId
  readonly actor: Actor
}

export const createChangeTeam =
  (parts: CommunityParts) => (content: TeamContent, of: OfTeam & { ifMatch: number }, context: Context) =>
    change(parts, of, (before) => changeTeam(before, content, of.actor.subject), context)

/** The code is told to the team's members, who hand it to the company in their own way. */
export const createInviteToTeam = (parts: CommunityParts) => (company: string, of: OfTeam, context: Context) => {
  const invitation = { invitationId: context.newId(), company, code: parts.newSecret(), invitedAt: context.now }
  return change(parts, { ...of, counted: 'invitations' }, (before) => inviteToTeam(before, invitation, of.actor.subject), context)
}

export const createWithdrawInvitation = (parts: CommunityParts) => (invitationId: string, of: OfTeam, context: Context) =>
  change(parts, of, (before) => withdrawInvitation(before, invitationId, of.actor.subject), context)

export const createJoinTeam = (parts: CommunityParts) => (joining: Membership & { code: string }, of: OfTeam, context: Context) =>
  change(
    parts,
    { ...of, code: joining.code },
    (before) => joinTeam(before, { ...joining, person: authorOf(of.actor) }, context.now),
    context,
  )

export const createLeaveTeam = (parts: CommunityParts) => (of: OfTeam, context: Context) =>
  change(parts, of, (before) => leaveTeam(before, of.actor.subject), context)
