import { roleHolders } from './granted-rights.ts'
import type { Right } from './right.ts'
import { distinct } from './right.ts'
import { at, isObject, list } from './template-values.ts'
import type { TemplateResource, Values } from './template-values.ts'

/**
 * What AWS itself does in the name of a role, or towards a resource, because the template asks for it: no code of ours
 * calls it, so no recording shows it. Each rule reads the setting that makes the right needed; without the setting the
 * right is one too many.
 */
export interface DerivedRight extends Right {
  /** The setting that asks for it. */
  readonly because: string
}

const anywhere = '*'

/** AWS Lambda Developer Guide: sending trace data to X-Ray. */
const traceWriting = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords']
/** AWS Step Functions Developer Guide, IAM policies for X-Ray. */
const traceSampling = ['xray:GetSamplingRules', 'xray:GetSamplingTargets']
/** AWS Step Functions Developer Guide, logging using CloudWatch Logs. */
const logDelivery = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
]
/** AWS Lambda Developer Guide, the execution role's permissions for a queue and for a table's stream. */
const queueReading = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
const streamReading = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams']

const each = (holder: string, actions: readonly string[], resource: string, because: string): DerivedRight[] =>
  actions.map((action) => ({ holder, action, resource, because }))

export const derivedRights = (resources: readonly TemplateResource[], values: Values): readonly DerivedRight[] => {
  const { textOf, arnOf, withArn } = values
  const holders = roleHolders(resources, values)
  const holderOfRole = (arn: string): string => holders.get(arn) ?? arn

  const sending = (holder: string, stack: string, queue: unknown, because: string): DerivedRight[] =>
    queue === undefined ? [] : each(holder, ['sqs:SendMessage'], textOf(stack, queue), because)

  const ofFunction = ({ stack, properties }: TemplateResource): DerivedRight[] => {
    const holder = textOf(stack, properties['FunctionName'])
    const group = resources.find(({ type, stack: its, id, properties: { LogGroupName: name } }) => {
      const wanted = at(properties, 'LoggingConfig', 'LogGroup')
      return type === 'AWS::Logs::LogGroup' && its === stack && (at(wanted, 'Ref') === id || wanted === name)
    })
    return [
      ...(group ? each(holder, ['logs:CreateLogStream', 'logs:PutLogEvents'], arnOf(group), 'LoggingConfig') : []),
      ...(at(properties, 'TracingConfig', 'Mode') === 'Active' ? each(holder, traceWriting, anywhere, 'TracingConfig') : []),
      ...sending(holder, stack, at(properties, 'DeadLetterConfig', 'TargetArn'), 'DeadLetterConfig'),
      ...each('lambda.amazonaws.com', ['sts:AssumeRole'], textOf(stack, properties['Role']), 'Role'),
    ]
  }

  const ofMapping = ({ stack, properties }: TemplateResource): DerivedRight[] => {
    const holder = textOf(stack, properties['FunctionName'])
    const source = textOf(stack, properties['EventSourceArn'])
    const reading = withArn(source)?.type === 'AWS::SQS::Queue' ? queueReading : streamReading
    return [
      ...each(holder, reading, source, 'EventSourceMapping'),
      ...sending(holder, stack, at(properties, 'DestinationConfig', 'OnFailure', 'Destination'), 'EventSourceMapping'),
    ]
  }

  const ofMachine = ({ stack, properties }: TemplateResource): DerivedRight[] => {
    const holder = textOf(stack, properties['StateMachineName'])
    const substitutions = properties['DefinitionSubstitutions']
    const definition = textOf(stack, properties['DefinitionString']).replaceAll(/\$\{([^}]+)\}/g, (_, name: string) =>
      textOf(stack, at(substitutions, name)),
    )
    const invoked = invokedIn(JSON.parse(definition))
    return [
      ...invoked.flatMap((arn) => each(holder, ['lambda:InvokeFunction'], arn, 'Definition')),
      ...(at(properties, 'TracingConfiguration', 'Enabled') === true
        ? each(holder, [...traceWriting, ...traceSampling], anywhere, 'TracingConfiguration')
        : []),
      ...(properties['LoggingConfiguration'] === undefined ? [] : each(holder, logDelivery, anywhere, 'LoggingConfiguration')),
      ...each('states.amazonaws.com', ['sts:AssumeRole'], textOf(stack, properties['RoleArn']), 'RoleArn'),
    ]
  }

  const ofSchedule = ({ stack, properties }: TemplateResource): DerivedRight[] => {
    const role = textOf(stack, at(properties, 'Target', 'RoleArn'))
    const holder = holderOfRole(role)
    return [
      ...each(holder, ['lambda:InvokeFunction'], textOf(stack, at(properties, 'Target', 'Arn')), 'Target'),
      ...sending(holder, stack, at(properties, 'Target', 'DeadLetterConfig', 'Arn'), 'Target.DeadLetterConfig'),
      ...each('scheduler.amazonaws.com', ['sts:AssumeRole'], role, 'Target.RoleArn'),
    ]
  }

  /** An alarm's topic, and the key that the topic is encrypted under. */
  const ofAlarm = ({ stack, properties }: TemplateResource): DerivedRight[] =>
    ['AlarmActions', 'OKActions', 'InsufficientDataActions'].flatMap((kind) =>
      list(properties[kind]).flatMap((target) => {
        const topic = withArn(textOf(stack, target))
        if (topic?.type !== 'AWS::SNS::Topic') return []
        const key = topic.properties['KmsMasterKeyId']
        return [
          ...each('cloudwatch.amazonaws.com', ['sns:Publish'], arnOf(topic), kind),
          ...(key === undefined
            ? []
            : each('cloudwatch.amazonaws.com', ['kms:Decrypt', 'kms:GenerateDataKey'], textOf(topic.stack, key), kind)),
        ]
      }),
    )

  const ofIntegration = ({ stack, properties }: TemplateResource): DerivedRight[] =>
    each('apigateway.amazonaws.com', ['lambda:InvokeFunction'], textOf(stack, properties['IntegrationUri']), 'Integration')

  const rules: Readonly<Record<string, (resource: TemplateResource) => readonly DerivedRight[]>> = {
    'AWS::Lambda::Function': ofFunction,
    'AWS::Lambda::EventSourceMapping': ofMapping,
    'AWS::StepFunctions::StateMachine': ofMachine,
    'AWS::Scheduler::Schedule': ofSchedule,
    'AWS::CloudWatch::Alarm': ofAlarm,
    'AWS::ApiGatewayV2::Integration': ofIntegration,
  }
  return distinct(resources.flatMap((resource) => rules[resource.type]?.(resource) ?? []))
}

/** The functions that the states of a definition invoke, in whichever state they stand. */
const invokedIn = (definition: unknown): readonly string[] => {
  const found: string[] = []
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) look(one)
    if (!isObject(value)) return
    const invoked = at(value, 'Parameters', 'FunctionName')
    if (value['Type'] === 'Task' && typeof invoked === 'string') found.push(invoked)
    for (const inner of Object.values(value)) look(inner)
  }
  look(definition)
  return [...new Set(found)]
}
