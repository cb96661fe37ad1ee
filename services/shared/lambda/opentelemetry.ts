import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { Attributes, Tracer as OpenTelemetryTracer } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { describeFault } from './log.ts'
import type { Log } from './log.ts'
import { parseTraceparent, traceparentOf } from './trace.ts'
import type { SpanFields, SpanStart, Tracer } from './trace.ts'

/**
 * Spans by OTLP over HTTP, as JSON, to the county's own collector. Loaded only where there is one (see
 * load-tracer.ts): the only file that knows OpenTelemetry's packages.
 */

/** The most that an invocation waits for the collector, after its work is done. */
const exportMilliseconds = 500
/** A collector that does not answer is left alone for a while; what ends meanwhile goes with the next export, or is dropped. */
const pauseMilliseconds = 30_000

const kinds = {
  server: SpanKind.SERVER,
  consumer: SpanKind.CONSUMER,
  producer: SpanKind.PRODUCER,
  internal: SpanKind.INTERNAL,
} as const satisfies Record<SpanStart['kind'], SpanKind>

/** OpenTelemetry's own names where its conventions have one. */
const attributeNames = {
  operationId: 'behovsflodet.operation_id',
  method: 'http.request.method',
  route: 'http.route',
  status: 'http.response.status_code',
  caseId: 'behovsflodet.case_id',
  phase: 'behovsflodet.phase',
  eventId: 'behovsflodet.event_id',
  eventType: 'behovsflodet.event_type',
  messageId: 'messaging.message.id',
  schedule: 'behovsflodet.schedule',
  code: 'behovsflodet.outcome_code',
  count: 'behovsflodet.count',
} as const satisfies Record<keyof SpanFields, string>

const attributesOf = (fields: SpanFields): Attributes =>
  Object.fromEntries(
    Object.entries(attributeNames).flatMap(([field, name]) => {
      const value = fields[field as keyof SpanFields] // the keys of a literal
      return value === undefined ? [] : [[name, value]]
    }),
  )

export interface OpenTelemetrySettings {
  /** Without the signal's path: `https://collector.county.example:4318`. */
  readonly endpoint: string
  readonly countyId: string
  readonly log: Log
}

export const createOpenTelemetryTracer = ({ endpoint, countyId, log }: OpenTelemetrySettings): Tracer => {
  const processor = new BatchSpanProcessor({
    exporter: new OTLPTraceExporter({
      url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
      timeoutMillis: exportMilliseconds,
    }),
    exportTimeoutMillis: exportMilliseconds,
  })
  const tracers = new Map<string, OpenTelemetryTracer>()
  const tracerOf = (service: string): OpenTelemetryTracer => {
    const known = tracers.get(service)
    if (known) return known
    const resource = resourceFromAttributes({
      'service.namespace': 'behovsflodet',
      'service.name': service,
      'behovsflodet.county': countyId,
    })
    // One machine runs all services in one process; in the cloud there is one.
    const tracer = new TracerProvider({ resource, spanProcessors: [processor] }).getTracer('behovsflodet')
    tracers.set(service, tracer)
    return tracer
  }

  let pausedUntil = 0
  return {
    start: ({ service, name, kind, parent, fields = {} }) => {
      const from = parseTraceparent(parent)
      const context = from
        ? trace.setSpanContext(ROOT_CONTEXT, {
            traceId: from.traceId,
            spanId: from.spanId,
            traceFlags: from.flags,
            isRemote: true,
          })
        : ROOT_CONTEXT
      const span = tracerOf(service).startSpan(name, { kind: kinds[kind], attributes: attributesOf(fields) }, context)
      const { traceId, spanId, traceFlags } = span.spanContext()
      return {
        traceparent: traceparentOf({ traceId, spanId, flags: traceFlags }),
        end: ({ errorName, ...outcome } = {}) => {
          span.setAttributes(attributesOf(outcome))
          if (errorName !== undefined) {
            span.setAttribute('error.type', errorName)
            span.setStatus({ code: SpanStatusCode.ERROR })
          }
          span.end()
        },
      }
    },

    flush: async () => {
      if (performance.now() < pausedUntil) return
      try {
        await processor.forceFlush()
      } catch (fault) {
        pausedUntil = performance.now() + pauseMilliseconds
        log.write('warn', 'traces not exported', describeFault(fault))
      }
    },
  }
}
