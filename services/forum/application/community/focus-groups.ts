import * as z from 'zod'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { focusGroupId as focusGroupIdSchema, organisationId, timestamp } from '#contracts/ids.ts'
import type { FocusGroupId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Applied, Refused, Transition } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import {
  changeFocusGroup,
  draftFocusGroup,
  endFocusGroup,
  focusGroupContent,
  focusGroupStatuses,
  openFocusGroup,
  publishResults,
} from '../../domain/community/focus-group.ts'
import type { FocusGroup, FocusGroupContent, FocusGroupEnding, FocusGroupRefusal } from '../../domain/community/focus-group.ts'
import { hidden } from '../../domain/hidden.ts'
import { isFacilitator, isOfItsOrganisation } from '../../domain/needs/permissions.ts'
import { changeStored, subjectOf } from '../change-stored.ts'
import { pageWhere } from '../documents.ts'
import type { Page, PageOf } from '../documents.ts'
import type { CommunityParts } from './community-parts.ts'

export const focusGroupView = z.object({
  focusGroupId: focusGroupIdSchema,
  organisation: organisationId,
  status: z.enum(focusGroupStatuses),
  ...focusGroupContent.shape,
  seatsLeft: z.int(),
  cancelledBecause: z.string().optional(),
  results: z.object({ text: z.string(), publishedAt: timestamp }).optional(),
  hidden: hidden.optional(),
})
export type FocusGroupView = z.infer<typeof focusGroupView>

/** The facilitators of the organisation that holds it: they alone see who takes part. */
const isHolder = (group: FocusGroup, actor: Actor | undefined): boolean =>
  isFacilitator(actor) && isOfItsOrganisation(group, actor)

const maySee = (group: FocusGroup, actor: Actor | undefined): boolean => {
  if (isHolder(group, actor)) return true
  return group.openedAt !== undefined && (group.hidden === undefined || isFacilitator(actor))
}

const present = (group: FocusGroup, taken: number, actor: Actor | undefined): FocusGroupView => ({
  focusGroupId: group.focusGroupId,
  organisation: group.organisation,
  status: group.status,
  ...group.content,
  seatsLeft: Math.max(0, group.content.seats - taken),
  cancelledBecause: group.cancelledBecause,
  results: group.results,
  ...(group.hidden && isFacilitator(actor) && { hidden: group.hidden }),
})

const presentPage = async ({ focusGroups }: CommunityParts, { found, cursor }: Page<FocusGroup>, actor: Actor | undefined) => ({
  ...answer({
    focusGroups: await Promise.all(
      found.map(async (group) => present(group, (await focusGroups.findSeats(group.focusGroupId)).count, actor)),
    ),
  }),
  ...(cursor !== undefined && { cursor }),
})

/** The latest meeting first. */
export const createListFocusGroups =
  (parts: CommunityParts) =>
  async ({ status, ...page }: PageOf & { status?: FocusGroup['status'] | undefined }, actor: Actor | undefined) =>
    presentPage(
      parts,
      await pageWhere(
        (next) => parts.focusGroups.list(next),
        (group) => status === undefined || group.status === status,
        page,
      ),
      actor,
    )

export const createListOwnFocusGroups = (parts: CommunityParts) => async (page: PageOf, actor: Actor) =>
  actor.organisation === undefined
    ? refused('noOrganisation')
    : presentPage(parts, await parts.focusGroups.listOf(actor.organisation, page), actor)

export const createReadFocusGroup =
  ({ focusGroups }: CommunityParts) =>
  async (id: FocusGroupId, actor: Actor | undefined) => {
    const [stored, seats] = await Promise.all([focusGroups.find(id), focusGroups.findSeats(id)])
    return stored && maySee(stored.value, actor)
      ? answer(present(stored.value, seats.count, actor), stored.version)
      : refused('focusGroupNotFound')
  }

export const createDraftFocusGroup =
  ({ focusGroups, unitOfWork }: CommunityParts) =>
  async (content: FocusGroupContent, actor: Actor, context: Context) => {
    const { organisation } = actor
    if (organisation === undefined) return refused('noOrganisation')
    const id = focusGroupIdSchema.parse(context.newId())
    const drafted = draftFocusGroup({ focusGroupId: id, organisation, content, by: authorOf(actor) }, context.now)
    if (drafted.kind === 'refused') return drafted
    return perform(
      {
        load: async () => drafted.state,
        decide: (): Applied<FocusGroup> | Refused<never> => drafted,
        save: (_, { state, facts }, once) =>
          unitOfWork.save({ caseId: subjectOf(id), puts: [focusGroups.put(state, 0)], facts, once }, context),
        present: (state) => ({ value: present(state, 0, actor), version: 1 }),
      },
      context,
    )
  }

interface OfFocusGroup {
  readonly focusGroupId: FocusGroupId
  readonly ifMatch: number
  readonly actor: Actor
}

const change = async (
  { focusGroups, unitOfWork }: CommunityParts,
  { focusGroupId: id, ifMatch, actor }: OfFocusGroup,
  decide: (before: FocusGroup) => Transition<FocusGroup, FocusGroupRefusal>,
  context: Context,
) => {
  const { count } = await focusGroups.findSeats(id)
  return changeStored(
    {
      unitOfWork,
      subject: subjectOf(id),
      load: async () => {
        const stored = await focusGroups.find(id)
        return stored && maySee(stored.value, actor) ? stored : undefined
      },
      missing: 'focusGroupNotFound' as const,
      ifMatch,
      decide: (before): Transition<FocusGroup, FocusGroupRefusal | 'notYourFocusGroup'> =>
        checkHolder(before, actor) ?? decide(before),
      put: focusGroups.put,
      present: (after) => present(after, count, actor),
    },
    context,
  )
}

export const checkHolder = (group: FocusGroup, actor: Actor): Refused<'notYourFocusGroup'> | undefined =>
  isHolder(group, actor) ? undefined : refused('notYourFocusGroup')

export const createChangeFocusGroup =
  (parts: CommunityParts) => (content: FocusGroupContent, of: OfFocusGroup, context: Context) =>
    change(parts, of, (before) => changeFocusGroup(before, content), context)

export const createOpenFocusGroup = (parts: CommunityParts) => (of: OfFocusGroup, context: Context) =>
  change(parts, of, (before) => openFocusGroup(before, context.now), context)

export const createEndFocusGroup = (parts: CommunityParts) => (ending: FocusGroupEnding, of: OfFocusGroup, context: Context) =>
  change(parts, of, (before) => endFocusGroup(before, ending), context)

export const createPublishResults = (parts: CommunityParts) => (text: string, of: OfFocusGroup, context: Context) =>
  change(parts, of, (before) => publishResults(before, text, context.now), context)
