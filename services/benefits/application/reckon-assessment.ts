import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import type { BenefitParameters } from '#counties/benefits/parameters.ts'
import type { CaseId } from '#contracts/ids.ts'
import { benefitLineId } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { calculation } from '../domain/calculation/calculate.ts'
import { calculationBasis } from '../domain/calculation/basis.ts'
import { managed } from '../domain/calculation/optimism-bias.ts'
import { rowAt } from '../domain/calculation/valid-at.ts'
import { workings, workingsOf } from '../domain/calculation/workings.ts'
import type { AssessmentContent } from '../domain/case-benefits.ts'
import { standingVersion } from '../domain/case-benefits.ts'
import { estimateOf } from '../domain/benefit-line.ts'
import { proposeAssessment } from '../domain/propose-assessment.ts'
import { calculationOf, readReckoning, withReckonedBands } from '../domain/reckon.ts'
import type { Reckoning } from '../domain/reckon.ts'
import type { BenefitsParts } from './benefits-parts.ts'
import type { AssessmentBody } from './save-assessment.ts'
import { withLineIds } from './save-assessment.ts'

const fieldProblem = z.object({ pointer: z.string(), code: z.string(), message: text })

export const calculationView = z.object({
  /** What it is reckoned on, with nothing left out. */
  basis: calculationBasis,
  /** Ids of the county's parameters that it used. */
  parameters: z.array(z.string()),
  discountRate: z.number(),
  /** Öre per year in the last year, for each line that could be reckoned. */
  bands: z.array(z.object({ lineId: benefitLineId, low: z.int(), likely: z.int(), high: z.int() })),
  /** The share of use in each year from 0, for each curve that is whole. */
  curves: z.array(
    z.object({ id: z.string(), shares: z.array(z.object({ low: z.number(), likely: z.number(), high: z.number() })) }),
  ),
  /** What each of those lines is made of: drivers, product, use, year by year. */
  workings: z.array(workings),
  /** The share of use below which the county warns of loss. */
  usageWarning: z.object({ parameter: z.string(), below: z.number() }).optional(),
  /** What early estimates tend to leave out at this stage: shares that costs are raised and benefits lowered by. */
  optimismBias: z.object({ parameter: z.string(), costsRaisedBy: z.number(), benefitsLoweredBy: z.number() }).optional(),
  calculation,
  /** Why some lines are left out, if any are: field, and how to put it right. */
  problems: z.array(fieldProblem),
})
export type CalculationView = z.infer<typeof calculationView>

const usageWarningOf = ({ basis }: Reckoning, parameters: BenefitParameters): Pick<CalculationView, 'usageWarning'> => {
  const row = rowAt(parameters.usageWarnings, basis.parametersOn)
  return row ? { usageWarning: { parameter: row.id, below: row.below } } : {}
}

const optimismBiasOf = (
  { basis, read: { optimismBias } }: Reckoning,
  parameters: BenefitParameters,
): Pick<CalculationView, 'optimismBias'> => {
  const row = rowAt(parameters.optimismBias, basis.parametersOn)
  if (!row || !optimismBias) return {}
  const { costs, benefits, mitigatedShare } = optimismBias
  return {
    optimismBias: {
      parameter: row.id,
      costsRaisedBy: managed(costs, mitigatedShare),
      benefitsLoweredBy: managed(benefits, mitigatedShare),
    },
  }
}

/** What an assessment comes to, as the API shows it. */
export const presentCalculation = (
  content: AssessmentContent,
  kind: AssessmentKind,
  { county }: Pick<BenefitsParts, 'county'>,
  today: string,
): CalculationView => {
  const reckoning = readReckoning(content, kind, county.benefitParameters, today)
  const { basis, read } = reckoning
  return {
    basis,
    parameters: [...read.used],
    discountRate: read.model.discountRate,
    bands: withReckonedBands(content.lines, reckoning).flatMap((line) => {
      const band = estimateOf(line)
      return band ? [{ lineId: line.id, ...band }] : []
    }),
    curves: [...read.model.curves].map(([id, shares]) => ({ id, shares: [...shares] })),
    workings: workingsOf(read.model),
    ...usageWarningOf(reckoning, county.benefitParameters),
    ...optimismBiasOf(reckoning, county.benefitParameters),
    calculation: calculationOf(reckoning),
    problems: [...read.problems],
  }
}

interface Asked {
  readonly caseId: CaseId
  readonly kind: AssessmentKind
}

/** Reckons what is sent and stores nothing: for a form that shows what its figures come to. */
export const createPreviewCalculation =
  (parts: BenefitsParts) =>
  async ({ caseId, kind, body }: Asked & { body: AssessmentBody }, context: Context) => {
    if (!(await parts.repository.find(caseId))) return refused('caseNotFound')
    return answer(presentCalculation(withLineIds(body, context), kind, parts, dayOf(context.now)))
  }

/** The calculation of an assessment as it stands, frozen or draft or proposed, or as it was in the version asked for. */
export const createReadCalculation =
  (parts: BenefitsParts) =>
  async ({ caseId, kind, version }: Asked & { version?: number | undefined }, now: string) => {
    const record = await parts.repository.find(caseId)
    if (!record) return refused('caseNotFound')
    const assessment = record.assessments[kind]
    const shown =
      version === undefined
        ? assessment && standingVersion(assessment)
        : await parts.repository.findVersion(caseId, kind, version)
    if (version !== undefined && !shown) return refused('versionNotFound')
    const content = shown?.content ?? proposeAssessment(record, kind)
    return answer(presentCalculation(content, kind, parts, dayOf(now)), shown?.version ?? 0)
  }
