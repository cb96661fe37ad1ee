import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, it } from 'vitest'
import { createTestRuntime, testNow } from '#lambda/testing/test-runtime.ts'
import { createCloudWatchMeasurements } from './cloudwatch-measurements.ts'

const cloudWatch = mockClient(CloudWatchClient)
const runtime = createTestRuntime()
const measurements = createCloudWatchMeasurements(new CloudWatchClient(runtime.awsClient('cloudwatch')), runtime.log)
const services = [
  { name: 'matching', inbox: 'matching-inbox', deadLetters: 'matching-dlq', relay: 'matching-relay' },
  { name: 'insight', inbox: 'insight-inbox', deadLetters: 'insight-dlq' },
]

beforeEach(() => cloudWatch.reset())

it('asks for the age of each queue and for each relay, of the last minutes and of the day', async () => {
  cloudWatch.on(GetMetricDataCommand).resolves({})
  await measurements.read(services, testNow)
  const asked = cloudWatch.commandCalls(GetMetricDataCommand).map(({ args }) => args[0].input)
  expect(asked.map(({ StartTime, EndTime }) => (EndTime?.valueOf() ?? 0) - (StartTime?.valueOf() ?? 0))).toEqual([
    600_000, 86_400_000,
  ])
  const series = asked.map(({ MetricDataQueries = [] }) =>
    MetricDataQueries.map(({ MetricStat }) => {
      const { Metric, Period, Stat } = MetricStat ?? {}
      return `${Metric?.Namespace} ${Metric?.MetricName} ${Metric?.Dimensions?.[0]?.Value} ${Stat} ${Period}`
    }),
  )
  expect(series).toEqual([
    [
      'AWS/SQS ApproximateAgeOfOldestMessage matching-inbox Maximum 60',
      'AWS/SQS ApproximateAgeOfOldestMessage matching-dlq Maximum 60',
      'AWS/Lambda IteratorAge matching-relay Maximum 60',
      'AWS/SQS ApproximateAgeOfOldestMessage insight-inbox Maximum 60',
      'AWS/SQS ApproximateAgeOfOldestMessage insight-dlq Maximum 60',
    ],
    ['AWS/Lambda Invocations matching-relay Sum 300'],
  ])
})

it('tells the latest of each, and nothing of what was not measured', async () => {
  const at = (time: string, ...values: number[]) => ({ Timestamps: values.map(() => new Date(time)), Values: values })
  cloudWatch
    .on(GetMetricDataCommand)
    .resolvesOnce({
      MetricDataResults: [
        { Id: 'inbox0', ...at('2026-11-20T07:59:00.000Z', 42, 7) },
        { Id: 'dead0' },
        { Id: 'behind0', ...at('2026-11-20T07:59:00.000Z', 1_500) },
      ],
    })
    .resolvesOnce({ MetricDataResults: [{ Id: 'ran0', ...at('2026-11-20T07:55:00.000Z', 3) }] })
  const read = await measurements.read(services, testNow)
  expect(read?.oldestSeconds).toEqual(new Map([['matching-inbox', 42]]))
  expect(read?.relays.get('matching')).toEqual({ lastRanAt: '2026-11-20T07:55:00.000Z', behindSeconds: 1.5 })
  expect(read?.relays.get('insight')).toEqual({})
})

it('says that nothing can be measured when CloudWatch is away', async () => {
  cloudWatch.on(GetMetricDataCommand).rejects(new Error('away'))
  expect(await measurements.read(services, testNow)).toBeUndefined()
  expect(runtime.logged().at(-1)).toMatchObject({ level: 'warn', message: 'measurements not readable' })
})
