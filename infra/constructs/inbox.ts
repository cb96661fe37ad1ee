import { Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import type { Code, Function } from 'aws-cdk-lib/aws-lambda'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import type { TableIndex, TableUse } from '#lambda/declaration.ts'
import type { EnvironmentVariable } from '#lambda/runtime.ts'
import { acknowledge } from '../acknowledge.ts'
import { queueArnOf, queueUrlOf } from '../addresses.ts'
import { names } from '../names.ts'
import { createInboxQueue, maxReceiveCount } from './inbox-queue.ts'
import { createServiceFunction, sizes } from './service-function.ts'
import { tableAccess } from './service-table.ts'

interface InboxSettings {
  readonly countyId: string
  readonly service: string
  readonly table: Table
  readonly indexes: readonly TableIndex[]
  readonly tableUse: TableUse | undefined
  readonly code: Code
  /** What the inbox of operations needs besides, to put what was set aside back on the inboxes. */
  readonly watch?:
    | {
        readonly environment: Readonly<Partial<Record<EnvironmentVariable, string>>>
        readonly access: readonly PolicyStatement[]
      }
    | undefined
}

const batchSize = 10
/** So that a queue that is run again cannot take the account's functions from the people at the screens. */
const maxConcurrency = 5

/** The queue and the function that reads it. A message that fails comes back alone; the rest of its batch is done. */
export const createInbox = (
  scope: Construct,
  id: string,
  { countyId, service, table, indexes, tableUse, code, watch }: InboxSettings,
): Function => {
  const stack = Stack.of(scope)
  const place = new Construct(scope, id)
  const queue = createInboxQueue(place, 'Inbox', {
    countyId,
    service,
    functionTimeoutSeconds: sizes.inbox.timeoutSeconds,
    alarms: {
      deadLetter: {
        meaning: `The service ${service} could not take an event and has put it aside: a case may stand still.`,
        runbook: 'dead-letter',
      },
      oldestMessage: {
        meaning: `Events to ${service} are not being read: its cases wait.`,
        runbook: 'oldest-message',
      },
    },
  })
  const deadLetters = names(countyId).deadLetters(service)
  const inbox = createServiceFunction(place, 'Reader', {
    countyId,
    service,
    kind: 'inbox',
    description: `Takes the events that ${service} accepts`,
    code,
    environment: {
      TABLE_NAME: table.tableName,
      DEAD_LETTERS: JSON.stringify({ queueUrl: queueUrlOf(stack, deadLetters), afterReceives: maxReceiveCount }),
      ...watch?.environment,
    },
    access: [
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [queue.queueArn],
      }),
      // With why, on the last try; what it cannot answer for any more the queue itself sets aside.
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queueArnOf(stack, deadLetters)] }),
      ...tableAccess(table, indexes, tableUse),
      ...(watch?.access ?? []),
    ],
    caller: 'synchronous',
  })
  const mapping = new EventSourceMapping(place, 'Messages', {
    target: inbox,
    eventSourceArn: queue.queueArn,
    batchSize,
    reportBatchItemFailures: true,
    maxConcurrency,
  })
  acknowledge(
    mapping,
    'Serverless-LambdaEventSourceMappingDestination',
    'Lambda has no failure destination for a queue: its redrive policy takes what fails.',
  )
  return inbox
}
