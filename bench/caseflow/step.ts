import type { Phase } from '#contracts/words.ts'

/**
 * The work of one case as a list of steps, the same for every system that is measured: requests in the form of the
 * product's own API, and waits for what the system itself does between them.
 */
export type Step =
  | {
      readonly kind: 'request'
      /** Names of the events that the journal has of it in the end, whoever writes them. */
      readonly leaves: readonly string[]
      readonly request: (memory: CaseMemory) => WorkRequest
    }
  | { readonly kind: 'wait'; readonly bell: string }

export interface WorkRequest {
  /** The product's persona; the peers keep it as the actor's name. */
  readonly as: string
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: unknown
  /** The version that the writer has seen. */
  readonly ifMatch?: number
  /** What the phase's rules say; the peers have no rules, so they are told. */
  readonly judged?: Judged
  readonly learn?: (answer: WorkAnswer, memory: CaseMemory) => void
  /** Set on a decision: which one, so that its way through the gate can be timed. */
  readonly decides?: Phase
}

/** What freezing the evidence and handing over cost in bytes, as the product's own pure rules make them. */
export interface Judged {
  readonly criteria: readonly unknown[]
  readonly handsOver: object
}

/** Of an answer only what somebody looks at. */
export interface WorkAnswer {
  readonly ideaId?: string | undefined
  readonly caseId?: string | undefined
  readonly version?: number | undefined
  readonly digest?: string | undefined
  readonly opinions?: readonly { readonly id: string; readonly unit: string; readonly answer?: string | undefined }[] | undefined
}

/** What the people on a case remember between two steps. */
export interface CaseMemory {
  readonly number: number
  caseId: string
  recordVersion: number
  evidenceDigest: string
  opinionId: string
  /** What came with the latest bell. */
  heard: string
  /** When each decision was sent, milliseconds since 1970, in order. */
  readonly decisions: { readonly phase: Phase; readonly sentAt: number }[]
}

/** Bells, by what has happened. */
export const bells = {
  received: (phase: Phase) => `received-${phase}`,
  /** The phase has heard of its complete assessment. */
  assessed: (phase: Phase) => `assessed-${phase}`,
  gateOpen: (gate: string, round: number) => `open-${gate}-${round}`,
  /** The decision has taken effect in the phase. */
  decided: (phase: Phase, round: number) => `decided-${phase}-${round}`,
  completed: 'completed',
} as const

export const request = (leaves: readonly string[], make: (memory: CaseMemory) => WorkRequest): Step => ({
  kind: 'request',
  leaves,
  request: make,
})

export const wait = (bell: string): Step => ({ kind: 'wait', bell })

/** How many journal entries of each kind a case must have in the end, by name of event: none lost, none doubled. */
export const entriesOf = (steps: readonly Step[]): ReadonlyMap<string, number> => {
  const names = steps.flatMap((step) => (step.kind === 'request' ? step.leaves : []))
  return new Map([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]))
}
