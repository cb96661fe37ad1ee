import { addFaults } from './coverage.ts'
import { tellings } from './faults.ts'
import type { InjectedFault, World } from './world.ts'

/** What has been tried, as plain data that processes tell each other. */
export interface Tally {
  /** How many runs, calls, cases and so on, by what they are called in the report. */
  readonly counts: Record<string, number>
  /** Faults that hit calls, by call, fault and outcome. */
  readonly cells: Record<string, number>
  /** What was lost between the functions. */
  readonly lost: Record<string, number>
  /** What replays each run that did not come out right. */
  readonly bad: string[]
}

export const emptyTally = (): Tally => ({ counts: {}, cells: {}, lost: {}, bad: [] })

const addAll = (sums: Record<string, number>, more: Readonly<Record<string, number>>): void => {
  for (const [name, count] of Object.entries(more)) sums[name] = (sums[name] ?? 0) + count
}

export const addCounts = (tally: Tally, counts: Readonly<Record<string, number>>): void => addAll(tally.counts, counts)

export const addRun = (tally: Tally, { injected, lost }: { injected: readonly InjectedFault[]; lost?: World['lost'] }): void => {
  addFaults(tally.cells, injected)
  if (lost) addAll(tally.lost, lost)
}

export const addTally = (sum: Tally, { counts, cells, lost, bad }: Tally): void => {
  addAll(sum.counts, counts)
  addAll(sum.cells, cells)
  addAll(sum.lost, lost)
  sum.bad.push(...bad)
}

export const lostInAll = ({ lost }: Tally): number => tellings.reduce((sum, telling) => sum + (lost[telling] ?? 0), 0)
