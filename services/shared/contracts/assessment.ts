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

/** What benefits tells a phase about an assessment that has been marked complete. Likely sums in öre per year. */
export const assessmentSnapshot = z.object({
  kind: assessmentKind,
  version: z.int().positive(),
  digest,
  completedAt: timestamp,
  completedBy: z.string(),
  summary: z.string(),
  lines: z.array(assessedLine).max(100),
  totals: z.object({ financialBenefits: z.int(), redistributedBenefits: z.int(), costs: z.int() }),
})
export type AssessmentSnapshot = z.infer<typeof assessmentSnapshot>
