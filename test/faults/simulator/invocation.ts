import { AsyncLocalStorage } from 'node:async_hooks'
import type { CallFault, CallKind } from './faults.ts'
import type { AwsService, SendCall } from './aws-call.ts'
import type { RetryStrategy } from './client-retries.ts'
import type { Cancel } from './virtual-time.ts'

/** How a function's run ended, as its caller sees it. Of one that is gone nothing more is ever heard. */
export type Ending =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly fault: unknown }
  | { readonly kind: 'crashed' | 'timedOut' }

export interface Hit {
  readonly kind: CallKind
  readonly fault: CallFault
}

/** One run of a function. */
export interface Invocation {
  /** `gates-relay`. */
  readonly functionKey: string
  /** Counted from 0 within the county. */
  readonly number: number
  readonly hits: Hit[]
  readonly isAlive: () => boolean
  readonly end: (ending: Ending) => void
  readonly send: SendCall
  /** RFC 3339 in UTC. */
  readonly clock: () => string
  readonly newId: () => string
  /** From 0, below 1: for whatever in the product or below it asks the process for chance. */
  readonly random: () => number
  /** A pause of the function itself. Nothing comes of it once the function is gone. */
  readonly after: (milliseconds: number, action: () => void) => Cancel
  /** How the function's AWS clients try again. */
  readonly retries: (service: AwsService) => RetryStrategy
}

/** Whose code is running: a function is made once and run in many worlds, several times at once. */
export const currentInvocation = new AsyncLocalStorage<Invocation>()

export const invocationHere = (): Invocation => {
  const invocation = currentInvocation.getStore()
  if (!invocation) throw new Error('a function called out while nobody was running it')
  return invocation
}
