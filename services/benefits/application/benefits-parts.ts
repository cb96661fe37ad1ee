import type { County } from '#counties/county.ts'
import type { BenefitsRepository } from './benefits-repository.ts'

/** What every use case is made from. */
export interface BenefitsParts {
  readonly county: County
  readonly repository: BenefitsRepository
}
