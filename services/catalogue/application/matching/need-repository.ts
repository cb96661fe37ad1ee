import * as z from 'zod'
import { caseId, caseNumber, needId, organisationId, timestamp } from '#contracts/ids.ts'
import { careStep, targetGroup } from '#contracts/market.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'

/** A need that the catalogue has been told of: published in the forum, or the need of a case in the matching phase. */
export const knownNeed = z.object({
  needId: z.union([needId, caseId]),
  /** A case's need is for those who work on the public side; a published one is for everybody. */
  visibility: z.enum(['everybody', 'staff']),
  title: z.string(),
  description: z.string(),
  organisation: organisationId,
  functions: z.array(z.object({ id: z.string(), name: z.string() })),
  targetGroups: z.array(targetGroup),
  careSteps: z.array(careStep),
  caseId: caseId.optional(),
  caseNumber: caseNumber.optional(),
  /** When that was so. */
  toldAt: timestamp,
})
export type KnownNeed = z.infer<typeof knownNeed>
export type KnownNeedId = KnownNeed['needId']

/** What is known of a need: what it is, or that it is over. */
export const needNews = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), need: knownNeed }),
  z.object({ kind: z.literal('over'), needId: z.union([needId, caseId]), toldAt: timestamp }),
])
export type NeedNews = z.infer<typeof needNews>

export interface NeedState {
  readonly news: NeedNews
  readonly version: number
}

/** Needs, to be followed: a reader that remembers its mark reads only what has changed. */
export interface NeedListing {
  /** Oldest change first; a need that has changed twice comes once, as it is. */
  readonly changedSince: (
    mark: string | undefined,
  ) => Promise<{ readonly changes: readonly NeedNews[]; readonly mark: string | undefined }>
}

export interface NeedRepository extends NeedListing {
  readonly find: (id: KnownNeedId) => Promise<NeedState | undefined>
  readonly save: (before: NeedState | undefined, news: NeedNews, context: Context, once: Item | undefined) => Promise<Saved>
}
