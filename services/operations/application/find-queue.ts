import type { WatchedService } from '#lambda/runtime.ts'

/** What a queue of the county is for. */
export type QueuePurpose = 'inbox' | 'deadLetters' | 'relayFailures' | 'scheduleFailures'

export interface KnownQueue {
  readonly service: WatchedService
  readonly purpose: QueuePurpose
}

const purposes = ['inbox', 'deadLetters', 'relayFailures', 'scheduleFailures'] as const satisfies readonly QueuePurpose[]

/** Undefined for a name that is none of the county's queues, so that no other queue of the account is ever reached. */
export const findQueue = (watched: readonly WatchedService[], name: string): KnownQueue | undefined => {
  for (const service of watched) for (const purpose of purposes) if (service[purpose] === name) return { service, purpose }
  return undefined
}
