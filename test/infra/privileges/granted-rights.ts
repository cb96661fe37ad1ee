import { sendingFrom } from './requested-rights.ts'
import type { Right } from './right.ts'
import { distinct } from './right.ts'
import { at, isObject, list } from './template-values.ts'
import type { TemplateResource, Values } from './template-values.ts'

/** Everything that the policies of an installation allow: of roles, and of resources that let others in. */

/**
 * Whose role it is: the function, machine or schedules that run under it. Of a role that nobody runs under nothing can be
 * used, and so all that it may do is found.
 */
export const roleHolders = (resources: readonly TemplateResource[], { textOf }: Values): ReadonlyMap<string, string> =>
  new Map(
    resources.flatMap(({ stack, type, properties }): (readonly [string, string])[] => {
      switch (type) {
        case 'AWS::Lambda::Function':
          return [[textOf(stack, properties['Role']), textOf(stack, properties['FunctionName'])]]
        case 'AWS::StepFunctions::StateMachine':
          return [[textOf(stack, properties['RoleArn']), textOf(stack, properties['StateMachineName'])]]
        case 'AWS::Scheduler::Schedule':
          return [[textOf(stack, at(properties, 'Target', 'RoleArn')), `${stack} schedules`]]
        default:
          return []
      }
    }),
  )

interface PolicySettings {
  readonly stack: string
  readonly document: unknown
  /** Whom a statement that names nobody is for: those who have the policy. */
  readonly holders: readonly string[]
  /** What `*` is in the policy of a resource that can only speak of itself. */
  readonly self?: string
  /** A service of AWS must say for whom it comes, or anybody's alarm and API could send it. */
  readonly asksWhence?: true
}

/** As this check names a condition that it does not weigh: a right under it is not the plain right that a call needs. */
const understood = new Set(['aws:SourceAccount', 'aws:SourceArn'])
const isUnderstood = (condition: unknown): boolean =>
  isObject(condition) &&
  Object.entries(condition).every(
    ([operator, keys]) => operator === 'StringEquals' && isObject(keys) && Object.keys(keys).every((key) => understood.has(key)),
  )

const fromAnywhere = ' from anywhere'

/** The one sender that a statement about mail lets a mail be from; undefined for every other condition. */
const onlySender = (condition: unknown): string | undefined => {
  const sender = at(condition, 'StringEquals', 'ses:FromAddress')
  const says = { StringEquals: { 'ses:FromAddress': sender } }
  return typeof sender === 'string' && JSON.stringify(condition) === JSON.stringify(says) ? sender : undefined
}

/** As a call asks for it: to send mail is asked for together with the sender. */
const actionUnder = (action: string, condition: unknown): string => {
  if (condition === undefined || isUnderstood(condition)) return action
  const sender = action === 'ses:SendEmail' ? onlySender(condition) : undefined
  return sender === undefined ? `${action} if ${JSON.stringify(condition)}` : sendingFrom(sender)
}

const principals = (stack: string, principal: unknown, { textOf }: Values): readonly string[] => {
  if (typeof principal === 'string') return [principal]
  if (!isObject(principal)) throw new Error(`${stack} has a statement for nobody`)
  return Object.values(principal).flatMap((named) => list(named).map((one) => textOf(stack, one)))
}

const allowedBy = ({ stack, document, holders, self, asksWhence }: PolicySettings, values: Values): readonly Right[] =>
  list(at(document, 'Statement')).flatMap((statement) => {
    if (!isObject(statement)) throw new Error(`${stack} has a statement that is none`)
    const { Effect: effect, Principal: principal, Condition: condition } = statement
    // What is denied is denied to everybody on a wrong road, such as without TLS; no need is held against it.
    if (effect !== 'Allow') return []
    const isForService = isObject(principal) && principal['Service'] !== undefined
    const mark = condition === undefined && asksWhence && isForService ? fromAnywhere : ''
    const said = (name: 'Action' | 'Resource'): readonly string[] => {
      if (statement[`Not${name}`] !== undefined) return [`all but ${JSON.stringify(statement[`Not${name}`])}`]
      return list(statement[name]).map((one) => values.textOf(stack, one))
    }
    const resources = said('Resource')
    return (principal === undefined ? holders : principals(stack, principal, values)).flatMap((holder) =>
      said('Action').flatMap((action) =>
        (resources.length === 0 && self !== undefined ? [self] : resources).map((resource) => ({
          holder,
          action: `${actionUnder(action, condition)}${mark}`,
          resource: resource === '*' && self !== undefined ? self : resource,
        })),
      ),
    )
  })

