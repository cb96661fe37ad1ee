import { GetMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import type { CloudWatchClient, MetricDataQuery } from '@aws-sdk/client-cloudwatch'
import { describeFault } from '#lambda/log.ts'
import type { Log } from '#lambda/log.ts'
import type { WatchedService } from '#lambda/runtime.ts'
import type { Measured, MeasuredRelay, Measurements } from '../application/measurements.ts'

/**
 * SQS counts its messages itself, but tells their age to CloudWatch only; and an outbox is known from outside by the
 * relay that reads it: when it was called, and how old what it got was (docs/decisions/0028-operations.md).
 */

interface Series {
  readonly id: string
  readonly namespace: string
  readonly metric: string
  readonly dimension: readonly [name: string, value: string]
  readonly statistic: 'Maximum' | 'Sum'
}

/** The latest point of a series. */
interface Point {
  readonly at: string
  readonly value: number
}

const minuteSeconds = 60
/** CloudWatch has a minute's figures some minutes later. */
const recent = { periodSeconds: minuteSeconds, backSeconds: 10 * minuteSeconds } as const
const pastDay = { periodSeconds: 5 * minuteSeconds, backSeconds: 24 * 60 * minuteSeconds } as const

const queryOf = ({ id, namespace, metric, dimension, statistic }: Series, periodSeconds: number): MetricDataQuery => ({
  Id: id,
  MetricStat: {
    Metric: { Namespace: namespace, MetricName: metric, Dimensions: [{ Name: dimension[0], Value: dimension[1] }] },
    Period: periodSeconds,
    Stat: statistic,
  },
  ReturnData: true,
})

const ageSeries = (queue: string, id: string): Series => ({
  id,
  namespace: 'AWS/SQS',
  metric: 'ApproximateAgeOfOldestMessage',
  dimension: ['QueueName', queue],
  statistic: 'Maximum',
})

const relaySeries = (relay: string, id: string, metric: 'IteratorAge' | 'Invocations'): Series => ({
  id,
  namespace: 'AWS/Lambda',
  metric,
  dimension: ['FunctionName', relay],
  statistic: metric === 'IteratorAge' ? 'Maximum' : 'Sum',
})

export const createCloudWatchMeasurements = (cloudWatch: CloudWatchClient, log: Log): Measurements => {
  const latestOf = async (
    series: readonly Series[],
    { periodSeconds, backSeconds }: { periodSeconds: number; backSeconds: number },
    now: string,
  ): Promise<ReadonlyMap<string, Point>> => {
    const { MetricDataResults = [] } = await cloudWatch.send(
      new GetMetricDataCommand({
        StartTime: new Date(Date.parse(now) - backSeconds * 1_000),
        EndTime: new Date(now),
        ScanBy: 'TimestampDescending',
        MetricDataQueries: series.map((one) => queryOf(one, periodSeconds)),
      }),
    )
    return new Map(
      MetricDataResults.flatMap(({ Id = '', Timestamps = [], Values = [] }): [string, Point][] => {
        const [at] = Timestamps
        const [value] = Values
        return at && value !== undefined ? [[Id, { at: at.toISOString(), value }]] : []
      }),
    )
  }

  const read = async (services: readonly WatchedService[], now: string): Promise<Measured> => {
    const numbered = services.map((service, number) => ({ ...service, number }))
    const [latest, ran] = await Promise.all([
      latestOf(
        numbered.flatMap(({ inbox, deadLetters, relay, number }) => [
          ageSeries(inbox, `inbox${number}`),
          ageSeries(deadLetters, `dead${number}`),
          ...(relay === undefined ? [] : [relaySeries(relay, `behind${number}`, 'IteratorAge')]),
        ]),
        recent,
        now,
      ),
      latestOf(
        numbered.flatMap(({ relay, number }) => (relay === undefined ? [] : [relaySeries(relay, `ran${number}`, 'Invocations')])),
        pastDay,
        now,
      ),
    ])
    const oldestSeconds = new Map(
      numbered.flatMap(({ inbox, deadLetters, number }) =>
        (
          [
            [inbox, latest.get(`inbox${number}`)],
            [deadLetters, latest.get(`dead${number}`)],
          ] as const
        ).flatMap(([queue, point]): [string, number][] => (point ? [[queue, point.value]] : [])),
      ),
    )
    const relays = new Map(
      numbered.flatMap(({ name, number }): [string, MeasuredRelay][] => {
        const [behind, at] = [latest.get(`behind${number}`), ran.get(`ran${number}`)]
        return [[name, { ...(at && { lastRanAt: at.at }), ...(behind && { behindSeconds: behind.value / 1_000 }) }]]
      }),
    )
    return { oldestSeconds, relays }
  }

  return {
    read: async (services, now) => {
      try {
        return await read(services, now)
      } catch (fault) {
        log.write('warn', 'measurements not readable', describeFault(fault))
        return undefined
      }
    },
  }
}
