import * as z from 'zod'
import { totalOf, costOf } from './case-cost.ts'
import type { Resource } from './installation.ts'
import { usdOf } from './price-table.ts'
import type { PricedItem } from './price-table.ts'
import type { Tally } from './tally.ts'

/** A thing that is paid for every month, whether a case moves or not. */
export interface IdleLine {
  readonly stack: string
  readonly what: string
  readonly quantity: number
  /** For a month; undefined where its price is not known. */
  readonly usd: number | undefined
}

export interface IdleAssumptions {
  /** How many pollers Lambda keeps at one queue. */
  readonly pollers: number
  /** How long one poll of an empty queue waits; 20 seconds is the most that SQS allows. */
  readonly pollSeconds: number
}

/**
 * Lambda starts with five pollers for a queue and goes down to two at the least while it is quiet, but not where
 * maximum concurrency is set (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html, which says so of
 * standard queues; of FIFO queues it gives no number, so the same is assumed).
 */
export const pollersAtFirst = 5
export const pollersAtLeast = 2
export const pollSeconds = 20

/** A twelfth of 365.25 days. */
export const monthSeconds = (365.25 * 86_400) / 12

const mapping = z.object({
  EventSourceArn: z.unknown(),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
  StartingPosition: z.string().optional(),
})
const alarm = z.object({
  MetricName: z.string().optional(),
  Metrics: z.array(z.object({ MetricStat: z.unknown().optional() })).optional(),
})
const schedule = z.object({ ScheduleExpression: z.string(), Target: z.object({ Input: z.string() }) })

const unitSeconds: Readonly<Record<string, number>> = { minute: 60, hour: 3_600, day: 86_400 }

/** @param expression `rate(15 minutes)`. Throws on any other form. */
export const runsPerMonth = (expression: string): number => {
  const [, amount, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  const seconds = unitSeconds[unit]
  if (amount === undefined || seconds === undefined) throw new Error(`no rule for how often ${expression} runs`)
  return monthSeconds / (Number(amount) * seconds)
}

export const emptyReceivesPerMonth = ({ pollers, pollSeconds: seconds }: IdleAssumptions): number =>
  (pollers * monthSeconds) / seconds

/** What costs nothing by being there; what it does is counted elsewhere. */
const freeToHave =
  /^AWS::(CDK::|IAM::|ApiGatewayV2::|Lambda::(Function|Permission)|SQS::|SNS::|StepFunctions::StateMachine|CloudFormation::|ResourceGroups::)/

const perMonth: Readonly<Record<string, readonly { readonly item: PricedItem; readonly what: string }[]>> = {
  'AWS::KMS::Key': [{ item: 'key', what: 'KMS key' }],
  'AWS::SecretsManager::Secret': [{ item: 'secret', what: 'secret' }],
  'AWS::CloudWatch::Dashboard': [{ item: 'dashboard', what: 'dashboard' }],
  'AWS::DynamoDB::Table': [{ item: 'storage', what: 'table: storage, point-in-time recovery' }],
  'AWS::Logs::LogGroup': [{ item: 'logStorage', what: 'log group: what is kept' }],
}

const isTraced = ({ properties }: Resource): boolean =>
  z.object({ TracingConfig: z.object({}).optional(), TracingConfiguration: z.object({}).optional() }).safeParse(properties)
    .success &&
  (properties['TracingConfig'] !== undefined || properties['TracingConfiguration'] !== undefined)

/**
 * What a county's installation costs for a month in which nothing happens, from the template that it deploys. A kind
 * of resource that there is no rule for is a line without a price.
 * @param clockRun what one run of a schedule takes, on average.
 */
export const idleLines = (
  resources: readonly Resource[],
  assumptions: IdleAssumptions,
  clockRun: { readonly tally: Tally; readonly memoryMb: number },
): readonly IdleLine[] => {
  const lines = resources.flatMap((resource): IdleLine[] => {
    const { stack, type, properties } = resource
    const line = (item: PricedItem, what: string, quantity: number): IdleLine => ({
      stack,
      what,
      quantity,
      usd: usdOf(item, quantity),
    })
    const traced = isTraced(resource) ? [line('tracedFunction', 'traced function or state machine', 1)] : []
    switch (type) {
      case 'AWS::Lambda::EventSourceMapping':
        return mapping.parse(properties).StartingPosition === undefined
          ? [line('fifoRequest', 'empty receives of an inbox', emptyReceivesPerMonth(assumptions))]
          : [line('streamPoll', 'stream that a relay reads', 1)]
      case 'AWS::CloudWatch::Alarm': {
        const { Metrics = [{ MetricStat: {} }] } = alarm.parse(properties)
        return [line('alarmMetric', 'metric in an alarm', Metrics.filter(({ MetricStat }) => MetricStat !== undefined).length)]
      }
      case 'AWS::Scheduler::Schedule': {
        const runs = runsPerMonth(schedule.parse(properties).ScheduleExpression)
        const usd = runs * totalOf(costOf(clockRun.tally, clockRun.memoryMb))
        return [line('scheduledCall', 'scheduled call', runs), { stack, what: 'what a scheduled call does', quantity: runs, usd }]
      }
      default: {
        const priced = perMonth[type]?.map(({ item, what }) => line(item, what, 1))
        if (priced) return [...priced, ...traced]
        return freeToHave.test(type) ? traced : [{ stack, what: `${type}: no rule`, quantity: 1, usd: undefined }, ...traced]
      }
    }
  })
  return lines
}

export interface IdleSum {
  readonly what: string
  readonly quantity: number
  readonly usd: number | undefined
}

/** By what is paid for, in the order of what it costs; what has no price comes last. */
export const sumIdle = (lines: readonly IdleLine[]): readonly IdleSum[] =>
  [...Map.groupBy(lines, ({ what }) => what)]
    .map(([what, group]) => ({
      what,
      quantity: group.reduce((sum, { quantity }) => sum + quantity, 0),
      usd: group.reduce<number | undefined>(
        (sum, { usd }) => (sum === undefined || usd === undefined ? undefined : sum + usd),
        0,
      ),
    }))
    .toSorted((a, b) => (b.usd ?? -1) - (a.usd ?? -1))

export const knownUsd = (lines: readonly { readonly usd: number | undefined }[]): number =>
  lines.reduce((sum, { usd = 0 }) => sum + usd, 0)

/** Whether every inbox of the installation limits how many of its functions run at once, so that no poller is let go. */
export const limitsConcurrency = (resources: readonly Resource[]): boolean =>
  resources
    .filter(({ type }) => type === 'AWS::Lambda::EventSourceMapping')
    .map(({ properties }) => mapping.parse(properties))
    .filter(({ StartingPosition }) => StartingPosition === undefined)
    .every(({ ScalingConfig }) => ScalingConfig !== undefined)
