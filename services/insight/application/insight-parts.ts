import type { County } from '#counties/county.ts'
import type { JournalRepository } from './journal-repository.ts'
import type { PortfolioRepository } from './portfolio-repository.ts'

/** What every use case of insight is made from. */
export interface InsightParts {
  readonly county: County
  readonly journal: JournalRepository
  readonly portfolio: PortfolioRepository
}
