import type { Runtime } from '#lambda/runtime.ts'
import { createInsightInbox } from './functions.ts'

export const create = (runtime: Runtime) => createInsightInbox(runtime)
