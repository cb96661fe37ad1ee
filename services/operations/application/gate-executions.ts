/** How the attempts at decisions stand in the state machine. */
export const executionStates = ['running', 'succeeded', 'failed', 'timedOut', 'aborted'] as const
export type ExecutionState = (typeof executionStates)[number]

export interface StateCount {
  /** Of the newest, up to a limit. */
  readonly count: number
  /** There are more than the limit. */
  readonly isMore: boolean
}

export interface GateExecutions {
  /** Undefined when the state machine cannot be read. */
  readonly count: () => Promise<Readonly<Record<ExecutionState, StateCount>> | undefined>
}
