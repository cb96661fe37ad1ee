import type { Author } from '#contracts/actor.ts'
import { claimJudged } from '#contracts/catalogue-events.ts'
import { fact } from '#contracts/event.ts'
import { applied, refused } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import { productLimits, shownOf } from './product.ts'
import type { ProductState } from './product.ts'

export interface Judged {
  readonly claim: string
  readonly status: 'verified' | 'refuted'
  readonly reason: string
  /** Of what the curator has read. */
  readonly revision: number
}

/** A curator has looked at what is claimed: a published claim → `verified` | `refuted`, until its words change. */
export const judgeClaim = (
  state: ProductState,
  { claim, status, reason, revision }: Judged,
  { by, now }: { by: Author; now: string },
): Transition<ProductState, 'productNotFound' | 'claimNotFound' | 'claimChanged'> => {
  const { product, version } = state
  const shown = shownOf(product)
  if (!shown) return refused('productNotFound')
  if (shown.revision !== revision) return refused('claimChanged')
  if (!Object.hasOwn(shown.claimDates, claim)) return refused('claimNotFound')
  return applied(
    {
      product: {
        ...product,
        judgements: [...product.judgements, { claim, status, reason, judgedAt: now, judgedBy: by }].slice(
          -productLimits.judgements,
        ),
      },
      version: version + 1,
    },
    fact(claimJudged, { productId: product.productId, claim, status, reason }),
  )
}
