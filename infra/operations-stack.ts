import { Duration } from 'aws-cdk-lib'
import type { Stack } from 'aws-cdk-lib'
import { Function } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { createAlarm } from './constructs/alarm.ts'
import { createAlarmTopic } from './constructs/alarm-topic.ts'
import { createStack } from './stack-settings.ts'
import type { StackSettings } from './stack-settings.ts'

/** What watches over all: where alarms go, and the one thing that all functions of the account share. */
export const createOperationsStack = (scope: Construct, { deployment }: StackSettings): Stack => {
  const { county, alarmEmail } = deployment
  const stack = createStack(scope, deployment, {
    part: 'operations',
    description: `Behovsflödet, ${county.name}: alarms`,
    isProtected: false,
  })
  const topic = createAlarmTopic(stack, 'Alarms', { countyId: county.id, email: alarmEmail })
  createAlarm(stack, 'Throttles', {
    countyId: county.id,
    service: 'operations',
    name: 'throttles',
    text: {
      meaning: 'The account has no room for more functions at the same time: people are turned away and events wait.',
      runbook: 'throttles',
    },
    metric: Function.metricAll('Throttles', { period: Duration.minutes(5), statistic: 'Sum' }),
    threshold: 1,
    periods: 2,
  }).node.addDependency(topic)
  return stack
}
