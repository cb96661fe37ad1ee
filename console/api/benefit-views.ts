import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { estimate } from '#contracts/assessment.ts'
import { benefitLineId, calendarDate, organisationId, timestamp } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { assessmentKind, benefitArea, benefitKind } from '#contracts/words.ts'
import { basis, effectChain, lineCalculation } from './reckoning-views.ts'

/** What the console reads of benefit assessments. Sums are öre per year. */

export const assessmentStatuses = ['empty', 'draft', 'complete', 'frozen'] as const
const assessmentStatus = z.enum(assessmentStatuses)
export type AssessmentStatus = z.infer<typeof assessmentStatus>

export const totals = z.object({
  financial: z.object({ benefits: estimate, costs: estimate, net: estimate }),
  redistributed: z.object({ benefits: estimate, costs: estimate }),
  qualitative: z.object({ benefits: z.number(), costs: z.number() }),
})
export type Totals = z.infer<typeof totals>

const stamp = { savedAt: timestamp.optional(), savedBy: author.optional(), frozenFor: z.string().optional() }

export const assessmentList = z.object({
  assessments: z.array(
    z.object({ kind: assessmentKind, status: assessmentStatus, version: z.number(), lines: z.number(), totals, ...stamp }),
  ),
  isEditable: assessmentKind.nullable(),
})

const measuredPoint = z.object({ value: z.number(), measuredOn: calendarDate })

/** What the overview and the comparison show of a line; the form carries the rest as it is, in `looseObject`. */
export const benefitLine = z.looseObject({
  id: benefitLineId,
  side: z.enum(['benefit', 'cost']),
  name: z.string(),
  kind: benefitKind.optional(),
  area: benefitArea.optional(),
  organisation: organisationId.optional(),
  perYear: z.object({ low: z.number().optional(), likely: z.number().optional(), high: z.number().optional() }).optional(),
  level: z.number().optional(),
  levelHorizonYears: z.number().optional(),
  measure: z.string().optional(),
  unit: z.string().optional(),
  owner: z.string().optional(),
  startsOn: calendarDate.optional(),
  endsOn: calendarDate.optional(),
  /** The effect of the chain that it hangs on. */
  effect: z.string().optional(),
  /** How the amount per year is reckoned; without one it has been typed. */
  calculation: lineCalculation.optional(),
  isRemoved: z.boolean().optional(),
  removalReason: z.string().optional(),
})
export type BenefitLine = z.infer<typeof benefitLine>

export const assessment = z.object({
  kind: assessmentKind,
  status: assessmentStatus,
  version: z.number(),
  summary: z.string(),
  noCostsReason: z.string().optional(),
  lines: z.array(benefitLine),
  chain: effectChain.optional(),
  /** What the calculation stands on. */
  basis: basis.optional(),
  totals,
  progress: z.array(
    z.object({ lineId: benefitLineId, measurements: z.number(), latest: measuredPoint, progress: z.number().optional() }),
  ),
  lockedBecause: text.optional(),
  proposedFrom: assessmentKind.optional(),
  ...stamp,
})
export type Assessment = z.infer<typeof assessment>

const effectName = z.object({ id: z.string(), name: z.string() })

export const comparison = z.object({
  from: assessmentKind,
  to: assessmentKind,
  rows: z.array(
    z.object({
      lineId: benefitLineId,
      name: z.string(),
      side: z.enum(['benefit', 'cost']),
      change: z.enum(['added', 'removed', 'changed', 'same']),
      before: benefitLine.optional(),
      after: benefitLine.optional(),
      differences: z.array(z.object({ field: z.string(), from: z.unknown().optional(), to: z.unknown().optional() })),
      reason: z.string().optional(),
    }),
  ),
  totals: z.object({ before: totals, after: totals }),
  effects: z.object({ before: z.array(effectName), after: z.array(effectName) }),
})
export type Comparison = z.infer<typeof comparison>

export const measurements = z.object({
  measurements: z.array(
    z.object({
      id: z.string(),
      lineId: benefitLineId,
      measuredOn: calendarDate,
      value: z.number(),
      source: z.string(),
      comment: z.string().optional(),
      recordedBy: author,
    }),
  ),
  lines: z.array(
    z.object({
      lineId: benefitLineId,
      name: z.string(),
      measure: z.string(),
      unit: z.string().optional(),
      baseline: z.object({ value: z.number(), takenOn: calendarDate }).optional(),
      target: z.object({ value: z.number(), reachedOn: calendarDate.optional() }).optional(),
      latest: measuredPoint,
      progress: z.number().optional(),
    }),
  ),
})
export type Measurements = z.infer<typeof measurements>
