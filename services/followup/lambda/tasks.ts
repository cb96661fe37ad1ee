import type { Runtime } from '#lambda/runtime.ts'
import { createPhaseTasks } from '#phase/lambda/functions.ts'
import { followup } from '../phase.ts'

export const create = (runtime: Runtime) => createPhaseTasks(runtime, followup)
