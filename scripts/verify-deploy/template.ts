import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { isList, isObject, textIn } from './json.ts'
import type { Json } from './json.ts'

/** The templates of a county as `cdk synth` writes them, and what they come to where they are deployed. */

const json: z.ZodType<Json> = z.json()

const template = z.looseObject({
  Parameters: z.record(z.string(), z.record(z.string(), json)).optional(),
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Properties: z.record(z.string(), json).default({}),
      DependsOn: z.array(z.string()).optional(),
    }),
  ),
})
export type Template = z.infer<typeof template>

const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      properties: z.object({ templateFile: z.string().optional() }).optional(),
    }),
  ),
})

const readManifest = (assembly: string) => manifest.parse(JSON.parse(readFileSync(path.join(assembly, 'manifest.json'), 'utf8')))

/** The account that an assembly is for, which the CDK has asked the endpoint about. */
export const accountOf = (assembly: string): string => {
  const environments = Object.values(readManifest(assembly).artifacts).map(({ environment }) => environment)
  const account = environments.map((environment) => /^aws:\/\/(\d{12})\//.exec(environment ?? '')?.[1]).find(Boolean)
  if (account === undefined) throw new Error('the assembly is for no account')
  return account
}

export interface StackTemplate {
  readonly stack: string
  readonly file: string
  readonly template: Template
}

/** Every stack of an assembly that the CDK has written. */
export const readTemplates = (assembly: string): readonly StackTemplate[] => {
  return Object.entries(readManifest(assembly).artifacts).flatMap(([stack, { type, properties }]) => {
    if (type !== 'aws:cloudformation:stack' || !properties?.templateFile) return []
    const file = path.join(assembly, properties.templateFile)
    return [{ stack, file, template: template.parse(JSON.parse(readFileSync(file, 'utf8'))) }]
  })
}

/** What CloudFormation knows at deployment and a template does not. */
export interface Deployed {
  readonly account: string
  readonly region: string
  readonly parameters: Readonly<Record<string, string>>
  /** The output ApiUrl. */
  readonly apiUrl: string
}

export interface Resource {
  readonly stack: string
  readonly id: string
  readonly type: string
  /** With what they come to; what CloudFormation names by itself is `<id.attribute>`. */
  readonly properties: Readonly<Record<string, Json>>
}

const nameProperties: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
  'AWS::Logs::LogGroup': 'LogGroupName',
}

const arnParts: Readonly<Record<string, readonly [service: string, prefix: string]>> = {
  'AWS::DynamoDB::Table': ['dynamodb', 'table/'],
  'AWS::SQS::Queue': ['sqs', ''],
  'AWS::Lambda::Function': ['lambda', 'function:'],
  'AWS::StepFunctions::StateMachine': ['states', 'stateMachine:'],
  'AWS::Logs::LogGroup': ['logs', 'log-group:'],
}

/** A table's stream has the time of its making in its name. */
export const anyStream = '*'

const attributeOf = (
  { Type, Properties }: Template['Resources'][string],
  id: string,
  attribute: string | undefined,
  { account, region, apiUrl }: Deployed,
): string => {
  const unknown = `<${id}${attribute === undefined ? '' : `.${attribute}`}>`
  if (Type === 'AWS::ApiGatewayV2::Api' && attribute === 'ApiEndpoint') return apiUrl
  const name = Properties[nameProperties[Type] ?? '']
  const [service, prefix] = arnParts[Type] ?? []
  if (typeof name !== 'string' || service === undefined) return unknown
  const arn = `arn:aws:${service}:${region}:${account}:${prefix}${name}`
  switch (attribute) {
    case 'Arn':
      return arn
    case 'StreamArn':
      return `${arn}/stream/${anyStream}`
    case undefined:
      return Type === 'AWS::StepFunctions::StateMachine' ? arn : name
    default:
      return unknown
  }
}

/** Replaces what a template refers to by what it comes to. */
export const resolve = (value: Json, { Resources }: Template, deployed: Deployed): Json => {
  const inner = (part: Json): Json => resolve(part, { Resources }, deployed)
  if (isList(value)) return value.map(inner)
  if (!isObject(value)) return value
  const [[key, argument] = ['', undefined], ...others] = Object.entries(value)
  if (others.length === 0) {
    if (key === 'Ref' && typeof argument === 'string') {
      const known: Readonly<Record<string, string>> = {
        'AWS::AccountId': deployed.account,
        'AWS::Region': deployed.region,
        'AWS::Partition': 'aws',
        'AWS::URLSuffix': 'amazonaws.com',
        ...deployed.parameters,
      }
      const resource = Resources[argument]
      return resource ? attributeOf(resource, argument, undefined, deployed) : (known[argument] ?? `<${argument}>`)
    }
    if (key === 'Fn::GetAtt' && isList(argument)) {
      const [id, attribute] = argument.map(textIn)
      const resource = Resources[id ?? '']
      return resource ? attributeOf(resource, id ?? '', attribute, deployed) : `<${id}.${attribute}>`
    }
    if (key === 'Fn::Join' && isList(argument) && isList(argument[1]))
      return argument[1].map((part) => textIn(inner(part))).join(textIn(argument[0]))
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inner(part)]))
}

/** All resources of all stacks, with what their properties come to. */
export const resourcesOf = (templates: readonly StackTemplate[], deployed: Deployed): readonly Resource[] =>
  templates.flatMap(({ stack, template: one }) =>
    Object.entries(one.Resources).map(([id, { Type: type, Properties }]) => ({
      stack,
      id,
      type,
      // An object with keys of its own stays one.
      properties: resolve(Properties, one, deployed) as Readonly<Record<string, Json>>,
    })),
  )
