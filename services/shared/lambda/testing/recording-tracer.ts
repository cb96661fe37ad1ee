import { continueTrace } from '../trace.ts'
import type { Span, SpanStart, Tracer } from '../trace.ts'

export interface RecordedSpan extends SpanStart {
  readonly traceparent: string
  /** Undefined until the span has ended. */
  outcome: Parameters<Span['end']>[0] | undefined
  isFlushed: boolean
}

/** A tracer that keeps what it is told, in the order of the beginnings. */
export const createRecordingTracer = (): Tracer & { readonly spans: readonly RecordedSpan[] } => {
  const spans: RecordedSpan[] = []
  return {
    spans,
    start: (start) => {
      const span: RecordedSpan = {
        ...start,
        traceparent: continueTrace(start.parent),
        outcome: undefined,
        isFlushed: false,
      }
      spans.push(span)
      return {
        traceparent: span.traceparent,
        end: (outcome = {}) => {
          span.outcome = outcome
        },
      }
    },
    flush: async () => {
      for (const span of spans) span.isFlushed ||= span.outcome !== undefined
    },
  }
}
