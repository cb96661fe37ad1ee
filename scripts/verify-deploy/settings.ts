import { parseArgs } from 'node:util'
import type { County } from '#counties/county.ts'
import { loadCounty, settingError } from '../../local/settings.ts'

/** Where the county is deployed: an emulator of our own, somebody's AWS-compatible endpoint, or the caller's AWS account. */
export type Target =
  | { readonly kind: 'emulator' }
  | { readonly kind: 'endpoint'; readonly url: string }
  | { readonly kind: 'aws' }

export interface VerifySettings {
  readonly county: County
  readonly region: string
  readonly target: Target
  /** What `cdk bootstrap` and `cdk deploy` may each take. */
  readonly deployLimitSeconds: number
  /** The https address under which the endpoint reaches the OpenID provider of this run; on this machine alone without it. */
  readonly openid: { readonly publicUrl: string; readonly port: number } | undefined
}

const usage = `npm run verify:deploy             deploys to an emulator of its own on this machine
npm run verify:deploy -- --aws    deploys to the AWS account of the caller's credentials; it must be empty and of no other use
AWS_ENDPOINT_URL=<address>        deploys there instead (docs/emulator.md)`

const defaultLimitSeconds = 300
const defaultRegion = 'eu-north-1'

const readLimit = (value: string | undefined): number => {
  const seconds = value ? Number(value) : defaultLimitSeconds
  if (Number.isFinite(seconds) && seconds > 0) return seconds
  throw settingError({
    sv: `DEPLOY_LIMIT_SECONDS ska vara ett antal sekunder, inte "${value}".`,
    en: `DEPLOY_LIMIT_SECONDS must be a number of seconds, not "${value}".`,
  })
}

const readTarget = (isAws: boolean, endpoint: string | undefined): Target => {
  if (isAws && endpoint)
    throw settingError({
      sv: 'Ange --aws eller AWS_ENDPOINT_URL, inte båda.',
      en: 'Give --aws or AWS_ENDPOINT_URL, not both.',
    })
  if (isAws) return { kind: 'aws' }
  if (!endpoint) return { kind: 'emulator' }
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw settingError({
      sv: `AWS_ENDPOINT_URL ska vara en webbadress, inte "${endpoint}".`,
      en: `AWS_ENDPOINT_URL must be a web address, not "${endpoint}".`,
    })
  return { kind: 'endpoint', url: endpoint.replace(/\/$/, '') }
}

const readOpenid = (publicUrl: string | undefined, port: string | undefined): VerifySettings['openid'] => {
  if (!publicUrl) return undefined
  if (publicUrl.startsWith('https://') && URL.canParse(publicUrl) && Number(port) > 0)
    return { publicUrl: publicUrl.replace(/\/$/, ''), port: Number(port) }
  throw settingError({
    sv: 'OPENID_URL ska vara en https-adress som leder till OPENID_PORT på den här maskinen.',
    en: 'OPENID_URL must be an https address that leads to OPENID_PORT on this machine.',
  })
}

const readOptions = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: { aws: { type: 'boolean', default: false } } }).values
  } catch {
    throw settingError(usage)
  }
}

/** Reads what the caller wants. What is wrong comes back as one line for the person at the keyboard. */
export const readVerifySettings = async (args: readonly string[], environment: NodeJS.ProcessEnv): Promise<VerifySettings> => {
  const target = readTarget(readOptions(args).aws, environment['AWS_ENDPOINT_URL'])
  const openid = readOpenid(environment['OPENID_URL'], environment['OPENID_PORT'])
  if (target.kind === 'aws' && !openid)
    throw settingError({
      sv: 'AWS måste nå den inloggningstjänst som körningen startar: sätt OPENID_URL och OPENID_PORT (docs/emulator.md).',
      en: 'AWS must reach the OpenID provider that this run starts: set OPENID_URL and OPENID_PORT (docs/emulator.md).',
    })
  return {
    county: await loadCounty(environment['COUNTY'] || 'kalmar'),
    region: defaultRegion,
    target,
    deployLimitSeconds: readLimit(environment['DEPLOY_LIMIT_SECONDS']),
    openid,
  }
}
