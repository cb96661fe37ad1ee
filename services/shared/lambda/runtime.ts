import { uuidv7 } from 'uuidv7'
import * as z from 'zod'
import type { County } from '#counties/county.ts'
import { loadTracer } from './load-tracer.ts'
import { createLog } from './log.ts'
import type { Log } from './log.ts'
import type { Tracer } from './trace.ts'

/** Where a function runs, as its wiring sees it: the cloud and one machine differ here and nowhere else. */
export interface Runtime {
  readonly county: County
  readonly environment: Readonly<Record<string, string | undefined>>
  /** RFC 3339 in UTC. */
  readonly clock: () => string
  /** A UUIDv7. */
  readonly newId: () => string
  readonly log: Log
  /** Undefined where nobody collects traces; they are carried on all the same. */
  readonly tracer?: Tracer
  /** Options for every AWS client: nothing in the cloud, endpoint and credentials on one machine. */
  readonly awsClient: (service: 'dynamodb' | 'sqs' | 'sfn' | 'cloudwatch' | 'sesv2') => object
}

export const cloudRuntime = async (county: County): Promise<Runtime> => {
  const clock = (): string => new Date().toISOString()
  const log = createLog((line) => process.stdout.write(`${line}\n`), clock, { county: county.id })
  return {
    county,
    environment: process.env,
    clock,
    newId: uuidv7,
    log,
    tracer: await loadTracer(process.env[traceCollector], county, log),
    awsClient: () => ({}),
  }
}

/** Grouped by inbox: Lambda gives all variables of a function 4 kB together, and a queue's address is long. */
const inboxRoutes = z.object({
  queueUrl: z.string(),
  events: z.array(z.object({ type: z.string(), phase: z.string().optional() })),
})

const jsonText = z.string().transform((value): unknown => JSON.parse(value))

/** A service whose queues are watched: what they are called, and the function that fills the others' queues from its outbox. */
const watchedService = z.object({
  name: z.string(),
  inbox: z.string(),
  deadLetters: z.string(),
  relay: z.string().optional(),
  relayFailures: z.string().optional(),
  scheduleFailures: z.string().optional(),
})
export type WatchedService = z.infer<typeof watchedService>

/** Every environment variable that any function reads, with its form. infra/ and local/ set exactly these. */
export const environmentVariables = {
  TABLE_NAME: z.string().min(1),
  /** Which inbox takes which event: `[{ queueUrl, events: [{ type, phase? }] }]`. */
  EVENT_ROUTES: jsonText
    .pipe(z.array(inboxRoutes))
    .transform((inboxes) => inboxes.flatMap(({ queueUrl, events }) => events.map((event) => ({ ...event, queueUrl })))),
  /** Where an inbox puts what it cannot take, and after how many tries: `{ queueUrl, afterReceives }`. */
  DEAD_LETTERS: jsonText.pipe(z.object({ queueUrl: z.string().min(1), afterReceives: z.int().positive() })),
  /** All inboxes in the order of the flow; a queue's address is `queuesUrl` and its name. */
  WATCHED_QUEUES: jsonText.pipe(z.object({ queuesUrl: z.string().min(1), services: z.array(watchedService) })),
  STATE_MACHINE_ARN: z.string().min(1),
  API_URL: z.url(),
  OPENID_ISSUER: z.url(),
  OPENID_CLIENT_ID: z.string().min(1),
  CONSOLE_URL: z.url(),
  /** In whose name mail is sent. */
  MAIL_SENDER: z.email(),
} as const

/**
 * Where traces go, by OpenTelemetry's own name: the only variable that may be missing, and the only one whose form stops
 * nothing.
 */
export const traceCollector = 'OTEL_EXPORTER_OTLP_ENDPOINT'

export type EnvironmentVariable = keyof typeof environmentVariables

/** Read once, at cold start, and typed: a missing or malformed variable stops the function before any request. */
export const readEnvironment = <const Names extends readonly EnvironmentVariable[]>(
  runtime: Pick<Runtime, 'environment'>,
  ...names: Names
): { [Name in Names[number]]: z.infer<(typeof environmentVariables)[Name]> } =>
  // Object.fromEntries loses the names' own types that the mapped type gives back.
  Object.fromEntries(names.map((name) => [name, environmentVariables[name].parse(runtime.environment[name])])) as never
