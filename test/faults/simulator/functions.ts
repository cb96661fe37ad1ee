import type { Context } from 'aws-lambda'
import { phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { kalmar } from '#counties/kalmar.ts'
import type { FunctionKind, ServiceDeclaration } from '#lambda/declaration.ts'
import type { Log } from '#lambda/log.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { met } from '#phase/criterion.ts'
import { createPhaseApi, createPhaseInbox, createPhaseTasks } from '#phase/lambda/functions.ts'
import { definePhase } from '#phase/phase.ts'
import type { PhaseDefinition } from '#phase/phase.ts'
import { eventRoutes } from '../../../infra/event-routes.ts'
import { create as createIdeasApi } from '../../../services/ideas/lambda/api.ts'
import { create as createIdeasInbox } from '../../../services/ideas/lambda/inbox.ts'
import { services } from '../../../services/services.ts'
import type { AwsService } from './aws-call.ts'
import { retriesHere } from './client-retries.ts'
import { invocationHere } from './invocation.ts'
import { deadLettersOf, maxReceiveCount, queueUrlOf } from './queues.ts'

export type AnyFunction = (event: unknown, context: Context) => Promise<unknown>

/** By key: `gates-relay`. */
export type Functions = ReadonlyMap<string, AnyFunction>

export const functionKeyOf = (service: string, kind: FunctionKind): string => `${service}-${kind}`

/**
 * A phase without sections or opinions: the flow is what is tried here, and a case that needs little writing goes
 * through it in few calls. Everything around them is the product's own, the benefit assessment with its criterion too.
 */
const emptied = (phase: Phase): PhaseDefinition =>
  definePhase({
    phase,
    purpose: { sv: 'Prov', en: 'Trial' },
    components: ['acquisition'],
    sections: [],
    criteria: [
      {
        id: 'always',
        name: { sv: 'Alltid uppfyllt', en: 'Always met' },
        isMandatory: false,
        evidence: [],
        source: 'faults',
        judge: () => met({ sv: 'Prov', en: 'Trial' }),
      },
    ],
    valueOf: () => 0,
    handOver: () => ({}),
    nextFollowUpOn: () => '2035-01-01',
  })

const emptyPhases = new Map<string, PhaseDefinition>(phases.map((phase) => [phase, emptied(phase)]))

const silent: Log = { write: () => undefined, with: () => silent }

interface HttpRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()]

/** In place of the network: the call goes to the world of whoever is running, and its answer comes from there. */
const requestHandlerOf = (service: AwsService) => ({
  handle: async ({ headers, body }: HttpRequest) => {
    const operation = headers['x-amz-target']?.split('.').at(-1) ?? ''
    const input: unknown = JSON.parse(typeof body === 'string' ? body : decoder.decode(body))
    const answer = await invocationHere().send({ service, operation, input })
    return {
      response: {
        statusCode: answer.statusCode,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
        body: encoder.encode(JSON.stringify(answer.body)),
      },
    }
  },
  metadata: { handlerProtocol: 'http/1.1' },
  destroy: () => undefined,
})

/** Nobody checks a signature here, and making one is half of what a call costs. */
const unsigned = { sign: async (request: unknown) => request }

const runtimeOf = (service: ServiceDeclaration): Runtime => ({
  county: kalmar,
  environment: {
    TABLE_NAME: service.name,
    EVENT_ROUTES: JSON.stringify(eventRoutes(service, services, queueUrlOf)),
    DEAD_LETTERS: JSON.stringify({ queueUrl: queueUrlOf(deadLettersOf(service.name)), afterReceives: maxReceiveCount }),
    // Nobody redrives here.
    WATCHED_QUEUES: JSON.stringify({ queuesUrl: queueUrlOf(''), services: [] }),
    STATE_MACHINE_ARN: 'arn:aws:states:eu-north-1:000000000000:stateMachine:decision-gate',
    // Nobody watches the forum here, so no mail is sent.
    MAIL_SENDER: kalmar.mail.sender,
    CONSOLE_URL: kalmar.mail.consoleUrl,
  },
  clock: () => invocationHere().clock(),
  newId: () => invocationHere().newId(),
  log: silent,
  awsClient: (name) => ({
    region: 'eu-north-1',
    endpoint: 'https://aws.invalid',
    credentials: { accessKeyId: 'simulator', secretAccessKey: 'simulator' },
    signer: unsigned,
    retryStrategy: retriesHere(name),
    requestHandler: requestHandlerOf(name),
    // Speed alone: the client's chain of middleware is made once and not for each call, and nobody reads its log.
    cacheMiddleware: true,
    logger: {},
  }),
})

const createFunction = async (service: ServiceDeclaration, kind: FunctionKind): Promise<AnyFunction> => {
  const runtime = runtimeOf(service)
  const phase = emptyPhases.get(service.name)
  if (phase && kind !== 'relay') {
    // Each is called with its own kind of event, as Lambda does.
    if (service.name === 'ideas' && kind === 'api') return createIdeasApi(runtime, undefined, phase) as AnyFunction
    if (service.name === 'ideas' && kind === 'inbox') return createIdeasInbox(runtime, undefined, phase) as AnyFunction
    const makers = { api: createPhaseApi, inbox: createPhaseInbox, tasks: createPhaseTasks } as const
    return makers[kind](runtime, phase) as AnyFunction
  }
  // Every function's file exports a `create` that takes the runtime.
  const module = (await import(`../../../services/${service.name}/lambda/${kind}.ts`)) as {
    create: (runtime: Runtime) => AnyFunction
  }
  return module.create(runtime)
}

/** The product's functions, made once: what they work in is the world of the invocation that runs them. */
export const createFunctions = async (): Promise<Functions> =>
  new Map(
    await Promise.all(
      services.flatMap((service) =>
        service.functions.map(async (kind) => [functionKeyOf(service.name, kind), await createFunction(service, kind)] as const),
      ),
    ),
  )
