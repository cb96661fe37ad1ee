import type { Handlers } from '#lambda/api.ts'
import { createSubscriptionParts } from '../../adapters/subscription-parts.ts'
import {
  createChangeSecret,
  createChangeSubscription,
  createConfirmSubscription,
  createEndByCode,
  createEndSubscription,
  createListDeliveries,
  createListSubscriptions,
  createReadSubscription,
  createSubscribe,
  createTestSubscription,
} from '../../application/subscriptions/keep-subscriptions.ts'
import type { ForumRefusalCode } from '../../refusals.ts'
import type { SubscriptionsRoutes } from '../../routes/subscriptions.ts'
import type { ForumParts } from '../parts.ts'

/** From a parsed request to one use case. */
export const subscriptionsHandlers = (forum: ForumParts): Handlers<SubscriptionsRoutes, ForumRefusalCode> => {
  const parts = createSubscriptionParts(forum)
  const listSubscriptions = createListSubscriptions(parts)
  const subscribe = createSubscribe(parts)
  const readSubscription = createReadSubscription(parts)
  const changeSubscription = createChangeSubscription(parts)
  const endSubscription = createEndSubscription(parts)
  const confirmSubscription = createConfirmSubscription(parts)
  const endByCode = createEndByCode(parts)
  const changeSecret = createChangeSecret(parts)
  const testSubscription = createTestSubscription(parts)
  const listDeliveries = createListDeliveries(parts)
  return {
    listSubscriptions: ({ actor }) => listSubscriptions(actor),
    subscribe: ({ body, actor, context }) => subscribe(body, actor, context),
    readSubscription: ({ parameters, actor }) => readSubscription(parameters.subscriptionId, actor),
    changeSubscription: ({ parameters, body, ifMatch, actor, context }) =>
      changeSubscription(parameters.subscriptionId, body, { ifMatch, actor }, context),
    endSubscription: ({ parameters, actor, context }) => endSubscription(parameters.subscriptionId, actor, context),
    confirmSubscription: ({ parameters, body, context }) => confirmSubscription(parameters.subscriptionId, body.code, context),
    endSubscriptionByCode: ({ parameters, body, context }) => endByCode(parameters.subscriptionId, body.code, context),
    changeSubscriptionSecret: ({ parameters, actor, context }) => changeSecret(parameters.subscriptionId, actor, context),
    testSubscription: ({ parameters, actor, context }) => testSubscription(parameters.subscriptionId, actor, context),
    listSubscriptionDeliveries: ({ parameters, query, actor }) => listDeliveries(parameters.subscriptionId, query, actor),
  }
}
