import { createApi } from '#lambda/api.ts'
import type { Runtime } from '#lambda/runtime.ts'
import type { Table } from '#lambda/table.ts'
import { benefitsProblems } from '../refusals.ts'
import { benefitsRoutes } from '../routes.ts'
import { benefitsHandlers } from './handlers.ts'
import { benefitsParts, benefitsTable } from './parts.ts'

/** A table can be given, for tests that need no database. */
export const create = (runtime: Runtime, table: Table = benefitsTable(runtime)) =>
  createApi({
    ...runtime,
    service: 'benefits',
    routes: benefitsRoutes,
    problems: benefitsProblems,
    handlers: benefitsHandlers(benefitsParts(runtime, table)),
    table,
  })
