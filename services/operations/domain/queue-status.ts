/** What a queue holds, as SQS counts it: approximate while messages move. */
export interface QueueCounts {
  readonly waiting: number
  /** Given to a function that has not answered yet. */
  readonly inFlight: number
  readonly delayed: number
}

export interface QueueSight {
  /** Undefined when it could not be read. */
  readonly counts: QueueCounts | undefined
  readonly oldestSeconds?: number | undefined
}

export interface ServiceSight {
  readonly inbox: QueueSight
  readonly deadLetters: QueueSight
  /** What the relay and the clock have given up, where the service has such queues. */
  readonly relayFailures?: QueueSight | undefined
  readonly scheduleFailures?: QueueSight | undefined
  /** How old the oldest is that the relay has not sent; undefined when it says nothing. */
  readonly relayBehindSeconds?: number | undefined
}

/** The worst first: what must be looked at stands before what merely waits. */
export const queueStatuses = ['unreadable', 'setAside', 'late', 'working', 'calm'] as const
export type QueueStatus = (typeof queueStatuses)[number]

/** The same as those of the alarms: longer than all tries of one message take, and twice what a relay needs to catch up. */
export const lateAfterSeconds = { inbox: 15 * 60, relay: 5 * 60 } as const

export const heldBy = ({ waiting, inFlight, delayed }: QueueCounts): number => waiting + inFlight + delayed

/** How a service's queues stand, in one word. */
export const queueStatusOf = (sight: ServiceSight): QueueStatus => {
  const { inbox, relayBehindSeconds = 0 } = sight
  const ends = [sight.deadLetters, sight.relayFailures, sight.scheduleFailures].filter((queue) => queue !== undefined)
  if ([inbox, ...ends].some(({ counts }) => counts === undefined)) return 'unreadable'
  if (ends.some(({ counts }) => counts && heldBy(counts) > 0)) return 'setAside'
  if ((inbox.oldestSeconds ?? 0) >= lateAfterSeconds.inbox || relayBehindSeconds >= lateAfterSeconds.relay) return 'late'
  return inbox.counts && heldBy(inbox.counts) > 0 ? 'working' : 'calm'
}
