import type { Runtime } from '#lambda/runtime.ts'
import { createPhaseInbox } from '#phase/lambda/functions.ts'
import { rollout } from '../phase.ts'

export const create = (runtime: Runtime) => createPhaseInbox(runtime, rollout)
