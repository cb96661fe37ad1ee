import type { AwsAnswer, AwsCall } from './aws-call.ts'
import { failed } from './aws-call.ts'
import type { Random } from './random.ts'

/** What can go wrong around one call, and how each call is answered when it does. */
export const callFaults = [
  /** The function is gone before the call has had its effect. */
  'crashBefore',
  /** The function is gone after the effect, before it has the answer. */
  'crashAfter',
  'throttle',
  /** The call never arrives, and the function gets an error. */
  'lostRequest',
  /** The call has its effect, and the function gets an error. */
  'lostAnswer',
  /** The effect comes late: perhaps after the function's time is out and its work has been begun again. */
  'delay',
  /** Another transaction holds the same rows. */
  'conflict',
  /** Some messages of a batch are taken and some are not. */
  'partial',
] as const
export type CallFault = (typeof callFaults)[number]

/** Faults that are not of a call: what is told by a poller, a stream, the machine or a network, and does not arrive. */
export const tellings = ['queue delete', 'stream checkpoint', 'machine result', 'http answer'] as const
export type Telling = (typeof tellings)[number]

/** The calls that there are, by the kind of function that makes them. */
export const callKinds = [
  'api GetItem',
  'api Query',
  'api TransactWriteItems',
  'inbox GetItem',
  'inbox Query',
  'inbox TransactWriteItems',
  'inbox SendMessage',
  'relay SendMessageBatch',
  'relay StartExecution',
  'relay SendTaskSuccess',
  'step GetItem',
  'step TransactWriteItems',
  'schedule Query',
  'schedule TransactWriteItems',
] as const
export type CallKind = (typeof callKinds)[number]

const everywhere = ['crashBefore', 'crashAfter', 'throttle', 'lostRequest', 'lostAnswer', 'delay'] as const

export const faultsOf = (kind: CallKind): readonly CallFault[] => [
  ...everywhere,
  ...(kind.endsWith('TransactWriteItems') ? (['conflict'] as const) : []),
  ...(kind.endsWith('SendMessageBatch') ? (['partial'] as const) : []),
]

/** How often a call goes wrong while faults last; the rarer the call, the more often, so that each is tried. */
const shares: Readonly<Record<CallKind, number>> = {
  'api GetItem': 0.03,
  'api Query': 0.03,
  'api TransactWriteItems': 0.06,
  'inbox GetItem': 0.008,
  'inbox Query': 0.03,
  'inbox TransactWriteItems': 0.03,
  'inbox SendMessage': 0.7,
  'relay SendMessageBatch': 0.04,
  'relay StartExecution': 0.25,
  'relay SendTaskSuccess': 0.25,
  'step GetItem': 0.06,
  'step TransactWriteItems': 0.1,
  'schedule Query': 0.02,
  'schedule TransactWriteItems': 0.6,
}
const tellingShares: Readonly<Record<Telling, number>> = {
  'queue delete': 0.02,
  'stream checkpoint': 0.03,
  'machine result': 0.04,
  'http answer': 0.05,
}

/** What asks, at each call in its turn, whether it goes wrong. */
export interface FaultPlan {
  readonly ofCall: (kind: CallKind, number: number) => CallFault | undefined
  readonly isLost: (telling: Telling) => boolean
  /** How long a call takes to arrive, in milliseconds. */
  readonly latency: (fault: CallFault | undefined) => number
}

const plainLatency = 5

export const crashModes = ['crashBefore', 'crashAfter'] as const
export type CrashMode = (typeof crashModes)[number]

/** By the number of the call, from 0. */
export type Crashes = ReadonlyMap<number, CrashMode>

export const withoutCrash: Crashes = new Map()

/** Nothing goes wrong but what is named. */
export const plannedCrashes = (crashes: Crashes, isOver = (): boolean => false): FaultPlan => ({
  ofCall: (_kind, number) => (isOver() ? undefined : crashes.get(number)),
  isLost: () => false,
  latency: () => plainLatency,
})

const longestLatency = 60
/** Beyond every timeout and the queue's visibility, so that a write can come when its work has been begun again. */
const longestDelay = 90_000

/** @param isOn whether faults last, for this kind of call or for what is told between the functions. */
export const randomFaults = (random: Random, isOn: (what: CallKind | Telling) => boolean): FaultPlan => ({
  ofCall: (kind) => (isOn(kind) && random.isHit(shares[kind]) ? random.pick(faultsOf(kind)) : undefined),
  isLost: (telling) => isOn(telling) && random.isHit(tellingShares[telling]),
  latency: (fault) => (fault === 'delay' ? random.between(500, longestDelay) : random.between(1, longestLatency)),
})

const throttling: Readonly<Record<AwsCall['service'], string>> = {
  dynamodb: 'ProvisionedThroughputExceededException',
  sqs: 'RequestThrottled',
  sfn: 'ThrottlingException',
  cloudwatch: 'Throttling',
  sesv2: 'TooManyRequestsException',
}

export const throttled = ({ service }: AwsCall): AwsAnswer => failed(throttling[service])

export const inConflict = (items: number): AwsAnswer =>
  failed('TransactionCanceledException', {
    CancellationReasons: Array.from({ length: items }, (_, index) => ({ Code: index === 0 ? 'TransactionConflict' : 'None' })),
  })

/** As the client throws it when nothing comes back. */
export const connectionLost = (): Error => Object.assign(new Error('socket hang up'), { name: 'TimeoutError' })
