import type { Measurement } from '#contracts/metrics.ts'

/** Where CloudWatch keeps the figures, and infra/ finds them. */
export const metricNamespace = 'Behovsflodet'

/** Every metric is the county's, whose name stands on every log line. */
const commonDimension = 'county'

/**
 * What makes a log line carry metrics, in CloudWatch's embedded metric format: CloudWatch reads them out of the log,
 * and no call is made. Measurements of one line share their dimensions' values where they share the dimensions.
 * @param time RFC 3339.
 */
export const embeddedMetrics = (measurements: readonly Measurement[], time: string): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(measurements.flatMap(({ dimensions }) => Object.entries(dimensions))),
  ...Object.fromEntries(measurements.map(({ metric, value }) => [metric.name, value])),
  _aws: {
    Timestamp: Date.parse(time),
    CloudWatchMetrics: measurements.map(({ metric: { name, unit, dimensions } }) => ({
      Namespace: metricNamespace,
      Dimensions: [[commonDimension, ...dimensions]],
      Metrics: [{ Name: name, Unit: unit }],
    })),
  },
})
