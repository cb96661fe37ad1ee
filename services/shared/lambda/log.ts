import type { Measurement } from '#contracts/metrics.ts'
import { embeddedMetrics } from './embedded-metrics.ts'

/** Structured JSON lines. Fields are chosen by name here so that nothing personal can slip in with a whole object. */

export interface LogFields {
  readonly service?: string
  readonly function?: string
  readonly operationId?: string
  readonly method?: string
  /** The route's pattern, never an address. */
  readonly route?: string
  readonly caseId?: string
  readonly phase?: string
  readonly county?: string
  readonly eventId?: string
  readonly eventType?: string
  readonly messageId?: string
  readonly queue?: string
  readonly schedule?: string
  readonly traceparent?: string
  readonly correlationId?: string
  readonly status?: number
  readonly code?: string
  readonly durationMs?: number
  readonly count?: number
  readonly errorName?: string
  /** Of our own code, never of a request: stack frames without the error's message. */
  readonly frames?: readonly string[]
  /** Figures that CloudWatch reads out of the line. */
  readonly measurements?: readonly Measurement[]
}

export type LogLevel = 'info' | 'warn' | 'error'

export interface Log {
  readonly write: (level: LogLevel, message: string, fields?: LogFields) => void
  readonly with: (fields: LogFields) => Log
}

export const createLog = (writeLine: (line: string) => void, clock: () => string, bound: LogFields = {}): Log => ({
  write: (level, message, { measurements, ...fields } = {}) => {
    const time = clock()
    writeLine(
      JSON.stringify({ time, level, message, ...bound, ...fields, ...(measurements && embeddedMetrics(measurements, time)) }),
    )
  },
  with: (fields) => createLog(writeLine, clock, { ...bound, ...fields }),
})

/** An error's message may quote what was sent, so only its name and where it came from are logged. */
export const describeFault = (fault: unknown): Pick<LogFields, 'errorName' | 'frames'> =>
  fault instanceof Error
    ? {
        errorName: fault.name,
        frames: (fault.stack ?? '')
          // The stack repeats the message, which may have lines that look like frames.
          .replace(fault.message, '')
          .split('\n')
          .filter((line) => line.trimStart().startsWith('at '))
          .slice(0, 8)
          .map((line) => line.trim()),
      }
    : { errorName: typeof fault }
