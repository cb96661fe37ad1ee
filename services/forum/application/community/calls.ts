import * as z from 'zod'
import { addDays, dayOf } from '#calendar/working-days.ts'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { callId as callIdSchema, timestamp } from '#contracts/ids.ts'
import type { CallId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Applied, Refused, Transition } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { callContent, callKind, callKinds, cancelCall, changeCall, daysOf, publishCall } from '../../domain/community/call.ts'
import type { Call, CallContent, CallKind, CallRefusal } from '../../domain/community/call.ts'
import { hidden } from '../../domain/hidden.ts'
import { isFacilitator } from '../../domain/needs/permissions.ts'
import { changeStored, subjectOf } from '../change-stored.ts'
import type { CommunityParts } from './community-parts.ts'

export const callView = z.object({
  callId: callIdSchema,
  ...callContent.shape,
  kind: z.enum(callKinds),
  status: z.enum(['published', 'cancelled']),
  publishedAt: timestamp,
  changedAt: timestamp,
  sequence: z.int(),
  cancelled: z.object({ at: timestamp, reason: z.string() }).optional(),
  hidden: hidden.optional(),
})
export type CallView = z.infer<typeof callView>

export const presentCall = (
  { callId, content, publishedBy: _, hidden: hiding, ...rest }: Call,
  actor: Actor | undefined,
): CallView => ({
  callId,
  ...content,
  ...rest,
  ...(hiding && isFacilitator(actor) && { hidden: hiding }),
})

const ordinaryDays = 730
const mostYears = 5

export const callQuery = z.strictObject({
  kind: callKind.optional(),
  /** Today when it is left out. */
  from: z.iso.date().optional(),
  /** Two years after `from` when it is left out. */
  to: z.iso.date().optional(),
})

const yearOf = (date: string): number => Number(date.slice(0, 4))

/** What goes on between two days, in order of its first day; at most five years are looked at. */
export const createListCalls =
  ({ calls }: CommunityParts) =>
  async (
    { kind, from, to }: { kind?: CallKind | undefined; from?: string | undefined; to?: string | undefined },
    now: string,
  ) => {
    const first = from ?? dayOf(now)
    const last = to ?? addDays(first, ordinaryDays)
    // Something that begins in the last year may end in the one after.
    const count = Math.min(mostYears, Math.max(1, yearOf(last) - yearOf(first) + 2))
    const years = Array.from({ length: count }, (_, index) => yearOf(first) + index)
    const found = (await Promise.all(years.map((year) => calls.listEndingIn(year)))).flat()
    return answer({
      calls: found
        .map((one) => ({ one, days: daysOf(one.content) }))
        .filter(({ one, days }) => (kind === undefined || one.content.kind === kind) && days.last >= first && days.first <= last)
        .toSorted((a, b) => (`${a.days.first}${a.one.callId}` < `${b.days.first}${b.one.callId}` ? -1 : 1))
        .map(({ one }) => presentCall(one, undefined)),
    })
  }

/** Also a cancelled one; a hidden one only for the facilitator. */
export const createReadCall =
  ({ calls }: CommunityParts) =>
  async (id: CallId, actor: Actor | undefined) => {
    const stored = await calls.find(id)
    return stored && (!stored.value.hidden || isFacilitator(actor))
      ? answer(presentCall(stored.value, actor), stored.version)
      : refused('callNotFound')
  }

export const createPublishCall =
  ({ calls, unitOfWork }: CommunityParts) =>
  async (content: CallContent, actor: Actor, context: Context) => {
    const id = callIdSchema.parse(context.newId())
    const published = publishCall({ callId: id, content, by: authorOf(actor) }, context.now)
    if (published.kind === 'refused') return published
    return perform(
      {
        load: async () => published.state,
        decide: (): Applied<Call> | Refused<never> => published,
        save: (_, { state, facts }, once) =>
          unitOfWork.save({ caseId: subjectOf(id), puts: [calls.put(state, 0)], facts, once }, context),
        present: (state) => ({ value: presentCall(state, actor), version: 1 }),
      },
      context,
    )
  }

interface OfCall {
  readonly callId: CallId
  readonly ifMatch: number
  readonly actor: Actor
}

const change = (
  { calls, unitOfWork }: CommunityParts,
  { callId: id, ifMatch, actor }: OfCall,
  decide: (before: Call) => Transition<Call, CallRefusal>,
  context: Context,
) =>
  changeStored(
    {
      unitOfWork,
      subject: subjectOf(id),
      load: () => calls.find(id),
      missing: 'callNotFound' as const,
      ifMatch,
      decide,
      put: calls.put,
      present: (after) => presentCall(after, actor),
    },
    context,
  )

export const createChangeCall = (parts: CommunityParts) => (content: CallContent, of: OfCall, context: Context) =>
  change(parts, of, (before) => changeCall(before, content, context.now), context)

export const createCancelCall = (parts: CommunityParts) => (reason: string, of: OfCall, context: Context) =>
  change(parts, of, (before) => cancelCall(before, reason, context.now), context)
