import type { Actor } from '#contracts/actor.ts'
import { authorOf } from '#contracts/actor.ts'
import { subscriptionId as subscriptionIdSchema } from '#contracts/ids.ts'
import type { SubscriptionId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Applied, Refused, Transition } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { dueDelivery } from '../../domain/subscriptions/delivery.ts'
import type { Delivery } from '../../domain/subscriptions/delivery.ts'
import { subscriptionLimits } from '../../domain/subscriptions/limits.ts'
import {
  beginSubscription,
  changeSecret,
  changeSubscription,
  confirmSubscription,
  endByCode,
  endSubscription,
} from '../../domain/subscriptions/subscription.ts'
import type { Channel, Subscription, Wishes } from '../../domain/subscriptions/subscription.ts'
import { changeStored, subjectOf } from '../change-stored.ts'
import type { PageOf, Stored } from '../documents.ts'
import { presentDelivery, presentSubscription, presentWithSecret } from './present-subscription.ts'
import type { SubscriptionParts } from './subscription-parts.ts'

/** Somebody's own subscriptions: made, confirmed, changed and ended. Nobody else sees them, and no event tells of them. */

const webhookSecret = (random: string): string => `whsec_${Buffer.from(random, 'base64url').toString('base64')}`

interface Own {
  readonly list: Stored<readonly SubscriptionId[]>
  readonly begun?: { readonly subscription: Subscription; readonly confirmation?: Delivery }
}

/** @returns with the secret of a webhook, which is not shown again. Refusals: `tooManySubscriptions`. */
export const createSubscribe =
  ({ unitOfWork, subscriptions, deliveries, newSecret }: SubscriptionParts) =>
  (wanted: { readonly channel: Channel } & Wishes, actor: Actor, context: Context) => {
    const { channel, ...wishes } = wanted
    const id = subscriptionIdSchema.parse(context.newId())
    return perform(
      {
        load: async (): Promise<Own> => ({ list: await subscriptions.findOwn(actor.subject) }),
        decide: ({ list }): Applied<Own> | Refused<'tooManySubscriptions'> => {
          if (list.value.length >= subscriptionLimits.perPerson) return refused('tooManySubscriptions')
          const { state, facts } = beginSubscription(
            { channel, wishes },
            {
              subscriptionId: id,
              owner: authorOf(actor),
              code: newSecret(),
              secret: webhookSecret(newSecret()),
              now: context.now,
            },
          )
          const confirmation = dueDelivery({
            deliveryId: context.newId(),
            subscriptionId: id,
            content: { kind: 'confirmation' },
            dueAt: context.now,
            now: context.now,
          })
          return {
            kind: 'applied',
            state: { list, begun: { subscription: state, ...(state.status === 'unconfirmed' && { confirmation }) } },
            facts,
          }
        },
        save: ({ list }, { state: { begun }, facts }, once) => {
          if (!begun) throw new Error('nothing was begun')
          return unitOfWork.save(
            {
              caseId: subjectOf(id),
              puts: [
                subscriptions.put(begun.subscription, 0),
                subscriptions.putOwn(actor.subject, [...list.value, id], list.version),
                ...(begun.confirmation ? [deliveries.put(begun.confirmation, 0)] : []),
              ],
              facts,
              once,
            },
            context,
          )
        },
        present: ({ begun }) => {
          if (!begun) throw new Error('nothing was begun')
          return { value: presentWithSecret(begun.subscription), version: 1 }
        },
      },
      context,
    )
  }

type Change<View, Code extends string> = {
  readonly id: SubscriptionId
  /** Undefined for whoever holds the code of a mail. */
  readonly actor?: Actor
  readonly ifMatch?: number
  readonly decide: (state: Subscription) => Transition<Subscription, Code>
  readonly present: (state: Subscription) => View
}

/** What has ended leaves the person's list, and makes room for another. */
const change = <View, Code extends string>(
  { unitOfWork, subscriptions }: SubscriptionParts,
  { id, actor, ifMatch, decide, present }: Change<View, Code>,
  context: Context,
) => {
  let own: Stored<readonly SubscriptionId[]> = { value: [], version: 0 }
  return changeStored(
    {
      unitOfWork,
      subject: subjectOf(id),
      load: async () => {
        const found = await subscriptions.find(id)
        if (!found || (actor !== undefined && found.value.owner.subject !== actor.subject)) return undefined
        own = await subscriptions.findOwn(found.value.owner.subject)
        return found
      },
      missing: 'subscriptionNotFound',
      ...(ifMatch !== undefined && { ifMatch }),
      decide,
      put: subscriptions.put,
      alsoPut: (before, after) =>
        after.status === 'ended' && before.status !== 'ended'
          ? [
              subscriptions.putOwn(
                after.owner.subject,
                own.value.filter((each) => each !== id),
                own.version,
              ),
            ]
          : [],
      present,
    },
    context,
  )
}

