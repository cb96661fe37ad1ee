import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import * as z from 'zod'
import type { AnyEvent } from '#contracts/event.ts'
import { anyEvent } from '#contracts/event.ts'
import { apiEvent } from '#lambda/testing/api-call.ts'
import type { ApiCall } from '#lambda/testing/api-call.ts'
import { services } from '../../../services/services.ts'
import type { AwsAnswer, AwsCall, AwsService, SendCall } from './aws-call.ts'
import { freshRetries, noRetries } from './client-retries.ts'
import type { RetryStrategy } from './client-retries.ts'
import { createDatabase, textOf, transaction } from './database.ts'
import type { Database, Tables, Written } from './database.ts'
import { entryOf } from './entry-of.ts'
import { callKinds, connectionLost, inConflict, throttled } from './faults.ts'
import type { CallFault, CallKind, FaultPlan, Telling } from './faults.ts'
import { functionKeyOf } from './functions.ts'
import type { AnyFunction, Functions } from './functions.ts'
import { currentInvocation } from './invocation.ts'
import type { Ending, Invocation } from './invocation.ts'
import { createQueues } from './queues.ts'
import type { Queues, QueuesState } from './queues.ts'
import type { Random } from './random.ts'
import { createStateMachine } from './state-machine.ts'
import type { MachineState, StateMachine } from './state-machine.ts'
import { createStreams } from './streams.ts'
import type { Streams } from './streams.ts'
import type { Cancel, VirtualTime } from './virtual-time.ts'
import type { Wait } from './wait.ts'

/** A defect that is put around a piece of the product on purpose, to see that the harness finds it. */
export interface SeededBug {
  readonly name: string
  /** Around every call that a function makes. */
  readonly aroundCall?: (send: SendCall, functionKey: string) => SendCall
  /** Around a function. */
  readonly aroundFunction?: (run: AnyFunction, functionKey: string) => AnyFunction
}

export interface InjectedFault {
  readonly kind: CallKind
  readonly fault: CallFault
  /** Whether the run of the function came to its end all the same, or its work was begun again. */
  readonly outcome: 'went on' | 'came again'
}

export interface HttpAnswer {
  readonly status: number
  readonly etag: string | undefined
  readonly body: unknown
}

/** A call that a function made. */
export interface MadeCall {
  readonly kind: CallKind
  /** Counted from 0 within the county. */
  readonly invocation: number
}

/** A run of a function: what it was called for, by the ids of its messages or records, its step, its request. */
export interface Work {
  readonly functionKey: string
  readonly subjects: readonly string[]
}

export interface WorldState {
  readonly tables: Tables
  readonly queues: QueuesState
  readonly sequence: bigint
  readonly machine: MachineState
  /** Ids given out so far. */
  readonly ids: number
}

export interface World {
  readonly time: VirtualTime<Wait>
  readonly random: Random
  readonly database: Database
  readonly queues: Queues
  readonly streams: Streams
  readonly machine: StateMachine
  /** Every call so far, in order. */
  readonly calls: readonly MadeCall[]
  /** Every run of a function so far, in order. */
  readonly works: readonly Work[]
  readonly injected: readonly InjectedFault[]
  readonly lost: Readonly<Record<Telling, number>>
  /** Of a world at rest. */
  readonly state: () => WorldState
  /** An HTTP call; undefined when no answer came back, whatever it has done. */
  readonly ask: (service: string, call: ApiCall) => Promise<HttpAnswer | undefined>
  readonly invoke: (functionKey: string, event: unknown) => Promise<Ending>
}

/** What a world is like, apart from what goes wrong in it. */
export interface Nature {
  /** How long something takes, and whatever else the world itself leaves to chance. */
  readonly random: Random
  /** For each run of a function: what it gets when it asks for chance. */
  readonly chance: () => () => number
  /** Whether AWS clients try again by themselves, as they do in the cloud. */
  readonly areCallsRetried: boolean
  /** How long until the indexes of a table show a row that has been written, in milliseconds; at once when left out. */
  readonly indexLag: (() => number) | undefined
}

interface WorldParts {
  readonly time: VirtualTime<Wait>
  readonly nature: Nature
  readonly functions: Functions
  readonly plan: FaultPlan
  readonly bug: SeededBug | undefined
  /** Told of every transaction, and of the events in it. */
  readonly committed: (table: string, written: readonly Written[], events: readonly AnyEvent[]) => void
}

