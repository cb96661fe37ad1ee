import { paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch'
import { DescribeContinuousBackupsCommand, DescribeTableCommand, DescribeTimeToLiveCommand } from '@aws-sdk/client-dynamodb'
import { paginateListEventSourceMappings, paginateListFunctions } from '@aws-sdk/client-lambda'
import { DescribeStateMachineCommand } from '@aws-sdk/client-sfn'
import { GetQueueAttributesCommand, GetQueueUrlCommand } from '@aws-sdk/client-sqs'
import { eachOf } from './claims.ts'
import type { Claims } from './claims.ts'
import { differences, isList, isObject, textIn } from './json.ts'
import type { Json } from './json.ts'
import { textOf } from './live.ts'
import type { Live } from './live.ts'
import { anyStream } from './template.ts'
import type { Resource } from './template.ts'

/** That what is deployed is set as the templates say, read back from the services themselves. */

/** An answer of the SDK has dates in it; as JSON it can be compared. */
const plain = (answer: unknown): Json => JSON.parse(JSON.stringify(answer ?? null)) as Json // JSON gives JSON

const pick = ({ properties }: Resource, ...wanted: readonly string[]): { readonly [key: string]: Json } =>
  Object.fromEntries(wanted.filter((name) => properties[name] !== undefined).map((name) => [name, properties[name]]))

const indexName = (index: Json): string => (isObject(index) ? textIn(index['IndexName']) : '')

const byIndexName = (indexes: Json): readonly Json[] =>
  (isList(indexes) ? indexes : []).toSorted((one, other) => indexName(one).localeCompare(indexName(other)))

const lookAtTable = async ({ dynamodb }: Live, table: Resource): Promise<readonly string[]> => {
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: textOf(table, 'TableName') }))
  return differences(
    {
      ...pick(table, 'KeySchema', 'StreamSpecification', 'DeletionProtectionEnabled'),
      BillingModeSummary: pick(table, 'BillingMode'),
      GlobalSecondaryIndexes: byIndexName(table.properties['GlobalSecondaryIndexes']),
    },
    { ...(plain(Table) as object), GlobalSecondaryIndexes: byIndexName(plain(Table?.GlobalSecondaryIndexes)) },
  )
}

const lookAtTimeToLive = async ({ dynamodb }: Live, table: Resource): Promise<readonly string[]> => {
  const { TimeToLiveDescription: live } = await dynamodb.send(
    new DescribeTimeToLiveCommand({ TableName: textOf(table, 'TableName') }),
  )
  // Right after it was asked for, AWS says ENABLING.
  const isOn = live?.TimeToLiveStatus?.startsWith('ENABL') ?? false
  return differences(table.properties['TimeToLiveSpecification'], { AttributeName: live?.AttributeName, Enabled: isOn })
}

const lookAtBackups = async ({ dynamodb }: Live, table: Resource): Promise<readonly string[]> => {
  const { ContinuousBackupsDescription: live } = await dynamodb.send(
    new DescribeContinuousBackupsCommand({ TableName: textOf(table, 'TableName') }),
  )
  return differences('ENABLED', live?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus, 'point-in-time recovery')
}

const refusesWithoutTls = (policy: string | undefined): boolean =>
  policy !== undefined && /"Deny"/.test(policy) && /"aws:SecureTransport":\s*"false"/.test(policy)

const lookAtQueue = async ({ sqs }: Live, queue: Resource): Promise<readonly string[]> => {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: textOf(queue, 'QueueName') }))
  const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))
  const { RedrivePolicy: redrive, Policy: policy, ...live } = Attributes
  return [
    ...differences(
      pick(
        queue,
        'FifoQueue',
        'ContentBasedDeduplication',
        'VisibilityTimeout',
        'MessageRetentionPeriod',
        'SqsManagedSseEnabled',
      ),
      live,
    ),
    ...differences(
      queue.properties['RedrivePolicy'],
      redrive === undefined ? undefined : (JSON.parse(redrive) as Json),
      'RedrivePolicy',
    ),
    ...(refusesWithoutTls(policy) ? [] : [`Policy: ${policy}, does not refuse who comes without TLS`]),
  ]
}

const functionProperties = [
  'Runtime',
  'Architectures',
  'Handler',
  'MemorySize',
  'Timeout',
  'TracingConfig',
  'LoggingConfig',
  'DeadLetterConfig',
] as const

const claimFunctions = async (live: Live, { claim }: Claims): Promise<void> => {
  const functions = new Map<string, Json>()
  for await (const { Functions = [] } of paginateListFunctions({ client: live.lambda }, {}))
    for (const one of Functions) functions.set(one.FunctionName ?? '', plain(one))
  const declared = live.ofType('AWS::Lambda::Function')
  const nameOf = (one: Resource): string => textOf(one, 'FunctionName')

  await claim('functions with their runtime, memory, time limit, trace, log and dead letters', () =>
    eachOf(declared, nameOf, async (one) => differences(pick(one, ...functionProperties), functions.get(nameOf(one)) ?? null)),
  )
  await claim('functions with exactly their variables', () =>
    eachOf(declared, nameOf, async (one) => {
      const found = functions.get(nameOf(one))
      const environment = isObject(found) ? found['Environment'] : undefined
      const wanted = one.properties['Environment']
      return [...differences(wanted, environment, 'Environment'), ...differences(environment, wanted, 'Environment')]
    }),
  )
  await claim('functions each with a role of its own', async () => {
    const roles = declared.map((one) => {
      const found = functions.get(nameOf(one))
      return isObject(found) ? textIn(found['Role']) : `no ${nameOf(one)}`
    })
    const shared = roles.filter((role, index) => roles.indexOf(role) !== index)
    return { seen: roles.length, failures: shared.map((role) => `${role} runs more than one function`) }
  })
}

