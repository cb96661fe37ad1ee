import type { WatchedService } from '#lambda/runtime.ts'

/** What only the machinery's own measurements can tell; nothing is told of what has not been measured lately. */
export interface Measured {
  /** By queue: the age of the oldest message, in seconds. */
  readonly oldestSeconds: ReadonlyMap<string, number>
  /** By service. */
  readonly relays: ReadonlyMap<string, MeasuredRelay>
}

export interface MeasuredRelay {
  /** The start of the last five minutes of the past day in which it ran. */
  readonly lastRanAt?: string
  /** How old the oldest event was that it had in hand, in the last minutes. */
  readonly behindSeconds?: number
}

export interface Measurements {
  /** Undefined when the measurements cannot be read. */
  readonly read: (services: readonly WatchedService[], now: string) => Promise<Measured | undefined>
}
