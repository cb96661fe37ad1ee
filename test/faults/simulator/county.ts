import type { FaultPlan } from './faults.ts'
import type { Functions } from './functions.ts'
import { copyOfPeople, createPeople } from './people.ts'
import type { Habits, People, PeopleState } from './people.ts'
import { createVirtualTime } from './virtual-time.ts'
import type { VirtualTime, Waiting } from './virtual-time.ts'
import type { Wait } from './wait.ts'
import { copyOfWatch, createWatch } from './watch.ts'
import type { Watch, WatchState } from './watch.ts'
import { createWorld } from './world.ts'
import type { Nature, SeededBug, World, WorldState } from './world.ts'

/** One county: the product in its world, the people around it, and what is watched. */
export interface County {
  readonly time: VirtualTime<Wait>
  readonly world: World
  readonly people: People
  readonly watch: Watch
  /** Texts that somebody else has put into an inbox. */
  readonly strays: readonly Stray[]
}

export interface Stray {
  readonly service: string
  readonly body: string
}

/** What no event begins with. */
export const strayMark = 'stray'

/** A county in which nothing is in motion, as plain data: it can be gone on with any number of times. */
export interface Rest {
  readonly now: number
  readonly world: WorldState
  readonly people: PeopleState
  readonly watch: WatchState
  readonly waits: readonly Waiting<Wait>[]
}

export interface CountyParts {
  readonly functions: Functions
  readonly nature: Nature
  readonly habits: Habits
  readonly plan: FaultPlan
  readonly strays?: readonly Stray[]
  readonly bug?: SeededBug | undefined
}

/** A Friday morning in November. */
export const start = Date.parse('2026-11-20T08:00:00.000Z')

export const createCounty = ({ functions, nature, habits, plan, strays = [], bug }: CountyParts, from?: Rest): County => {
  const time = createVirtualTime<Wait>(from?.now ?? start, (wait) =>
    wait.kind === 'timeout' ? world.machine.wake(wait) : people.wake(wait),
  )
  const watch = createWatch(from?.watch)
  const people = createPeople(() => world, habits, from?.people)
  const world: World = createWorld(
    {
      time,
      nature,
      functions,
      plan,
      bug,
      committed: (table, written, events) => {
        watch.committed(table, written, events)
        for (const event of events) people.notice(event)
      },
    },
    from?.world,
  )
  for (const { at, wait } of from?.waits ?? []) {
    const milliseconds = at - time.now()
    if (wait.kind === 'timeout') world.machine.keep(wait, milliseconds)
    else time.keep(milliseconds, wait)
  }
  for (const { service, body } of strays) world.queues.stray(service, body)
  return { time, world, people, watch, strays }
}

/** The county as it rests now. */
export const restOf = ({ time, world, people, watch }: County): Rest => {
  if (!time.isAtRest()) throw new Error('something is in motion')
  return {
    now: time.now(),
    world: world.state(),
    people: copyOfPeople(people.state),
    watch: copyOfWatch(watch.state),
    waits: time.waits(),
  }
}

export const haveAllEnded = ({ people, watch }: Pick<County, 'people' | 'watch'>, cases: number): boolean =>
  people.state.accepted.size === cases &&
  [...watch.state.standings.values()].every((standing) => [...standing.values()].includes('closed'))
