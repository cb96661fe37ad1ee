import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'
import { currentInvocation } from './invocation.ts'
import type { Cancel } from './virtual-time.ts'

/** What takes back a timer of a function's own. */
const cancels = new WeakMap<object, Cancel>()

/** As much of a timer as anybody asks for. */
const createTimer = (cancel: Cancel): object => {
  const timer = { ref: () => timer, unref: () => timer, hasRef: () => false }
  cancels.set(timer, cancel)
  return timer
}

/**
 * The functions are tried as they are, and so are the libraries below them: what they ask of the process - a pause, a
 * random number - is answered by the world that runs them. Outside any run everything is as it always is.
 */
export const tameGlobals = (): void => {
  const { setTimeout: later, clearTimeout: never } = globalThis
  const { random } = Math
  const { randomBytes, randomInt } = crypto
  const { setTimeout: sleep } = timers
  // Each takes the place of one with overloads that nobody here uses.
  globalThis.setTimeout = ((action: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]) => {
    const invocation = currentInvocation.getStore()
    return invocation
      ? createTimer(invocation.after(milliseconds, () => action(...given)))
      : later(action, milliseconds, ...given)
  }) as typeof setTimeout
  globalThis.clearTimeout = (timer) => {
    const cancel = typeof timer === 'object' ? cancels.get(timer) : undefined
    if (cancel) cancel()
    else never(timer)
  }
  Math.random = () => currentInvocation.getStore()?.random() ?? random()
  Object.assign(timers, {
    setTimeout: (milliseconds: number, value: unknown, options: object) => {
      const invocation = currentInvocation.getStore()
      return invocation
        ? new Promise((resolve) => void invocation.after(milliseconds, () => resolve(value)))
        : sleep(milliseconds, value, options)
    },
  })
  Object.assign(crypto, {
    randomBytes: (size: number, ...told: [(error: Error | null, bytes: Buffer) => void]) => {
      const invocation = currentInvocation.getStore()
      if (!invocation || told.length > 0) return randomBytes(size, ...told)
      return Buffer.from(Array.from({ length: size }, () => Math.floor(invocation.random() * 256)))
    },
    randomInt: (from: number, to: number) => {
      const invocation = currentInvocation.getStore()
      return invocation ? from + Math.floor(invocation.random() * (to - from)) : randomInt(from, to)
    },
  })
  syncBuiltinESMExports()
}
