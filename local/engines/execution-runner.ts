import { randomUUID } from 'node:crypto'
import { StateMachine } from 'aws-local-stepfunctions'
import type { StateMachineDefinition } from 'aws-local-stepfunctions'
import type { Answer, Ending, Execution, ExecutionStore } from './execution-store.ts'
import { createHostedStates } from './hosted-states.ts'
import { sleepUntil } from './long-timer.ts'
import type { PreparedMachine } from './machine-definition.ts'

export interface ExecutionRunner {
  /** Runs an execution to its end: from its start, or from the wait that it stood in when an earlier process ended. */
  run(execution: Execution): void
  /** Gives the wait with this token its answer. False when no wait has the token any more. */
  answer(token: string, answer: Answer): boolean
  /** Ends an execution from outside; what it has begun is not undone. */
  abort(name: string, ending: Ending): void
  /** Leaves every execution as it stands, for a later process to go on with. */
  close(): void
}

export interface RunnerSettings {
  readonly machine: PreparedMachine
  readonly store: ExecutionStore
  readonly invoke: (functionName: string, payload: unknown) => Promise<unknown>
  readonly stateMachineArn: string
  readonly executionArnOf: (name: string) => string
  /** How long a second of the definition lasts, in seconds. */
  readonly timeScale: number
  readonly now: () => number
  /** No wait stays longer than this in one Task of the interpreter, which gives up after 24 days. */
  readonly longestTaskMs?: number
}

type JsonValue = Parameters<StateMachine['run']>[0]

const twentyDaysMs = 20 * 86_400_000
const resumeState = 'Resume'

/** A token names its execution, so that the token of a closed wait can be told from nonsense. */
const newToken = (execution: string): string => `${Buffer.from(execution).toString('base64url')}.${randomUUID()}`
const executionOfToken = (token: string): string => Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()
export const isToken = (token: string): boolean => /^[\w-]+\.[0-9a-f-]{36}$/.test(token)

/** Runs executions of one state machine in aws-local-stepfunctions, so that their waits outlive the process. */
export const createExecutionRunner = (settings: RunnerSettings): ExecutionRunner => {
  const { machine, store, invoke, stateMachineArn, executionArnOf, timeScale, now, longestTaskMs = twentyDaysMs } = settings
  const running = new Map<string, AbortController>()
  const waiting = new Map<string, (answer: Answer) => void>()

  const run = (execution: Execution): void => {
    const { name, startedAt } = execution
    const stop = new AbortController()
    running.set(name, stop)
    const remembered = store.waitOf(name)
    // A later version of the definition may have no such state any more.
    const resumed = remembered !== undefined && machine.hosted[remembered.state] !== undefined ? remembered : undefined
    const hostedStates = createHostedStates({
      waits: {
        enter: (wait) => store.wait(name, wait),
        current: () => store.waitOf(name),
        delivered: (token) => store.delivered(name, token),
        durable: () => store.durable(),
      },
      waiting,
      resumed,
      newToken: () => newToken(name),
      invoke,
      signal: stop.signal,
      timeScale,
      now,
      longestTaskMs,
    })

    const { result, abort } = interpreterOf(machine, resumed?.state).run(parsed(execution.input), {
      overrides: {
        taskResourceLocalHandlers: {
          ...Object.fromEntries(
            Object.entries(machine.hosted).map(([state, kind]) => [state, hostedStates.handlerOf(state, kind)]),
          ),
          [resumeState]: () => parsed(resumed?.input ?? 'null'),
        },
      },
      context: {
        Execution: { Id: executionArnOf(name), Name: name },
        StateMachine: { Id: stateMachineArn },
        Host: { StartTime: new Date(startedAt).toISOString() },
        Task: hostedStates.task,
      },
    })
    stop.signal.addEventListener('abort', abort)
    result
      .then(
        (output) => end(name, { status: 'SUCCEEDED', output: JSON.stringify(output ?? null) }),
        (error: unknown) => end(name, failureOf(error)),
      )
      .catch(storeHasTold)
    if (machine.timeoutSeconds !== undefined) {
      sleepUntil(startedAt + machine.timeoutSeconds * 1000 * timeScale, now, stop.signal)
        .then(
          () => end(name, { status: 'TIMED_OUT', error: 'States.Timeout' }),
          () => undefined,
        )
        .catch(storeHasTold)
    }
  }

  /** Only the first ending of an execution counts, and none after `close`. */
  const end = (name: string, ending: Ending): void => {
    const stop = running.get(name)
    if (stop === undefined) return
    running.delete(name)
    store.end(name, ending, now())
    stop.abort()
  }

  return {
    run,
    answer(token, answer) {
      const resolve = waiting.get(token)
      if (resolve === undefined) return false
      store.answer(executionOfToken(token), token, answer)
      waiting.delete(token)
      resolve(answer)
      return true
    },
    abort: end,
    close() {
      const stops = [...running.values()]
      running.clear()
      for (const stop of stops) stop.abort()
    },
  }
}

/** An ending that could not be written; the execution stands as it stood, and the next start goes on with it. */
const storeHasTold = (): void => undefined

/** Starts at the machine's start, or enters the state that an earlier process left off in, with that state's input. */
const interpreterOf = ({ startAt, states }: PreparedMachine, resumedState: string | undefined): StateMachine => {
  const definition =
    resumedState === undefined
      ? { StartAt: startAt, States: states }
      : {
          StartAt: resumeState,
          States: { ...states, [resumeState]: { Type: 'Task', Resource: resumeState, Next: resumedState } },
        }
  // Validated before it was prepared; what the preparation adds is outside the interpreter's schema and type.
  return new StateMachine(definition as unknown as StateMachineDefinition, { validationOptions: { noValidate: true } })
}

// JSON is what the type says; the interpreter does not export its name.
const parsed = (text: string): JsonValue => JSON.parse(text) as JsonValue

const failureOf = (error: unknown): Ending => {
  // The interpreter wraps what a state threw.
  const thrown = error instanceof Error && error.cause instanceof Error ? error.cause : undefined
  return { status: 'FAILED', error: thrown?.name ?? 'States.Runtime', cause: thrown?.message ?? String(error) }
}
