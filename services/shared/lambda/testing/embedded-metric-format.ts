import * as z from 'zod'

/**
 * CloudWatch's embedded metric format, from its specification: what a log line must be for CloudWatch to read metrics out
 * of it. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */

const units = ['Count', 'None'] as const // of those that CloudWatch knows, the ones that we use
const maxEventBytes = 256 * 1_024
const maxDimensionValueCharacters = 1_024
const maxMetricsPerDirective = 100

const directive = z.strictObject({
  Namespace: z.string().min(1).max(1_024),
  Dimensions: z.array(z.array(z.string().min(1).max(250)).max(30)).min(1),
  Metrics: z
    .array(z.strictObject({ Name: z.string().min(1).max(1_024), Unit: z.enum(units) }))
    .min(1)
    .max(maxMetricsPerDirective),
})
const line = z.looseObject({
  _aws: z.strictObject({ Timestamp: z.int().positive(), CloudWatchMetrics: z.array(directive).min(1) }),
})

export interface EmbeddedValue {
  readonly name: string
  readonly value: number
  readonly dimensions: Readonly<Record<string, string>>
}

/** The metrics of a log line, as CloudWatch reads them. Throws where the line is not of the format. */
export const readEmbeddedMetrics = (text: string): readonly EmbeddedValue[] => {
  if (Buffer.byteLength(text) > maxEventBytes) throw new Error('the line is too long')
  const { _aws: aws, ...members } = line.parse(JSON.parse(text))
  const dimensionOf = (name: string): [string, string] => [
    name,
    z.string().min(1).max(maxDimensionValueCharacters).parse(members[name]),
  ]
  return aws.CloudWatchMetrics.flatMap(({ Dimensions, Metrics }) =>
    Dimensions.flatMap((names) =>
      Metrics.map(({ Name: name }) => ({
        name,
        value: z.number().parse(members[name]),
        dimensions: Object.fromEntries(names.map(dimensionOf)),
      })),
    ),
  )
}
