import type { Runtime } from '#lambda/runtime.ts'
import { createServiceRelay } from '#lambda/service-relay.ts'

export const create = (runtime: Runtime) => createServiceRelay(runtime, 'forum')
