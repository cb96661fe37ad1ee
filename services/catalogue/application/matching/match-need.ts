import * as z from 'zod'
import { companySize } from '#contracts/company-sizes.ts'
import { calendarDate, companyId, productId } from '#contracts/ids.ts'
import { answer } from '#lambda/outcome.ts'
import type { Answer } from '#lambda/outcome.ts'
import { matchMethod } from '../../domain/matching/match-weights.ts'
import { rankProducts } from '../../domain/matching/rank-products.ts'
import type { Market } from './market.ts'
import { matchView, presentMatch } from './match-view.ts'
import { matchLimit, needBody } from './need-body.ts'
import type { ListedProduct } from './product-listing.ts'

export const matchBody = z.strictObject({ need: needBody, limit: matchLimit })

export const rankingView = z.object({
  products: z.array(
    matchView.extend({
      rank: z.int().positive(),
      productId,
      name: z.string(),
      summary: z.string(),
      /** Shown, and never ranked by: who sells, how large they are, what they ask. */
      companyId,
      companyName: z.string(),
      companySize: companySize.optional(),
      /** Öre a year, as the supplier indicates it. */
      priceFrom: z.int().optional(),
      priceTo: z.int().optional(),
      readiness: z.int().optional(),
    }),
  ),
  /** Published products, all of which were looked at. */
  outOf: z.int().nonnegative(),
  /** What nobody offers: functions in the whole catalogue, requirements among those that answer the need best. */
  gaps: z.object({ functions: z.array(z.string()), requirements: z.array(z.string()) }),
  /** From when the weights of this ranking are. */
  methodFrom: calendarDate,
})
export type RankingView = z.infer<typeof rankingView>

const besideTheRank = ({ companyId: company, companyName, companySize: size, priceFrom, priceTo, readiness }: ListedProduct) => ({
  companyId: company,
  companyName,
  ...(size !== undefined && { companySize: size }),
  ...(priceFrom !== undefined && { priceFrom }),
  ...(priceTo !== undefined && { priceTo }),
  ...(readiness !== undefined && { readiness }),
})

/** The published products that answer a need best, each with why; and what nobody offers. Nothing is stored. */
export const createMatchNeed =
  (market: Market) =>
  async ({ need, limit }: z.infer<typeof matchBody>, now: string): Promise<Answer<RankingView>> => {
    const { products: index, listed } = await market.asOf(now)
    const { products, outOf, gaps } = rankProducts(index, need, limit)
    return answer({
      products: products.flatMap(({ rank, product, ...match }) => {
        const found = listed.get(product.productId)
        if (!found) return []
        const { productId: id, name, summary } = product
        return [{ rank, productId: id, name, summary, ...besideTheRank(found), ...presentMatch(match) }]
      }),
      outOf,
      gaps: { functions: [...gaps.functions], requirements: [...gaps.requirements] },
      methodFrom: matchMethod.validFrom,
    })
  }
