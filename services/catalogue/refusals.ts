import { companiesProblems } from './refusals/companies.ts'
import { evaluationsProblems } from './refusals/evaluations.ts'
import { libraryProblems } from './refusals/library.ts'
import { matchingProblems } from './refusals/matching.ts'
import { productsProblems } from './refusals/products.ts'
import { systemsProblems } from './refusals/systems.ts'

/** Why the service says no, area by area. */
export const catalogueProblems = {
  ...companiesProblems,
  ...productsProblems,
  ...evaluationsProblems,
  ...libraryProblems,
  ...systemsProblems,
  ...matchingProblems,
}
export type CatalogueRefusalCode = keyof typeof catalogueProblems
