import { uuidv7 } from 'uuidv7'
import * as z from 'zod'
import type { County } from '#counties/county.ts'
import { createLog } from './log.ts'
import type { Log } from './log.ts'

/** Where a function runs, as its wiring sees it: the cloud and one machine differ here and nowhere else. */
export interface Runtime {
  readonly county: County
  readonly environment: Readonly<Record<string, string | undefined>>
  /** RFC 3339 in UTC. */
  readonly clock: () => string
  /** A UUIDv7. */
  readonly newId: () => string
  readonly log: Log
  /** Options for every AWS client: nothing in the cloud, endpoint and credentials on one machine. */
  readonly awsClient: (service: 'dynamodb' | 'sqs' | 'sfn') => object
}

export const cloudRuntime = (county: County): Runtime => {
  const clock = (): string => new Date().toISOString()
  return {
    county,
    environment: process.env,
    clock,
    newId: uuidv7,
    log: createLog((line) => process.stdout.write(`${line}\n`), clock, { county: county.id }),
    awsClient: () => ({}),
  }
}

/** Grouped by inbox: Lambda gives all variables of a function 4 kB together, and a queue's address is long. */
const inboxRoutes = z.object({
  queueUrl: z.string(),
  events: z.array(z.object({ type: z.string(), phase: z.string().optional() })),
})

/** Every environment variable that any function reads, with its form. infra/ and local/ set exactly these. */
export const environmentVariables = {
  TABLE_NAME: z.string().min(1),
  /** Which inbox takes which event: `[{ queueUrl, events: [{ type, phase? }] }]`. */
  EVENT_ROUTES: z
    .string()
    .transform((value): unknown => JSON.parse(value))
    .pipe(z.array(inboxRoutes))
    .transform((inboxes) => inboxes.flatMap(({ queueUrl, events }) => events.map((event) => ({ ...event, queueUrl })))),
  STATE_MACHINE_ARN: z.string().min(1),
  API_URL: z.url(),
  OPENID_ISSUER: z.url(),
  OPENID_CLIENT_ID: z.string().min(1),
  CONSOLE_URL: z.url(),
} as const

export type EnvironmentVariable = keyof typeof environmentVariables

/** Read once, at cold start, and typed: a missing or malformed variable stops the function before any request. */
export const readEnvironment = <const Names extends readonly EnvironmentVariable[]>(
  runtime: Runtime,
  ...names: Names
): { [Name in Names[number]]: z.infer<(typeof environmentVariables)[Name]> } =>
  // Object.fromEntries loses the names' own types that the mapped type gives back.
  Object.fromEntries(names.map((name) => [name, environmentVariables[name].parse(runtime.environment[name])])) as never
