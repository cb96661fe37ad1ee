import type { Place } from './right.ts'
import { arnOf } from './right.ts'

/** Resolves what a template says of its resources - Ref, Fn::GetAtt, Fn::Join, Fn::Sub - to the names that AWS will know them by. */

/** A resource as CloudFormation would get it; `id` is its logical id in its stack. */
export interface TemplateResource {
  readonly stack: string
  readonly id: string
  readonly type: string
  readonly properties: Readonly<Record<string, unknown>>
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A property by its path; undefined when any step is missing. */
export const at = (value: unknown, ...steps: readonly string[]): unknown =>
  steps.reduce<unknown>((inner, step) => (isObject(inner) ? inner[step] : undefined), value)

export const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : value === undefined ? [] : [value] // Array.isArray makes it any[]

export interface Values {
  /** What a value in a stack comes to. Throws for what this cannot resolve: a guess would hide a right. */
  readonly textOf: (stack: string, value: unknown) => string
  /** The ARN of a resource of the installation. */
  readonly arnOf: (resource: TemplateResource) => string
  /** The resource that has an ARN; undefined when the installation has none. */
  readonly withArn: (arn: string) => TemplateResource | undefined
}

/** In ARNs of things that get their last name first when they are deployed. */
const deployedLater = '<label>'

export const templateValues = (resources: readonly TemplateResource[], place: Place): Values => {
  const byId = new Map(resources.map((resource) => [`${resource.stack} ${resource.id}`, resource]))
  const find = (stack: string, id: string): TemplateResource => {
    const found = byId.get(`${stack} ${id}`)
    if (!found) throw new Error(`${stack} points at ${id}, which it does not have`)
    return found
  }

  const pseudo: Readonly<Record<string, string>> = {
    'AWS::AccountId': place.account,
    'AWS::Region': place.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
  }

  /** What has no name of its own gets one when it is deployed; here it goes by its place in the stack, without the hash. */
  const nameOf = (resource: TemplateResource, property: string): string =>
    resource.properties[property] === undefined
      ? `${resource.stack}-${resource.id.replace(/[0-9A-F]{8}$/, '')}`
      : textOf(resource.stack, resource.properties[property])

  const arn = (resource: TemplateResource): string => {
    switch (resource.type) {
      case 'AWS::DynamoDB::Table':
        return arnOf(place, 'dynamodb', `table/${nameOf(resource, 'TableName')}`)
      case 'AWS::SQS::Queue':
        return arnOf(place, 'sqs', nameOf(resource, 'QueueName'))
      case 'AWS::SNS::Topic':
        return arnOf(place, 'sns', nameOf(resource, 'TopicName'))
      case 'AWS::Lambda::Function':
        return arnOf(place, 'lambda', `function:${nameOf(resource, 'FunctionName')}`)
      case 'AWS::StepFunctions::StateMachine':
        return arnOf(place, 'states', `stateMachine:${nameOf(resource, 'StateMachineName')}`)
      case 'AWS::Logs::LogGroup':
        return arnOf(place, 'logs', `log-group:${nameOf(resource, 'LogGroupName')}:*`)
      case 'AWS::KMS::Key':
        return arnOf(place, 'kms', `key/${nameOf(resource, 'KeyId')}`)
      case 'AWS::IAM::Role':
        return `arn:aws:iam::${place.account}:role/${nameOf(resource, 'RoleName')}`
      default:
        throw new Error(`what the ARN of ${resource.type} looks like is not written down in template-values.ts`)
    }
  }

  /** What Ref gives is the name of some, the ARN of others, and the URL of a queue. */
  const refOf = (stack: string, id: string): string => {
    const known = pseudo[id]
    if (known !== undefined) return known
    const resource = find(stack, id)
    switch (resource.type) {
      case 'AWS::SNS::Topic':
      case 'AWS::StepFunctions::StateMachine':
        return arn(resource)
      case 'AWS::SQS::Queue':
        return `https://sqs.${place.region}.amazonaws.com/${place.account}/${nameOf(resource, 'QueueName')}`
      case 'AWS::Lambda::Function':
        return nameOf(resource, 'FunctionName')
      default:
        return `${stack}-${id}`
    }
  }

  const attributeOf = (stack: string, id: string, attribute: string): string => {
    const resource = find(stack, id)
    if (attribute === 'Arn') return arn(resource)
    if (attribute === 'StreamArn') return `${arn(resource)}/stream/${deployedLater}`
    throw new Error(`what ${attribute} of ${resource.type} is, is not written down in template-values.ts`)
  }

  const textOf = (stack: string, value: unknown): string => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
    if (isObject(value)) {
      const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Join': join, 'Fn::Sub': sub } = value
      if (typeof ref === 'string') return refOf(stack, ref)
      if (Array.isArray(attribute)) return attributeOf(stack, String(attribute[0]), String(attribute[1]))
      if (Array.isArray(join))
        return list(join[1])
          .map((part) => textOf(stack, part))
          .join(String(join[0]))
      if (typeof sub === 'string')
        return sub.replaceAll(/\$\{([^}.]+)(?:\.([^}]+))?\}/g, (_, id: string, of?: string) =>
          of === undefined ? refOf(stack, id) : attributeOf(stack, id, of),
        )
    }
    throw new Error(`not resolvable in ${stack}: ${JSON.stringify(value)}`)
  }

  const withArns = [
    'AWS::DynamoDB::Table',
    'AWS::SQS::Queue',
    'AWS::SNS::Topic',
    'AWS::Lambda::Function',
    'AWS::StepFunctions::StateMachine',
    'AWS::KMS::Key',
    'AWS::IAM::Role',
  ]
  const byArn = new Map(
    resources.filter(({ type }) => withArns.includes(type)).map((resource) => [arn(resource), resource] as const),
  )
  return { textOf, arnOf: arn, withArn: (text) => byArn.get(text) }
}
