import type { Runtime } from '#lambda/runtime.ts'
import { createOperationsApi } from './functions.ts'

export const create = (runtime: Runtime) => createOperationsApi(runtime)
