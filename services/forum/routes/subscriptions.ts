import * as z from 'zod'
import { subscriptionId } from '#contracts/ids.ts'
import { staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { deliveryView, subscriptionView, subscriptionWithSecret } from '../application/subscriptions/present-subscription.ts'
import { channel, subscriptionStatuses, wishes } from '../domain/subscriptions/subscription.ts'

const everySignedIn = [...staffRoles, 'supplier', 'resident'] as const satisfies readonly Role[]
const parameters = z.strictObject({ subscriptionId })
const code = z.strictObject({ code: z.string().min(16).max(64) })
const after = z.object({ status: z.enum(subscriptionStatuses) })

export const subscriptionsRoutes = defineRoutes({
  listSubscriptions: {
    method: 'GET',
    path: '/v1/forum/subscriptions',
    summary: { sv: 'Dina bevakningar av forumet', en: 'Your subscriptions to the forum' },
    access: everySignedIn,
    response: { status: 200, body: z.object({ subscriptions: z.array(subscriptionView) }) },
    refusals: [],
  },
  subscribe: {
    method: 'POST',
    path: '/v1/forum/subscriptions',
    summary: {
      sv: 'Bevaka forumet med e-post eller webhook (Standard Webhooks, CloudEvents)',
      en: 'Subscribe to the forum by mail or webhook (Standard Webhooks, CloudEvents)',
    },
    access: everySignedIn,
    body: wishes.extend({ channel }),
    response: { status: 201, body: subscriptionWithSecret },
    hasETag: true,
    refusals: ['tooManySubscriptions'],
  },
  readSubscription: {
    method: 'GET',
    path: '/v1/forum/subscriptions/{subscriptionId}',
    summary: { sv: 'En av dina bevakningar', en: 'One of your subscriptions' },
    access: everySignedIn,
    parameters,
    response: { status: 200, body: subscriptionView },
    hasETag: true,
    refusals: ['subscriptionNotFound'],
  },
  changeSubscription: {
    method: 'PUT',
    path: '/v1/forum/subscriptions/{subscriptionId}',
    summary: { sv: 'Ändra vad du bevakar, eller ta en paus', en: 'Change what you are told of, or take a break' },
    access: everySignedIn,
    parameters,
    body: wishes.extend({ isPaused: z.boolean().default(false) }),
    response: { status: 200, body: subscriptionView },
    hasETag: true,
    needsIfMatch: true,
    refusals: ['subscriptionNotFound', 'subscriptionEnded', 'staleVersion'],
  },
  endSubscription: {
    method: 'DELETE',
    path: '/v1/forum/subscriptions/{subscriptionId}',
    summary: { sv: 'Avsluta en bevakning', en: 'End a subscription' },
    access: everySignedIn,
    parameters,
    response: { status: 204 },
    refusals: ['subscriptionNotFound'],
  },
  confirmSubscription: {
    method: 'POST',
    path: '/v1/forum/subscriptions/{subscriptionId}/confirmations',
    summary: { sv: 'Bekräfta en e-postadress med koden i brevet', en: "Confirm a mail address by the mail's code" },
    access: 'public',
    parameters,
    body: code,
    response: { status: 200, body: after },
    refusals: ['subscriptionNotFound', 'subscriptionCodeWrong', 'subscriptionEnded'],
  },
  endSubscriptionByCode: {
    method: 'POST',
    path: '/v1/forum/subscriptions/{subscriptionId}/endings',
    summary: { sv: 'Avsluta en bevakning med koden i brevet', en: "End a subscription by the mail's code" },
    access: 'public',
    parameters,
    body: code,
    response: { status: 200, body: after },
    refusals: ['subscriptionNotFound', 'subscriptionCodeWrong'],
  },
  changeSubscriptionSecret: {
    method: 'POST',
    path: '/v1/forum/subscriptions/{subscriptionId}/secrets',
    summary: { sv: 'Byt den hemlighet som signerar webhooken', en: "Change the secret that signs the webhook's messages" },
    access: everySignedIn,
    parameters,
    response: { status: 201, body: subscriptionWithSecret },
    refusals: ['subscriptionNotFound', 'subscriptionEnded', 'noSecret'],
  },
  testSubscription: {
    method: 'POST',
    path: '/v1/forum/subscriptions/{subscriptionId}/tests',
    summary: { sv: 'Skicka ett prov för att se att det kommer fram', en: 'Send a test to see that it arrives' },
    access: everySignedIn,
    parameters,
    response: { status: 202, body: deliveryView },
    refusals: ['subscriptionNotFound', 'subscriptionNotActive'],
  },
  listSubscriptionDeliveries: {
    method: 'GET',
    path: '/v1/forum/subscriptions/{subscriptionId}/deliveries',
    summary: { sv: 'Vad som har skickats, de senaste först', en: 'What has been sent, the latest first' },
    access: everySignedIn,
    parameters,
    query: z.strictObject({ limit: pageLimit, cursor: pageCursor.optional() }),
    response: { status: 200, body: z.object({ deliveries: z.array(deliveryView) }) },
    refusals: ['subscriptionNotFound'],
  },
})
export type SubscriptionsRoutes = typeof subscriptionsRoutes
