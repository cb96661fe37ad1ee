import type { Runtime } from '#lambda/runtime.ts'
import { createPhaseApi } from '#phase/lambda/functions.ts'
import { rollout } from '../phase.ts'

export const create = (runtime: Runtime) => createPhaseApi(runtime, rollout)
