import type { Product } from './product.ts'
import { runScenario } from './run.ts'
import type { SeededBug } from './world.ts'

export interface Finding {
  /** Counted from 1. */
  readonly run: number
  readonly violation: string
}

/** The first random run that does not come out right with the bug in place. */
export const findingRun = async (
  product: Product,
  bug: SeededBug,
  { firstSeed, longestSearch }: { firstSeed: number; longestSearch: number },
): Promise<Finding | undefined> => {
  for (let run = 1; run <= longestSearch; run += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the first that finds it ends the search
    const { violations } = await runScenario(product, { kind: 'random', seed: firstSeed + run - 1 }, bug)
    if (violations[0] !== undefined) return { run, violation: violations[0] }
  }
  return undefined
}
