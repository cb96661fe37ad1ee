import * as z from 'zod'

/** What the console reads of subscriptions to the forum. */

const channel = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mail'), address: z.string() }),
  z.object({ kind: z.literal('webhook'), url: z.string() }),
])

export const subscriptionView = z.object({
  subscriptionId: z.string(),
  channel: channel.optional(),
  wishes: z.object({
    subjects: z.array(z.string()),
    needs: z.enum(['all', 'followed']),
    pace: z.enum(['immediately', 'daily']),
    language: z.enum(['sv', 'en']),
  }),
  status: z.enum(['unconfirmed', 'active', 'paused', 'stopped', 'ended']),
  createdAt: z.string(),
  failingSince: z.string().optional(),
})
export type SubscriptionView = z.infer<typeof subscriptionView>

export const subscriptionList = z.object({ subscriptions: z.array(subscriptionView) })
export const subscriptionWithSecret = z.object({ subscription: subscriptionView, secret: z.string().optional() })
export const subscriptionAfter = z.object({ status: z.string() })

export const deliveryView = z.object({
  kind: z.enum(['notice', 'confirmation', 'test']),
  eventType: z.string().optional(),
  status: z.enum(['due', 'delivered', 'failed', 'dropped']),
  createdAt: z.string(),
  attempts: z.number(),
  fault: z.string().optional(),
})
export type DeliveryView = z.infer<typeof deliveryView>
export const deliveryList = z.object({ deliveries: z.array(deliveryView) })