export const grantedRights = (resources: readonly TemplateResource[], values: Values): readonly Right[] => {
  const holders = roleHolders(resources, values)
  const holdersOf = (stack: string, roles: unknown): readonly string[] =>
    list(roles).map((role) => {
      const found = resources.find(
        (resource) => resource.type === 'AWS::IAM::Role' && resource.stack === stack && resource.id === at(role, 'Ref'),
      )
      if (!found) throw new Error(`${stack} has a policy for a role that is not in it: ${JSON.stringify(role)}`)
      return holders.get(values.arnOf(found)) ?? `${stack} ${found.id}`
    })

  const rights = resources.flatMap((resource): readonly Right[] => {
    const { stack, type, properties } = resource
    switch (type) {
      case 'AWS::IAM::Policy':
      case 'AWS::IAM::ManagedPolicy': {
        if (properties['Users'] !== undefined || properties['Groups'] !== undefined)
          return [{ holder: `${stack} users and groups`, action: '*', resource: '*' }]
        return allowedBy(
          { stack, document: properties['PolicyDocument'], holders: holdersOf(stack, properties['Roles']) },
          values,
        )
      }
      case 'AWS::IAM::RolePolicy':
        return allowedBy(
          { stack, document: properties['PolicyDocument'], holders: holdersOf(stack, properties['RoleName']) },
          values,
        )
      case 'AWS::IAM::Role': {
        const arn = values.arnOf(resource)
        const holder = holders.get(arn) ?? `${stack} ${resource.id}`
        return [
          ...allowedBy({ stack, document: properties['AssumeRolePolicyDocument'], holders: [], self: arn }, values),
          ...list(properties['Policies']).flatMap((policy) =>
            allowedBy({ stack, document: at(policy, 'PolicyDocument'), holders: [holder] }, values),
          ),
          // What is in them stands nowhere in the template.
          ...list(properties['ManagedPolicyArns']).map((policy) => ({
            holder,
            action: `whatever ${JSON.stringify(policy)} allows`,
            resource: '*',
          })),
        ]
      }
      case 'AWS::SQS::QueuePolicy':
      case 'AWS::SNS::TopicPolicy':
        return allowedBy({ stack, document: properties['PolicyDocument'], holders: [], asksWhence: true }, values)
      case 'AWS::KMS::Key':
        return allowedBy(
          { stack, document: properties['KeyPolicy'], holders: [], self: values.arnOf(resource), asksWhence: true },
          values,
        )
      case 'AWS::DynamoDB::Table':
        return allowedBy(
          { stack, document: at(properties, 'ResourcePolicy', 'PolicyDocument'), holders: [], self: values.arnOf(resource) },
          values,
        )
      case 'AWS::Lambda::Permission': {
        const named = values.textOf(stack, properties['FunctionName'])
        return [
          {
            holder: values.textOf(stack, properties['Principal']),
            action: `${values.textOf(stack, properties['Action'])}${properties['SourceArn'] === undefined ? fromAnywhere : ''}`,
            resource: functionArn(named, resources, values),
          },
        ]
      }
      default:
        return []
    }
  })
  return distinct(rights)
}

/** A function may be named by its name or by its ARN. */
const functionArn = (named: string, resources: readonly TemplateResource[], values: Values): string => {
  const found = resources.find(
    (resource) =>
      resource.type === 'AWS::Lambda::Function' &&
      (values.arnOf(resource) === named || values.textOf(resource.stack, resource.properties['FunctionName']) === named),
  )
  return found ? values.arnOf(found) : named
}
