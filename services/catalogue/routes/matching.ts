import * as z from 'zod'
import { productId } from '#contracts/ids.ts'
import { staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { assessmentBody, marketAssessmentView } from '../application/matching/assess-market.ts'
import { kindredBody, kindredView } from '../application/matching/find-kindred-needs.ts'
import { meetableNeedsView } from '../application/matching/find-meetable-needs.ts'
import { matchBody, rankingView } from '../application/matching/match-need.ts'
import { matchLimitQuery } from '../application/matching/need-body.ts'

/** Suppliers see of needs what everybody sees, and of products their own: the use cases see to that. */
const bothSides = [...staffRoles, 'supplier'] as const satisfies readonly Role[]

export const matchingRoutes = defineRoutes({
  matchNeed: {
    method: 'POST',
    path: '/v1/catalogue/matches',
    summary: {
      sv: 'Rangordna publicerade produkter efter hur de svarar mot ett behov, med skäl',
      en: 'Rank published products by how they answer a need, with reasons',
    },
    access: staffRoles,
    body: matchBody,
    response: { status: 200, body: rankingView },
    refusals: [],
  },
  assessMarket: {
    method: 'POST',
    path: '/v1/catalogue/market-assessments',
    summary: {
      sv: 'Vad marknaden kan för ett behov: leverantörer, mognad, pris och luckor; inget sparas',
      en: 'What the market can do for a need: suppliers, maturity, price and gaps; nothing is stored',
    },
    access: staffRoles,
    body: assessmentBody,
    response: { status: 200, body: marketAssessmentView },
    refusals: [],
  },
  findMeetableNeeds: {
    method: 'GET',
    path: '/v1/catalogue/products/{productId}/needs',
    summary: { sv: 'Behov som en publicerad produkt kan möta', en: 'Needs that a published product could meet' },
    access: bothSides,
    parameters: z.strictObject({ productId }),
    query: z.strictObject({ limit: matchLimitQuery }),
    response: { status: 200, body: meetableNeedsView },
    refusals: ['productNotMatchable'],
  },
  findKindredNeeds: {
    method: 'POST',
    path: '/v1/catalogue/kindred-needs',
    summary: {
      sv: 'Behov i andra organisationer som liknar ett behov',
      en: 'Needs of other organisations that are like a need',
    },
    access: bothSides,
    body: kindredBody,
    response: { status: 200, body: kindredView },
    refusals: [],
  },
})
export type MatchingRoutes = typeof matchingRoutes