export const createChangeSubscription =
  (parts: SubscriptionParts) =>
  (
    id: SubscriptionId,
    wanted: Wishes & { readonly isPaused: boolean },
    { ifMatch, actor }: { readonly ifMatch: number; readonly actor: Actor },
    context: Context,
  ) =>
    change(
      parts,
      { id, actor, ifMatch, decide: (state) => changeSubscription(state, wanted, context.now), present: presentSubscription },
      context,
    )

export const createEndSubscription = (parts: SubscriptionParts) => (id: SubscriptionId, actor: Actor, context: Context) =>
  change(parts, { id, actor, decide: (state) => endSubscription(state, context.now), present: () => undefined }, context)

export const createChangeSecret = (parts: SubscriptionParts) => (id: SubscriptionId, actor: Actor, context: Context) =>
  change(
    parts,
    {
      id,
      actor,
      decide: (state) => changeSecret(state, webhookSecret(parts.newSecret()), context.now),
      present: presentWithSecret,
    },
    context,
  )

/** By whoever reads the mail. */
export const createConfirmSubscription = (parts: SubscriptionParts) => (id: SubscriptionId, code: string, context: Context) =>
  change(
    parts,
    { id, decide: (state) => confirmSubscription(state, code, context.now), present: ({ status }) => ({ status }) },
    context,
  )

/** By whoever reads the mail, signed in or not. */
export const createEndByCode = (parts: SubscriptionParts) => (id: SubscriptionId, code: string, context: Context) =>
  change(parts, { id, decide: (state) => endByCode(state, code, context.now), present: ({ status }) => ({ status }) }, context)

/** Sent like anything else, within a few minutes. */
export const createTestSubscription =
  ({ unitOfWork, subscriptions, deliveries }: SubscriptionParts) =>
  async (id: SubscriptionId, actor: Actor, context: Context) => {
    const found = await subscriptions.find(id)
    if (found?.value.owner.subject !== actor.subject) return refused('subscriptionNotFound')
    if (found.value.status !== 'active') return refused('subscriptionNotActive')
    const test = dueDelivery({
      deliveryId: context.newId(),
      subscriptionId: id,
      content: { kind: 'test' },
      dueAt: context.now,
      now: context.now,
    })
    return perform(
      {
        load: async () => test,
        decide: (state): Applied<Delivery> | Refused<never> => ({ kind: 'applied', state, facts: [] }),
        save: (_, { state, facts }, once) =>
          unitOfWork.save({ caseId: subjectOf(id), puts: [deliveries.put(state, 0)], facts, once }, context),
        present: (state) => ({ value: presentDelivery(state) }),
      },
      context,
    )
  }

export const createListSubscriptions =
  ({ subscriptions }: SubscriptionParts) =>
  async (actor: Actor) => {
    const { value: ids } = await subscriptions.findOwn(actor.subject)
    const found = await Promise.all(ids.map((id) => subscriptions.find(id)))
    return answer({ subscriptions: found.flatMap((each) => (each ? [presentSubscription(each.value)] : [])) })
  }

export const createReadSubscription =
  ({ subscriptions }: SubscriptionParts) =>
  async (id: SubscriptionId, actor: Actor) => {
    const found = await subscriptions.find(id)
    if (found?.value.owner.subject !== actor.subject) return refused('subscriptionNotFound')
    return answer(presentSubscription(found.value), found.version)
  }

export const createListDeliveries =
  ({ subscriptions, deliveries }: SubscriptionParts) =>
  async (id: SubscriptionId, page: PageOf, actor: Actor) => {
    const found = await subscriptions.find(id)
    if (found?.value.owner.subject !== actor.subject) return refused('subscriptionNotFound')
    const { found: sent, cursor } = await deliveries.listOf(id, page)
    return { ...answer({ deliveries: sent.map(presentDelivery) }), ...(cursor !== undefined && { cursor }) }
  }
