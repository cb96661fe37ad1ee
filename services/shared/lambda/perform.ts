import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { answer, refused } from './outcome.ts'
import type { Answer, Applied, Refused, Unchanged } from './outcome.ts'
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

interface Steps<Before, Change extends Applied<Before>, Value, Code extends string> {
  /** A change can carry more than the new state, for `save` to write in the same transaction. */
  readonly decide: (before: Before) => Change | Unchanged | Refused<Code>
  readonly save: (before: Before, change: Change, once: Item | undefined) => Promise<Saved>
  readonly present: (state: Before) => { value: Value; version?: number }
}

type Attempt<Value, Code extends string> = Performed<Value, Code> | { readonly kind: 'conflict' }

const attemptOn = async <Before, Change extends Applied<Before>, Value, Code extends string>(
  before: Before,
  { decide, save, present }: Steps<Before, Change, Value, Code>,
  context: Context,
): Promise<Attempt<Value, Code>> => {
  const decided = decide(before)
  if (decided.kind === 'refused') return decided
  const { value, version } = present(decided.kind === 'applied' ? decided.state : before)
  if (decided.kind === 'unchanged') return answer(value, version)
  const saved = await save(before, decided, context.once?.(value, version))
  return saved === 'saved' ? answer(value, version) : { kind: saved }
}

const untilNobodyComesBetween = async <Value, Code extends string>(
  attempt: () => Promise<Attempt<Value, Code>>,
): Promise<Performed<Value, Code>> => {
  for (let count = 1; count <= maxAttempts; count += 1) {
    // An attempt begins only when the one before has failed.
    // oxlint-disable no-await-in-loop
    const outcome = await attempt()
    if (outcome.kind !== 'conflict') return outcome
    await stepAside(count)
    // oxlint-enable no-await-in-loop
  }
  return refused('busy')
}

/**
 * Load, decide, save - again from the start when somebody else's change came between. The caller's own
 * precondition (If-Match) is part of `decide`, so a retry never overwrites what the caller has not seen.
 */
export const perform = <Before, Change extends Applied<Before>, Value, Code extends string>(
  steps: Steps<Before, Change, Value, Code> & { readonly load: () => Promise<Before> },
  context: Context,
): Promise<Performed<Value, Code>> =>
  untilNobodyComesBetween(async () => attemptOn<Before, Change, Value, Code>(await steps.load(), steps, context))

/** As `perform`, on what must be there already: refused with `missing` when it is not, and the steps see only what is. */
export const performOn = <State, Change extends Applied<State>, Value, Code extends string, Missing extends string>(
  steps: Steps<State, Change, Value, Code> & { readonly load: () => Promise<State | undefined>; readonly missing: Missing },
  context: Context,
): Promise<Performed<Value, Code | Missing>> =>
  untilNobodyComesBetween<Value, Code | Missing>(async () => {
    const before = await steps.load()
    return before === undefined ? refused(steps.missing) : attemptOn<State, Change, Value, Code>(before, steps, context)
  })
