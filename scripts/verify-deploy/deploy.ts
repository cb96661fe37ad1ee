import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { names } from '../../infra/names.ts'
import { settingError } from '../../local/settings.ts'
import { runCdk } from './cdk.ts'
import type { Endpoint } from './endpoint.ts'
import { rewriteTemplates } from './left-out.ts'
import { createLive } from './live.ts'
import type { Live } from './live.ts'
import type { VerifySettings } from './settings.ts'
import { accountOf, readTemplates, resourcesOf } from './template.ts'
import type { Template } from './template.ts'

const stacksAtOnce = 4

const outputs = z.record(z.string(), z.record(z.string(), z.string()))

export interface DeployParts {
  readonly settings: VerifySettings
  /** The OpenID provider of the county, as its tokens name it. */
  readonly issuer: string
  readonly signal: AbortSignal
  readonly say: (line: string) => void
}

/**
 * Synthesises the county, bootstraps the account and deploys every stack, with the CDK's own command line. Rejects with
 * one line when that fails or takes too long. @param folder of what the CDK writes. @returns what is then there.
 */
export const deploy = async (
  { settings, issuer, signal, say }: DeployParts,
  endpoint: Endpoint,
  folder: string,
): Promise<Live> => {
  const { county, region, deployLimitSeconds: limitSeconds } = settings
  const assembly = path.join(folder, 'cdk.out')
  const outputsFile = path.join(folder, 'outputs.json')
  const cdk = { environment: endpoint.environment, logFile: path.join(folder, 'cdk.log'), limitSeconds, signal }
  const apiStack = names(county.id).stack('api')

  await runCdk(['synth', '--quiet', '--context', `county=${county.id}`, '--output', assembly], cdk)
  const templates = readTemplates(assembly)
  if (endpoint.isEmulator)
    for (const [what, places] of Map.groupBy(rewriteTemplates(templates, issuer.startsWith('http:')), ({ what }) => what))
      say(`  left out for the emulator: ${what}: ${places.map(({ where }) => where).join(', ')}`)
  await runCdk(['bootstrap', '--app', assembly], cdk)
  const provider = `${apiStack}:OpenidIssuer=${issuer}`
  const options = ['--require-approval', 'never', '--concurrency', String(stacksAtOnce), '--outputs-file', outputsFile]
  await runCdk(['deploy', '--all', '--app', assembly, '--parameters', provider, ...options], cdk)
  const apiUrl = outputs.parse(JSON.parse(readFileSync(outputsFile, 'utf8')))[apiStack]?.['ApiUrl']
  if (apiUrl === undefined) throw settingError(`${apiStack} has no output ApiUrl`)
  const defaults = Object.fromEntries(templates.flatMap(({ template }) => parameterDefaults(template)))
  const deployed = { account: accountOf(assembly), region, parameters: { ...defaults, OpenidIssuer: issuer }, apiUrl }
  const resources = resourcesOf(templates, deployed)
  say(`  ${templates.length} stacks with ${resources.length} resources: ${apiUrl}`)
  return createLive(county, endpoint, deployed, resources)
}

const parameterDefaults = ({ Parameters = {} }: Template): readonly (readonly [string, string])[] =>
  Object.entries(Parameters).flatMap(([name, { Default: value }]) => (typeof value === 'string' ? [[name, value] as const] : []))
