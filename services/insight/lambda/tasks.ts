import type { Runtime } from '#lambda/runtime.ts'
import { createInsightTasks } from './functions.ts'

export const create = (runtime: Runtime) => createInsightTasks(runtime)
