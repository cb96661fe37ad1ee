import { Duration, Stack } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import type { Code, Function } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { ServiceDeclaration } from '#lambda/declaration.ts'
import type { EnvironmentVariable } from '#lambda/runtime.ts'
import { outboxMark } from '#lambda/unit-of-work.ts'
import { eventRoutes } from '../event-routes.ts'
import { queueArnOf, queueUrlOf } from '../addresses.ts'
import { names } from '../names.ts'
import { createAlarm } from './alarm.ts'
import { createDeadLetterQueue } from './dead-letter-queue.ts'
import { createServiceFunction } from './service-function.ts'

interface RelaySettings {
  readonly countyId: string
  readonly service: ServiceDeclaration
  readonly services: readonly ServiceDeclaration[]
  readonly table: Table
  readonly code: Code
  /** What the relay of gates needs besides, to reach the state machine. */
  readonly commands?: {
    readonly environment: Readonly<Partial<Record<EnvironmentVariable, string>>>
    readonly access: readonly PolicyStatement[]
  }
}

const batchSize = 50
/** All that Lambda allows: what must go out is tried until it is too old. */
const retryAttempts = 10_000
/** The stream keeps a record for 24 hours; four are left to read it by hand. */
const maxRecordAgeHours = 20
const stalledMinutes = 5

/**
 * Sends what a service's outbox holds: its table's stream calls the relay with new outbox rows and no others, in
 * order. A batch is never split at random - the relay says itself where it stopped - and what could not be sent
 * for 20 hours is told to a queue that rings, while its row stands in the table for seven days.
 */
export const createRelay = (scope: Construct, id: string, settings: RelaySettings): Function => {
  const { countyId, service, services, table, commands } = settings
  const stack = Stack.of(scope)
  const place = new Construct(scope, id)
  const failures = createDeadLetterQueue(place, 'Failures', {
    countyId,
    service: service.name,
    queueName: names(countyId).relayFailures(service.name),
    isFifo: false,
    alarm: {
      name: 'relay-gave-up',
      meaning: `Events of ${service.name} were tried for ${maxRecordAgeHours} hours and are not any more: cases stand still.`,
      runbook: 'relay-stalled',
    },
  })

  const receivers = new Set<string>()
  const routes = eventRoutes(service, services, (receiver) => {
    receivers.add(receiver)
    return queueUrlOf(stack, names(countyId).inbox(receiver))
  })
  // A table without a stream cannot come out of createServiceTable.
  const streamArn = table.tableStreamArn!
  const relay = createServiceFunction(place, 'Relay', {
    countyId,
    service: service.name,
    kind: 'relay',
    description: `Sends the events of ${service.name} to every inbox that takes them`,
    code: settings.code,
    environment: { EVENT_ROUTES: JSON.stringify(routes), ...commands?.environment },
    access: [
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
        resources: [streamArn],
      }),
      new PolicyStatement({
        actions: ['sqs:SendMessage'],
        resources: [...[...receivers].map((receiver) => queueArnOf(stack, names(countyId).inbox(receiver))), failures.queueArn],
      }),
      ...(commands?.access ?? []),
    ],
    caller: 'synchronous',
  })

  new EventSourceMapping(place, 'Outbox', {
    target: relay,
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize,
    // Any mark will do: a row that is marked as going out must never be passed over in silence.
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT') as string[], // typed as any by the library; of a text it makes a list
        dynamodb: { NewImage: { [outboxMark]: { S: FilterRule.exists() } } },
      }),
    ],
    reportBatchItemFailures: true,
    bisectBatchOnError: false,
    retryAttempts,
    maxRecordAge: Duration.hours(maxRecordAgeHours),
    onFailure: { bind: () => ({ destination: failures.queueArn }) },
  })

  createAlarm(place, 'Stalled', {
    countyId,
    service: service.name,
    name: 'relay-stalled',
    text: {
      meaning: `Events of ${service.name} wait in the outbox: what the service has done is not known to the others yet.`,
      runbook: 'relay-stalled',
    },
    metric: relay.metric('IteratorAge', { period: Duration.minutes(5), statistic: 'Maximum' }),
    threshold: Duration.minutes(stalledMinutes).toMilliseconds(),
    periods: 2,
  })
  return relay
}
