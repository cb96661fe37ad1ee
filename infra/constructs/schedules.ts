import { Duration, Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Schedule as DeclaredSchedule } from '#lambda/declaration.ts'
import { names } from '../names.ts'

interface SchedulesSettings {
  readonly countyId: string
  readonly service: string
  readonly schedules: readonly DeclaredSchedule[]
  readonly tasks: Function
  readonly failures: Queue
}

const retryAttempts = 3

/**
 * Calls the tasks function with `{ schedule }`, as often as declared. A call that does not arrive is tried again
 * until the next one is due, and then lies in the failure queue; a call that fails inside does so after Lambda's
 * own two further tries.
 */
export const createSchedules = (scope: Construct, id: string, settings: SchedulesSettings): void => {
  const { countyId, service, schedules, tasks, failures } = settings
  const stack = Stack.of(scope)
  const place = new Construct(scope, id)
  const role = new Role(place, 'Role', {
    description: `Starts what ${service} does on a schedule`,
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  })
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [tasks.functionArn] }))
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [failures.queueArn] }))

  for (const { name, everyMinutes } of schedules) {
    const schedule = new Schedule(place, name, {
      scheduleName: names(countyId).schedule(service, name),
      schedule: ScheduleExpression.rate(Duration.minutes(everyMinutes)),
      target: {
        bind: () => ({
          arn: tasks.functionArn,
          role,
          input: ScheduleTargetInput.fromObject({ schedule: name }),
          retryPolicy: {
            maximumRetryAttempts: retryAttempts,
            maximumEventAgeInSeconds: Duration.minutes(everyMinutes).toSeconds(),
          },
          deadLetterConfig: { arn: failures.queueArn },
        }),
      },
    })
    // The role's rights stand in a policy of their own; a schedule must not start before it is there.
    schedule.node.addDependency(role)
  }
}
