import * as z from 'zod'
import { companyId, productId, timestamp } from '#contracts/ids.ts'

/** Something that waits for a curator: a registration, or claims of a product that nobody has looked at. */
export const review = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('company'), companyId, companyName: z.string(), since: timestamp }),
  z.object({
    kind: z.literal('product'),
    productId,
    companyId,
    companyName: z.string(),
    productName: z.string(),
    claims: z.int().positive(),
    since: timestamp,
  }),
])
export type Review = z.infer<typeof review>

export interface ReviewQueue {
  /** What has waited longest first. */
  readonly list: (page: {
    limit: number
    cursor?: string | undefined
  }) => Promise<{ readonly reviews: readonly Review[]; readonly cursor?: string }>
}
