import type { RetryReason } from '#lambda/retry-reasons.ts'
import type { QueueCounts } from '../domain/queue-status.ts'

/** A message of a dead-letter queue. Its text may hold personal data, and goes no further than to be read for its envelope. */
export interface DeadLetter {
  readonly messageId: string
  readonly setAsideAt: string
  readonly text: string
  /** Left out when the queue itself has moved it, since no function answered for it. */
  readonly reason?: RetryReason
  readonly attempts?: number
}

/** A message in our hands for some seconds; it goes back by itself unless it is removed. */
export interface HeldMessage extends DeadLetter {
  /** Messages of one group are kept in order: the case, where it is an event. */
  readonly group: string
  readonly receipt: string
}

/** The county's queues, by their names. */
export interface Queues {
  /** Undefined when the queue cannot be read. */
  readonly count: (queue: string) => Promise<QueueCounts | undefined>
  /** At most `limit`; each is hidden from others for some seconds. Undefined when the queue cannot be read. */
  readonly peek: (queue: string, limit: number) => Promise<readonly DeadLetter[] | undefined>
  /** The next messages that nobody holds, at most ten; none after waiting for some seconds in vain. */
  readonly take: (queue: string, limit: number) => Promise<readonly HeldMessage[]>
  /** Puts the message on another queue, then takes it from its own: at least once, and known again within five minutes. */
  readonly move: (message: HeldMessage, from: string, to: string) => Promise<void>
}
