import type { Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import type { ServiceDeclaration } from '#lambda/declaration.ts'
import type { EnvironmentVariable, WatchedService } from '#lambda/runtime.ts'
import { acknowledge, unnameable } from '../acknowledge.ts'
import { queueArnOf, queueUrlOf, stateMachineArnOf } from '../addresses.ts'
import { names } from '../names.ts'
import { watchedQueues } from '../watched-queues.ts'

interface Watch {
  readonly environment: Readonly<Partial<Record<EnvironmentVariable, string>>>
  readonly access: readonly PolicyStatement[]
}

const namesOf = ({ inbox, deadLetters, relayFailures, scheduleFailures }: WatchedService): string[] =>
  [inbox, deadLetters, relayFailures, scheduleFailures].filter((name) => name !== undefined)

/**
 * What the service that watches the queues is told and may do, and nothing else: its API counts every queue and looks
 * into those where things were set aside; its inbox takes messages out of dead-letter queues and puts them on inboxes.
 */
export const queueWatch = (
  stack: Stack,
  countyId: string,
  services: readonly ServiceDeclaration[],
): { readonly api: Watch; readonly inbox: Watch } => {
  const watched = watchedQueues(services, names(countyId))
  const arnsOf = (queues: readonly string[]): string[] => queues.map((queue) => queueArnOf(stack, queue))
  const stateMachineArn = stateMachineArnOf(stack, names(countyId).stateMachine)
  const environment = { WATCHED_QUEUES: JSON.stringify({ queuesUrl: queueUrlOf(stack, ''), services: watched }) }
  const deadLetters = arnsOf(watched.map((service) => service.deadLetters))
  const aside = arnsOf(watched.flatMap((service) => namesOf(service).filter((queue) => queue !== service.inbox)))
  return {
    api: {
      environment: { ...environment, STATE_MACHINE_ARN: stateMachineArn },
      access: [
        new PolicyStatement({ actions: ['sqs:GetQueueAttributes'], resources: arnsOf(watched.flatMap(namesOf)) }),
        new PolicyStatement({ actions: ['sqs:ReceiveMessage'], resources: aside }),
        new PolicyStatement({ actions: ['states:ListExecutions'], resources: [stateMachineArn] }),
        new PolicyStatement({ actions: ['cloudwatch:GetMetricData'], resources: ['*'] }),
      ],
    },
    inbox: {
      environment,
      access: [
        new PolicyStatement({
          actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
          resources: deadLetters,
        }),
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: arnsOf(watched.map(({ inbox }) => inbox)) }),
      ],
    },
  }
}

/** On the function that is given the API's access: the figures of CloudWatch are the one thing that has no name. */
export const acceptWatch = ({ role }: Function): void => {
  if (role) acknowledge(role, 'AwsSolutions-IAM5[Resource::*]', unnameable.measurements)
}
