import type { Fact } from '#contracts/event.ts'
import type { RedriveId } from '#contracts/ids.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { Redrive } from '../domain/redrive.ts'

export interface StoredRedrive {
  readonly redrive: Redrive
  readonly version: number
}

/** A queue is redriven by one at a time. */
export interface QueueUse {
  readonly queue: string
  readonly redriveId: RedriveId | undefined
  /** 0 while the queue has never been redriven. */
  readonly version: number
}

export interface RedrivePage {
  readonly redrives: readonly Redrive[]
  readonly cursor?: string
}

export interface RedriveRepository {
  readonly find: (id: RedriveId) => Promise<StoredRedrive | undefined>
  readonly findUse: (queue: string) => Promise<QueueUse>
  /** The newest first. */
  readonly list: (page: { limit: number; cursor?: string | undefined }) => Promise<RedrivePage>
  /** The redrive and whose the queue is, together with what is told: all or nothing. */
  readonly save: (
    change: {
      readonly redrive: Redrive
      /** 0 for a new one. */
      readonly version: number
      readonly use: QueueUse
      readonly facts: readonly Fact[]
      readonly once: Item | undefined
    },
    context: Context,
  ) => Promise<Saved>
}
