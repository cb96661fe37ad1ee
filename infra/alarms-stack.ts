import { Duration } from 'aws-cdk-lib'
import type { Stack } from 'aws-cdk-lib'
import { Function } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { createAlarm } from './constructs/alarm.ts'
import { createAlarmTopic } from './constructs/alarm-topic.ts'
import { createStack } from './stack-settings.ts'
import type { StackSettings } from './stack-settings.ts'

/** What watches over all: where alarms go, and what all functions of the account share. */
export const createAlarmsStack = (scope: Construct, { deployment }: StackSettings): Stack => {
  const { county, alarmEmail } = deployment
  const stack = createStack(scope, deployment, {
    part: 'alarms',
    description: `Behovsflödet, ${county.name}: alarms`,
    isProtected: false,
  })
  const topic = createAlarmTopic(stack, 'Alarms', { countyId: county.id, email: alarmEmail })
  // The account is the county's own, so its sum over all functions is one metric; docs/decisions/0026-alarms-by-symptom.md.
  createAlarm(stack, 'FunctionFaults', {
    countyId: county.id,
    service: 'account',
    name: 'function-faults',
    text: {
      meaning: 'A function has crashed or run out of time; what it should have done is tried again, or rings by itself.',
      runbook: 'function-faults',
    },
    metric: Function.metricAll('Errors', { period: Duration.minutes(5), statistic: 'Sum' }),
    threshold: 1,
  }).node.addDependency(topic)
  createAlarm(stack, 'Throttles', {
    countyId: county.id,
    service: 'account',
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
