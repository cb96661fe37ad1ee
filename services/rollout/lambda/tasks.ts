import type { Runtime } from '#lambda/runtime.ts'
import { createPhaseTasks } from '#phase/lambda/functions.ts'
import { rollout } from '../phase.ts'

export const create = (runtime: Runtime) => createPhaseTasks(runtime, rollout)
