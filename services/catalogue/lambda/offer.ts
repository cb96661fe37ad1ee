import { randomBytes } from 'node:crypto'
import type { County } from '#counties/county.ts'
import type { Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import { createCompanyTable, createReviewQueue } from '../adapters/company-table.ts'
import { createEvaluationTable } from '../adapters/evaluation-table.ts'
import { createShownProducts } from '../adapters/product-listing.ts'
import { createProductTable } from '../adapters/product-table.ts'
import type { OfferParts } from '../application/offer-parts.ts'
import { createCatalogue } from '../application/products/shown-products.ts'

/** 18 random bytes are 24 characters of base64url: short enough to read out, too long to guess. */
const newCode = (): string => randomBytes(18).toString('base64url')

/** Companies, products and evaluations. */
export const offerParts = (county: County, table: Table, unitOfWork: UnitOfWork): OfferParts => ({
  county,
  companies: createCompanyTable(table, unitOfWork),
  products: createProductTable(table, unitOfWork),
  evaluations: createEvaluationTable(table, unitOfWork),
  reviews: createReviewQueue(table),
  catalogue: createCatalogue(createShownProducts(table)),
  newCode,
})
