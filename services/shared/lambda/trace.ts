import { randomBytes } from 'node:crypto'

/** W3C Trace Context, version 00: `00-<trace id>-<span id>-<flags>`. */
const pattern = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/

const newSpanId = (): string => randomBytes(8).toString('hex')

/** The caller's trace with a span of our own, or a new trace when there is none or it is malformed. */
export const continueTrace = (traceparent: string | undefined): string => {
  const [, traceId, flags] = traceparent?.match(pattern) ?? []
  return traceId && flags && !/^0+$/.test(traceId)
    ? `00-${traceId}-${newSpanId()}-${flags}`
    : `00-${randomBytes(16).toString('hex')}-${newSpanId()}-01`
}

/** What people quote when they ask for help: the trace id, the same through every service and queue. */
export const correlationIdOf = (traceparent: string): string => traceparent.slice(3, 35)
