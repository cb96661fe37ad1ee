import * as z from 'zod'
import { benefitLineId, calendarDate, digest, organisationId, timestamp } from './ids.ts'
import { assessmentKind, benefitArea, benefitKind } from './words.ts'

/** Öre per year. */
export const estimate = z.object({ low: z.int(), likely: z.int(), high: z.int() })

export const assessedLine = z.object({
  id: benefitLineId,
  side: z.enum(['benefit', 'cost']),
  name: z.string(),
  kind: benefitKind,
  area: benefitArea,
  organisation: organisationId,
  /** Absent for qualitative lines: they are never given in money. */
  perYear: estimate.optional(),
  /** Of qualitative lines: 1 is barely noticeable, 5 is decisive. */
  level: z.int().positive().optional(),
  /** Within how many years the level is reached. Left out by lines from before it was asked for. */
  levelHorizonYears: z.int().positive().optional(),
  measure: z.string().optional(),
  unit: z.string().optional(),
  hasBaseline: z.boolean(),
  hasBaselinePlan: z.boolean(),
  baseline: z.number().optional(),
  target: z.number().optional(),
  owner: z.string().optional(),
  measurements: z.int().nonnegative(),
  latestMeasurement: z.object({ value: z.number(), measuredOn: calendarDate }).optional(),
})
export type AssessedLine = z.infer<typeof assessedLine>

/** Öre. Of money in hand, or with freed resources counted at what they are valued to. */
const calculatedMoney = z.object({
  netPresentValue: z.int(),
  benefitCostRatio: z.number().optional(),
  paybackYears: z.number().optional(),
  /** Nine draws in ten are above p10, one in ten above p90. */
  p10: z.int(),
  p50: z.int(),
  p90: z.int(),
  probabilityNotNegative: z.number(),
  /** The net of the first year and of the fifth. */
  years: z.array(z.object({ year: z.int(), net: z.int() })),
})

/** What a calculation comes to, and what it stands on: enough to decide on, and to repeat it. */
export const calculationSummary = z.object({
  priceYear: z.int(),
  horizonYears: z.int().positive(),
  discountRate: z.number(),
  /** Ids of the county's parameters that it used. */
  parameters: z.array(z.string()),
  inHand: calculatedMoney,
  withFreedResources: calculatedMoney,
  /** Net present values with costs raised and benefits lowered as the stage calls for. */
  afterOptimismBias: z.object({ inHand: z.int(), withFreedResources: z.int() }).optional(),
  /** Present values of what each organisation pays, gains and gives up. */
  organisations: z.array(
    z.object({
      organisation: organisationId,
      pays: z.int(),
      gainsMoney: z.int(),
      gainsFreedResources: z.int(),
      givesUpResources: z.int(),
      netInHand: z.int(),
      net: z.int(),
      isLosing: z.boolean(),
    }),
  ),
  needsFinancingAgreement: z.boolean(),
  /** The share of use from which the whole pays, 0 to 1; left out where use does not matter or never suffices. */
  breakEvenUsage: z.number().optional(),
})
export type CalculationSummary = z.infer<typeof calculationSummary>

/** What benefits tells a phase about an assessment that has been marked complete. Likely sums in öre per year. */
export const assessmentSnapshot = z.object({
  kind: assessmentKind,
  version: z.int().positive(),
  digest,
  completedAt: timestamp,
  completedBy: z.string(),
  summary: z.string(),
  lines: z.array(assessedLine).max(100),
  /** Left out by assessments from before there were calculations. */
  calculation: calculationSummary.optional(),
  totals: z.object({ financialBenefits: z.int(), redistributedBenefits: z.int(), costs: z.int() }),
})
export type AssessmentSnapshot = z.infer<typeof assessmentSnapshot>
