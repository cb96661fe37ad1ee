import { services } from '../../../services/services.ts'
import { plannedCrashes } from './faults.ts'
import { createFunctions, functionKeyOf } from './functions.ts'
import type { Functions } from './functions.ts'
import { createRandom } from './random.ts'
import { runScenario } from './run.ts'
import { createVirtualTime } from './virtual-time.ts'
import { createWorld } from './world.ts'

/**
 * The product's functions, each with its AWS client used once. A client's first call takes turns of the real event
 * loop that no later one takes, and a seed would not replay in a process that had made fewer calls before.
 */
export const readyFunctions = async (): Promise<Functions> => {
  const functions = await createFunctions()
  const nothing = new Map<number, 'crashBefore'>()
  await runScenario(functions, { kind: 'planned', crashes: nothing })
  const time = createVirtualTime('2026-11-20T08:00:00.000Z')
  const world = createWorld({
    time,
    random: createRandom(0),
    functions,
    plan: plannedCrashes(nothing),
    bug: undefined,
    committed: () => undefined,
  })
  for (const { name, schedules } of services)
    for (const { name: schedule } of schedules) void world.invoke(functionKeyOf(name, 'tasks'), { schedule })
  await time.run(
    () => false,
    () => Number.POSITIVE_INFINITY,
  )
  return functions
}
