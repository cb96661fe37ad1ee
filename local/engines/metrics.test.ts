import { CloudWatchClient, GetMetricDataCommand, ListMetricsCommand } from '@aws-sdk/client-cloudwatch'
import { afterEach, expect, it } from 'vitest'
import { startMetrics } from './metrics.ts'
import type { Metric, Metrics, Reading } from './metrics.ts'

const ends: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const start = async (read: (metric: Metric) => Promise<Reading | undefined>) => {
  const metrics: Metrics = await startMetrics(read)
  const client = new CloudWatchClient({
    region: 'eu-north-1',
    endpoint: metrics.endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  })
  ends.push(
    () => client.destroy(),
    () => metrics.stop(),
  )
  return { client, metrics }
}

const now = Date.parse('2026-11-20T08:00:00.000Z')
const ask = (...queues: string[]) =>
  new GetMetricDataCommand({
    StartTime: new Date(now - 60_000),
    EndTime: new Date(now),
    MetricDataQueries: queues.map((queue, index) => ({
      Id: `q${index}`,
      MetricStat: {
        Metric: {
          Namespace: 'AWS/SQS',
          MetricName: 'ApproximateAgeOfOldestMessage',
          Dimensions: [{ Name: 'QueueName', Value: queue }],
        },
        Period: 60,
        Stat: 'Maximum',
      },
    })),
  })

it('answers the AWS client with one reading for a metric, or none', async () => {
  const seen: Metric[] = []
  const { client } = await start(async (metric) => {
    seen.push(metric)
    return metric.dimensions['QueueName'] === 'full' ? { at: now - 1_000, value: 42 } : undefined
  })
  const { MetricDataResults = [] } = await client.send(ask('full', 'empty'))
  expect(MetricDataResults.map(({ Id, Values, Timestamps }) => [Id, Values, Timestamps])).toEqual([
    ['q0', [42], [new Date(now - 1_000)]],
    ['q1', [], []],
  ])
  expect(seen[0]).toEqual({
    namespace: 'AWS/SQS',
    name: 'ApproximateAgeOfOldestMessage',
    dimensions: { QueueName: 'full' },
  })
})

it('leaves out what is older than was asked for, and has what was read just now stand at the end', async () => {
  const at = { old: now - 120_000, fresh: now + 5 }
  const { client } = await start(async ({ dimensions }) => ({
    at: dimensions['QueueName'] === 'old' ? at.old : at.fresh,
    value: 1,
  }))
  const { MetricDataResults = [] } = await client.send(ask('old', 'fresh'))
  expect(MetricDataResults.map(({ Timestamps }) => Timestamps)).toEqual([[], [new Date(now)]])
})

it('says what it does not do, and answers no browser', async () => {
  const { client, metrics } = await start(async () => undefined)
  await expect(client.send(new ListMetricsCommand({}))).rejects.toThrow(/Only GetMetricData/)
  expect((await fetch(metrics.endpoint, { method: 'POST', body: '{}' })).status).toBe(415)
})
