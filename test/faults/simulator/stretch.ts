import { violationsAtEnd, violationsAtRest } from './at-rest.ts'
import { createCounty, haveAllEnded, restOf } from './county.ts'
import type { County, Rest } from './county.ts'
import { plannedCrashes } from './faults.ts'
import type { Crashes } from './faults.ts'
import type { Functions } from './functions.ts'
import type { Habits } from './people.ts'
import { calm, patienceMinutes, patient } from './run.ts'
import type { InjectedFault, MadeCall, SeededBug, Work } from './world.ts'

/** A county from one rest to the next: from a step of somebody until all that follows from it is done. */
export interface Stretch {
  readonly calls: readonly MadeCall[]
  readonly works: readonly Work[]
  readonly injected: readonly InjectedFault[]
  /** Undefined when something is wrong, or everything has come to its end. */
  readonly rest: Rest | undefined
  readonly violations: readonly string[]
}

/** @param from undefined for the beginning: somebody sends in an idea. */
export type RunStretch = (from: Rest | undefined, crashes: Crashes) => Promise<Stretch>

const minute = 60_000

/** Nothing is left but times that would run out if nobody had acted. */
const isAtEnd = (county: County): boolean =>
  haveAllEnded(county, 1) && county.time.waits().every(({ wait }) => wait.kind === 'timeout')

const violationsOf = async (county: County): Promise<readonly string[]> => {
  const amiss = [...county.watch.state.violations, ...county.people.state.surprises]
  if (amiss.length > 0) return amiss
  if (!isAtEnd(county)) return violationsAtRest(county)
  let found: readonly string[] | undefined
  void violationsAtEnd(county).then((violations) => {
    found = violations
  })
  const { time } = county
  await time.run(
    () => found !== undefined,
    () => time.now() + patienceMinutes * minute,
  )
  return found ?? ['the state at the end could not be read']
}

/** A case alone. Patient people wait until whatever went wrong has been made good. */
export const createStretches =
  (functions: Functions, bug?: SeededBug, habits: Habits = patient): RunStretch =>
  async (from, crashes) => {
    let isOver = false
    const county = createCounty({ functions, nature: calm, habits, plan: plannedCrashes(crashes, () => isOver), bug }, from)
    const { time, world, people } = county
    if (!from) people.submit('Dosbrev')
    const until = time.now() + habits.pause.longest + patienceMinutes * minute
    // What is next begins before it can come to rest.
    let hasBegun = !time.isAtRest()
    const ending = await time.run(
      () => {
        if (!time.isAtRest()) hasBegun = true
        return hasBegun && time.isAtRest()
      },
      () => until,
    )
    const calls = [...world.calls]
    isOver = true
    const violations =
      ending === 'enough' ? await violationsOf(county) : [`nothing rests after ${patienceMinutes} minutes (${ending})`]
    const isDone = violations.length > 0 || isAtEnd(county)
    return {
      calls,
      works: [...world.works],
      injected: [...world.injected],
      violations,
      rest: isDone ? undefined : restOf(county),
    }
  }
