import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inject } from 'vitest'
import type { County } from '#counties/county.ts'
import { countyIds, readCounty } from '../../infra/deployment.ts'

/** What a county deploys, as the templates of its stacks say. */

const root = path.resolve(import.meta.dirname, '..', '..')

export const account = '111122223333'

/** A template's JSON, as loosely typed as it is. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }

/** By the name of the stack. */
export type Templates = Readonly<Record<string, { readonly [key: string]: Json }>>

export interface Resource {
  readonly stack: string
  readonly id: string
  readonly type: string
  readonly properties: { readonly [key: string]: Json }
  readonly deletionPolicy: Json
  readonly dependsOn: readonly string[]
}

export interface Installation {
  readonly county: County
  readonly templates: ReadonlyMap<string, { readonly [key: string]: Json }>
  readonly resources: readonly Resource[]
  readonly ofType: (type: string) => readonly Resource[]
}

export const everyCounty = await countyIds()

export const decisionGateFile = path.join(root, 'services', 'gates', 'decision-gate.asl.json')

/** The templates, synthesised by whichever test file of the run is the first to ask for them. */
const templatesOf = async (countyId: string, context: Readonly<Record<string, string>>): Promise<Templates> => {
  const name = encodeURIComponent([countyId, ...Object.entries(context).flat()].join(' '))
  const file = path.join(inject('installations'), `${name}.json`)
  // Written below.
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Templates
  // The construct library takes long to load, and is not needed where the templates are there.
  const { synthesise } = await import('./synthesise.ts')
  const { templates } = await synthesise(countyId, context)
  const own = `${file}.${process.pid}`
  writeFileSync(own, JSON.stringify(templates))
  renameSync(own, file)
  return templates
}

export const installationOf = async (countyId: string, synthesised: Templates): Promise<Installation> => {
  const county = await readCounty(countyId)
  if (!county) throw new Error(`${countyId} is no county`)
  const templates = new Map(Object.entries(synthesised))
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
  return { county, templates, resources, ofType: (type) => resources.filter((resource) => resource.type === type) }
}

/** @param context what the deployment is given beside the county, as `cdk synth --context` is */
export const createInstallation = async (
  countyId: string,
  context: Readonly<Record<string, string>> = {},
): Promise<Installation> => installationOf(countyId, await templatesOf(countyId, context))

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
