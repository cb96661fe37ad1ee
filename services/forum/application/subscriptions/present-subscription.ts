import * as z from 'zod'
import { subscriptionId, timestamp } from '#contracts/ids.ts'
import type { Delivery } from '../../domain/subscriptions/delivery.ts'
import { subscriptionStatuses, wishes } from '../../domain/subscriptions/subscription.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'

/** For its owner: everything but the code of the mails and the secret. */
export const subscriptionView = z.object({
  subscriptionId,
  channel: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('mail'), address: z.string() }),
      z.object({ kind: z.literal('webhook'), url: z.string() }),
    ])
    .optional(),
  wishes: wishes.loose(),
  status: z.enum(subscriptionStatuses),
  createdAt: timestamp,
  /** Since when nothing has come through. */
  failingSince: timestamp.optional(),
})

export const presentSubscription = ({
  subscriptionId: id,
  channel,
  wishes: wanted,
  status,
  createdAt,
  failingSince,
}: Subscription): z.infer<typeof subscriptionView> => ({
  subscriptionId: id,
  ...(channel && { channel }),
  wishes: wanted,
  status,
  createdAt,
  ...(failingSince !== undefined && { failingSince }),
})

/** The secret is shown when it is made, and never again. */
export const subscriptionWithSecret = z.object({ subscription: subscriptionView, secret: z.string().optional() })

export const presentWithSecret = (state: Subscription): z.infer<typeof subscriptionWithSecret> => ({
  subscription: presentSubscription(state),
  ...(state.secret !== undefined && { secret: state.secret }),
})

export const deliveryView = z.object({
  deliveryId: z.string(),
  kind: z.enum(['notice', 'confirmation', 'test']),
  /** Of a notice, the type of the event. */
  eventType: z.string().optional(),
  status: z.enum(['due', 'delivered', 'failed', 'dropped']),
  createdAt: timestamp,
  dueAt: timestamp,
  attempts: z.int().nonnegative(),
  fault: z.string().optional(),
  deliveredAt: timestamp.optional(),
})

export const presentDelivery = ({
  deliveryId,
  content,
  status,
  createdAt,
  dueAt,
  attempts,
  fault,
  deliveredAt,
}: Delivery): z.infer<typeof deliveryView> => ({
  deliveryId,
  kind: content.kind,
  ...(content.kind === 'notice' && { eventType: content.event.type }),
  status,
  createdAt,
  dueAt,
  attempts,
  ...(fault !== undefined && { fault }),
  ...(deliveredAt !== undefined && { deliveredAt }),
})
