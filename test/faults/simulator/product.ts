import { services } from '../../../services/services.ts'
import { createCounty } from './county.ts'
import type { Rest } from './county.ts'
import { walkSpine } from './explore.ts'
import { plannedCrashes, withoutCrash } from './faults.ts'
import { createFunctions, functionKeyOf } from './functions.ts'
import type { Functions } from './functions.ts'
import { calm, prompt } from './run.ts'
import { createStretches } from './stretch.ts'
import { tameGlobals } from './tamed-globals.ts'

/** The product, ready to be tried. */
export interface Product {
  readonly functions: Functions
  /** A county at each rest of a case's way without faults: where a random run may begin. */
  readonly beginnings: readonly Rest[]
}

/**
 * The product's functions, each with its AWS client used once. A client's first call takes turns of the real event
 * loop that no later one takes, and a seed would not replay in a process that had made fewer calls before.
 */
export const readyProduct = async (): Promise<Product> => {
  tameGlobals()
  const functions = await createFunctions()
  const run = createStretches(functions)
  await walkSpine(run)
  const { time, world } = createCounty({ functions, nature: calm, habits: prompt, plan: plannedCrashes(withoutCrash) })
  for (const { name, schedules } of services)
    for (const { name: schedule } of schedules) void world.invoke(functionKeyOf(name, 'tasks'), { schedule })
  await time.run(
    () => false,
    () => Number.POSITIVE_INFINITY,
  )
  const { stretches } = await walkSpine(run)
  return { functions, beginnings: stretches.flatMap(({ rest }) => rest ?? []) }
}
