import * as z from 'zod'
import { caseId, eventId, timestamp } from '#contracts/ids.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'

/** An event that a service has refused for good. */
export const refusal = z.object({
  service: z.string(),
  eventId,
  eventType: z.string(),
  caseId,
  code: z.string(),
  refusedAt: timestamp,
})
export type Refusal = z.infer<typeof refusal>

export interface RefusalPage {
  readonly refusals: readonly Refusal[]
  readonly cursor?: string
}

export interface RefusalRepository {
  readonly add: (refusal: Refusal, once: Item | undefined, context: Context) => Promise<Saved>
  /** The newest first. */
  readonly list: (page: { limit: number; cursor?: string | undefined }) => Promise<RefusalPage>
}
