import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { answer, refused } from './outcome.ts'
import type { Answer, Applied, Refused, Transition } from './outcome.ts'
import type { Item } from './table.ts'
import type { Context, Saved } from './unit-of-work.ts'

const maxAttempts = 12

/** Whoever has lost this often stands in a crowd - many ask for the next case number at once - and steps aside for a moment. */
const patientAttempts = 2
const longestPauseMs = 15

const stepAside = async (attempt: number): Promise<void> => {
  if (attempt > patientAttempts) await sleep(randomInt(1, longestPauseMs * (attempt - patientAttempts)))
}

export type Performed<Value, Code extends string> = Answer<Value> | Refused<Code | 'busy'> | { readonly kind: 'repeated' }

/**
 * Load, decide, save - again from the start when somebody else's change came between. The caller's own
 * precondition (If-Match) is part of `decide`, so a retry never overwrites what the caller has not seen.
 */
export const perform = async <State, Value, Code extends string>(
  steps: {
    readonly load: () => Promise<State>
    readonly decide: (state: State) => Transition<State, Code>
    readonly save: (before: State, change: Applied<State>, once: Item | undefined) => Promise<Saved>
    readonly present: (state: State) => { value: Value; version?: number }
  },
  context: Context,
): Promise<Performed<Value, Code>> => {
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    // An attempt begins only when the one before has failed.
    // oxlint-disable no-await-in-loop
    const before = await steps.load()
    const transition = steps.decide(before)
    if (transition.kind === 'refused') return transition
    const { value, version } = steps.present(transition.kind === 'applied' ? transition.state : before)
    if (transition.kind === 'unchanged') return answer(value, version)
    const saved = await steps.save(before, transition, context.once?.(value, version))
    if (saved === 'saved') return answer(value, version)
    if (saved === 'repeated') return { kind: 'repeated' }
    await stepAside(attempt)
    // oxlint-enable no-await-in-loop
  }
  return refused('busy')
}
