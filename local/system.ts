import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import type {
  APIGatewayProxyEventV2,
  Context,
  DynamoDBBatchResponse,
  DynamoDBStreamEvent,
  SQSBatchResponse,
  SQSEvent,
} from 'aws-lambda'
import { uuidv7 } from 'uuidv7'
import { bundleModule } from '../infra/bundle.ts'
import { eventRoutes } from '../infra/event-routes.ts'
import { names } from '../infra/names.ts'
import { watchedInboxes } from '../infra/watched-queues.ts'
import { buildAssets } from '../scripts/build-assets.ts'
import type { FunctionKind, ServiceDeclaration } from '../services/shared/lambda/declaration.ts'
import { loadTracer } from '../services/shared/lambda/load-tracer.ts'
import { createLog, describeFault } from '../services/shared/lambda/log.ts'
import { traceCollector } from '../services/shared/lambda/runtime.ts'
import type { Runtime } from '../services/shared/lambda/runtime.ts'
import { services as allServices } from '../services/services.ts'
import { ensureTable, startDatabase } from './engines/database.ts'
import { engineClient } from './engines/engine-client.ts'
import { startMailbox } from './engines/mailbox.ts'
import { startMetrics } from './engines/metrics.ts'
import { apiAudience, createOpenIdProvider } from './engines/openid.ts'
import type { OpenIdProvider } from './engines/openid.ts'
import { createPoller } from './engines/poller.ts'
import type { Poller } from './engines/poller.ts'
import { ensureQueue, startQueues } from './engines/queues.ts'
import { startStateMachines } from './engines/state-machines.ts'
import { createGateway } from './gateway.ts'
import type { HttpFunction } from './gateway.ts'
import { openLogFile } from './log-file.ts'
import { createMachineMetrics } from './machine-metrics.ts'
import { observedDatabase } from './observed-database.ts'
import { createOutboxTail } from './outbox-tail.ts'
import { personasOf } from './personas.ts'
import { makeFolder } from './settings.ts'
import type { Settings } from './settings.ts'

/** The whole product in one process tree, from the same declarations and the same functions as in the cloud. */
export interface System {
  readonly url: string
  readonly stop: () => Promise<void>
  /** Resolves with what happened when an engine ends by itself. */
  readonly failed: Promise<Error>
  /** Options for a client of the engines, as the functions get them: for whoever looks in from outside. */
  readonly awsClient: Runtime['awsClient']
  /** Where the mail that has been sent can be read; absent when it goes to another SES. */
  readonly mailboxUrl: string | undefined
}

export type AnyFunction = (event: unknown, context: Context) => Promise<unknown>

/** What runs: the product, or the same machinery under other work, as a benchmark wants it. */
export interface Contents {
  readonly services: readonly ServiceDeclaration[]
  readonly createFunction: (service: string, kind: FunctionKind, runtime: Runtime) => Promise<AnyFunction>
  readonly createConsole: (dataDir: string) => Promise<(runtime: Runtime) => HttpFunction>
}

const productConsole = async (dataDir: string): Promise<(runtime: Runtime) => HttpFunction> => {
  await buildAssets()
  const { directory } = await bundleModule('console/lambda.ts', path.join(dataDir, 'console'), 'console/assets')
  // The query makes Node load the file that has just been made, not one that it remembers; it is console/lambda.ts, bundled.
  const module = (await import(`${path.join(directory, 'index.mjs')}?made=${Date.now()}`)) as {
    create: (runtime: Runtime) => HttpFunction
  }
  return module.create
}

export const product: Contents = {
  services: allServices,
  createFunction: async (service, kind, runtime) => {
    // Every function's file exports a `create` that takes the runtime; what comes out is called with that function's own event.
    const module = (await import(`../services/${service}/lambda/${kind}.ts`)) as { create: (runtime: Runtime) => AnyFunction }
    return module.create(runtime)
  },
  createConsole: productConsole,
}

const root = path.resolve(import.meta.dirname, '..')
const consoleClient = 'console'
const visibilityTimeoutSeconds = 10
const maxReceiveCount = 5
const queueRetentionDays = 14
const inboxBatchSize = 10
const minuteMilliseconds = 60_000
const noContext = {} as Context // no function of ours looks at it

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
const region = 'eu-north-1'

const machineTime = (): string => new Date().toISOString()

