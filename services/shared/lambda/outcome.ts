import type { Fact } from '#contracts/event.ts'
import type { FieldProblem } from './field-problem.ts'

/** The three answers of every pure transition, and of every use case. Refusals are values; faults are exceptions. */

export interface Refused<Code extends string = string> {
  readonly kind: 'refused'
  readonly code: Code
  readonly details: readonly FieldProblem[]
}

/** The new state, what happened, and what the caller is told. */
export interface Applied<State> {
  readonly kind: 'applied'
  readonly state: State
  readonly facts: readonly Fact[]
}

/** Asked for what already is so: a repeated event, a late message. */
export interface Unchanged {
  readonly kind: 'unchanged'
}

export type Transition<State, Code extends string = string> = Applied<State> | Unchanged | Refused<Code>

export const refused = <Code extends string>(code: Code, details: readonly FieldProblem[] = []): Refused<Code> => ({
  kind: 'refused',
  code,
  details,
})

export const applied = <State>(state: State, ...facts: Fact[]): Applied<State> => ({ kind: 'applied', state, facts })

export const unchanged: Unchanged = { kind: 'unchanged' }

/** What a use case tells its caller: a value, and the version that a later write must give back. */
export interface Answer<Value = unknown> {
  readonly kind: 'answer'
  readonly value: Value
  readonly version?: number
  /** Opaque; there is more to read after it. */
  readonly cursor?: string
}

export const answer = <Value>(value: Value, version?: number): Answer<Value> => ({
  kind: 'answer',
  value,
  ...(version !== undefined && { version }),
})
