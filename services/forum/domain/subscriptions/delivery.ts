import * as z from 'zod'
import { subscriptionId, timestamp } from '#contracts/ids.ts'
import type { SubscriptionId } from '#contracts/ids.ts'
import { publicEvent } from './notice.ts'
import { nextAttemptAt } from './retry-times.ts'
import type { PublicEvent } from './notice.ts'

/**
 * One thing to one subscriber. `confirmation` asks whoever reads the mail; `test` is what a subscriber asked for to see that
 * it arrives.
 */
export const delivery = z.object({
  /** Of a notice the event's id: the same event is never put twice for one subscription. */
  deliveryId: z.uuid(),
  subscriptionId,
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('notice'), event: publicEvent }),
    z.object({ kind: z.literal('confirmation') }),
    z.object({ kind: z.literal('test') }),
  ]),
  status: z.enum(['due', 'delivered', 'failed', 'dropped']),
  createdAt: timestamp,
  /** When it is to be sent, or tried again. */
  dueAt: timestamp,
  attempts: z.int().nonnegative(),
  /** What the last attempt came to, in the receiver's figures: `HTTP 503`, `timeout`. */
  fault: z.string().max(200).optional(),
  deliveredAt: timestamp.optional(),
})
export type Delivery = z.infer<typeof delivery>

type Content = Delivery['content']

interface ToSend {
  readonly deliveryId: string
  readonly subscriptionId: SubscriptionId
  readonly content: Content
  readonly dueAt: string
  readonly now: string
}

export const dueDelivery = ({ now, ...rest }: ToSend): Delivery => ({ ...rest, status: 'due', createdAt: now, attempts: 0 })

export const noticeDelivery = (event: PublicEvent, to: SubscriptionId, times: { readonly dueAt: string; readonly now: string }) =>
  dueDelivery({ deliveryId: event.id, subscriptionId: to, content: { kind: 'notice', event }, ...times })

const leaseMilliseconds = 5 * 60_000

/** Whoever sends it takes it first: should they fall, another takes it up when the time is out. It may then arrive twice. */
export const takenDelivery = (state: Delivery, now: string): Delivery => ({
  ...state,
  attempts: state.attempts + 1,
  dueAt: new Date(Date.parse(now) + leaseMilliseconds).toISOString(),
})

/** `isForGood`: there is nobody to try again for. */
export type SendResult =
  | { readonly hasArrived: true }
  | { readonly hasArrived: false; readonly fault: string; readonly isForGood?: true }

export const sentDelivery = (state: Delivery, result: SendResult, now: string): Delivery => {
  const { fault: _fault, ...rest } = state
  if (result.hasArrived) return { ...rest, status: 'delivered', deliveredAt: now }
  const again = result.isForGood ? undefined : nextAttemptAt(state.attempts, now)
  return again === undefined ? { ...rest, status: 'failed', fault: result.fault } : { ...rest, dueAt: again, fault: result.fault }
}

export const droppedDelivery = (state: Delivery): Delivery => ({ ...state, status: 'dropped' })
