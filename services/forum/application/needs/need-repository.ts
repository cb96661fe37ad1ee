import type { NeedId, OrganisationId } from '#contracts/ids.ts'
import type { Put } from '#lambda/table.ts'
import type { Interest, Interested } from '../../domain/needs/interest.ts'
import type { Need } from '../../domain/needs/need.ts'
import type { Topics } from '../../domain/needs/topics.ts'
import type { Documents, Page, PageOf, Stored } from '../documents.ts'

/** `open`: published and not hidden. `ended`: was published, and is closed or withdrawn. */
export type NeedList = 'open' | 'ended'

export interface NeedRepository extends Documents<Need, NeedId> {
  /** The latest first. */
  readonly list: (list: NeedList, page: PageOf) => Promise<Page<Need>>
  /** All of an organisation, drafts too; the newest first. */
  readonly listOf: (organisation: OrganisationId, page: PageOf) => Promise<Page<Need>>
}

export interface InterestKey {
  readonly needId: NeedId
  readonly interestId: string
}

export interface InterestRepository extends Documents<Interest, InterestKey> {
  /** A supplier's interest in a need has one id, whether it is there or not. */
  readonly idOf: (needId: NeedId, subject: string) => string
  readonly listIn: (needId: NeedId, page: PageOf) => Promise<Page<Interest>>
  /** The newest first. */
  readonly listBy: (subject: string, page: PageOf) => Promise<Page<Interest>>
  readonly findCount: (needId: NeedId) => Promise<Interested>
  /** One more or one less than was found. */
  readonly putCount: (before: Interested, change: 1 | -1) => Put
}

export interface TopicsRepository {
  readonly find: (subject: string) => Promise<Stored<Topics>>
  readonly put: (subject: string, topics: Topics, version: number) => Put
}
