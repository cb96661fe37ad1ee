import { Duration } from 'aws-cdk-lib'
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { createAlarm } from './alarm.ts'

/** One alarm for all functions of a service, so that one mistake is one message to whoever is on call. */
export const createFunctionFaultsAlarm = (
  scope: Construct,
  id: string,
  { countyId, service, functions }: { countyId: string; service: string; functions: Readonly<Record<string, Function>> },
): void => {
  const period = Duration.minutes(5)
  const kinds = Object.keys(functions)
  createAlarm(scope, id, {
    countyId,
    service,
    name: 'function-faults',
    text: {
      meaning: `A function of ${service} (${kinds.join(', ')}) has crashed or run out of time.`,
      runbook: 'function-faults',
    },
    metric: new MathExpression({
      label: 'Faults',
      // A function that is not called has no metric at all, and a sum with a gap in it is a gap.
      expression: kinds.map((kind) => `FILL(${kind}, 0)`).join(' + '),
      usingMetrics: Object.fromEntries(
        Object.entries(functions).map(([name, lambda]) => [name, lambda.metricErrors({ period, statistic: 'Sum' })]),
      ),
      period,
    }),
    threshold: 1,
  })
}
