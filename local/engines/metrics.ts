import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import * as z from 'zod'

export interface Metrics {
  readonly endpoint: string
  readonly stop: () => Promise<void>
}

/** One figure at one moment (milliseconds since 1970). */
export interface Reading {
  readonly at: number
  readonly value: number
}

export interface Metric {
  /** `AWS/SQS`. */
  readonly namespace: string
  readonly name: string
  readonly dimensions: Readonly<Record<string, string>>
}

const contentType = 'application/x-amz-json-1.0'

const request = z.object({
  StartTime: z.number(),
  EndTime: z.number(),
  MetricDataQueries: z.array(
    z.object({
      Id: z.string(),
      MetricStat: z.object({
        Metric: z.object({
          Namespace: z.string(),
          MetricName: z.string(),
          Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })),
        }),
      }),
    }),
  ),
})

/**
 * Answers CloudWatch's GetMetricData on 127.0.0.1, with what the machine's own engines can tell at the moment of asking:
 * one reading for a metric, or none. Periods and statistics make no difference to one reading; nothing is kept, so there
 * is no past: a reading from before the time that is asked for is left out, and one made just now stands at its end.
 */
export const startMetrics = async (read: (metric: Metric) => Promise<Reading | undefined>): Promise<Metrics> => {
  const answerTo = async (body: string): Promise<object> => {
    const { StartTime, EndTime, MetricDataQueries } = request.parse(JSON.parse(body))
    const resultOf = async ({ Id, MetricStat: { Metric } }: z.infer<typeof request>['MetricDataQueries'][number]) => {
      const reading = await read({
        namespace: Metric.Namespace,
        name: Metric.MetricName,
        dimensions: Object.fromEntries(Metric.Dimensions.map(({ Name, Value }) => [Name, Value])),
      })
      const atSeconds = reading && Math.min(reading.at / 1_000, EndTime)
      const isAsked = atSeconds !== undefined && atSeconds >= StartTime
      return {
        Id,
        Label: Metric.MetricName,
        StatusCode: 'Complete',
        Timestamps: isAsked ? [atSeconds] : [],
        Values: isAsked && reading ? [reading.value] : [],
      }
    }
    return { MetricDataResults: await Promise.all(MetricDataQueries.map(resultOf)), Messages: [] }
  }

  const server = createServer((incoming, response) => {
    const reply = (status: number, body: object): void =>
      void response.writeHead(status, { 'content-type': contentType }).end(JSON.stringify(body))
    // A browser cannot send this type to another origin without asking first, and nobody answers it.
    if (incoming.headers['content-type'] !== contentType) return reply(415, { __type: 'SerializationException' })
    if (!String(incoming.headers['x-amz-target']).endsWith('.GetMetricData'))
      return reply(400, { __type: 'UnknownOperationException', message: 'Only GetMetricData is answered here' })
    text(incoming)
      .then(answerTo)
      .then(
        (body) => reply(200, body),
        (error: unknown) => reply(500, { __type: 'InternalServiceFault', message: String(error) }),
      )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    endpoint: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
