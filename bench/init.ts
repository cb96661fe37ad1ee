import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { styleText } from 'node:util'
import { bundleCounty, functionKey, functionSources } from '../infra/county-functions.ts'
import { buildAssets } from '../scripts/build-assets.ts'
import { services } from '../services/services.ts'
import { traceCollector } from '../services/shared/lambda/runtime.ts'
import type { EnvironmentVariable } from '../services/shared/lambda/runtime.ts'

/**
 * What a cold start costs: the size of each function as it is deployed, and how long Node takes to load it and
 * make its handler, here, in a process of its own. Lambda's own times are longer, but in the same order.
 */

const countyId = 'kalmar'
/** Of what is read before the first request; 1 kB is 1,000 bytes. */
const maxKilobytes = 550
const runs = 5

const root = path.resolve(import.meta.dirname, '..')

const environment = {
  TABLE_NAME: 'kalmar-ideas',
  EVENT_ROUTES: '[]',
  DEAD_LETTERS: '{"queueUrl":"https://queues.example/dead-letters","afterReceives":10}',
  WATCHED_QUEUES: '{"queuesUrl":"https://queues.example/","services":[]}',
  STATE_MACHINE_ARN: 'arn:aws:states:eu-north-1:111122223333:stateMachine:kalmar-decision-gate',
  API_URL: 'https://api.example',
  OPENID_ISSUER: 'https://id.example',
  OPENID_CLIENT_ID: 'behovsflodet-console',
  CONSOLE_URL: 'https://console.example',
  MAIL_SENDER: 'behovsflodet@county.example',
} as const satisfies Record<EnvironmentVariable, string>

const lambdaEnvironment = {
  AWS_REGION: 'eu-north-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
}

const loadScript = (file: string): string => `
const startedAt = performance.now()
const { handler } = await import(${JSON.stringify(file)})
if (typeof handler !== 'function') throw new Error('no handler')
process.stdout.write(String(performance.now() - startedAt))
`

/** @returns milliseconds, or what went wrong. */
const load = (file: string, more: Readonly<Record<string, string>> = {}): number | string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', loadScript(file)], {
    env: { ...environment, ...lambdaEnvironment, ...more },
    encoding: 'utf8',
  })
  return status === 0 ? Number(stdout) : (stderr.split('\n').find((line) => /Error/.test(line)) ?? 'it did not load')
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

interface Row {
  readonly name: string
  readonly kilobytes: number
  readonly loadMs: number | string
  /** With a collector of traces, so that the tracer beside the function is loaded too. */
  readonly tracedMs: number | string
}

const isFine = ({ kilobytes, loadMs, tracedMs }: Row): boolean =>
  kilobytes <= maxKilobytes && typeof loadMs === 'number' && typeof tracedMs === 'number'

const columns = { name: 24, figure: 10 } as const

const inColumn = (result: number | string): string =>
  typeof result === 'number' ? result.toFixed(0).padStart(columns.figure) : `  ${result}`

const printed = ({ name, kilobytes, loadMs, tracedMs }: Row): string =>
  [name.padEnd(columns.name), kilobytes.toFixed(1).padStart(columns.figure), inColumn(loadMs), inColumn(tracedMs)].join('')

/** The median of some loads, or the first failure. */
const loadsOf = (file: string, more?: Readonly<Record<string, string>>): number | string => {
  const loads = Array.from({ length: runs }, () => load(file, more))
  return loads.find((result) => typeof result === 'string') ?? median(loads.filter((result) => typeof result === 'number'))
}

await buildAssets()
const bundles = await bundleCounty(functionSources(services), countyId, path.join(root, 'dist', 'bench', countyId))
const rows = functionSources(services).map((source): Row => {
  const name = functionKey(source)
  const bundle = bundles.get(name)
  if (!bundle) throw new Error(`no bundle for ${name}`)
  const file = path.join(bundle.directory, 'index.mjs')
  return {
    name,
    kilobytes: bundle.bytes / 1_000,
    loadMs: loadsOf(file),
    tracedMs: loadsOf(file, { [traceCollector]: 'http://127.0.0.1:4318' }),
  }
})

process.stdout.write(
  `${'function'.padEnd(columns.name)}${['kB', 'load ms', 'traced ms'].map((head) => head.padStart(columns.figure)).join('')}\n`,
)
for (const row of rows) process.stdout.write(`${isFine(row) ? printed(row) : styleText('red', printed(row))}\n`)
const failed = rows.filter((row) => !isFine(row))
const [largest] = rows.toSorted((one, other) => other.kilobytes - one.kilobytes)
process.stdout.write(
  `\n${rows.length} functions, median of ${runs} loads each; nearest its limit is ${largest?.name}: ${largest?.kilobytes.toFixed(1)} kB of ${maxKilobytes}. ${
    failed.length === 0 ? 'All within.' : `Not within: ${failed.map(({ name }) => name).join(', ')}.`
  }\n`,
)
if (failed.length > 0) process.exitCode = 1
