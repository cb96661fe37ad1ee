import type { County } from '#counties/county.ts'
import type { RequestRepository } from './request-repository.ts'

export interface GateParts {
  readonly county: County
  readonly repository: RequestRepository
}
