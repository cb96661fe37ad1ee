import type { AnyEvent } from '#contracts/event.ts'
import { assessmentFrozen } from '#contracts/events.ts'
import { services } from '../../../services/services.ts'
import { violationsAtEnd } from './at-rest.ts'
import { createCounty, haveAllEnded, start, strayMark } from './county.ts'
import type { Rest, Stray } from './county.ts'
import { plannedCrashes, randomFaults } from './faults.ts'
import type { Crashes, FaultPlan } from './faults.ts'
import type { Habits } from './people.ts'
import type { Product } from './product.ts'
import { createRandom, steady } from './random.ts'
import type { Random } from './random.ts'
import type { Nature, SeededBug, World } from './world.ts'

/** Where a run may begin, since everything before is the same in all of them: after so many calls. */
export interface Begin {
  readonly rest: Rest | undefined
  readonly offset: number
}

export type Scenario =
  /** One case, and nothing wrong but these crashes, by number of the call. */
  | { readonly kind: 'planned'; readonly people: 'prompt' | 'patient'; readonly crashes: Crashes; readonly begin?: Begin }
  /** A case or two, people of all habits, and whatever the seed finds. */
  | { readonly kind: 'random'; readonly seed: number }

export interface RunResult extends Pick<World, 'calls' | 'injected' | 'lost'> {
  readonly violations: readonly string[]
  readonly cases: number
  readonly events: number
  readonly frozenAssessments: number
  readonly virtualMinutes: number
}

const minute = 60_000
const faultMinutes = 25
/** When faults have stopped and nobody rests on purpose, a case may take so long to its end, and the rest so long to rest. */
export const patienceMinutes = 120

/** Everything takes its shortest time, and every run of a function gets the same chances. */
export const calm: Nature = {
  random: steady,
  chance: () => createRandom(1).next,
  areCallsRetried: false,
  indexLag: undefined,
}

export const prompt: Habits = { areVaried: false, pause: { shortest: 1_000, longest: 1_001 } }

/** They wait until whatever went wrong before has been made good: longer than any function, queue or stream takes. */
export const patient: Habits = { areVaried: false, pause: { shortest: 600_000, longest: 600_001 } }

interface Circumstances {
  readonly nature: Nature
  readonly habits: Habits
  /** Undefined for the very beginning. */
  readonly from: Rest | undefined
  readonly cases: number
  readonly strays: readonly Stray[]
  /** Milliseconds since 1970: from then on a case has `patienceMinutes`. */
  readonly troubledUntil: number
  readonly plan: (now: () => number, isOver: () => boolean) => FaultPlan
}

/** More steps than people take with a case. */
const mostSteps = 150

const plannedCircumstances = ({ people, crashes, begin }: Extract<Scenario, { kind: 'planned' }>): Circumstances => ({
  nature: calm,
  habits: people === 'prompt' ? prompt : patient,
  from: begin?.rest,
  cases: 1,
  strays: [],
  troubledUntil: start + (people === 'prompt' ? 0 : mostSteps * patient.pause.longest),
  plan: (_now, isOver) =>
    plannedCrashes(new Map([...crashes].map(([number, mode]) => [number - (begin?.offset ?? 0), mode])), isOver),
})

const longestIndexLag = 5_000

/** The shares of runs in which something holds; the second of those that begin with a case of their own. */
const shares = { fromTheBeginning: 0.3, ofTwoCases: 0.4, ofRetriedCalls: 0.35, ofLaggingIndexes: 0.35, ofStrays: 0.3 } as const

const inboxes = services.filter(({ functions }) => functions.includes('inbox')).map(({ name }) => name)

const variedPause = { shortest: 200, longest: 15_000 }

/** Whoever waited patiently there does not wait long here. */
const hurried = (rest: Rest, random: Random): Rest => ({
  ...rest,
  waits: rest.waits.map(({ at, wait }) => ({
    at: wait.kind === 'errand' ? rest.now + random.between(variedPause.shortest, variedPause.longest) : at,
    wait,
  })),
})

const randomCircumstances = (seed: number, beginnings: readonly Rest[]): Circumstances => {
  const random = createRandom(seed * 2)
  const isFromTheBeginning = random.isHit(shares.fromTheBeginning)
  const [isWithTwo, areCallsRetried, areIndexesBehind, isWithStray] = [
    isFromTheBeginning && random.isHit(shares.ofTwoCases),
    random.isHit(shares.ofRetriedCalls),
    random.isHit(shares.ofLaggingIndexes),
    random.isHit(shares.ofStrays),
  ]
  const from = isFromTheBeginning ? undefined : hurried(random.pick(beginnings), random)
  const faultsUntil = (from?.now ?? start) + faultMinutes * minute
  return {
    nature: {
      random,
      chance: () => random.next,
      areCallsRetried,
      indexLag: areIndexesBehind ? () => random.between(0, longestIndexLag) : undefined,
    },
    habits: { areVaried: true, pause: variedPause },
    from,
    cases: isWithTwo ? 2 : 1,
    strays: isWithStray ? [{ service: random.pick(inboxes), body: strayMark }] : [],
    troubledUntil: faultsUntil,
    plan: (now, isOver) =>
      randomFaults(
        createRandom(seed * 2 + 1),
        // A schedule runs days later, when a case has rested, so its own calls go wrong until the end.
        (what) => !isOver() && (what.startsWith('schedule ') || now() < faultsUntil),
      ),
  }
}

const frozenIn = (events: readonly AnyEvent[]): number => events.filter(({ type }) => type === assessmentFrozen.type).length

/** One county from its first case to its rest. */
export const runScenario = async (
  { functions, beginnings }: Product,
  scenario: Scenario,
  bug?: SeededBug,
): Promise<RunResult> => {
  const { nature, habits, from, cases, strays, troubledUntil, plan } =
    scenario.kind === 'planned' ? plannedCircumstances(scenario) : randomCircumstances(scenario.seed, beginnings)
  let isOver = false
  const county = createCounty(
    {
      functions,
      nature,
      habits,
      plan: plan(
        () => county.time.now(),
        () => isOver,
      ),
      strays,
      bug,
    },
    from,
  )
  const { time, world, watch, people } = county
  const begun = time.now()
  if (!from) for (let number = 1; number <= cases; number += 1) people.submit(`Dosbrev ${number}`)

  const ending = await time.run(
    () => haveAllEnded(county, cases),
    () => Math.max(troubledUntil, people.state.restsUntil) + patienceMinutes * minute,
  )
  const restBy = (scenario.kind === 'random' ? Math.max(troubledUntil, time.now()) : time.now()) + patienceMinutes * minute
  await time.run(
    () => false,
    () => restBy,
  )
  const callsOfCases = world.calls.length
  isOver = true
  const virtualMinutes = Math.round((time.now() - begun) / minute)
  let atEnd: string[] | undefined
  void violationsAtEnd(county).then((found) => {
    atEnd = found
  })
  await time.run(
    () => atEnd !== undefined,
    () => time.now() + patienceMinutes * minute,
  )
  return {
    calls: world.calls.slice(0, callsOfCases),
    injected: world.injected,
    lost: world.lost,
    cases,
    events: watch.state.emitted.length - (from?.watch.emitted.length ?? 0),
    frozenAssessments: frozenIn(watch.state.emitted) - frozenIn(from?.watch.emitted ?? []),
    virtualMinutes,
    violations: [
      ...(ending === 'enough' ? [] : [`not every case ended within ${patienceMinutes} minutes after the faults (${ending})`]),
      ...watch.state.violations,
      ...people.state.surprises,
      ...(atEnd ?? ['the state at the end could not be read']),
    ],
  }
}
