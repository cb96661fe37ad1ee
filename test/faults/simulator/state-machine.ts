import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { failed, succeeded } from './aws-call.ts'
import type { AwsAnswer, AwsCall } from './aws-call.ts'
import type { Ending } from './invocation.ts'
import type { Cancel, VirtualTime } from './virtual-time.ts'
import type { Wait } from './wait.ts'

/**
 * Runs services/gates/decision-gate.asl.json itself, as a Standard workflow, for what that file uses of the
 * language: tasks that call a function at once or wait for a token, choices, retries, catches, timeouts. Anything
 * else in it stops the simulator.
 */

const retrier = z.strictObject({
  ErrorEquals: z.array(z.enum(['States.ALL', 'States.TaskFailed'])),
  IntervalSeconds: z.number(),
  MaxAttempts: z.number(),
  BackoffRate: z.number(),
  MaxDelaySeconds: z.number(),
})
const reference = z.string().startsWith('$')
const choice = z.union([
  z.strictObject({ Variable: reference, StringEquals: z.string(), Next: z.string() }),
  z.strictObject({ Variable: reference, BooleanEquals: z.boolean(), Next: z.string() }),
])
const state = z.discriminatedUnion('Type', [
  z.strictObject({
    Type: z.literal('Task'),
    Comment: z.string().optional(),
    Resource: z.enum(['arn:aws:states:::lambda:invoke', 'arn:aws:states:::lambda:invoke.waitForTaskToken']),
    Parameters: z.strictObject({ FunctionName: z.string(), Payload: z.record(z.string(), z.string()) }),
    ResultSelector: z.record(z.string(), reference).optional(),
    ResultPath: z.union([z.null(), z.literal('$.request')]),
    TimeoutSeconds: z.number().optional(),
    TimeoutSecondsPath: reference.optional(),
    Retry: z.array(retrier).length(1),
    Catch: z
      .array(z.strictObject({ ErrorEquals: z.tuple([z.literal('States.ALL')]), ResultPath: z.null(), Next: z.string() }))
      .optional(),
    Next: z.string().optional(),
    End: z.literal(true).optional(),
  }),
  z.strictObject({ Type: z.literal('Choice'), Comment: z.string().optional(), Choices: z.array(choice), Default: z.string() }),
  z.strictObject({ Type: z.literal('Succeed') }),
])
type State = z.infer<typeof state>
type Task = Extract<State, { Type: 'Task' }>

const machine = z
  .strictObject({ Comment: z.string(), StartAt: z.string(), States: z.record(z.string(), state) })
  .parse(
    JSON.parse(
      readFileSync(path.resolve(import.meta.dirname, '../../../services/gates/decision-gate.asl.json'), 'utf8'),
    ) as unknown,
  )

export interface Execution {
  readonly name: string
  readonly input: string
  status: 'running' | 'succeeded' | 'failed'
  /** The state that it is in, and what it holds there. */
  at: string
  data: object
  /** How often the state's task has been begun again. */
  retries: number
  /** Of the attempt that is under way. */
  token: string | undefined
}

export interface MachineState {
  readonly executions: readonly Execution[]
  /** Tokens given out so far. */
  readonly tokens: number
}

export interface StateMachine {
  readonly answer: (call: AwsCall) => AwsAnswer
  readonly state: () => MachineState
  /** The time of an attempt is out. */
  readonly wake: (wait: Extract<Wait, { kind: 'timeout' }>) => void
  /** What was kept is due in the new county as well. */
  readonly keep: (wait: Extract<Wait, { kind: 'timeout' }>, milliseconds: number) => void
}

interface StateMachineParts {
  readonly time: VirtualTime<Wait>
  /** Calls the gates' tasks. */
  readonly invoke: (payload: unknown) => Promise<Ending>
  /** The function has done its step, and the machine does not hear of it. */
  readonly isResultLost: () => boolean
}

type Outcome = { readonly kind: 'done'; readonly value: unknown } | { readonly kind: 'failed' | 'timedOut' }

const startInput = z.strictObject({ stateMachineArn: z.string(), name: z.string(), input: z.string() })
const successInput = z.strictObject({ taskToken: z.string(), output: z.string() })

const valueAt = (data: unknown, at: string): unknown =>
  at
    .split('.')
    .slice(1)
    // What is not an object has no fields; the language calls that a fault of the definition.
    .reduce((value, name) => (value as Record<string, unknown>)[name], data)

const filled = (template: Readonly<Record<string, string>>, data: unknown, token: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(template).map(([name, value]) => [
      name.replace(/\.\$$/, ''),
      !name.endsWith('.$') ? value : value === '$$.Task.Token' ? token : valueAt(data, value),
    ]),
  )

const isWaitingFor = ({ Resource: resource }: Task): boolean => resource.endsWith('.waitForTaskToken')

const stateNamed = (name: string): State => {
  const found = machine.States[name]
  if (!found) throw new Error(`no state ${name}`)
  return found
}

/** Only whoever is in a task has an attempt under way. */
const taskOf = ({ at }: Execution): Task => {
  const found = stateNamed(at)
  if (found.Type !== 'Task') throw new Error(`${at} is no task`)
  return found
}

