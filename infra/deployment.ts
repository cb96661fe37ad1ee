import { readdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import { county as countySchema } from '#counties/county.ts'
import type { County } from '#counties/county.ts'

/** What one deployment is made of: a county's configuration and where it runs. */
export interface Deployment {
  readonly county: County
  readonly region: string
  readonly account?: string | undefined
  /** Who gets an e-mail when an alarm goes off. */
  readonly alarmEmail?: string | undefined
  /** Where its traces go: a collector that takes OTLP over HTTP. Without it nothing is traced. */
  readonly traceCollector?: string | undefined
  /** The county's own address; without it the API's own is used. */
  readonly domain?: { readonly name: string; readonly certificateArn: string } | undefined
}

type ReadDeployment = { readonly ok: true; readonly deployment: Deployment } | { readonly ok: false; readonly message: string }

const defaultCounty = 'kalmar'
/** Stockholm: what the county's people write stays in Sweden. */
const defaultRegion = 'eu-north-1'

const countiesDirectory = path.resolve(import.meta.dirname, '..', 'counties')

const context = z.object({
  county: z.string().default(defaultCounty),
  region: z
    .string()
    .regex(/^[a-z]{2}-[a-z]+-\d$/)
    .default(defaultRegion),
  alarmEmail: z.email().optional(),
  traceCollector: z.url({ protocol: /^https?$/ }).optional(),
  domainName: z
    .string()
    .regex(/^[a-z0-9.-]+\.[a-z]{2,}$/)
    .optional(),
  certificateArn: z.string().startsWith('arn:aws:acm:').optional(),
})

/** The counties that have a configuration, by the name of its file. */
export const countyIds = async (): Promise<readonly string[]> =>
  (await readdir(countiesDirectory))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'county.ts')
    .map((file) => path.basename(file, '.ts'))
    .toSorted()

/** A county's configuration. Undefined when its file exports none of that name and id that its schema takes. */
export const readCounty = async (id: string): Promise<County | undefined> => {
  const module = z.record(z.string(), z.unknown()).parse(await import(path.join(countiesDirectory, `${id}.ts`)))
  const read = countySchema.safeParse(module[id])
  return read.success && read.data.id === id ? read.data : undefined
}

const refuse = (message: string): ReadDeployment => ({ ok: false, message })

/**
 * Reads the deployment from the CDK context. What is wrong comes back as one line for the person at the terminal.
 * @param contextValue looks up a context value, as `app.node.tryGetContext` does.
 */
export const readDeployment = async (
  contextValue: (name: string) => unknown,
  account: string | undefined,
): Promise<ReadDeployment> => {
  const values = Object.fromEntries(Object.keys(context.shape).map((name) => [name, contextValue(name)]))
  const parsed = context.safeParse(values)
  if (!parsed.success)
    return refuse(`--context ${parsed.error.issues.map(({ path: [name], message }) => `${String(name)}: ${message}`).join('; ')}`)
  const { county: countyId, region, alarmEmail, traceCollector, domainName, certificateArn } = parsed.data

  const known = await countyIds()
  if (!known.includes(countyId)) return refuse(`--context county=${countyId}: no such county. There are: ${known.join(', ')}`)
  const county = await readCounty(countyId)
  if (!county) return refuse(`counties/${countyId}.ts must export a county named ${countyId} with that id`)

  if ((domainName === undefined) !== (certificateArn === undefined))
    return refuse('--context domainName and certificateArn belong together: give both or neither')
  const domain = domainName !== undefined && certificateArn !== undefined ? { name: domainName, certificateArn } : undefined
  return { ok: true, deployment: { county, region, account, alarmEmail, traceCollector, domain } }
}
