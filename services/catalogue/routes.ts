import { defineRoutes } from '#lambda/declaration.ts'
import { companiesRoutes } from './routes/companies.ts'
import { evaluationsRoutes } from './routes/evaluations.ts'
import { libraryRoutes } from './routes/library.ts'
import { matchingRoutes } from './routes/matching.ts'
import { productsRoutes } from './routes/products.ts'
import { systemsRoutes } from './routes/systems.ts'

/** Every route of the service, area by area. */
export const catalogueRoutes = defineRoutes({
  ...companiesRoutes,
  ...productsRoutes,
  ...evaluationsRoutes,
  ...libraryRoutes,
  ...systemsRoutes,
  ...matchingRoutes,
})
