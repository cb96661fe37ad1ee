import * as z from 'zod'
import { names } from '../../../infra/names.ts'
import { arnOf } from './right.ts'
import type { Place, Right } from './right.ts'

/** Which IAM rights AWS asks for when a client calls, from the Service Authorization Reference of each service. */

type Asked = Omit<Right, 'holder'>

/** A request whose rights nobody has written down here is never granted, and so is seen. */
const unknown = (client: string, operation: string): Asked[] => [
  { action: `${client}:${operation}`, resource: 'no rule in test/infra/privileges/requested-rights.ts' },
]

const onTable = z.object({ TableName: z.string(), IndexName: z.string().optional() })
const element = z.object({ TableName: z.string() })
const transaction = z.object({
  TransactItems: z.array(
    z.strictObject({
      Put: element.optional(),
      Update: element.optional(),
      Delete: element.optional(),
      ConditionCheck: element.optional(),
    }),
  ),
})
/** A transaction has no action of its own (DynamoDB Developer Guide, Using IAM with DynamoDB transactions). */
const actionOfElement = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
} as const

const database = (operation: string, input: unknown, place: Place): Asked[] => {
  const tableArn = (name: string): string => arnOf(place, 'dynamodb', `table/${name}`)
  switch (operation) {
    case 'GetItem':
    case 'Query': {
      const { TableName: table, IndexName: index } = onTable.parse(input)
      const resource = index === undefined ? tableArn(table) : `${tableArn(table)}/index/${index}`
      return [{ action: `dynamodb:${operation}`, resource }]
    }
    case 'TransactWriteItems':
      return transaction.parse(input).TransactItems.flatMap((item) =>
        // The keys are those of the schema, which lets in no other.
        (Object.keys(item) as (keyof typeof actionOfElement)[]).map((kind) => ({
          action: `dynamodb:${actionOfElement[kind]}`,
          resource: tableArn(item[kind]?.TableName ?? ''),
        })),
      )
    default:
      return unknown('dynamodb', operation)
  }
}

const onQueue = z.object({ QueueUrl: z.string() })
const moveTask = z.object({ SourceArn: z.string(), DestinationArn: z.string().optional() })

const queueArn = (place: Place, address: string): string => arnOf(place, 'sqs', address.replace(/^.*[/:]/, ''))

const queues = (operation: string, input: unknown, place: Place): Asked[] => {
  // The batch form of an operation asks for the same action as the single one.
  const single = operation.replace(/Batch$/, '')
  switch (single) {
    case 'SendMessage':
    case 'ReceiveMessage':
    case 'DeleteMessage':
    case 'ChangeMessageVisibility':
    case 'GetQueueAttributes':
      return [{ action: `sqs:${single}`, resource: queueArn(place, onQueue.parse(input).QueueUrl) }]
    case 'StartMessageMoveTask': {
      // SQS moves in the name of whoever asked for it (API reference of StartMessageMoveTask).
      const { SourceArn, DestinationArn } = moveTask.parse(input)
      const source = queueArn(place, SourceArn)
      return [
        ...['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((action) => ({
          action: `sqs:${action}`,
          resource: source,
        })),
        ...(DestinationArn === undefined ? [] : [{ action: 'sqs:SendMessage', resource: queueArn(place, DestinationArn) }]),
      ]
    }
    case 'ListMessageMoveTasks':
      return [{ action: 'sqs:ListMessageMoveTasks', resource: queueArn(place, moveTask.parse(input).SourceArn) }]
    default:
      return unknown('sqs', operation)
  }
}

const onMachine = z.object({ stateMachineArn: z.string() })
const onExecution = z.object({ executionArn: z.string() })

const machines = (operation: string, input: unknown, place: Place, countyId: string): Asked[] => {
  const nameIn = (arn: string): string => arn.split(':')[6] ?? ''
  switch (operation) {
    case 'StartExecution':
    case 'ListExecutions': {
      const resource = arnOf(place, 'states', `stateMachine:${nameIn(onMachine.parse(input).stateMachineArn)}`)
      return [{ action: `states:${operation}`, resource }]
    }
    case 'DescribeExecution': {
      // Executions get their names while the system runs, so a policy can name the machine's only all together.
      const resource = arnOf(place, 'states', `execution:${nameIn(onExecution.parse(input).executionArn)}:*`)
      return [{ action: `states:${operation}`, resource }]
    }
    case 'SendTaskSuccess':
      // The reference names no resource, but AWS refuses by the ARN of the machine whose task the token is of, and lets
      // in by it when the task is a Lambda function (aws-cdk #8486, and what StateMachine.grantTaskResponse gives).
      return [{ action: `states:${operation}`, resource: arnOf(place, 'states', `stateMachine:${names(countyId).stateMachine}`) }]
    default:
      return unknown('states', operation)
  }
}

/** CloudWatch's figures have no resource: all of the account's can be read, or none. */
const figures = (operation: string): Asked[] =>
  operation === 'GetMetricData' || operation === 'ListMetrics' || operation === 'GetMetricStatistics'
    ? [{ action: `cloudwatch:${operation}`, resource: '*' }]
    : unknown('cloudwatch', operation)

/** Both what a mail asks for and what a policy grants for one sender alone. */
export const sendingFrom = (sender: string): string => `ses:SendEmail from ${sender}`

const mail = z.object({ FromEmailAddress: z.string() })

/**
 * A mail is sent in the name of an identity, here the domain of its sender. The sender itself is asked for too: a policy can
 * hold it to one (`ses:FromAddress`).
 */
const mails = (operation: string, input: unknown, { place }: County): Asked[] => {
  if (operation !== 'SendEmail') return unknown('ses', operation)
  const { FromEmailAddress: sender } = mail.parse(input)
  const resource = arnOf(place, 'ses', `identity/${sender.slice(sender.lastIndexOf('@') + 1)}`)
  return [{ action: sendingFrom(sender), resource }]
}

interface County {
  readonly place: Place
  readonly countyId: string
}

const rules: Readonly<Record<string, (operation: string, input: unknown, county: County) => readonly Asked[]>> = {
  dynamodb: (operation, input, { place }) => database(operation, input, place),
  sqs: (operation, input, { place }) => queues(operation, input, place),
  sfn: (operation, input, { place, countyId }) => machines(operation, input, place, countyId),
  cloudwatch: figures,
  sesv2: mails,
}

/** @param client in the name that a function asks its runtime for it by. */
export const requestedRights = (
  client: string,
  { operation, input }: { readonly operation: string; readonly input: unknown },
  county: County,
): readonly Asked[] => rules[client]?.(operation, input, county) ?? unknown(client, operation)
