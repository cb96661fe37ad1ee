import { StateMachine } from 'aws-local-stepfunctions'
import type { StateMachineDefinition } from 'aws-local-stepfunctions'

/** What the host does for a state, in place of the interpreter. */
export type HostedState = 'invoke' | 'invokeAndWait' | 'wait'

export interface PreparedMachine {
  readonly startAt: string
  readonly states: Record<string, Json>
  readonly hosted: Readonly<Record<string, HostedState>>
  /** The limit of a whole execution. */
  readonly timeoutSeconds: number | undefined
}

type Json = Record<string, unknown>

interface Definition {
  readonly StartAt: string
  readonly States: Record<string, Json>
  readonly TimeoutSeconds?: number
}

const resources: Readonly<Record<string, HostedState>> = {
  'arn:aws:states:::lambda:invoke': 'invoke',
  'arn:aws:states:::lambda:invoke.waitForTaskToken': 'invokeAndWait',
}
const stateTypes = ['Task', 'Choice', 'Wait', 'Pass', 'Succeed', 'Fail']
const unsupportedFields = [
  'HeartbeatSeconds',
  'HeartbeatSecondsPath',
  'InputPath',
  'Arguments',
  'Assign',
  'Output',
  'Credentials',
]

/** Thrown by the host where a wait is longer than a timer of the interpreter can be; the state is then entered again. */
export const stillWaiting = 'Host.StillWaiting'
/** The interpreter sets a timer for every Task, of 60 s unless told otherwise. This is the longest that setTimeout can keep. */
const longestTimeoutSeconds = 2_147_483
const endlessRetrier = { ErrorEquals: [stillWaiting], IntervalSeconds: 0, MaxAttempts: Number.MAX_SAFE_INTEGER }

/**
 * Makes an Amazon States Language definition (JSONPath) ready for the interpreter, whose Task states are done by the host:
 *
 * - a Wait becomes a Task too, so that it can be remembered, and last longer than setTimeout can (24 days);
 * - a Task hands the host its input and its timeout beside its arguments, since the interpreter keeps no timeout over
 *   24 days and looks up TimeoutSecondsPath in the arguments instead of the input;
 * - pauses between retries are multiplied by `timeScale`.
 *
 * Throws one readable error that names everything in the definition that the interpreter or the host would get wrong.
 */
export const prepareMachine = (definition: object, timeScale: number): PreparedMachine => {
  const { StartAt: startAt, States: states, TimeoutSeconds: timeoutSeconds } = movedStartTime(definition)
  const faults = faultsOf(definition, states)
  if (faults.length > 0) throw new Error(`The state machine cannot run here:\n${faults.join('\n')}`)
  validate(definition)
  return {
    startAt,
    states: Object.fromEntries(Object.entries(states).map(([name, state]) => [name, prepareState(state, timeScale)])),
    hosted: Object.fromEntries(Object.entries(states).flatMap(([name, state]) => hostedEntry(name, state))),
    timeoutSeconds,
  }
}

/** The interpreter checks a definition as it is made; what it throws names the faults. */
const validate = (definition: object): StateMachine => new StateMachine(definition as StateMachineDefinition)

/** The interpreter puts the time of this run there, and an execution that goes on after a restart has started earlier. */
const movedStartTime = (definition: object): Definition =>
  // A function, since replaceAll would read $$ in a text as a single $. The shape is validated before anything runs.
  JSON.parse(JSON.stringify(definition).replaceAll('$$.Execution.StartTime', () => '$$.Host.StartTime')) as Definition

const hostedEntry = (name: string, { Type: type, Resource: resource }: Json): [string, HostedState][] => {
  if (type === 'Wait') return [[name, 'wait']]
  const hosted = type === 'Task' ? resources[String(resource)] : undefined
  return hosted === undefined ? [] : [[name, hosted]]
}

const faultsOf = (definition: object, states: Record<string, Json>): string[] => [
  ...(usesJsonata(definition) ? ['It uses JSONata; only JSONPath is understood.'] : []),
  ...Object.entries(states).flatMap(([name, state]) =>
    [
      ...(stateTypes.includes(String(state['Type'])) ? [] : [`has the type ${String(state['Type'])}, which is not supported`]),
      ...(state['Type'] === 'Task' && resources[String(state['Resource'])] === undefined
        ? [`calls ${String(state['Resource'])}; only ${Object.keys(resources).join(' and ')} are supported`]
        : []),
      ...(usesJsonata(state) ? ['uses JSONata; only JSONPath is understood'] : []),
      ...unsupportedFields.filter((field) => field in state).map((field) => `uses ${field}, which is not supported`),
      ...(JSON.stringify(state).includes('"$$.State.') ? ['uses $$.State, which is not supported'] : []),
    ].map((fault) => `${name} ${fault}.`),
  ),
]

const usesJsonata = (part: object): boolean => 'QueryLanguage' in part && part.QueryLanguage === 'JSONata'

const prepareState = (state: Json, timeScale: number): Json => {
  if (state['Type'] === 'Task') return prepareTask(withoutRootPaths(state), timeScale)
  if (state['Type'] === 'Wait') return prepareWait(state)
  return withoutRootPaths(state)
}

const prepareTask = (state: Json, timeScale: number): Json => {
  const { TimeoutSeconds: seconds, TimeoutSecondsPath: secondsPath, Parameters: parameters, Retry: retry, ...rest } = state
  return {
    ...rest,
    Parameters: {
      'input.$': '$',
      ...(parameters === undefined ? { 'arguments.$': '$' } : { arguments: parameters }),
      ...(seconds !== undefined && { seconds }),
      ...(secondsPath !== undefined && { 'seconds.$': secondsPath }),
    },
    TimeoutSeconds: longestTimeoutSeconds,
    Retry: [endlessRetrier, ...(isRetriers(retry) ? retry : []).map((retrier) => scaledRetrier(retrier, timeScale))],
  }
}

const prepareWait = ({ Seconds, SecondsPath, Timestamp, TimestampPath, ...rest }: Json): Json => ({
  ...rest,
  Type: 'Task',
  Parameters: {
    'input.$': '$',
    ...(Seconds !== undefined && { seconds: Seconds }),
    ...(SecondsPath !== undefined && { 'seconds.$': SecondsPath }),
    ...(Timestamp !== undefined && { timestamp: Timestamp }),
    ...(TimestampPath !== undefined && { 'timestamp.$': TimestampPath }),
  },
  ResultPath: null,
  TimeoutSeconds: longestTimeoutSeconds,
  Retry: [endlessRetrier],
})

const isRetriers = (retry: unknown): retry is Json[] => Array.isArray(retry)

const scaledRetrier = (retrier: Json, timeScale: number): Json => ({
  ...retrier,
  IntervalSeconds: Number(retrier['IntervalSeconds'] ?? 1) * timeScale,
  ...(retrier['MaxDelaySeconds'] !== undefined && { MaxDelaySeconds: Number(retrier['MaxDelaySeconds']) * timeScale }),
})

/** `$` is what an absent ResultPath means; the interpreter would make a field with that name. */
const withoutRootPaths = ({ ResultPath: resultPath, Catch: catchers, ...rest }: Json): Json => ({
  ...rest,
  ...(resultPath !== undefined && resultPath !== '$' && { ResultPath: resultPath }),
  ...(Array.isArray(catchers) && { Catch: catchers.map(withoutRootPaths) }),
})
