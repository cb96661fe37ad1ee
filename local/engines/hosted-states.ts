import type { Answer, Wait } from './execution-store.ts'
import { sleepUntil } from './long-timer.ts'
import { stillWaiting } from './machine-definition.ts'
import type { HostedState } from './machine-definition.ts'
import { functionError, taskError, timeoutError } from './task-error.ts'

export interface HostedStatesSettings {
  /** The wait of this execution on disk. */
  readonly waits: {
    enter(wait: Omit<Wait, 'isDelivered' | 'answer'>): void
    current(): Wait | undefined
    delivered(token: string): void
    /** Resolves when what was entered is on disk. */
    durable(): Promise<void> | undefined
  }
  /** Every wait of this process that can be answered, by token. */
  readonly waiting: Map<string, (answer: Answer) => void>
  /** The wait that an earlier process left off in. */
  readonly resumed: Wait | undefined
  readonly newToken: () => string
  readonly invoke: (functionName: string, payload: unknown) => Promise<unknown>
  /** Aborted when the execution has ended or the process stops. */
  readonly signal: AbortSignal
  readonly timeScale: number
  readonly now: () => number
  readonly longestTaskMs: number
}

/** What machine-definition.ts makes a Task hand over. */
interface HostedTask {
  readonly input: unknown
  readonly arguments?: { readonly FunctionName?: unknown; readonly Payload?: unknown }
  readonly seconds?: unknown
  readonly timestamp?: unknown
}

const isOver = 'the wait is over'

/** What AWS uses where a Task sets no limit. */
const defaultTimeoutSeconds = 99_999_999

/** What one execution's Wait states and function calls do, in place of the interpreter. */
export const createHostedStates = (settings: HostedStatesSettings) => {
  const { waits, waiting, resumed, newToken, invoke, signal, timeScale, now, longestTaskMs } = settings
  /** The state that is entered once more to go on with the wait on disk, not to begin a new one. */
  let continued = resumed?.state
  /** Read as `$$.Task.Token`, in the same turn of the event loop as the handler is called. */
  const task = { Token: resumed?.token ?? newToken() }

  /** Goes on while the wait is entered once more. */
  let delivering: { readonly token: string; readonly end: Promise<never> } | undefined

  const enterWait = (state: string, hosted: HostedTask, token: string | undefined): Wait => {
    const current = continued === state ? waits.current() : undefined
    continued = undefined
    if (current !== undefined) return current
    const wait = { state, input: JSON.stringify(hosted.input), token, endsAt: endOf(hosted, timeScale, now()) }
    waits.enter(wait)
    return { ...wait, isDelivered: false, answer: undefined }
  }

  /** Resolves when the wait ends. A wait that outlasts a Task of the interpreter makes it enter the state once more. */
  const passTime = async ({ state, endsAt, token }: Wait, over: AbortSignal): Promise<void> => {
    const taskEndsAt = now() + longestTaskMs
    await sleepUntil(Math.min(endsAt, taskEndsAt), now, over)
    if (endsAt <= taskEndsAt) return
    continued = state
    if (token !== undefined) task.Token = token
    throw taskError(stillWaiting, 'The wait goes on.')
  }

  const callFunction = async ({
    arguments: { FunctionName: functionName, Payload: payload } = {},
  }: HostedTask): Promise<unknown> => {
    try {
      return await invoke(String(functionName), payload ?? {})
    } catch (error) {
      throw functionError(error)
    }
  }

  const callAndDeliver = async (hosted: HostedTask, token: string): Promise<never> => {
    // Whoever gets the token may answer it after a restart: the wait for it must not be forgotten.
    await waits.durable()
    signal.throwIfAborted()
    await callFunction(hosted)
    waits.delivered(token)
    return never()
  }

  /** Settles as the first of these does, and then lets go of the timer. */
  const firstOf = async (other: Promise<unknown>[], timer: (over: AbortSignal) => Promise<void>): Promise<unknown> => {
    const over = new AbortController()
    const timedOut = timer(AbortSignal.any([signal, over.signal])).then(async () => {
      throw await timeoutError()
    })
    try {
      return await Promise.race([...other, timedOut])
    } finally {
      // A reason of its own, which spares the making of an error for each.
      over.abort(isOver)
    }
  }

  const perform: Record<HostedState, (state: string, hosted: HostedTask) => Promise<unknown>> = {
    async wait(state, hosted) {
      await passTime(enterWait(state, hosted, undefined), signal)
      return null
    },

    async invoke(_state, hosted) {
      const endsAt = Math.min(endOf(hosted, timeScale, now()), now() + longestTaskMs)
      const result = await firstOf([callFunction(hosted)], (over) => sleepUntil(endsAt, now, over))
      return { ExecutedVersion: '$LATEST', StatusCode: 200, Payload: result ?? null }
    },

    async invokeAndWait(state, hosted) {
      const token = task.Token
      // The next entry into a state, a retry of this one included, has a token of its own.
      task.Token = newToken()
      const wait = enterWait(state, hosted, token)
      if (wait.answer !== undefined) return valueOf(wait.answer)
      const answered = new Promise<Answer>((resolve) => waiting.set(token, resolve)).then(valueOf)
      try {
        if (!wait.isDelivered && delivering?.token !== token) delivering = { token, end: callAndDeliver(hosted, token) }
        const delivery = delivering?.token === token ? [delivering.end] : []
        return await firstOf([answered, ...delivery], async (over) => {
          // The function is called before its time begins to run out.
          await waits.durable()
          await passTime(wait, over)
        })
      } finally {
        waiting.delete(token)
      }
    },
  }

  return {
    task,
    handlerOf: (state: string, kind: HostedState) => async (hosted: unknown) => {
      // What has been aborted fails, and Retry would have it tried again: no function is called any more.
      signal.throwIfAborted()
      // The interpreter types everything as JSON; the shape is what machine-definition.ts puts into the state's Parameters.
      return perform[kind](state, hosted as HostedTask) as Promise<never>
    },
  }
}

const endOf = ({ seconds = defaultTimeoutSeconds, timestamp }: HostedTask, timeScale: number, now: number): number => {
  const end = timestamp === undefined ? now + Number(seconds) * 1000 * timeScale : momentOf(timestamp)
  if (Number.isNaN(end)) throw taskError('States.Runtime', `${JSON.stringify(timestamp ?? seconds)} is not a time.`)
  return Math.round(end)
}

const momentOf = (timestamp: unknown): number => (typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN)

const valueOf = (answer: Answer): unknown => {
  if ('output' in answer) return JSON.parse(answer.output)
  throw taskError(answer.error, answer.cause)
}

const never = (): Promise<never> => new Promise(() => undefined)
