import type { Runtime } from '#lambda/runtime.ts'
import { createOperationsInbox } from './functions.ts'

export const create = (runtime: Runtime) => createOperationsInbox(runtime)
