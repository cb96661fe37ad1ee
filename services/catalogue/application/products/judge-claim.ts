import { dayOf } from '#calendar/working-days.ts'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import type { ProductId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { isListed } from '../../domain/companies/company.ts'
import { judgeClaim } from '../../domain/products/judge-claim.ts'
import type { Judged } from '../../domain/products/judge-claim.ts'
import { shownProductOf } from '../../domain/products/shown-product.ts'
import type { OfferParts } from '../offer-parts.ts'
import { presentProduct } from './present-product.ts'

/** A curator's word on one published claim, in the words that the curator has read. */
export const createJudgeClaim =
  ({ products }: OfferParts) =>
  ({ productId, actor, ...judged }: Judged & { productId: ProductId; actor: Actor }, context: Context) =>
    performOn(
      {
        load: () => products.find(productId),
        missing: 'productNotFound' as const,
        decide: (kept) => {
          if (!isListed(kept.company.company)) return refused('productNotFound')
          const decided = judgeClaim(kept.state, judged, { by: authorOf(actor), now: context.now })
          return decided.kind === 'applied' ? { ...decided, state: { ...kept, state: decided.state } } : decided
        },
        save: (before, { state, facts }, once) =>
          products.save({ company: state.company, before: before.state, after: state.state, facts, once }, context),
        present: ({ company, state }) => {
          const shown = shownProductOf(company.company, state.product)
          return { value: shown && presentProduct(shown, dayOf(context.now)) }
        },
      },
      context,
    )
