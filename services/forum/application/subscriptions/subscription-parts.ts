import type { CommitResult, Put } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { SendResult } from '../../domain/subscriptions/delivery.ts'
import type { NeedsParts } from '../needs/needs-parts.ts'
import type { DeliveryRepository, NoticeRepository, SubscriptionRepository } from './subscription-repository.ts'

export interface SubscriptionParts {
  readonly unitOfWork: UnitOfWork
  readonly subscriptions: SubscriptionRepository
  readonly deliveries: DeliveryRepository
  readonly notices: NoticeRepository
  /** 24 random bytes in base64url. */
  readonly newSecret: () => string
}

export interface Mail {
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly text: string
  /** Where the receiver says no to more, for the mail program's own button (RFC 2369). */
  readonly unsubscribeUrl: string
}

export interface WebhookMessage {
  readonly url: string
  /** The same for each attempt, so that the receiver can know it again. */
  readonly id: string
  readonly secret: string
  /** JSON. */
  readonly body: string
  /** RFC 3339; the signature holds for some minutes around it. */
  readonly at: string
}

/** What goes out of the house. Each answers how it went, and never throws for what the receiver does. */
export interface Outlets {
  readonly sendMail: (mail: Mail) => Promise<SendResult>
  readonly postWebhook: (message: WebhookMessage) => Promise<SendResult>
}

export interface SpreadParts
  extends Pick<SubscriptionParts, 'subscriptions' | 'deliveries' | 'notices'>, Pick<NeedsParts, 'needs' | 'topics'> {
  readonly commit: (puts: readonly Put[]) => Promise<CommitResult>
  readonly clock: () => string
}

export interface DeliverParts extends Pick<SubscriptionParts, 'subscriptions' | 'deliveries'>, Outlets {
  readonly commit: (puts: readonly Put[]) => Promise<CommitResult>
  /** Of the console, without a trailing slash: mails link there. */
  readonly consoleUrl: string
  readonly clock: () => string
}
