import { randomBytes } from 'node:crypto'
import type { LogFields } from './log.ts'

/** W3C Trace Context, version 00: `00-<trace id>-<span id>-<flags>`. */
const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/

interface TraceContext {
  readonly traceId: string
  readonly spanId: string
  /** Bit 0: somebody has asked for the trace to be kept. */
  readonly flags: number
}

/** @returns undefined for what is not of W3C's form, or names no trace or span. */
export const parseTraceparent = (traceparent: string | undefined): TraceContext | undefined => {
  const [, traceId, spanId, flags] = traceparent?.match(pattern) ?? []
  return traceId && spanId && flags && !/^0+$/.test(traceId) && !/^0+$/.test(spanId)
    ? { traceId, spanId, flags: Number.parseInt(flags, 16) }
    : undefined
}

export const traceparentOf = ({ traceId, spanId, flags }: TraceContext): string =>
  `00-${traceId}-${spanId}-${flags.toString(16).padStart(2, '0')}`

const sampled = 1

/** The caller's trace with a span of our own, or a new trace when there is none or it is malformed. */
export const continueTrace = (traceparent: string | undefined): string => {
  const { traceId, flags } = parseTraceparent(traceparent) ?? { traceId: randomBytes(16).toString('hex'), flags: sampled }
  return traceparentOf({ traceId, spanId: randomBytes(8).toString('hex'), flags })
}

/** What people quote when they ask for help: the trace id, the same through every service and queue. */
export const correlationIdOf = (traceparent: string): string => traceparent.slice(3, 35)

/** The two that every log line of a trace has. */
export const traceFields = (traceparent: string): Pick<LogFields, 'traceparent' | 'correlationId'> => ({
  traceparent,
  correlationId: correlationIdOf(traceparent),
})

/** What may be told of a span: of what a log line may hold, and nothing else. */
export type SpanFields = Pick<
  LogFields,
  | 'operationId'
  | 'method'
  | 'route'
  | 'status'
  | 'caseId'
  | 'phase'
  | 'eventId'
  | 'eventType'
  | 'messageId'
  | 'schedule'
  | 'code'
  | 'count'
>

export interface SpanStart {
  readonly service: string
  /** One of few: a route, an event's type, a step. Never an id. */
  readonly name: string
  readonly kind: 'server' | 'consumer' | 'producer' | 'internal'
  /** The traceparent of what this follows from; without it, or malformed, a new trace begins. */
  readonly parent?: string | undefined
  readonly fields?: SpanFields
}

export interface Span {
  /** What goes on from here: on events, answers and log lines. */
  readonly traceparent: string
  /** @param errorName of a fault; what is refused is no fault. */
  readonly end: (outcome?: SpanFields & { readonly errorName?: string | undefined }) => void
}

export interface Tracer {
  readonly start: (span: SpanStart) => Span
  /** Tells what has ended. Takes a bounded time, and never throws. */
  readonly flush: () => Promise<void>
}

/** Carries the trace on and tells nobody. */
export const silentTracer: Tracer = {
  start: ({ parent }) => ({ traceparent: continueTrace(parent), end: () => undefined }),
  flush: async () => undefined,
}

/** Ends the span however the work ends. @returns what the work returns, with what `outcomeOf` says of it on the span. */
export const inSpan = async <Result>(
  tracer: Tracer,
  start: SpanStart,
  work: (traceparent: string) => Promise<Result>,
  outcomeOf: (result: Result) => SpanFields = () => ({}),
): Promise<Result> => {
  const span = tracer.start(start)
  try {
    const result = await work(span.traceparent)
    span.end(outcomeOf(result))
    return result
  } catch (fault) {
    span.end({ errorName: fault instanceof Error ? fault.name : typeof fault })
    throw fault
  }
}
