import type { County } from '#counties/county.ts'
import type { CompanyRepository } from '../companies/company-repository.ts'
import type { SystemListing, SystemRepository } from './system-repository.ts'

/** What the use cases of the system map need. */
export interface SystemParts {
  readonly county: County
  readonly systems: SystemRepository
  readonly listing: SystemListing
  readonly companies: Pick<CompanyRepository, 'find'>
}
