import * as z from 'zod'
import { authorOf, system } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { fact } from '#contracts/event.ts'
import { interestChanged } from '#contracts/forum-events.ts'
import { needId as needIdSchema, timestamp } from '#contracts/ids.ts'
import type { NeedId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Applied, Refused, Unchanged } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { checkDailyUse } from '../../domain/daily-use.ts'
import type { DailyUse } from '../../domain/daily-use.ts'
import { hidden } from '../../domain/hidden.ts'
import { interestId as interestIdSchema, isShown, showInterest, withdrawInterest } from '../../domain/needs/interest.ts'
import type { Interest, InterestContent, Interested } from '../../domain/needs/interest.ts'
import type { Need } from '../../domain/needs/need.ts'
import { maySeeNeed, mayWriteNeed } from '../../domain/needs/permissions.ts'
import { subjectOf } from '../change-stored.ts'
import type { PageOf, Stored } from '../documents.ts'
import type { NeedsParts } from './needs-parts.ts'

/** One's own interest, as the supplier who has shown it reads it. */
export const ownInterestView = z.object({
  needId: needIdSchema,
  isShown: z.boolean(),
  company: z.string().optional(),
  products: z.array(z.string()),
  message: z.string().optional(),
  shownAt: timestamp.optional(),
  hidden: hidden.optional(),
})
export type OwnInterestView = z.infer<typeof ownInterestView>

/** An interest as the need's organisation reads it. */
export const interestView = z.object({
  interestId: interestIdSchema,
  supplier: z.string(),
  company: z.string().optional(),
  products: z.array(z.string()),
  /** Left out when it has been hidden. */
  message: z.string().optional(),
  shownAt: timestamp,
  isHidden: z.boolean(),
})

const presentOwn = (needId: NeedId, interest: Interest | undefined): OwnInterestView =>
  interest && isShown(interest)
    ? {
        needId,
        isShown: true,
        ...interest.content,
        shownAt: interest.shownAt,
        ...(interest.hidden && { hidden: interest.hidden }),
      }
    : { needId, isShown: false, products: [] }

interface Loaded {
  readonly need: Need
  readonly interest: Stored<Interest> | undefined
  readonly interested: Interested
  readonly use: DailyUse
}

const change = (
  parts: NeedsParts,
  { needId, actor, isCounted }: { needId: NeedId; actor: Actor; isCounted: boolean },
  decide: (loaded: Loaded, interestId: string) => Applied<Interest> | Unchanged | Refused<'needNotOpen'>,
  context: Context,
) => {
  const { needs, interests, uses, unitOfWork } = parts
  const interestId = interests.idOf(needId, actor.subject)
  return performOn(
    {
      load: async (): Promise<Loaded | undefined> => {
        const [need, interest, interested, use] = await Promise.all([
          needs.find(needId),
          interests.find({ needId, interestId }),
          interests.findCount(needId),
          uses.find(actor.subject, 'interests', context.now),
        ])
        const isThere = need && (maySeeNeed(need.value, actor) || interest)
        return isThere ? { need: need.value, interest, interested, use } : undefined
      },
      missing: 'needNotFound' as const,
      decide: (loaded): Applied<Loaded> | Unchanged | Refused<'needNotOpen' | 'dailyLimitReached'> => {
        const limited = isCounted ? checkDailyUse(loaded.use) : undefined
        if (limited) return limited
        const decided = decide(loaded, interestId)
        if (decided.kind !== 'applied') return decided
        const delta = countChange(loaded.interest?.value, decided.state)
        const told = fact(interestChanged, { needId, interested: loaded.interested.count + delta })
        return {
          kind: 'applied',
          state: { ...loaded, interest: { value: decided.state, version: (loaded.interest?.version ?? 0) + 1 } },
          facts: delta === 0 ? [] : [told],
        }
      },
      save: (before, { state, facts }, once) => {
        if (!state.interest) throw new Error('a change of nothing')
        const delta = countChange(before.interest?.value, state.interest.value)
        return unitOfWork.save(
          {
            caseId: subjectOf(needId),
            puts: [
              interests.put(state.interest.value, before.interest?.version ?? 0),
              ...(delta === 0 ? [] : [interests.putCount(before.interested, delta)]),
              ...(isCounted ? [uses.put(before.use, context.now)] : []),
            ],
            facts,
            once,
          },
          // Everybody is told how many there are; who they are is for the need's organisation alone.
          { ...context, actor: system },
        )
      },
      present: ({ interest }) => ({ value: presentOwn(needId, interest?.value) }),
    },
    context,
  )
}

const countChange = (before: Interest | undefined, after: Interest): 1 | 0 | -1 => {
  if (isShown(before) === isShown(after)) return 0
  return isShown(after) ? 1 : -1
}

export const createShowInterest =
  (parts: NeedsParts) => (content: InterestContent, needId: NeedId, actor: Actor, context: Context) =>
    change(
      parts,
      { needId, actor, isCounted: true },
      ({ need, interest }, interestId) =>
        showInterest(interest?.value, need, { interestId, supplier: authorOf(actor), content }, context.now),
      context,
    )

/** Also from a need that has ended or been hidden meanwhile. */
export const createWithdrawInterest = (parts: NeedsParts) => (needId: NeedId, actor: Actor, context: Context) =>
  change(
    parts,
    { needId, actor, isCounted: false },
    ({ interest }) => (interest ? withdrawInterest(interest.value, context.now) : { kind: 'unchanged' }),
    context,
  )

export const createReadOwnInterest = (parts: NeedsParts) => async (needId: NeedId, actor: Actor) => {
  const interestId = parts.interests.idOf(needId, actor.subject)
  const [need, interest] = await Promise.all([parts.needs.find(needId), parts.interests.find({ needId, interestId })])
  if (!need || !(maySeeNeed(need.value, actor) || interest)) return refused('needNotFound')
  return answer(presentOwn(needId, interest?.value))
}

export const createListOwnInterests = (parts: NeedsParts) => async (page: PageOf, actor: Actor) => {
  const { found, cursor } = await parts.interests.listBy(actor.subject, page)
  const shown = found.filter(isShown)
  const needs = await Promise.all(shown.map(({ needId }) => parts.needs.find(needId)))
  return {
    ...answer({
      interests: shown.map((interest, index) => ({
        ...presentOwn(interest.needId, interest),
        title: needs[index]?.value.draft.title ?? '',
      })),
    }),
    ...(cursor !== undefined && { cursor }),
  }
}

/** Who is interested: for those who write the need, and nobody else. */
export const createListInterests = (parts: NeedsParts) => async (needId: NeedId, page: PageOf, actor: Actor) => {
  const stored = await parts.needs.find(needId)
  if (!stored || !maySeeNeed(stored.value, actor)) return refused('needNotFound')
  const denied = mayWriteNeed(stored.value, actor)
  if (denied) return denied
  const { found, cursor } = await parts.interests.listIn(needId, page)
  return {
    ...answer({
      interests: found.filter(isShown).map(({ interestId, supplier, content, shownAt, hidden: hiding }) => ({
        interestId,
        supplier: supplier.name,
        company: content.company,
        products: content.products,
        ...(!hiding && { message: content.message }),
        shownAt,
        isHidden: hiding !== undefined,
      })),
    }),
    ...(cursor !== undefined && { cursor }),
  }
}