const claimSources = async (live: Live, { claim }: Claims): Promise<void> => {
  const found: { readonly [key: string]: Json }[] = []
  for await (const { EventSourceMappings = [] } of paginateListEventSourceMappings({ client: live.lambda }, {}))
    for (const mapping of EventSourceMappings) found.push(plain(mapping) as { readonly [key: string]: Json }) // it is an object
  const declared = live.ofType('AWS::Lambda::EventSourceMapping')
  const isOf = (mapping: Resource) => (one: { readonly [key: string]: Json }) => {
    const source = textOf(mapping, 'EventSourceArn')
    const isSource = source.endsWith(anyStream)
      ? textIn(one['EventSourceArn']).startsWith(source.slice(0, -anyStream.length))
      : one['EventSourceArn'] === source
    return isSource && textIn(one['FunctionArn']).endsWith(`:${textOf(mapping, 'FunctionName').split(':').at(-1)}`)
  }
  const look = (mapping: Resource, wanted: { readonly [key: string]: Json }): readonly string[] => {
    const one = found.find(isOf(mapping))
    return one ? differences(wanted, one) : ['is not there']
  }
  const nameOf = (mapping: Resource): string => textOf(mapping, 'EventSourceArn')

  await claim('sources that report the failures of a batch one by one (ReportBatchItemFailures)', () =>
    eachOf(declared, nameOf, async (mapping) => look(mapping, { FunctionResponseTypes: ['ReportBatchItemFailures'] })),
  )
  await claim('sources with their batch size, concurrency, filter, tries and end, and running', () =>
    eachOf(declared, nameOf, async (mapping) =>
      look(mapping, {
        ...pick(mapping, 'BatchSize', 'ScalingConfig', 'FilterCriteria', 'StartingPosition', 'DestinationConfig'),
        ...pick(mapping, 'MaximumRetryAttempts', 'MaximumRecordAgeInSeconds', 'BisectBatchOnFunctionError'),
        State: 'Enabled',
      }),
    ),
  )
}

const claimAlarms = async (live: Live, { claim }: Claims): Promise<void> => {
  const found = new Map<string, Json>()
  for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client: live.cloudwatch }, {}))
    for (const alarm of MetricAlarms) found.set(alarm.AlarmName ?? '', plain(alarm))
  const declared = live
    .ofType('AWS::CloudWatch::Alarm')
    .filter(({ properties }) => !live.endpoint.isEmulator || properties['Metrics'] === undefined)
  await claim('alarms with their metric, threshold and whom they tell', () =>
    eachOf(
      declared,
      (alarm) => textOf(alarm, 'AlarmName'),
      async (alarm) =>
        differences(
          {
            ...pick(alarm, 'MetricName', 'Namespace', 'Statistic', 'Period', 'Threshold', 'EvaluationPeriods'),
            ...pick(alarm, 'ComparisonOperator', 'TreatMissingData', 'AlarmActions', 'OKActions', 'AlarmDescription'),
          },
          found.get(textOf(alarm, 'AlarmName')) ?? null,
        ),
    ),
  )
}

const lookAtMachine = async ({ sfn, stateMachineArn }: Live, machine: Resource): Promise<readonly string[]> => {
  const arn = machine.properties['DefinitionSubstitutions']
  const written = Object.entries(isObject(arn) ? arn : {}).reduce(
    (text, [name, value]) => text.replaceAll(`\${${name}}`, textIn(value)),
    textOf(machine, 'DefinitionString'),
  )
  const live = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }))
  return [
    ...differences(textOf(machine, 'StateMachineType'), live.type, 'type'),
    ...differences(JSON.parse(written) as Json, JSON.parse(live.definition ?? 'null') as Json, 'definition'),
  ]
}

export const claimConfiguration = async (live: Live, claims: Claims): Promise<void> => {
  const { claim } = claims
  const tables = live.ofType('AWS::DynamoDB::Table')
  const tableName = (table: Resource): string => textOf(table, 'TableName')
  const queues = live.ofType('AWS::SQS::Queue')
  const queueName = (queue: Resource): string => textOf(queue, 'QueueName')

  await claim('tables with their keys, indexes, stream (NEW_IMAGE) and protection', () =>
    eachOf(tables, tableName, (table) => lookAtTable(live, table)),
  )
  await claim('tables that let rows go by their expiresAt', () =>
    eachOf(tables, tableName, (table) => lookAtTimeToLive(live, table)),
  )
  await claim('tables that can be set back in time', () => eachOf(tables, tableName, (table) => lookAtBackups(live, table)))
  await claim('queues with their redrive policy, order, hiding time, retention, encryption and TLS', () =>
    eachOf(queues, queueName, (queue) => lookAtQueue(live, queue)),
  )
  await claimFunctions(live, claims)
  await claimSources(live, claims)
  await claim('state machines as in services/gates/decision-gate.asl.json', () =>
    eachOf(
      live.ofType('AWS::StepFunctions::StateMachine'),
      (machine) => textOf(machine, 'StateMachineName'),
      (machine) => lookAtMachine(live, machine),
    ),
  )
  await claimAlarms(live, claims)
}
