import { AsyncLocalStorage } from 'node:async_hooks'
import type { CallFault, CallKind } from './faults.ts'
import type { SendCall } from './aws-call.ts'

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
  readonly hits: Hit[]
  readonly isAlive: () => boolean
  readonly end: (ending: Ending) => void
  readonly send: SendCall
  /** RFC 3339 in UTC. */
  readonly clock: () => string
  readonly newId: () => string
}

/** Whose code is running: a function is made once and run in many worlds, several times at once. */
export const currentInvocation = new AsyncLocalStorage<Invocation>()

export const invocationHere = (): Invocation => {
  const invocation = currentInvocation.getStore()
  if (!invocation) throw new Error('a function called out while nobody was running it')
  return invocation
}
