import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { DailyUses } from '../daily-uses.ts'
import type { KnownCaseRepository } from '../known-cases.ts'
import type { InterestRepository, NeedRepository, TopicsRepository } from './need-repository.ts'

export interface NeedsParts {
  readonly unitOfWork: UnitOfWork
  readonly needs: NeedRepository
  readonly interests: InterestRepository
  readonly topics: TopicsRepository
  readonly cases: KnownCaseRepository
  readonly uses: DailyUses
}
