import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { companySize } from '#contracts/company-sizes.ts'
import { calendarDate, companyId, productId } from '#contracts/ids.ts'
import { answer } from '#lambda/outcome.ts'
import type { Answer } from '#lambda/outcome.ts'
import { abilities, assessMarket, assessmentRule, maturities, reasonKinds } from '../../domain/matching/market-assessment.ts'
import type { AssessedOffer } from '../../domain/matching/market-assessment.ts'
import { rankProducts } from '../../domain/matching/rank-products.ts'
import { legalPersonNumber } from '../../domain/companies/registration.ts'
import type { CompanyRepository } from '../companies/company-repository.ts'
import type { Market } from './market.ts'
import { mostMatches, needBody } from './need-body.ts'

const most = { talks: 60, companyName: 200, number: 20 } as const

export const assessmentBody = z.strictObject({
  need: needBody,
  /** Whom the buyer has talked with before the procurement, as its dialogue log has them. */
  talks: z
    .array(
      z.strictObject({
        company: z.string().trim().min(1).max(most.companyName),
        organisationNumber: z.string().trim().max(most.number).optional(),
      }),
    )
    .max(most.talks)
    .default([]),
})
export type AssessmentBody = z.infer<typeof assessmentBody>

const count = z.int().nonnegative()
const ore = z.int().optional()

export const marketAssessmentView = z.object({
  on: calendarDate,
  /** From when the rule of this assessment is. */
  ruleFrom: calendarDate,
  suppliers: z.array(
    z.object({
      companyId,
      companyName: z.string(),
      /** Of those that have one. */
      organisationNumber: z.string().optional(),
      companySize: companySize.optional(),
      productId,
      productName: z.string(),
      /** Among the products for the need. */
      rank: z.int().positive(),
      ability: z.enum(abilities),
      /** What keeps the ability from being `now`, and what there is to ask. */
      because: z.array(z.object({ kind: z.enum(reasonKinds), ids: z.array(z.string()) })),
      musts: z.object({ verified: count, declared: count, unknown: count, missing: count }),
      functionsOffered: count,
      priceFrom: ore,
      priceTo: ore,
      readiness: z.int().optional(),
      hasTalked: z.boolean(),
    }),
  ),
  able: count,
  ableNow: count,
  ableSmall: count,
  ableOfUnknownSize: count,
  maturity: z.enum(maturities),
  readiness: z.object({ lowest: z.int().optional(), highest: z.int().optional(), told: count }),
  /** Öre a year. */
  price: z.object({ from: ore, to: ore, told: count }),
  gaps: z.object({ functions: z.array(z.string()), requirements: z.array(z.string()) }),
  /** Companies of the dialogue that no product in the catalogue is known of: to be assessed by hand. */
  onlyInDialogue: z.array(z.string()),
  outOf: count,
})
export type MarketAssessmentView = z.infer<typeof marketAssessmentView>

const folded = (name: string): string => name.trim().toLocaleLowerCase('sv')

type Talk = AssessmentBody['talks'][number]

const isSameCompany = (talk: Talk, name: string, number: string | undefined): boolean =>
  talk.organisationNumber !== undefined && number !== undefined
    ? legalPersonNumber(talk.organisationNumber) === legalPersonNumber(number)
    : folded(talk.company) === folded(name)

const toSupplier = (
  {
    companyId: company,
    companyName,
    companySize: size,
    productId: product,
    name,
    rank,
    ability,
    because,
    musts,
    ...offer
  }: AssessedOffer,
  number: string | undefined,
  hasTalked: boolean,
): MarketAssessmentView['suppliers'][number] => ({
  companyId: company,
  companyName,
  ...(number !== undefined && { organisationNumber: number }),
  ...(size !== undefined && { companySize: size }),
  productId: product,
  productName: name,
  rank,
  ability,
  because: because.map(({ kind, ids }) => ({ kind, ids: [...ids] })),
  musts: { ...musts },
  functionsOffered: offer.functions.filter(({ isOffered }) => isOffered).length,
  ...(offer.priceFrom !== undefined && { priceFrom: offer.priceFrom }),
  ...(offer.priceTo !== undefined && { priceTo: offer.priceTo }),
  ...(offer.readiness !== undefined && { readiness: offer.readiness }),
  hasTalked,
})

export interface AssessMarketParts {
  readonly market: Market
  readonly companies: Pick<CompanyRepository, 'find'>
}

/**
 * What the market can do for a need, from the best ranked products and from whom the buyer has talked with: suppliers able,
 * how many of them small, maturity, price indications and gaps. A proposal that people complete; nothing is stored.
 */
export const createAssessMarket =
  ({ market, companies }: AssessMarketParts) =>
  async ({ need, talks }: AssessmentBody, now: string): Promise<Answer<MarketAssessmentView>> => {
    const { products: index, listed } = await market.asOf(now)
    const { products, outOf, gaps } = rankProducts(index, need, mostMatches)
    const { suppliers, readiness, price, ...told } = assessMarket(
      products.flatMap(({ product, rank, functions, requirements }) => {
        const found = listed.get(product.productId)
        if (!found) return []
        const { profile, ...shown } = found
        return [{ ...shown, productId: profile.productId, name: profile.name, rank, functions, requirements }]
      }),
    )
    const numbers = await Promise.all(
      suppliers.map(async ({ companyId: id }) => {
        const content = (await companies.find(id))?.company.content
        return content?.registration === 'organisationNumber' ? content.number : undefined
      }),
    )
    const shown = suppliers.map((supplier, position) => {
      const number = numbers[position]
      return toSupplier(
        supplier,
        number,
        talks.some((talk) => isSameCompany(talk, supplier.companyName, number)),
      )
    })
    return answer({
      on: dayOf(now),
      ruleFrom: assessmentRule.validFrom,
      suppliers: shown,
      ...told,
      readiness: {
        ...(readiness.lowest !== undefined && { lowest: readiness.lowest }),
        ...(readiness.highest !== undefined && { highest: readiness.highest }),
        told: readiness.told,
      },
      price: {
        ...(price.from !== undefined && { from: price.from }),
        ...(price.to !== undefined && { to: price.to }),
        told: price.told,
      },
      gaps: { functions: [...gaps.functions], requirements: [...gaps.requirements] },
      onlyInDialogue: [
        ...new Set(
          talks
            .filter(
              (talk) =>
                !shown.some(({ companyName, organisationNumber }) => isSameCompany(talk, companyName, organisationNumber)),
            )
            .map(({ company }) => company),
        ),
      ],
      outOf,
    })
  }
