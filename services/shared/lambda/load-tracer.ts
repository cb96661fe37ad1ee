import type { County } from '#counties/county.ts'
import { describeFault } from './log.ts'
import type { Log } from './log.ts'
import { silentTracer } from './trace.ts'
import type { Tracer } from './trace.ts'

/**
 * The tracer for where the process runs: OpenTelemetry's when the county has a collector, else one that carries
 * traces on and loads nothing. A tracer that cannot be loaded stops nobody's work.
 * @param endpoint the standard variable OTEL_EXPORTER_OTLP_ENDPOINT; absent or empty means that nobody collects.
 */
export const loadTracer = async (endpoint: string | undefined, county: County, log: Log): Promise<Tracer> => {
  if (endpoint === undefined || endpoint === '') return silentTracer
  try {
    // In a bundle this is a file of its own; see infra/bundle.ts.
    const { createOpenTelemetryTracer } = await import('./opentelemetry.ts')
    return createOpenTelemetryTracer({ endpoint, countyId: county.id, log })
  } catch (fault) {
    log.write('error', 'tracing not loaded', describeFault(fault))
    return silentTracer
  }
}
