import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import type { Author } from '#contracts/actor.ts'
import { subscriptionId, timestamp } from '#contracts/ids.ts'
import type { SubscriptionId } from '#contracts/ids.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Applied, Transition } from '#lambda/outcome.ts'
import { stopAfterFailingDays, subscriptionLimits } from './limits.ts'
import { isWebhookAddress } from './webhook-address.ts'

/** What somebody wants to be told of, and where. */

export const watchedSubjects = ['needs', 'dialogues', 'calls', 'focusGroups', 'teams'] as const
export type WatchedSubject = (typeof watchedSubjects)[number]

export const mailChannel = z.strictObject({
  kind: z.literal('mail'),
  address: z.email().max(subscriptionLimits.addressCharacters),
})
export const webhookChannel = z.strictObject({
  kind: z.literal('webhook'),
  url: z.string().refine(isWebhookAddress, { params: { rule: 'webhookAddress' } }),
})
export const channel = z.discriminatedUnion('kind', [mailChannel, webhookChannel])
export type Channel = z.infer<typeof channel>

export const wishes = z.strictObject({
  subjects: z
    .array(z.enum(watchedSubjects))
    .min(1)
    .max(watchedSubjects.length)
    .refine((values) => new Set(values).size === values.length, { params: { rule: 'repeated' } }),
  /** Every need, or those about the topics that the person follows. */
  needs: z.enum(['all', 'followed']).default('all'),
  /** Mail only: as it happens, or once a day. */
  pace: z.enum(['immediately', 'daily']).default('immediately'),
  language: z.enum(['sv', 'en']).default('sv'),
})
export type Wishes = z.infer<typeof wishes>

/**
 * `unconfirmed`: a mail address that its owner has not said yes to. `stopped`: nothing has come through for days.
 * `ended`: nobody is told any more, and the address is gone.
 */
export const subscriptionStatuses = ['unconfirmed', 'active', 'paused', 'stopped', 'ended'] as const

export const subscription = z.object({
  subscriptionId,
  owner: author,
  /** Absent once it has ended. */
  channel: channel.optional(),
  wishes,
  status: z.enum(subscriptionStatuses),
  /** Known to whoever reads the mail: confirms the address, and ends the subscription without signing in. */
  code: z.string(),
  /** Signs what is sent to a webhook: `whsec_` and 24 bytes in base64. */
  secret: z.string().optional(),
  createdAt: timestamp,
  changedAt: timestamp,
  failingSince: timestamp.optional(),
})
export type Subscription = z.infer<typeof subscription>

interface Beginning {
  readonly subscriptionId: SubscriptionId
  readonly owner: Author
  readonly code: string
  readonly secret: string
  readonly now: string
}

/** A mail address must be confirmed by whoever reads it; a webhook is signed with a secret that is shown once. */
export const beginSubscription = (
  wanted: { readonly channel: Channel; readonly wishes: Wishes },
  { secret, now, ...beginning }: Beginning,
): Applied<Subscription> => {
  const isMail = wanted.channel.kind === 'mail'
  return applied({
    ...beginning,
    ...wanted,
    status: isMail ? 'unconfirmed' : 'active',
    ...(!isMail && { secret }),
    createdAt: now,
    changedAt: now,
  })
}

type CodeRefusal = 'subscriptionCodeWrong'

export const confirmSubscription = (
  state: Subscription,
  code: string,
  now: string,
): Transition<Subscription, CodeRefusal | 'subscriptionEnded'> => {
  if (state.code !== code) return refused('subscriptionCodeWrong')
  if (state.status === 'ended') return refused('subscriptionEnded')
  return state.status === 'unconfirmed' ? applied({ ...state, status: 'active', changedAt: now }) : unchanged
}

/** Where it was sent to, and the secret, are forgotten at once. */
export const endSubscription = (state: Subscription, now: string): Transition<Subscription, never> => {
  const { channel: _channel, secret: _secret, failingSince: _failing, ...rest } = state
  return state.status === 'ended' ? unchanged : applied({ ...rest, status: 'ended', changedAt: now })
}

export const endByCode = (state: Subscription, code: string, now: string): Transition<Subscription, CodeRefusal> =>
  state.code === code ? endSubscription(state, now) : refused('subscriptionCodeWrong')

/** A stopped one is tried anew; an address that is not confirmed stays so. */
export const changeSubscription = (
  state: Subscription,
  { isPaused, ...wanted }: Wishes & { readonly isPaused: boolean },
  now: string,
): Transition<Subscription, 'subscriptionEnded'> => {
  if (state.status === 'ended') return refused('subscriptionEnded')
  const { failingSince: _failing, ...rest } = state
  const status = state.status === 'unconfirmed' ? 'unconfirmed' : isPaused ? 'paused' : 'active'
  const after = { ...rest, wishes: wanted, status } satisfies Subscription
  return JSON.stringify(after) === JSON.stringify(state) ? unchanged : applied({ ...after, changedAt: now })
}

/** What was signed with the old secret and is on its way is not signed anew. */
export const changeSecret = (
  state: Subscription,
  secret: string,
  now: string,
): Transition<Subscription, 'subscriptionEnded' | 'noSecret'> => {
  if (state.status === 'ended') return refused('subscriptionEnded')
  return state.channel?.kind === 'webhook' ? applied({ ...state, secret, changedAt: now }) : refused('noSecret')
}

const dayMilliseconds = 86_400_000

/** One success begins anew; days of nothing but failures stop it. */
export const afterDelivery = (state: Subscription, hasArrived: boolean, now: string): Subscription => {
  const { failingSince, ...rest } = state
  if (hasArrived) return failingSince === undefined ? state : rest
  const since = failingSince ?? now
  const isOver = state.status === 'active' && Date.parse(now) - Date.parse(since) >= stopAfterFailingDays * dayMilliseconds
  return { ...state, failingSince: since, ...(isOver && { status: 'stopped' as const, changedAt: now }) }
}
