import type { CompanyRepository } from './companies/company-repository.ts'
import type { EvaluationRepository } from './evaluations/evaluation-repository.ts'
import type { ProductRepository } from './products/product-repository.ts'
import type { ReviewQueue } from './companies/review-queue.ts'
import type { Catalogue } from './products/shown-products.ts'
import type { County } from '#counties/county.ts'

/** What the use cases of companies, products and evaluations are wired from. */
export interface OfferParts {
  readonly county: County
  readonly companies: CompanyRepository
  readonly products: ProductRepository
  readonly evaluations: EvaluationRepository
  readonly reviews: ReviewQueue
  readonly catalogue: Catalogue
  /** A word that nobody can guess. */
  readonly newCode: () => string
}