export const createStateMachine = (
  { time, invoke, isResultLost }: StateMachineParts,
  from: MachineState = { executions: [], tokens: 0 },
): StateMachine => {
  const executions = from.executions.map((execution) => ({ ...execution }))
  let { tokens } = from
  /** What takes back the timeout of an attempt that has ended, by its token. */
  const timeouts = new Map<string, Cancel>()

  const keepTimeout = (execution: string, token: string, milliseconds: number): void =>
    void timeouts.set(token, time.keep(milliseconds, { kind: 'timeout', execution, token }))

  const attempt = (execution: Execution): void => {
    const task = taskOf(execution)
    tokens += 1
    const token = `token-${tokens}`
    execution.token = token
    const seconds = Number(task.TimeoutSecondsPath ? valueAt(execution.data, task.TimeoutSecondsPath) : task.TimeoutSeconds)
    if (isWaitingFor(task)) keepTimeout(execution.name, token, seconds * 1_000)
    else
      timeouts.set(
        token,
        time.after(seconds * 1_000, () => end(execution, token, { kind: 'timedOut' })),
      )
    void invoke(filled(task.Parameters.Payload, execution.data, token)).then((ending) => {
      if (ending.kind !== 'returned' || isResultLost()) end(execution, token, { kind: 'failed' })
      else if (!isWaitingFor(task)) end(execution, token, { kind: 'done', value: { Payload: ending.value } })
    })
  }

  const enter = (execution: Execution, name: string): void => {
    execution.at = name
    const current = stateNamed(name)
    if (current.Type === 'Succeed') {
      execution.status = 'succeeded'
      return
    }
    if (current.Type === 'Task') {
      execution.retries = 0
      attempt(execution)
      return
    }
    const chosen = current.Choices.find((one) => {
      const value = valueAt(execution.data, one.Variable)
      return 'StringEquals' in one ? value === one.StringEquals : value === one.BooleanEquals
    })
    enter(execution, chosen?.Next ?? current.Default)
  }

  /** What becomes of a state whose attempt has not come to its end: another attempt, another state, or the end of all. */
  const fail = (execution: Execution, isTimeout: boolean): void => {
    const { Retry: retriers, Catch: catchers = [] } = taskOf(execution)
    const [retry] = retriers
    const isRetried = retry?.ErrorEquals.includes('States.ALL') || !isTimeout
    if (retry && isRetried && execution.retries < retry.MaxAttempts) {
      const seconds = Math.min(retry.IntervalSeconds * retry.BackoffRate ** execution.retries, retry.MaxDelaySeconds)
      execution.retries += 1
      time.after(seconds * 1_000, () => attempt(execution))
      return
    }
    const [catcher] = catchers
    if (catcher) enter(execution, catcher.Next)
    else execution.status = 'failed'
  }

  const end = (execution: Execution, token: string, outcome: Outcome): void => {
    timeouts.get(token)?.()
    timeouts.delete(token)
    if (execution.token !== token) return
    execution.token = undefined
    if (outcome.kind !== 'done') return fail(execution, outcome.kind === 'timedOut')
    const { ResultSelector: selector, ResultPath: resultPath, Next: next } = taskOf(execution)
    const result = selector ? filled(selector, outcome.value, '') : outcome.value
    if (resultPath !== null) execution.data = { ...execution.data, request: result }
    if (next === undefined) execution.status = 'succeeded'
    else enter(execution, next)
  }

  const start = (input: unknown): AwsAnswer => {
    const { name, input: text } = startInput.parse(input)
    const known = executions.find((execution) => execution.name === name)
    // The same start of an execution that is running is the same execution.
    if (known?.status === 'running' && known.input === text) return succeeded({ executionArn: name, startDate: 0 })
    if (known) return failed('ExecutionAlreadyExists')
    const execution: Execution = {
      name,
      input: text,
      status: 'running',
      at: machine.StartAt,
      // The input is an object: valueAt would not find the request in anything else.
      data: JSON.parse(text) as object,
      retries: 0,
      token: undefined,
    }
    executions.push(execution)
    time.after(10, () => enter(execution, machine.StartAt))
    return succeeded({ executionArn: name, startDate: 0 })
  }

  const resume = (input: unknown): AwsAnswer => {
    const { taskToken, output } = successInput.parse(input)
    const execution = executions.find(({ token }) => token === taskToken)
    if (!execution || !isWaitingFor(taskOf(execution))) return failed('TaskTimedOut')
    end(execution, taskToken, { kind: 'done', value: JSON.parse(output) })
    return succeeded({})
  }

  return {
    state: () => ({ executions: executions.map((execution) => ({ ...execution })), tokens }),
    wake: ({ execution, token }) => {
      const found = executions.find(({ name }) => name === execution)
      if (found) end(found, token, { kind: 'timedOut' })
    },
    keep: ({ execution, token }, milliseconds) => keepTimeout(execution, token, milliseconds),
    answer: ({ operation, input }) => {
      if (operation === 'StartExecution') return start(input)
      if (operation === 'SendTaskSuccess') return resume(input)
      throw new Error(`an operation that the simulator does not know: ${operation}`)
    },
  }
}
