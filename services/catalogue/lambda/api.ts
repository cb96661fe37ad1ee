import { createApi } from '#lambda/api.ts'
import type { Runtime } from '#lambda/runtime.ts'
import type { Table } from '#lambda/table.ts'
import { catalogueProblems } from '../refusals.ts'
import { catalogueRoutes } from '../routes.ts'
import { companiesHandlers } from './handlers/companies.ts'
import { evaluationsHandlers } from './handlers/evaluations.ts'
import { libraryHandlers } from './handlers/library.ts'
import { matchingHandlers } from './handlers/matching.ts'
import { productsHandlers } from './handlers/products.ts'
import { systemsHandlers } from './handlers/systems.ts'
import { catalogueParts, catalogueTable } from './parts.ts'

/** A table can be given, for tests that need no database. */
export const create = (runtime: Runtime, table: Table = catalogueTable(runtime)) => {
  const parts = catalogueParts(runtime, table)
  return createApi({
    ...runtime,
    service: 'catalogue',
    routes: catalogueRoutes,
    problems: catalogueProblems,
    handlers: {
      ...companiesHandlers(parts),
      ...productsHandlers(parts),
      ...evaluationsHandlers(parts),
      ...libraryHandlers(parts),
      ...systemsHandlers(parts),
      ...matchingHandlers(parts),
    },
    table,
  })
}
