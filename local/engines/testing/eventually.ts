import { expect } from 'vitest'

const patienceMs = 8_000
const intervalMs = 10

/** For tests on real engines: asks again until the expectation holds, patiently enough for a busy machine. */
export const eventually = <Value>(read: () => Value | Promise<Value>) =>
  expect.poll(read, { timeout: patienceMs, interval: intervalMs })
