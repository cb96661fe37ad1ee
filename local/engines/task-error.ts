import { StateMachine } from 'aws-local-stepfunctions'

/** An error as a state machine sees it: Retry and Catch go by its name, its message becomes the cause. */
export const taskError = (name: string, cause: string): Error => Object.assign(new Error(cause), { name })

/** As Lambda reports a function that threw: the error's name, and a cause that is JSON. */
export const functionError = (error: unknown): Error => {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  return taskError(name, JSON.stringify({ errorType: name, errorMessage: message, trace: stack?.split('\n') ?? [] }))
}

/**
 * The interpreter's own States.Timeout, which it does not export. Only that one is passed over by States.TaskFailed,
 * so it is had by letting a Task run out of time.
 */
export const timeoutError = async (): Promise<unknown> => {
  const machine = new StateMachine(
    { StartAt: 'Late', States: { Late: { Type: 'Task', Resource: 'late', TimeoutSeconds: 0.001, End: true } } },
    { validationOptions: { noValidate: true } },
  )
  const late = machine.run(null, { overrides: { taskResourceLocalHandlers: { Late: () => new Promise(() => undefined) } } })
  return late.result.catch((error: Error) => error.cause)
}
