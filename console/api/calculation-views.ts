import * as z from 'zod'
import { benefitLineId, calendarDate, organisationId } from '#contracts/ids.ts'
import { assessmentKind } from '#contracts/words.ts'
import { reckoning } from './reckoning-views.ts'

/** What a calculation comes to, how it went there from the first assessment, and what has come true. Sums are öre. */

const years = z.array(z.number())
const band = z.object({ low: z.number(), likely: z.number(), high: z.number() })

const money = z.object({
  benefits: years,
  costs: years,
  net: years,
  cumulative: years,
  presentBenefits: z.number(),
  presentCosts: z.number(),
  netPresentValue: z.number(),
  benefitCostRatio: z.number().optional(),
  paybackYears: z.number().optional(),
  annuity: z.number(),
})
export type Money = z.infer<typeof money>

const spread = z.object({ p10: z.number(), p50: z.number(), p90: z.number(), probabilityNotNegative: z.number() })

const organisation = z.object({
  organisation: organisationId,
  pays: z.number(),
  gainsMoney: z.number(),
  gainsFreedResources: z.number(),
  givesUpResources: z.number(),
  netInHand: z.number(),
  net: z.number(),
  isLosing: z.boolean(),
})
export type OrganisationMoney = z.infer<typeof organisation>

const edges = z.object({ low: years, high: years })

const influence = z.object({
  lineId: z.string().optional(),
  driver: z.string().optional(),
  curve: z.string().optional(),
  atLow: z.number(),
  atHigh: z.number(),
})
export type Influence = z.infer<typeof influence>

export const calculation = reckoning.extend({
  usageWarning: z.object({ parameter: z.string(), below: z.number() }).optional(),
  optimismBias: z.object({ parameter: z.string(), costsRaisedBy: z.number(), benefitsLoweredBy: z.number() }).optional(),
  calculation: z.object({
    years,
    lines: z.array(z.object({ lineId: z.string(), flow: years, presentValue: z.number() })),
    inHand: money,
    withFreedResources: money,
    organisations: z.array(organisation),
    needsFinancingAgreement: z.boolean(),
    scenarios: z.object({ inHand: band, withFreedResources: band }),
    cumulativeBands: z.object({ inHand: edges, withFreedResources: edges }),
    afterOptimismBias: z.object({ inHand: z.number(), withFreedResources: z.number() }).optional(),
    uncertainty: z.object({ inHand: spread, withFreedResources: spread, seed: z.number(), draws: z.number() }),
    tornado: z.array(influence),
    breakEven: z.object({ inLastYear: z.number().optional(), overHorizon: z.number().optional() }),
  }),
})
export type CalculationView = z.infer<typeof calculation>

const move = z.object({ before: z.number(), after: z.number(), difference: z.number() })

export const waterfall = z.object({
  assessments: z.array(
    z.object({
      kind: assessmentKind,
      priceYear: z.number(),
      horizonYears: z.number(),
      discountRate: z.number(),
      inHand: z.number(),
      withFreedResources: z.number(),
      problems: z.number(),
    }),
  ),
  steps: z.array(
    z.object({
      from: assessmentKind,
      to: assessmentKind,
      lineId: benefitLineId,
      name: z.string(),
      change: z.enum(['added', 'removed', 'changed', 'usage', 'basis']),
      reason: z.string().optional(),
      inHand: move,
      withFreedResources: move,
    }),
  ),
})
export type Waterfall = z.infer<typeof waterfall>

export const outcomeStatuses = [
  'reached',
  'onTheWay',
  'behind',
  'targetMissed',
  'measurementDue',
  'notMeasured',
  'noBaseline',
  'noTarget',
] as const

const outcome = z.object({
  lineId: benefitLineId,
  name: z.string(),
  measure: z.string(),
  unit: z.string().optional(),
  owner: z.string().optional(),
  baseline: z.object({ value: z.number(), takenOn: calendarDate }).optional(),
  baselinePlannedBy: calendarDate.optional(),
  target: z.object({ value: z.number(), reachedOn: calendarDate.optional() }).optional(),
  status: z.enum(outcomeStatuses),
  progress: z.number().optional(),
  promisedIn: assessmentKind,
  expected: z
    .object({
      shape: z.enum(['usageCurve', 'straightLine']),
      points: z.array(z.object({ on: calendarDate, ...band.shape })),
    })
    .optional(),
  latest: z.object({ value: z.number(), measuredOn: calendarDate, expected: band.optional() }).optional(),
  measurements: z.array(z.object({ measuredOn: calendarDate, value: z.number() })),
})
export type Outcome = z.infer<typeof outcome>

export const outcomes = z.object({ outcomes: z.array(outcome) })
