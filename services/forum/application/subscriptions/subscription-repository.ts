import type { EventId, SubscriptionId } from '#contracts/ids.ts'
import type { Put } from '#lambda/table.ts'
import type { Delivery } from '../../domain/subscriptions/delivery.ts'
import type { Notice } from '../../domain/subscriptions/notice.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import type { Documents, Page, PageOf, Stored } from '../documents.ts'

export interface SubscriptionRepository extends Documents<Subscription, SubscriptionId> {
  /** All that are to be told. */
  readonly listActive: () => Promise<readonly Subscription[]>
  /** The ids of what a person watches: one row, so that the limit holds whoever is quick. */
  readonly findOwn: (subject: string) => Promise<Stored<readonly SubscriptionId[]>>
  readonly putOwn: (subject: string, ids: readonly SubscriptionId[], version: number) => Put
}

interface DeliveryKey {
  readonly subscriptionId: SubscriptionId
  readonly deliveryId: string
}

export interface DeliveryRepository extends Documents<Delivery, DeliveryKey> {
  /** Due by the moment given, the oldest first. */
  readonly listDue: (by: string, limit: number) => Promise<readonly Delivery[]>
  /** To one subscription, the newest first. */
  readonly listOf: (subscriptionId: SubscriptionId, page: PageOf) => Promise<Page<Delivery>>
}

export interface NoticeRepository extends Documents<Notice, EventId> {
  /** Not yet spread to all subscriptions, the oldest first. */
  readonly listUnspread: (limit: number) => Promise<readonly Notice[]>
}
