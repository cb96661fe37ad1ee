import * as z from 'zod'
import { caseHeader } from '#contracts/case-header.ts'
import { benefitLineId, calendarDate, organisationId } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { assessmentKind, phase } from '#contracts/words.ts'

/** What the console reads of measures over all cases, of imports and of the portfolio of benefits. */

const point = z.object({ value: z.number(), measuredOn: calendarDate })

const measure = z.object({
  lineId: benefitLineId,
  name: z.string(),
  measure: z.string(),
  unit: z.string().optional(),
  owner: z.string().optional(),
  organisation: organisationId.optional(),
  kind: z.enum(['baseline', 'followUp', 'target']),
  dueOn: calendarDate,
  status: z.enum(['missed', 'due', 'upcoming']),
  latest: point.optional(),
  target: z.object({ value: z.number(), reachedOn: calendarDate.optional() }).optional(),
})
export type Measure = z.infer<typeof measure>

export const caseMeasures = z.object({ case: caseHeader, phase, measures: z.array(measure) })
export type CaseMeasures = z.infer<typeof caseMeasures>
export const measureList = z.object({ cases: z.array(caseMeasures) })

const rowProblem = z.object({ field: z.string(), code: z.string(), message: text })

export const importPreview = z.object({
  new: z.number(),
  alreadyRecorded: z.number(),
  refused: z.number(),
  rows: z.array(
    z.object({
      row: z.number(),
      verdict: z.enum(['new', 'alreadyRecorded', 'refused']),
      caseNumber: z.string().optional(),
      lineName: z.string().optional(),
      measure: z.string().optional(),
      unit: z.string().optional(),
      measuredOn: calendarDate,
      value: z.number(),
      problems: z.array(rowProblem),
    }),
  ),
})
export type ImportPreview = z.infer<typeof importPreview>

export const importResult = z.object({
  recorded: z.number(),
  alreadyRecorded: z.number(),
  isComplete: z.boolean(),
  cases: z.array(
    z.object({
      caseId: z.string(),
      caseNumber: z.string(),
      caseTitle: z.string(),
      outcome: z.enum(['recorded', 'alreadyRecorded', 'refused', 'busy']),
      recorded: z.number(),
      alreadyRecorded: z.number(),
      problems: z.array(rowProblem.extend({ row: z.number() })),
    }),
  ),
})
export type ImportResult = z.infer<typeof importResult>

const sides = z.object({ benefits: z.number(), costs: z.number() })
const sums = z.object({ financial: sides, redistributed: sides, qualitative: sides })
export type Sums = z.infer<typeof sums>

const parts = { promised: sums, decided: sums, followed: sums, realised: sums }
const measureCounts = z.object({ planned: z.number(), missed: z.number() })

const portfolioTotals = z.object({ cases: z.number(), ...parts, measures: measureCounts })
export type PortfolioTotals = z.infer<typeof portfolioTotals>

export const benefitPortfolio = z.object({
  asOf: calendarDate,
  county: portfolioTotals,
  organisations: z.array(portfolioTotals.extend({ organisation: organisationId })),
})

const portfolioCase = z.object({
  case: caseHeader,
  phase,
  promisedIn: assessmentKind.optional(),
  shares: z.array(z.object({ organisation: organisationId, ...parts })),
  measures: measureCounts,
})
export type PortfolioCase = z.infer<typeof portfolioCase>
export const portfolioCaseList = z.object({ cases: z.array(portfolioCase) })