/** @param clock what time it is for the functions and for the waits of the state machine; tokens go by the machine's own. */
export const startSystem = async (
  { port, dataDir, county }: Settings,
  contents: Contents = product,
  clock: () => string = machineTime,
): Promise<System> => {
  const { services } = contents
  const stops: (() => Promise<void> | void)[] = []
  const stop = async (): Promise<void> => {
    for (const end of stops.toReversed()) await end()
  }
  try {
    const named = names(county.id)
    makeFolder(dataDir)
    const logFile = openLogFile(path.join(dataDir, 'behovsflodet.log'), (line) => void process.stderr.write(`${line}\n`))
    stops.push(() => logFile.close())
    const log = createLog(logFile.writeLine, clock, { county: county.id })
    const onError = (where: string) => (error: unknown) => log.write('error', where, describeFault(error))

    const external = process.env
    const tracer = await loadTracer(external[traceCollector], county, log)
    const database = external['AWS_ENDPOINT_URL_DYNAMODB']
      ? undefined
      : await startDatabase({ dataDir: path.join(dataDir, 'database') })
    if (database) stops.push(() => database.stop())
    const queues = external['AWS_ENDPOINT_URL_SQS'] ? undefined : await startQueues({ dataDir: path.join(dataDir, 'queues') })
    if (queues) stops.push(() => queues.stop())

    const dynamodb = database && engineClient('dynamodb', database.endpoint)
    const sqs = queues ? engineClient('sqs', queues.endpoint) : { region }
    const client = new DynamoDBClient(dynamodb ?? { region })
    const sqsClient = new SQSClient(sqs)

    await Promise.all(services.map(({ name, indexes }) => ensureTable(client, { name: named.table(name), indexes })))
    const queueUrls = new Map(
      await Promise.all(
        services
          .filter(({ functions }) => functions.includes('inbox'))
          .map(async ({ name }) => {
            const { url } = await ensureQueue(sqsClient, {
              name: named.inbox(name),
              isFifo: true,
              deadLetterName: named.deadLetters(name),
              maxReceiveCount,
              visibilityTimeoutSeconds,
              retentionDays: queueRetentionDays,
            })
            return [name, url] as const
          }),
      ),
    )
    const queueUrlOf = (service: string): string => {
      const url = queueUrls.get(service)
      if (!url) throw new Error(`the service ${service} has no inbox`)
      return url
    }

    // The functions are made when everything that they call is there; the tail and the machine call them back.
    const functions = new Map<string, AnyFunction>()
    const functionsMade = Promise.withResolvers<void>()
    const invoke = (service: string, kind: FunctionKind, event: unknown): Promise<unknown> => {
      const target = functions.get(`${service}-${kind}`)
      if (!target) throw new Error(`no function ${service}-${kind}`)
      return target(event, noContext)
    }

    const relayed = services.filter(({ functions: kinds }) => kinds.includes('relay'))
    const tail = createOutboxTail(
      client,
      new Map(
        relayed.map(({ name }) => [
          named.table(name),
          (event: DynamoDBStreamEvent) => invoke(name, 'relay', event) as Promise<DynamoDBBatchResponse>, // what a relay answers
        ]),
      ),
      onError('outbox'),
      () => Date.parse(clock()),
    )
    const requestHandler = observedDatabase(
      {
        committed: tail.ring,
        inDoubt: (tableName) => void tail.scan(tableName).catch(onError('outbox scan')),
      },
      dynamodb?.requestHandler,
    )

    // What is in it is checked where it is prepared to run.
    const definition = JSON.parse(readFileSync(path.join(root, 'services/gates/decision-gate.asl.json'), 'utf8')) as object
    const machines = await startStateMachines({
      dataDir: path.join(dataDir, 'state-machines'),
      name: named.stateMachine,
      definition,
      // The definition has one placeholder for a function: the gates' tasks. What an earlier process left goes on at once.
      invoke: async (_functionName, payload) => {
        await functionsMade.promise
        return invoke('gates', 'tasks', payload)
      },
      now: () => Date.parse(clock()),
    })
    stops.push(() => machines.stop())

    const relayTables = new Map(relayed.map(({ name }) => [named.function(name, 'relay'), named.table(name)]))
    const metrics = external['AWS_ENDPOINT_URL_CLOUDWATCH']
      ? undefined
      : await startMetrics(
          createMachineMetrics({
            queuesEndpoint: queues?.endpoint,
            outboxOf: (relay) => tail.standing(relayTables.get(relay) ?? ''),
            now: () => Date.parse(clock()),
          }),
        )
    if (metrics) stops.push(() => metrics.stop())

    const mailbox = external['AWS_ENDPOINT_URL_SESV2']
      ? undefined
      : await startMailbox({ dataDir: path.join(dataDir, 'mail'), now: clock, newId: uuidv7 })
    if (mailbox) stops.push(() => mailbox.stop())

    const inboxUrls = [...queueUrls.values()]
    const queuesUrl = inboxUrls[0]?.slice(0, inboxUrls[0].lastIndexOf('/') + 1) ?? ''
    const environmentOf = (service: ServiceDeclaration): Record<string, string> => ({
      TABLE_NAME: named.table(service.name),
      EVENT_ROUTES: JSON.stringify(eventRoutes(service, services, queueUrlOf)),
      DEAD_LETTERS: JSON.stringify({
        queueUrl: `${queuesUrl}${named.deadLetters(service.name)}`,
        afterReceives: maxReceiveCount,
      }),
      WATCHED_QUEUES: JSON.stringify({ queuesUrl, services: watchedInboxes(services, named) }),
      STATE_MACHINE_ARN: machines.stateMachineArn,
      MAIL_SENDER: county.mail.sender,
      CONSOLE_URL: url,
    })
    const sfn = engineClient('sfn', machines.endpoint, machines.requestHandler)
    const awsClient: Runtime['awsClient'] = (service) =>
      service === 'dynamodb'
        ? { region, ...dynamodb, requestHandler }
        : service === 'sqs'
          ? sqs
          : service === 'cloudwatch'
            ? { region, ...(metrics && { endpoint: metrics.endpoint, credentials }) }
            : service === 'sesv2'
              ? { region, ...(mailbox && { endpoint: mailbox.endpoint, credentials }) }
              : sfn
    // Both are told the gateway's address, which holds the port, so they are made once it listens.
    const late: { console?: HttpFunction; openid?: OpenIdProvider } = {}
    const httpFunctions = new Map(
      services.map(({ name }) => [
        name,
        (event: APIGatewayProxyEventV2) => invoke(name, 'api', event) as ReturnType<HttpFunction>,
      ]), // what an api answers
    )
    const gateway = createGateway({
      services,
      functions: httpFunctions,
      console: (event, context) => (late.console ? late.console(event, context) : Promise.resolve({ statusCode: 503 })),
      openid: (request, response) => void late.openid?.handle(request, response).catch(onError('openid')),
      isReady: () => late.openid !== undefined && late.console !== undefined,
      issuer: () => issuer,
      audience: apiAudience,
    })
    const listeningOn = await gateway.listen(port)
    stops.push(() => gateway.close())
    const url = `http://127.0.0.1:${listeningOn}`
    const issuer = `${url}/oidc`

    const runtimeOf = (environment: Record<string, string>): Runtime => ({
      county,
      environment,
      clock,
      newId: uuidv7,
      log,
      tracer,
      awsClient,
    })
    for (const service of services)
      for (const kind of service.functions)
        functions.set(
          `${service.name}-${kind}`,
          await contents.createFunction(service.name, kind, runtimeOf(environmentOf(service))),
        )
    functionsMade.resolve()
    const createConsole = await contents.createConsole(dataDir)

    const openid = await createOpenIdProvider({
      issuer,
      dataDir: path.join(dataDir, 'openid'),
      county,
      personas: personasOf(county),
      clients: [{ id: consoleClient, redirectUris: [`${url}/inloggad`], postLogoutRedirectUris: [`${url}/`] }],
      language: 'sv',
    })
    stops.push(() => openid.stop())
    late.openid = openid
    late.console = createConsole(
      runtimeOf({ API_URL: url, CONSOLE_URL: url, OPENID_ISSUER: issuer, OPENID_CLIENT_ID: consoleClient }),
    )

    const pollers: Poller[] = [...queueUrls].map(([service, queueUrl]) =>
      createPoller({
        client: sqsClient,
        queueUrl,
        batchSize: inboxBatchSize,
        handle: (event: SQSEvent) => invoke(service, 'inbox', event) as Promise<SQSBatchResponse>, // what an inbox answers
        onError: onError(`${service}-inbox`),
      }),
    )
    for (const { name } of relayed) await tail.scan(named.table(name))
    for (const poller of pollers) poller.start()
    stops.push(() => tail.stop())
    stops.push(async () => {
      await Promise.all(pollers.map((poller) => poller.stop()))
    })

    const timers = services.flatMap(({ name, schedules }) =>
      schedules.map(({ name: schedule, everyMinutes }) => {
        const run = (): void => void invoke(name, 'tasks', { schedule }).catch(onError(`${name}-tasks`))
        run()
        return setInterval(run, everyMinutes * minuteMilliseconds)
      }),
    )
    stops.push(() => {
      for (const timer of timers) clearInterval(timer)
    })

    const failed = new Promise<Error>((resolve) => {
      for (const engine of [database, queues, machines]) void engine?.ended.then((error) => error && resolve(error))
    })
    return { url, mailboxUrl: mailbox?.endpoint, stop, failed, awsClient }
  } catch (error) {
    await stop()
    throw error
  }
}
