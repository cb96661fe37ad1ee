import { createInbox } from '#lambda/inbox.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { createPhaseConsumers } from '#phase/application/consume-events.ts'
import { phaseTable } from '#phase/lambda/functions.ts'
import type { PhaseDefinition } from '#phase/phase.ts'
import { createCaseFollowers } from '../application/follow-case.ts'
import { ideas } from '../phase.ts'
import { ideaParts } from './functions.ts'

/** The table and the phase can be given, for tests and benchmarks. */
export const create = (runtime: Runtime, table = phaseTable(runtime), phase: PhaseDefinition = ideas) => {
  const parts = ideaParts(runtime, table, phase)
  return createInbox({
    ...runtime,
    service: 'ideas',
    consumers: [...createPhaseConsumers(parts), ...createCaseFollowers(parts)],
    table,
  })
}