/** As in infra/constructs/service-function.ts. */
const timeoutMilliseconds: Readonly<Record<string, number>> = { api: 10_000, inbox: 10_000, relay: 30_000, tasks: 60_000 }

const noContext = {} as Context // no function of ours looks at it

/** These are a relay's; whoever else makes them is seen as one, since a seeded bug may have an inbox do it. */
const relayed: ReadonlySet<string> = new Set(['SendMessageBatch', 'StartExecution', 'SendTaskSuccess'])

const kindOf = (functionKey: string, { operation }: AwsCall): CallKind => {
  const [service, kind] = functionKey.split('-')
  const caller = relayed.has(operation) ? 'relay' : kind === 'tasks' ? (service === 'gates' ? 'step' : 'schedule') : kind
  const found = callKinds.find((one) => one === `${caller} ${operation}`)
  if (!found) throw new Error(`a call that the list of calls does not have: ${caller} ${operation}`)
  return found
}

const batchAnswer = z.object({ batchItemFailures: z.array(z.unknown()) })
const httpAnswer = z.object({ statusCode: z.number() })

const isClean = (ending: Ending): boolean => {
  if (ending.kind !== 'returned') return false
  const asBatch = batchAnswer.safeParse(ending.value)
  if (asBatch.success) return asBatch.data.batchItemFailures.length === 0
  const asHttp = httpAnswer.safeParse(ending.value)
  return !asHttp.success || asHttp.data.statusCode < 500
}

/** Of an event's row in the outbox, as services/shared/lambda/unit-of-work.ts writes it. */
const eventPrefix = 'OUT#'

const eventsOf = (written: readonly Written[]): AnyEvent[] =>
  written.flatMap(({ before, after }) =>
    before === undefined && textOf(after, 'sk').startsWith(eventPrefix)
      ? [anyEvent.parse(JSON.parse(textOf(after, 'body')))]
      : [],
  )

const forWork = z.union([
  z.object({ Records: z.array(z.union([z.object({ messageId: z.string() }), z.object({ eventID: z.string() })])) }),
  z.object({ routeKey: z.string(), rawPath: z.string() }),
  z.object({ step: z.string(), requestId: z.string() }),
  z.object({ schedule: z.string() }),
])

const subjectsOf = (event: unknown): readonly string[] => {
  const work = forWork.parse(event)
  if ('Records' in work) return work.Records.map((record) => ('messageId' in record ? record.messageId : record.eventID))
  return [Object.values(work).join(' ')]
}

