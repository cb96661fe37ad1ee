import { setTimeout as pause } from 'node:timers/promises'
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SFNClient } from '@aws-sdk/client-sfn'
import { SQSClient } from '@aws-sdk/client-sqs'
import { createApi } from '#lambda/api.ts'
import { createDynamoTable } from '#lambda/dynamo-table.ts'
import { createInbox } from '#lambda/inbox.ts'
import { readEnvironment } from '#lambda/runtime.ts'
import type { Runtime } from '#lambda/runtime.ts'
import type { Table } from '#lambda/table.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import { createCloudWatchMeasurements } from '../adapters/cloudwatch-measurements.ts'
import { operationsIndexes } from '../adapters/operations-table.ts'
import { createRedriveTable } from '../adapters/redrive-table.ts'
import { createRefusalTable } from '../adapters/refusal-table.ts'
import { createSqsQueues } from '../adapters/sqs-queues.ts'
import { createStepFunctionsExecutions } from '../adapters/step-functions-executions.ts'
import type { GateExecutions } from '../application/gate-executions.ts'
import type { Measurements } from '../application/measurements.ts'
import type { Queues } from '../application/queues.ts'
import { createRefusalConsumer } from '../application/record-refusal.ts'
import { createRedriveConsumers } from '../application/run-step.ts'
import { operationsProblems } from '../refusals.ts'
import { operationsRoutes } from '../routes.ts'
import { operationsHandlers } from './handlers.ts'

const service = 'operations'

const operationsTable = (runtime: Runtime): Table =>
  createDynamoTable(
    new DynamoDBClient(runtime.awsClient('dynamodb')),
    readEnvironment(runtime, 'TABLE_NAME').TABLE_NAME,
    operationsIndexes,
  )

const watchedQueues = (runtime: Runtime): Queues =>
  createSqsQueues({
    sqs: new SQSClient(runtime.awsClient('sqs')),
    queuesUrl: readEnvironment(runtime, 'WATCHED_QUEUES').WATCHED_QUEUES.queuesUrl,
    log: runtime.log.with({ service }),
  })

const watchedExecutions = (runtime: Runtime): GateExecutions =>
  createStepFunctionsExecutions(
    new SFNClient(runtime.awsClient('sfn')),
    readEnvironment(runtime, 'STATE_MACHINE_ARN').STATE_MACHINE_ARN,
    runtime.log.with({ service }),
  )

const readMeasurements = (runtime: Runtime): Measurements =>
  createCloudWatchMeasurements(new CloudWatchClient(runtime.awsClient('cloudwatch')), runtime.log.with({ service }))

const redriveParts = (runtime: Runtime, table: Table, queues: Queues) => ({
  watched: readEnvironment(runtime, 'WATCHED_QUEUES').WATCHED_QUEUES.services,
  queues,
  redrives: createRedriveTable(table, createUnitOfWork(table, service)),
})

/** What stands outside can be given, for tests that need neither database nor queues. */
export interface Outside {
  readonly table: Table
  readonly queues: Queues
  readonly executions: GateExecutions
  readonly measurements: Measurements
}

export const createOperationsApi = (runtime: Runtime, outside: Partial<Outside> = {}) => {
  const table = outside.table ?? operationsTable(runtime)
  return createApi({
    ...runtime,
    service,
    routes: operationsRoutes,
    problems: operationsProblems,
    handlers: operationsHandlers({
      ...redriveParts(runtime, table, outside.queues ?? watchedQueues(runtime)),
      refusals: createRefusalTable(table, createUnitOfWork(table, service)),
      executions: outside.executions ?? watchedExecutions(runtime),
      measurements: outside.measurements ?? readMeasurements(runtime),
    }),
    table,
  })
}

export const createOperationsInbox = (
  runtime: Runtime,
  outside: Partial<Pick<Outside, 'table' | 'queues'>> & { readonly pause?: (milliseconds: number) => Promise<void> } = {},
) => {
  const table = outside.table ?? operationsTable(runtime)
  return createInbox({
    ...runtime,
    service,
    consumers: [
      createRefusalConsumer(createRefusalTable(table, createUnitOfWork(table, service))),
      ...createRedriveConsumers({
        ...redriveParts(runtime, table, outside.queues ?? watchedQueues(runtime)),
        clock: runtime.clock,
        pause: outside.pause ?? ((milliseconds) => pause(milliseconds)),
      }),
    ],
    table,
  })
}
