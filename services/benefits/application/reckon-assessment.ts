import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import type { CaseId } from '#contracts/ids.ts'
import { benefitLineId } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { calculation } from '../domain/calculation/calculate.ts'
import { calculationBasis } from '../domain/calculation/basis.ts'
import type { AssessmentContent } from '../domain/case-benefits.ts'
import { standingVersion } from '../domain/case-benefits.ts'
import { estimateOf } from '../domain/benefit-line.ts'
import { proposeAssessment } from '../domain/propose-assessment.ts'
import { calculationOf, readReckoning, withReckonedBands } from '../domain/reckon.ts'
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
  calculation,
  /** Why some lines are left out, if any are: field, and how to put it right. */
  problems: z.array(fieldProblem),
})
export type CalculationView = z.infer<typeof calculationView>

const present = (content: AssessmentContent, kind: AssessmentKind, { county }: BenefitsParts, today: string): CalculationView => {
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
    return answer(present(withLineIds(body, context), kind, parts, dayOf(context.now)))
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
    return answer(present(content, kind, parts, dayOf(now)), shown?.version ?? 0)
  }
