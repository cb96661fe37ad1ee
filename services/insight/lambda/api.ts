import type { Runtime } from '#lambda/runtime.ts'
import { createInsightApi } from './functions.ts'

export const create = (runtime: Runtime) => createInsightApi(runtime)
