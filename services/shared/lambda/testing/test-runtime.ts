import type { County } from '#counties/county.ts'
import { kalmar } from '#counties/kalmar.ts'
import { createLog } from '../log.ts'
import type { Runtime } from '../runtime.ts'

export interface TestClock {
  (): string
  /** Moves to a moment (RFC 3339, UTC). */
  readonly set: (moment: string) => void
  readonly advance: (time: { readonly days?: number; readonly hours?: number; readonly seconds?: number }) => void
}

/** A Friday that is a working day, 09:00 in Sweden. */
export const testNow = '2026-11-20T08:00:00.000Z'

const hourMs = 3_600_000

export const createTestClock = (start = testNow): TestClock => {
  let now = Date.parse(start)
  const clock = () => new Date(now).toISOString()
  return Object.assign(clock, {
    set: (moment: string) => {
      now = Date.parse(moment)
    },
    advance: ({ days = 0, hours = 0, seconds = 0 }: { days?: number; hours?: number; seconds?: number }) => {
      now += (days * 24 + hours) * hourMs + seconds * 1_000
    },
  })
}

/** UUIDv7s in the order that they are asked for, the same in every run. */
export const createTestIds = (): (() => string) => {
  let count = 0
  return () => {
    count += 1
    return `01a00000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`
  }
}

export interface TestRuntime extends Runtime {
  readonly clock: TestClock
  /** Every line that has been logged, as it was written: nothing personal may be found in it. */
  readonly logLines: readonly string[]
  /** The same, parsed. */
  readonly logged: () => readonly Readonly<Record<string, unknown>>[]
}

/**
 * A runtime for tests: a clock that stands until it is moved, ids in order, and a log that keeps its lines.
 * An AWS client that is made from it can reach nothing.
 */
export const createTestRuntime = ({
  county = kalmar,
  now = testNow,
  environment = {},
}: { county?: County; now?: string; environment?: Runtime['environment'] } = {}): TestRuntime => {
  const clock = createTestClock(now)
  const logLines: string[] = []
  return {
    county,
    environment: {
      TABLE_NAME: 'test',
      EVENT_ROUTES: '[]',
      DEAD_LETTERS: '{"queueUrl":"http://127.0.0.1:1/dead-letters","afterReceives":10}',
      ...environment,
    },
    clock,
    newId: createTestIds(),
    log: createLog((line) => logLines.push(line), clock, { county: county.id }),
    awsClient: () => ({
      region: 'eu-north-1',
      endpoint: 'http://127.0.0.1:1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    }),
    logLines,
    // Every line is an object that the log itself has written.
    logged: () => logLines.map((line) => JSON.parse(line) as Record<string, unknown>),
  }
}
