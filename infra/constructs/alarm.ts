import { Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { topicArnOf } from '../addresses.ts'
import { names } from '../names.ts'

/** What operations read when an alarm goes off; each is a page in docs/runbooks. */
export const runbooks = [
  'dead-letter',
  'oldest-message',
  'relay-stalled',
  'function-faults',
  'throttles',
  'schedule-failed',
  'decision-gate-failed',
] as const
export type Runbook = (typeof runbooks)[number]

/** An alarm that says neither what it means for the county's work nor what to do cannot be made. */
export interface AlarmText {
  readonly meaning: string
  readonly runbook: Runbook
}

interface AlarmSettings {
  readonly countyId: string
  /** Or `api`, or `account` for what all functions share. */
  readonly service: string
  /** The last part of the alarm's name. */
  readonly name: string
  readonly text: AlarmText
  readonly metric: IMetric
  /** The alarm goes off when the metric is at or above this. */
  readonly threshold: number
  /** How many periods in a row; one unless told. */
  readonly periods?: number
}

/** Tells the county's alarm topic when the metric is too high, and again when it is well. Silence counts as well. */
export const createAlarm = (scope: Construct, id: string, settings: AlarmSettings): Alarm => {
  const { countyId, service, name, text, metric, threshold, periods = 1 } = settings
  const stack = Stack.of(scope)
  const alarm = new Alarm(scope, id, {
    alarmName: names(countyId).alarm(service, name),
    alarmDescription: `${text.meaning} Runbook: docs/runbooks/${text.runbook}.md`,
    metric,
    threshold,
    evaluationPeriods: periods,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  })
  const topic = Topic.fromTopicArn(scope, `${id}Topic`, topicArnOf(stack, names(countyId).alarmTopic))
  alarm.addAlarmAction(new SnsAction(topic))
  alarm.addOkAction(new SnsAction(topic))
  return alarm
}
