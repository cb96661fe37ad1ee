import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { failed, succeeded } from './aws-call.ts'
import type { AwsAnswer, AwsCall } from './aws-call.ts'
import type { Ending } from './invocation.ts'
import type { VirtualTime } from './virtual-time.ts'

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
    Next: z.string(),
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

interface Execution {
  readonly name: string
  readonly input: string
  status: 'running' | 'succeeded' | 'failed'
}

export interface StateMachine {
  readonly answer: (call: AwsCall) => AwsAnswer
  readonly executions: readonly Execution[]
}

interface StateMachineParts {
  readonly time: VirtualTime
  /** Calls the gates' tasks. */
  readonly invoke: (payload: unknown) => Promise<Ending>
  /** The function has done its step, and the machine does not hear of it. */
  readonly isResultLost: () => boolean
}

type Outcome = { readonly isDone: true; readonly value: unknown } | { readonly isDone: false; readonly isTimeout: boolean }

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

export const createStateMachine = ({ time, invoke, isResultLost }: StateMachineParts): StateMachine => {
  const executions: Execution[] = []
  const waits = new Map<string, (output: unknown) => void>()
  let tokens = 0

  const attempt = (task: Task, data: unknown): Promise<Outcome> =>
    new Promise((resolve) => {
      tokens += 1
      const token = `token-${tokens}`
      const isWaiting = task.Resource.endsWith('.waitForTaskToken')
      const end = (outcome: Outcome): void => {
        waits.delete(token)
        resolve(outcome)
      }
      const seconds = Number(task.TimeoutSecondsPath ? valueAt(data, task.TimeoutSecondsPath) : task.TimeoutSeconds)
      time.after(seconds * 1_000, () => end({ isDone: false, isTimeout: true }))
      if (isWaiting) waits.set(token, (value) => end({ isDone: true, value }))
      void invoke(filled(task.Parameters.Payload, data, token)).then((ending) => {
        if (ending.kind !== 'returned' || isResultLost()) end({ isDone: false, isTimeout: false })
        else if (!isWaiting) end({ isDone: true, value: { Payload: ending.value } })
      })
    })

  /** @returns the data after the state, or undefined when neither retries nor catches are left. */
  const runTask = async (task: Task, data: object): Promise<{ next: string; data: object } | undefined> => {
    const [retry] = task.Retry
    for (let retries = 0; ; retries += 1) {
      // An attempt begins only when the one before has failed.
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await attempt(task, data)
      if (outcome.isDone) {
        const result = task.ResultSelector ? filled(task.ResultSelector, outcome.value, '') : outcome.value
        return { next: task.Next, data: task.ResultPath === null ? data : { ...data, request: result } }
      }
      const isRetried = retry?.ErrorEquals.includes('States.ALL') || !outcome.isTimeout
      if (!retry || !isRetried || retries >= retry.MaxAttempts) {
        const [catcher] = task.Catch ?? []
        return catcher && { next: catcher.Next, data }
      }
      const seconds = Math.min(retry.IntervalSeconds * retry.BackoffRate ** retries, retry.MaxDelaySeconds)
      // oxlint-disable-next-line no-await-in-loop
      await time.pause(seconds * 1_000)
    }
  }

  const run = async (execution: Execution): Promise<void> => {
    // The input is an object: valueAt would not find the request in anything else.
    let data = JSON.parse(execution.input) as object
    for (let name = machine.StartAt; ;) {
      const current = machine.States[name]
      if (!current) throw new Error(`no state ${name}`)
      if (current.Type === 'Succeed') {
        execution.status = 'succeeded'
        return
      }
      if (current.Type === 'Choice') {
        const chosen = current.Choices.find((one) => {
          const value = valueAt(data, one.Variable)
          return 'StringEquals' in one ? value === one.StringEquals : value === one.BooleanEquals
        })
        name = chosen?.Next ?? current.Default
        continue
      }
      // oxlint-disable-next-line no-await-in-loop -- one state after the other
      const after = await runTask(current, data)
      if (!after) {
        execution.status = 'failed'
        return
      }
      name = after.next
      data = after.data
    }
  }

  const start = (input: unknown): AwsAnswer => {
    const { name, input: text } = startInput.parse(input)
    const known = executions.find((execution) => execution.name === name)
    // The same start of an execution that is running is the same execution.
    if (known?.status === 'running' && known.input === text) return succeeded({ executionArn: name, startDate: 0 })
    if (known) return failed('ExecutionAlreadyExists')
    const execution: Execution = { name, input: text, status: 'running' }
    executions.push(execution)
    time.after(10, () => void run(execution))
    return succeeded({ executionArn: name, startDate: 0 })
  }

  return {
    executions,
    answer: ({ operation, input }) => {
      if (operation === 'StartExecution') return start(input)
      if (operation !== 'SendTaskSuccess') throw new Error(`an operation that the simulator does not know: ${operation}`)
      const { taskToken, output } = successInput.parse(input)
      const resume = waits.get(taskToken)
      if (!resume) return failed('TaskTimedOut')
      resume(JSON.parse(output))
      return succeeded({})
    },
  }
}
