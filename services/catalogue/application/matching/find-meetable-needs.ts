import * as z from 'zod'
import type { Actor } from '#contracts/actor.ts'
import { calendarDate, productId } from '#contracts/ids.ts'
import type { CompanyId, ProductId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Answer, Refused } from '#lambda/outcome.ts'
import { matchMethod } from '../../domain/matching/match-weights.ts'
import { meetableNeeds } from '../../domain/matching/meetable-needs.ts'
import { knownNeedView, maySee, presentKnownNeed, worksOnThePublicSide } from './known-need-view.ts'
import { profileOf } from './market.ts'
import type { Market } from './market.ts'
import { matchView, presentMatch } from './match-view.ts'

export const meetableNeedsView = z.object({
  productId,
  needs: z.array(matchView.extend({ rank: z.int().positive(), need: knownNeedView })),
  methodFrom: calendarDate,
})
export type MeetableNeedsView = z.infer<typeof meetableNeedsView>

export interface MeetableNeedsParts {
  readonly market: Market
  /** The companies that somebody may act for. */
  readonly companiesOf: (subject: string) => Promise<readonly CompanyId[]>
}

/**
 * The needs that a published product answers best: published needs for its supplier, those of cases too for the public side.
 * A product that is not published, and one of another supplier, are not told apart from one that is not there.
 */
export const createFindMeetableNeeds =
  ({ market, companiesOf }: MeetableNeedsParts) =>
  async (
    request: { readonly productId: ProductId; readonly limit: number },
    actor: Actor,
    now: string,
  ): Promise<Answer<MeetableNeedsView> | Refused<'productNotMatchable'>> => {
    const { products, listed, known, needs, nearBy, closely } = await market.asOf(now)
    const product = listed.get(request.productId)
    if (!product) return refused('productNotMatchable')
    const isTheirs = worksOnThePublicSide(actor) || (await companiesOf(actor.subject)).includes(product.companyId)
    if (!isTheirs) return refused('productNotMatchable')

    const questions = [...known.values()]
      .filter((need) => maySee(actor, need))
      .map((need) => nearBy(needs.find(need.needId) ?? profileOf(need)))
    return answer({
      productId: request.productId,
      needs: meetableNeeds(products, product.profile, questions, closely, request.limit).flatMap(({ rank, needId, ...match }) => {
        const need = known.get(needId)
        return need ? [{ rank, need: presentKnownNeed(need), ...presentMatch(match) }] : []
      }),
      methodFrom: matchMethod.validFrom,
    })
  }