/** One county in memory: tables, streams, queues, the state machine, and the product's functions between them. */
export const createWorld = (
  { time, nature, functions, plan, bug, committed }: WorldParts,
  from: Partial<WorldState> = {},
): World => {
  const { random } = nature
  const calls: MadeCall[] = []
  const works: Work[] = []
  const injected: InjectedFault[] = []
  const lost: Record<Telling, number> = { 'queue delete': 0, 'stream checkpoint': 0, 'machine result': 0, 'http answer': 0 }
  let { ids = 0 } = from

  const isLost = (telling: Telling) => (): boolean => {
    const isHit = plan.isLost(telling)
    if (isHit) lost[telling] += 1
    return isHit
  }

  const newId = (): string => {
    ids += 1
    const milliseconds = time.now().toString(16).padStart(12, '0')
    return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7000-8000-${ids.toString(16).padStart(12, '0')}`
  }

  const answerOf = (call: AwsCall, fault: CallFault | undefined): AwsAnswer => {
    if (fault === 'throttle') return throttled(call)
    if (fault === 'conflict') return inConflict(transaction.parse(call.input).TransactItems.length)
    if (call.service === 'dynamodb') return database.answer(call)
    if (call.service === 'sfn') return machine.answer(call)
    if (call.operation === 'SendMessage') return queues.sendOne(call.input)
    // At least the first of a partial batch is not taken.
    return queues.send(call.input, (position) => fault !== 'partial' || (position > 0 && random.isHit(0.5)))
  }

  const sendFor =
    (invocation: () => Invocation): SendCall =>
    (call) =>
      new Promise((resolve, reject) => {
        const running = invocation()
        // Nobody is there any more to make the call, or to hear what comes of it.
        if (!running.isAlive()) return
        const kind = kindOf(running.functionKey, call)
        const fault = plan.ofCall(kind, calls.length)
        calls.push({ kind, invocation: running.number })
        if (fault) running.hits.push({ kind, fault })
        time.after(plan.latency(fault), () => {
          // What is on its way arrives; what had not been sent yet when the function died never is.
          if (!running.isAlive() && fault !== 'delay') return
          if (fault === 'crashBefore') return running.end({ kind: 'crashed' })
          if (fault === 'lostRequest') return reject(connectionLost())
          const answer = answerOf(call, fault)
          if (fault === 'crashAfter') return running.end({ kind: 'crashed' })
          if (fault === 'lostAnswer') return reject(connectionLost())
          if (running.isAlive()) resolve(answer)
        })
      })

  const invoke: World['invoke'] = (functionKey, event) =>
    new Promise((resolve) => {
      const plain = functions.get(functionKey)
      if (!plain) throw new Error(`no function ${functionKey}`)
      let isAlive = true
      const cancels = new Set<Cancel>()
      const after = (milliseconds: number, action: () => void): Cancel => {
        if (!isAlive) return () => undefined
        const cancel = time.after(milliseconds, () => {
          cancels.delete(cancel)
          action()
        })
        cancels.add(cancel)
        return cancel
      }
      const strategies = new Map<AwsService, RetryStrategy>()
      const plainSend = sendFor(() => invocation)
      const invocation: Invocation = {
        functionKey,
        number: works.length,
        hits: [],
        isAlive: () => isAlive,
        end: (ending) => {
          if (!isAlive) return
          isAlive = false
          for (const cancel of cancels) cancel()
          const outcome = isClean(ending) ? 'went on' : 'came again'
          injected.push(...invocation.hits.map((hit) => ({ ...hit, outcome }) as const))
          resolve(ending)
        },
        send: bug?.aroundCall?.(plainSend, functionKey) ?? plainSend,
        clock: () => new Date(time.now()).toISOString(),
        newId,
        random: nature.chance(),
        after,
        retries: (service) => (nature.areCallsRetried ? entryOf(strategies, service, () => freshRetries(service)) : noRetries),
      }
      works.push({ functionKey, subjects: subjectsOf(event) })
      const run = bug?.aroundFunction?.(plain, functionKey) ?? plain
      currentInvocation.run(invocation, () => {
        run(event, noContext).then(
          (value) => invocation.end({ kind: 'returned', value }),
          (fault: unknown) => invocation.end({ kind: 'failed', fault }),
        )
      })
      after(timeoutMilliseconds[functionKey.split('-')[1] ?? ''] ?? 0, () => invocation.end({ kind: 'timedOut' }))
    })

  const streams = createStreams(
    {
      time,
      random,
      deliver: (service, event) => invoke(functionKeyOf(service, 'relay'), event),
      isCheckpointLost: isLost('stream checkpoint'),
    },
    from.sequence,
  )
  const indexes = new Map(services.map(({ name, indexes: declared }) => [name, declared]))
  const database = createDatabase(
    {
      indexesOf: (table) => indexes.get(table) ?? [],
      committed: (table, written) => {
        streams.committed(table, written)
        committed(table, written, eventsOf(written))
      },
      now: time.now,
      indexLag: nature.indexLag,
    },
    from.tables,
  )
  const queues = createQueues(
    {
      time,
      random,
      deliver: (service, event) => invoke(functionKeyOf(service, 'inbox'), event),
      isDeleteLost: isLost('queue delete'),
    },
    from.queues,
  )
  const machine = createStateMachine(
    {
      time,
      invoke: (payload) => invoke(functionKeyOf('gates', 'tasks'), payload),
      isResultLost: isLost('machine result'),
    },
    from.machine,
  )

  const isAnswerLost = isLost('http answer')
  const ask: World['ask'] = async (service, call) => {
    const ending = await invoke(functionKeyOf(service, 'api'), apiEvent(call))
    if (ending.kind !== 'returned' || isAnswerLost()) return undefined
    // What every api function answers.
    const { statusCode = 0, headers = {}, body = '' } = ending.value as APIGatewayProxyStructuredResultV2
    const etag = headers['etag']
    return {
      status: statusCode,
      etag: etag === undefined ? undefined : String(etag),
      body: body === '' ? undefined : (JSON.parse(body) as unknown),
    }
  }

  return {
    time,
    random,
    database,
    queues,
    streams,
    machine,
    calls,
    works,
    injected,
    lost,
    ask,
    invoke,
    state: () => ({
      tables: database.tables(),
      queues: queues.state(),
      sequence: streams.sequence(),
      machine: machine.state(),
      ids,
    }),
  }
}
