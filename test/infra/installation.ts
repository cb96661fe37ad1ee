import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { App } from 'aws-cdk-lib'
import type { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { afterAll } from 'vitest'
import * as z from 'zod'
import { services } from '../../services/services.ts'
import { countyIds, readDeployment } from '../../infra/deployment.ts'
import type { Deployment } from '../../infra/deployment.ts'
import { createStackSet } from '../../infra/stack-set.ts'

/** A county's stacks as CloudFormation would get them, with a stand-in for the functions' code. */

const root = path.resolve(import.meta.dirname, '..', '..')

export const account = '111122223333'

/** A template's JSON, as loosely typed as it is. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }

export interface Resource {
  readonly stack: string
  readonly id: string
  readonly type: string
  readonly properties: { readonly [key: string]: Json }
  readonly deletionPolicy: Json
  readonly dependsOn: readonly string[]
}

export interface Installation {
  readonly app: App
  readonly deployment: Deployment
  readonly stacks: readonly Stack[]
  readonly templates: ReadonlyMap<string, { readonly [key: string]: Json }>
  readonly resources: readonly Resource[]
  readonly ofType: (type: string) => readonly Resource[]
}

export const everyCounty = await countyIds()

const cdkContext = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(path.join(root, 'cdk.json'), 'utf8'))).context

const scratch = mkdtempSync(path.join(tmpdir(), 'behovsflodet-infra-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const standInCode = (): string => {
  const directory = mkdtempSync(path.join(scratch, 'code-'))
  writeFileSync(path.join(directory, 'index.mjs'), 'export const handler = async () => ({})\n')
  return directory
}

export const decisionGateFile = path.join(root, 'services', 'gates', 'decision-gate.asl.json')

export const createInstallation = async (
  countyId: string,
  context: Readonly<Record<string, string>> = {},
): Promise<Installation> => {
  const app = new App({
    outdir: mkdtempSync(path.join(scratch, 'out-')),
    context: { ...cdkContext, county: countyId, ...context },
  })
  const read = await readDeployment((name) => app.node.tryGetContext(name), account)
  if (!read.ok) throw new Error(read.message)
  const code = standInCode()
  const stacks = createStackSet(app, {
    deployment: read.deployment,
    services,
    codeOf: () => Code.fromAsset(code),
    decisionGateFile,
  })
  const templates = new Map(
    stacks.map((stack): [string, Readonly<Record<string, Json>>] => [stack.stackName, Template.fromStack(stack).toJSON()]),
  )
  const resources = [...templates].flatMap(([stack, template]) =>
    Object.entries(
      template['Resources'] as Readonly<
        Record<string, { Type: string; Properties?: Resource['properties']; DeletionPolicy?: string; DependsOn?: string[] }>
      >, // CloudFormation's own shape
    ).map(([id, { Type: type, Properties: properties = {}, DeletionPolicy: deletionPolicy, DependsOn: dependsOn = [] }]) => ({
      stack,
      id,
      type,
      properties,
      deletionPolicy,
      dependsOn,
    })),
  )
  return {
    app,
    deployment: read.deployment,
    stacks,
    templates,
    resources,
    ofType: (type) => resources.filter((resource) => resource.type === type),
  }
}

// Array.isArray alone would make it any[].
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** What a value comes to in the account that the tests deploy to; a reference to a resource becomes its id. */
export const plain = (value: Json): string => {
  if (value === null || typeof value !== 'object') return String(value)
  if (isList(value)) return value.map(plain).join('')
  const [[key, inner] = ['', undefined]] = Object.entries(value)
  if (key === 'Ref')
    return inner === 'AWS::AccountId'
      ? account
      : inner === 'AWS::URLSuffix'
        ? 'amazonaws.com'
        : inner === 'AWS::Partition'
          ? 'aws'
          : `<${plain(inner)}>`
  if (key === 'Fn::GetAtt' && isList(inner)) return `<${plain(inner[0])}.${plain(inner[1])}>`
  // Fn::Join holds its separator and its parts.
  if (key === 'Fn::Join' && isList(inner) && isList(inner[1])) return list(inner[1]).map(plain).join(plain(inner[0]))
  throw new Error(`not plain: ${JSON.stringify(value)}`)
}

/** A property by its path; undefined when any step is missing. */
export const at = (value: Json, ...steps: readonly (string | number)[]): Json =>
  steps.reduce<Json>(
    (inner, step) =>
      inner !== null && typeof inner === 'object' ? (inner as Readonly<Record<string | number, Json>>)[step] : undefined,
    value,
  )

export const list = (value: Json): readonly Json[] => (isList(value) ? value : value === undefined ? [] : [value])

/** The id of the resource that a Ref or a Fn::GetAtt points at. */
export const target = (value: Json): string | undefined => {
  const ref = at(value, 'Ref') ?? at(value, 'Fn::GetAtt', 0)
  return typeof ref === 'string' ? ref : undefined
}

/** Told by every test file, so that a run shows what it looked at. */
export const covered = (what: string): void => {
  process.stdout.write(`      infra: ${what}\n`)
}
