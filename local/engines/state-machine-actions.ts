import * as z from 'zod'
import { isToken } from './execution-runner.ts'
import type { ExecutionRunner } from './execution-runner.ts'
import type { Answer, Execution, ExecutionStore } from './execution-store.ts'

/** A refusal carries the name that the SDK makes an error class of. */
export type ActionResult = { readonly body: object } | { readonly refused: string; readonly message: string }

const longestDataCharacters = 262_144
const largestPage = 1_000
const defaultPage = 100

const data = z.string().max(longestDataCharacters)
const errorName = z.string().max(256).optional()
const cause = z.string().max(32_768).optional()
const taskToken = z.string().min(1).max(2_048)
const executionArn = z.string().min(1).max(256)

const requests = {
  StartExecution: z.object({
    stateMachineArn: z.string(),
    name: z.string().min(1).max(80).optional(),
    input: data.default('{}'),
  }),
  SendTaskSuccess: z.object({ taskToken, output: data }),
  SendTaskFailure: z.object({ taskToken, error: errorName, cause }),
  DescribeExecution: z.object({ executionArn }),
  ListExecutions: z.object({
    stateMachineArn: z.string(),
    statusFilter: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']).optional(),
    maxResults: z.int().min(0).max(largestPage).default(0),
    nextToken: z.string().optional(),
  }),
  StopExecution: z.object({ executionArn, error: errorName, cause }),
}
type Requests = { [Action in keyof typeof requests]: z.infer<(typeof requests)[Action]> }

export interface ActionsSettings {
  readonly store: ExecutionStore
  readonly runner: ExecutionRunner
  readonly stateMachineArn: string
  readonly executionArnOf: (name: string) => string
  readonly now: () => number
}

/** What Step Functions answers to each request, in its own words and with its own refusals. */
export const createStateMachineActions = ({ store, runner, stateMachineArn, executionArnOf, now }: ActionsSettings) => {
  const find = (arn: string): Execution | undefined => store.find(arn.replace(executionArnOf(''), ''))
  const noExecution = (arn: string): ActionResult => refused('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)
  const noMachine = (arn: string): ActionResult => refused('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`)

  const started = ({ name, startedAt }: Execution): ActionResult =>
    done({ executionArn: executionArnOf(name), startDate: startedAt / 1000 })

  const answer = (token: string, given: Answer): ActionResult => {
    if (runner.answer(token, given)) return done({})
    return isToken(token)
      ? refused('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'")
      : refused('InvalidToken', "Invalid Token: 'Invalid token'")
  }

  const actions: { [Action in keyof Requests]: (request: Requests[Action]) => ActionResult } = {
    StartExecution({ stateMachineArn: arn, name = crypto.randomUUID(), input }) {
      if (arn !== stateMachineArn) return noMachine(arn)
      if (/[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u.test(name)) return refused('InvalidName', `Invalid Name: '${name}'`)
      if (!isJson(input)) return refused('InvalidExecutionInput', 'Invalid State Machine Execution Input: not JSON')
      const existing = store.find(name)
      // A name is free for the same request again only as long as the execution runs.
      if (existing?.status === 'RUNNING' && existing.input === input) return started(existing)
      if (existing !== undefined) return refused('ExecutionAlreadyExists', `Execution Already Exists: '${executionArnOf(name)}'`)
      const execution = store.start(name, input, now())
      runner.run(execution)
      return started(execution)
    },

    SendTaskSuccess({ taskToken: token, output }) {
      if (!isJson(output)) return refused('InvalidOutput', 'Invalid Output: not JSON')
      return answer(token, { output })
    },

    SendTaskFailure: ({ taskToken: token, error = 'States.TaskFailed', cause: why = '' }) => answer(token, { error, cause: why }),

    DescribeExecution({ executionArn: arn }) {
      const execution = find(arn)
      return execution === undefined ? noExecution(arn) : done({ ...summaryOf(execution), ...detailsOf(execution) })
    },

    ListExecutions({ stateMachineArn: arn, statusFilter: status, maxResults, nextToken }) {
      if (arn !== stateMachineArn) return noMachine(arn)
      const before = nextToken === undefined ? undefined : Number(nextToken)
      if (Number.isNaN(before)) return refused('InvalidToken', `Invalid Token: '${nextToken}'`)
      const { executions, next } = store.list({ status, before, limit: maxResults || defaultPage })
      return done({ executions: executions.map(summaryOf), ...(next !== undefined && { nextToken: String(next) }) })
    },

    StopExecution({ executionArn: arn, error, cause: why }) {
      const execution = find(arn)
      if (execution === undefined) return noExecution(arn)
      runner.abort(execution.name, { status: 'ABORTED', error, cause: why })
      return done({ stopDate: (store.find(execution.name)?.stoppedAt ?? now()) / 1000 })
    },
  }

  const summaryOf = ({ name, status, startedAt, stoppedAt }: Execution) => ({
    executionArn: executionArnOf(name),
    stateMachineArn,
    name,
    status,
    startDate: startedAt / 1000,
    ...(stoppedAt !== undefined && { stopDate: stoppedAt / 1000 }),
  })

  const performOne = <Action extends keyof Requests>(action: Action, body: string): ActionResult => {
    // One schema out of a union of schemas: TypeScript does not see that it belongs to this action.
    const request = (requests[action] as unknown as z.ZodType<Requests[Action]>).safeParse(JSON.parse(body || '{}'))
    return request.success ? actions[action](request.data) : refused('ValidationException', z.prettifyError(request.error))
  }

  return {
    perform(action: string, body: string): ActionResult {
      if (!isJson(body || '{}')) return refused('SerializationException', 'The request is not JSON')
      return isAction(action) ? performOne(action, body) : refused('UnknownOperationException', `Not supported here: ${action}`)
    },
  }
}

const isAction = (action: string): action is keyof Requests => Object.hasOwn(requests, action)

const done = (body: object): ActionResult => ({ body })
const refused = (code: string, message: string): ActionResult => ({ refused: code, message })

const detailsOf = ({ input, output, error, cause: why }: Execution) => ({
  input,
  inputDetails: { included: true },
  ...(output !== undefined && { output, outputDetails: { included: true } }),
  ...(error !== undefined && { error }),
  ...(why !== undefined && { cause: why }),
})

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
