import { describe, expect, it } from 'vitest'
import { requestedRights } from './requested-rights.ts'
import { testPlace } from './test-place.ts'

const rightsOf = (client: string, operation: string, input: unknown): string[] =>
  requestedRights(client, { operation, input }, { place: testPlace, countyId: 'kalmar' }).map(
    ({ action, resource }) => `${action} ${resource}`,
  )
const table = 'arn:aws:dynamodb:eu-north-1:111122223333:table/kalmar-ideas'
const queue = (name: string): string => `arn:aws:sqs:eu-north-1:111122223333:${name}`
const machine = 'arn:aws:states:eu-north-1:111122223333:stateMachine:kalmar-decision-gate'

describe('what a call asks for', () => {
  it('is, in a transaction, the right of each of its elements', () => {
    const to = { TableName: 'kalmar-ideas' }
    const TransactItems = [{ Put: to }, { Update: to }, { Delete: to }, { ConditionCheck: to }]
    expect(rightsOf('dynamodb', 'TransactWriteItems', { TransactItems })).toEqual(
      ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'].map((action) => `dynamodb:${action} ${table}`),
    )
  })

  it('is, of a query, a right to the table or to the index alone', () => {
    expect(rightsOf('dynamodb', 'Query', { TableName: 'kalmar-ideas' })).toEqual([`dynamodb:Query ${table}`])
    expect(rightsOf('dynamodb', 'Query', { TableName: 'kalmar-ideas', IndexName: 'by-due' })).toEqual([
      `dynamodb:Query ${table}/index/by-due`,
    ])
  })

  it('is, of a batch, the same as of one message, wherever the emulator has the queue', () => {
    for (const QueueUrl of [
      'http://127.0.0.1:4566/000000000000/kalmar-insight-inbox.fifo',
      'https://sqs.eu-north-1.amazonaws.com/111122223333/kalmar-insight-inbox.fifo',
    ])
      expect(rightsOf('sqs', 'SendMessageBatch', { QueueUrl })).toEqual([`sqs:SendMessage ${queue('kalmar-insight-inbox.fifo')}`])
  })

  it('is, of the machine, a right to it, and of its executions a right to all of them', () => {
    const local = 'arn:aws:states:us-east-1:000000000000'
    expect(rightsOf('sfn', 'StartExecution', { stateMachineArn: `${local}:stateMachine:kalmar-decision-gate` })).toEqual([
      `states:StartExecution ${machine}`,
    ])
    expect(rightsOf('sfn', 'SendTaskSuccess', { taskToken: 'token', output: '{}' })).toEqual([
      `states:SendTaskSuccess ${machine}`,
    ])
    expect(rightsOf('sfn', 'DescribeExecution', { executionArn: `${local}:execution:kalmar-decision-gate:one` })).toEqual([
      'states:DescribeExecution arn:aws:states:eu-north-1:111122223333:execution:kalmar-decision-gate:*',
    ])
  })

  it('is, when messages are moved, what SQS does in the name of whoever asked', () => {
    const [from, to] = [queue('kalmar-ideas-inbox-dlq.fifo'), queue('kalmar-ideas-inbox.fifo')]
    expect(rightsOf('sqs', 'StartMessageMoveTask', { SourceArn: from, DestinationArn: to })).toEqual([
      ...['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map(
        (action) => `sqs:${action} ${from}`,
      ),
      `sqs:SendMessage ${to}`,
    ])
  })

  it('is, of a mail, a right to the domain that it is sent from, and to that sender alone', () => {
    const mailFrom = (FromEmailAddress: string) => rightsOf('sesv2', 'SendEmail', { FromEmailAddress })
    expect(mailFrom('noreply@forum.example.se')).toEqual([
      'ses:SendEmail from noreply@forum.example.se arn:aws:ses:eu-north-1:111122223333:identity/forum.example.se',
    ])
    expect(mailFrom('chef@forum.example.se')).not.toEqual(mailFrom('noreply@forum.example.se'))
  })

  it.each([
    ['dynamodb', 'Scan'],
    ['sqs', 'PurgeQueue'],
    ['sfn', 'StopExecution'],
    ['cloudwatch', 'PutMetricData'],
    ['sesv2', 'CreateEmailIdentity'],
    ['s3', 'GetObject'],
  ])('that nobody has written down is nothing that could be granted: %s %s', (client, operation) => {
    expect(rightsOf(client, operation, {})).toEqual([expect.stringContaining('no rule in test/infra/privileges')])
  })
})
