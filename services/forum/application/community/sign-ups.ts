import * as z from 'zod'
import type { Actor } from '#contracts/actor.ts'
import { timestamp } from '#contracts/ids.ts'
import type { FocusGroupId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Applied, Refused } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { FocusGroup } from '../../domain/community/focus-group.ts'
import { checkSignUp, goneAt, signUpId as signUpIdSchema } from '../../domain/community/sign-up.ts'
import type { SeatsTaken, SignUpContent, SignUpRefusal } from '../../domain/community/sign-up.ts'
import { subjectOf } from '../change-stored.ts'
import type { CommunityParts } from './community-parts.ts'
import { checkHolder } from './focus-groups.ts'

/** All that the participant gets back: the receipt takes the sign-up back, and nobody else has it. */
export const receiptView = z.object({ receipt: z.string(), goneAt: timestamp })

export const signUpView = z.object({
  signUpId: signUpIdSchema,
  name: z.string(),
  contact: z.string(),
  signedUpAt: timestamp,
  goneAt: timestamp,
})

interface Loaded {
  readonly group: FocusGroup
  readonly seats: SeatsTaken
}

const load = async ({ focusGroups }: CommunityParts, id: FocusGroupId): Promise<Loaded | undefined> => {
  const [stored, seats] = await Promise.all([focusGroups.find(id), focusGroups.findSeats(id)])
  return stored && { group: stored.value, seats }
}

/** Takes a seat. Nobody is told who has: no event, and no name but in the row that disappears. */
export const createSignUp = (parts: CommunityParts) => (content: SignUpContent, id: FocusGroupId, context: Context) => {
  const { focusGroups, unitOfWork } = parts
  const receipt = parts.newSecret()
  return performOn(
    {
      load: async () => {
        const loaded = await load(parts, id)
        return loaded?.group.openedAt === undefined || loaded.group.hidden ? undefined : loaded
      },
      missing: 'focusGroupNotFound' as const,
      decide: (loaded): Applied<Loaded> | Refused<SignUpRefusal> =>
        checkSignUp(loaded.group, loaded.seats, context.now) ?? { kind: 'applied', state: loaded, facts: [] },
      save: ({ group, seats }, _, once) =>
        unitOfWork.save(
          {
            caseId: subjectOf(id),
            puts: [
              focusGroups.putSignUp(id, {
                signUpId: focusGroups.signUpIdOf(receipt),
                name: content.name,
                contact: content.contact,
                signedUpAt: context.now,
                goneAt: goneAt(group),
              }),
              focusGroups.putSeats(id, seats, 1),
            ],
            facts: [],
            once,
          },
          context,
        ),
      present: ({ group }) => ({ value: { receipt, goneAt: goneAt(group) } }),
    },
    context,
  )
}

interface LoadedSignUp extends Loaded {
  readonly isThere: boolean
}

const takeBack = (
  parts: CommunityParts,
  { focusGroupId: id, signUpId, actor }: { focusGroupId: FocusGroupId; signUpId: string; actor?: Actor },
  context: Context,
) => {
  const { focusGroups, unitOfWork } = parts
  return performOn(
    {
      load: async (): Promise<LoadedSignUp | undefined> => {
        const [loaded, found] = await Promise.all([load(parts, id), focusGroups.findSignUp(id, signUpId, context.now)])
        return loaded && { ...loaded, isThere: found !== undefined }
      },
      missing: 'focusGroupNotFound' as const,
      decide: (loaded): Applied<LoadedSignUp> | Refused<'signUpNotFound' | 'notYourFocusGroup'> => {
        const denied = actor && checkHolder(loaded.group, actor)
        if (denied) return denied
        return loaded.isThere ? { kind: 'applied', state: loaded, facts: [] } : refused('signUpNotFound')
      },
      save: ({ seats }, _, once) =>
        unitOfWork.save(
          {
            caseId: subjectOf(id),
            puts: [focusGroups.clearSignUp(id, signUpId, context.now), focusGroups.putSeats(id, seats, -1)],
            facts: [],
            once,
          },
          context,
        ),
      present: () => ({ value: {} }),
    },
    context,
  )
}

/** The participant takes the consent back: name and contact are gone at once. */
export const createWithdrawSignUp = (parts: CommunityParts) => (receipt: string, focusGroupId: FocusGroupId, context: Context) =>
  takeBack(parts, { focusGroupId, signUpId: parts.focusGroups.signUpIdOf(receipt) }, context)

/** The facilitator removes somebody, for example one who has signed up twice. */
export const createRemoveSignUp =
  (parts: CommunityParts) => (of: { focusGroupId: FocusGroupId; signUpId: string; actor: Actor }, context: Context) =>
    takeBack(parts, of, context)

export const createListSignUps =
  ({ focusGroups }: CommunityParts) =>
  async (id: FocusGroupId, actor: Actor, now: string) => {
    const stored = await focusGroups.find(id)
    if (!stored) return refused('focusGroupNotFound')
    const denied = checkHolder(stored.value, actor)
    if (denied) return stored.value.openedAt === undefined ? refused('focusGroupNotFound') : denied
    const found = await focusGroups.listSignUps(id, now)
    return answer({ signUps: found.toSorted((a, b) => (a.signedUpAt < b.signedUpAt ? -1 : 1)) })
  }
