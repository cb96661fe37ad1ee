import * as z from 'zod'
import type { SubscriptionId } from '#contracts/ids.ts'
import { subscriptionId } from '#contracts/ids.ts'
import { queryAll } from '#lambda/table.ts'
import type { Key, Table } from '#lambda/table.ts'
import { daySeconds, epochSeconds } from '#lambda/unit-of-work.ts'
import type {
  DeliveryRepository,
  NoticeRepository,
  SubscriptionRepository,
} from '../application/subscriptions/subscription-repository.ts'
import { delivery } from '../domain/subscriptions/delivery.ts'
import { confirmWithinDays, deliveriesKeptDays } from '../domain/subscriptions/limits.ts'
import { notice } from '../domain/subscriptions/notice.ts'
import { subscription } from '../domain/subscriptions/subscription.ts'
import { createDocuments } from './documents.ts'

/**
 * SUB#<id>             STATE                    a subscription                         by-listing while it is active
 * FOLLOWER#<person>    SUBSCRIPTIONS            the ids of what somebody watches
 * SUB#<id>             DELIVERY#<deliveryId>    one thing to send to it, or sent       by-listing while it is due
 * NOTICE#<eventId>     STATE                    what is to be spread to subscriptions  by-listing until it is
 */

const active = 'SUBSCRIPTIONS'
const unspread = 'NOTICES'
const due = 'DELIVERIES'
const deliveryPrefix = 'DELIVERY#'
/** After every id that a moment can be followed by. */
const endOfMoment = '~'

const keptFor = (from: string, days: number): number => epochSeconds(from) + days * daySeconds

const ownKey = (subject: string): Key => ({ pk: `FOLLOWER#${subject}`, sk: 'SUBSCRIPTIONS' })
const ownIds = z.array(subscriptionId)

export const createSubscriptionTable = (table: Table): SubscriptionRepository => {
  const kept = {
    schema: subscription,
    keyOf: (id: SubscriptionId): Key => ({ pk: `SUB#${id}`, sk: 'STATE' }),
    idOf: ({ subscriptionId: id }: z.infer<typeof subscription>) => id,
    attributesOf: ({ subscriptionId: id, status }: z.infer<typeof subscription>): Record<string, string> =>
      status === 'active' ? { listing: active, listingOrder: id } : {},
  }
  const documents = createDocuments(table, kept)
  return {
    find: documents.find,
    put: (value, version) => {
      const days = value.status === 'unconfirmed' ? confirmWithinDays : value.status === 'ended' ? deliveriesKeptDays : undefined
      const put = documents.put(value, version)
      return days === undefined ? put : { ...put, item: { ...put.item, expiresAt: keptFor(value.changedAt, days) } }
    },
    listActive: async () =>
      (await queryAll(table, { index: 'by-listing', partition: active })).map(({ body }) => subscription.parse(body)),
    findOwn: async (subject) => {
      const item = await table.get(ownKey(subject))
      return { value: item ? ownIds.parse(item.body) : [], version: item?.version ?? 0 }
    },
    putOwn: (subject, ids, version) => ({
      item: { ...ownKey(subject), version: version + 1, body: ids },
      expects: version === 0 ? 'absent' : { version },
    }),
  }
}

export const createDeliveryTable = (table: Table): DeliveryRepository => {
  const documents = createDocuments(table, {
    schema: delivery,
    keyOf: ({ subscriptionId: id, deliveryId }: { subscriptionId: SubscriptionId; deliveryId: string }): Key => ({
      pk: `SUB#${id}`,
      sk: `${deliveryPrefix}${deliveryId}`,
    }),
    idOf: ({ subscriptionId: id, deliveryId }) => ({ subscriptionId: id, deliveryId }),
    attributesOf: ({ status, dueAt, deliveryId, subscriptionId: id }): Record<string, string> =>
      status === 'due' ? { listing: due, listingOrder: `${dueAt}#${deliveryId}#${id}` } : {},
    expiresAt: ({ createdAt }) => keptFor(createdAt, deliveriesKeptDays),
  })
  return {
    find: documents.find,
    put: documents.put,
    listDue: async (by, limit) =>
      (await documents.page({ index: 'by-listing', partition: due, sortUpTo: `${by}${endOfMoment}` }, { limit })).found,
    listOf: (id, page) => documents.page({ partition: `SUB#${id}`, sortPrefix: deliveryPrefix, isDescending: true }, page),
  }
}

export const createNoticeTable = (table: Table): NoticeRepository => {
  const documents = createDocuments(table, {
    schema: notice,
    keyOf: (id: string): Key => ({ pk: `NOTICE#${id}`, sk: 'STATE' }),
    idOf: ({ event }) => event.id,
    attributesOf: ({ event, isSpread }): Record<string, string> =>
      isSpread ? {} : { listing: unspread, listingOrder: `${event.time}#${event.id}` },
    expiresAt: ({ event }) => keptFor(event.time, deliveriesKeptDays),
  })
  return {
    find: documents.find,
    put: documents.put,
    listUnspread: async (limit) => (await documents.page({ index: 'by-listing', partition: unspread }, { limit })).found,
  }
}
