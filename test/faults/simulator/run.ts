import { randomFaults, plannedCrashes } from './faults.ts'
import type { FaultPlan } from './faults.ts'
import type { Functions } from './functions.ts'
import { createPeople } from './people.ts'
import { createRandom } from './random.ts'
import { violationsAtRest } from './at-rest.ts'
import { createVirtualTime } from './virtual-time.ts'
import type { VirtualTime } from './virtual-time.ts'
import { createWatch } from './watch.ts'
import { createWorld } from './world.ts'
import type { SeededBug, World } from './world.ts'

export type Crashes = ReadonlyMap<number, 'crashBefore' | 'crashAfter'>

export type Scenario =
  /** One case, everybody prompt, nothing wrong but these crashes, by number of the call. */
  | { readonly kind: 'planned'; readonly crashes: Crashes }
  /** Some cases at once, people of all habits, and whatever the seed finds. */
  | { readonly kind: 'random'; readonly seed: number }

export interface RunResult extends Pick<World, 'calls' | 'injected' | 'lost'> {
  readonly violations: readonly string[]
  readonly cases: number
  readonly events: number
  readonly virtualMinutes: number
}

const start = '2026-11-20T08:00:00.000Z'
const minute = 60_000
const faultMinutes = 25
/** When faults have stopped and nobody rests on purpose, a case may take so long to its end, and the rest so long to rest. */
export const patienceMinutes = 120
const casesAtOnce = 2

const planOf = (scenario: Scenario, time: VirtualTime, isOver: () => boolean): FaultPlan => {
  if (scenario.kind === 'planned') return plannedCrashes(scenario.crashes, isOver)
  const stopsAt = Date.parse(start) + faultMinutes * minute
  // A schedule runs days later, when a case has rested, so its own calls go wrong until the end.
  return randomFaults(
    createRandom(scenario.seed * 2 + 1),
    (what) => !isOver() && (what.startsWith('schedule ') || time.now() < stopsAt),
  )
}

/** One county from its first case to its rest. */
export const runScenario = async (functions: Functions, scenario: Scenario, bug?: SeededBug): Promise<RunResult> => {
  const time = createVirtualTime(start)
  const random = createRandom(scenario.kind === 'random' ? scenario.seed * 2 : 0)
  const watch = createWatch()
  let isOver = false
  const people = createPeople(() => world, { areVaried: scenario.kind === 'random' })
  const world: World = createWorld({
    time,
    random,
    functions,
    plan: planOf(scenario, time, () => isOver),
    bug,
    committed: (table, written, events) => {
      watch.committed(table, written, events)
      for (const event of events) people.notice(event)
    },
  })

  const cases = scenario.kind === 'random' ? casesAtOnce : 1
  for (let number = 1; number <= cases; number += 1) void people.submit(`Dosbrev ${number}`)

  const isEnded = (): boolean =>
    people.accepted.size === cases && [...watch.standings.values()].every((standing) => [...standing.values()].includes('closed'))
  const faultsUntil = Date.parse(start) + (scenario.kind === 'random' ? faultMinutes : 0) * minute
  const ending = await time.run(isEnded, () => Math.max(faultsUntil, people.restsUntil()) + patienceMinutes * minute)
  const flowCalls = world.calls.length
  const restBy = Math.max(faultsUntil, time.now()) + patienceMinutes * minute
  await time.run(
    () => false,
    () => restBy,
  )
  isOver = true
  const virtualMinutes = Math.round((time.now() - Date.parse(start)) / minute)
  let atRest: string[] | undefined
  void violationsAtRest(world, watch, people).then((found) => {
    atRest = found
  })
  await time.run(
    () => atRest !== undefined,
    () => time.now() + patienceMinutes * minute,
  )
  return {
    calls: world.calls.slice(0, flowCalls),
    injected: world.injected,
    lost: world.lost,
    cases,
    events: watch.emitted.length,
    virtualMinutes,
    violations: [
      ...(ending === 'enough' ? [] : [`not every case ended within ${patienceMinutes} minutes after the faults (${ending})`]),
      ...watch.violations,
      ...people.surprises,
      ...(atRest ?? ['the state at rest could not be read']),
    ],
  }
}
