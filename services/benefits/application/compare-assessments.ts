import * as z from 'zod'
import { benefitLineId } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import { assessmentKind } from '#contracts/words.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { benefitLine } from '../domain/benefit-line.ts'
import { standingVersion } from '../domain/case-benefits.ts'
import type { AssessmentContent } from '../domain/case-benefits.ts'
import { compareLines } from '../domain/compare-assessments.ts'
import { comparedFields } from '../domain/differences.ts'
import { totals } from '../domain/totals.ts'
import type { BenefitsParts } from './benefits-parts.ts'

const effectName = z.object({ id: z.string(), name: z.string() })

const effectsOf = ({ chain }: AssessmentContent): z.infer<typeof effectName>[] =>
  (chain?.effects ?? []).map(({ id, name }) => ({ id, name }))

export const comparisonView = z.object({
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
      differences: z.array(z.object({ field: z.enum(comparedFields), from: z.unknown().optional(), to: z.unknown().optional() })),
      reason: z.string().optional(),
    }),
  ),
  totals: z.object({ before: totals, after: totals }),
  /** What the effects that the lines hang on are called in either assessment. */
  effects: z.object({ before: z.array(effectName), after: z.array(effectName) }),
})

/** Two assessments of a case row by row, each as it stands: frozen where it is, otherwise its latest version. */
export const createCompareAssessments =
  ({ repository }: BenefitsParts) =>
  async ({ caseId, from, to }: { caseId: CaseId; from: AssessmentKind; to: AssessmentKind }) => {
    const record = await repository.find(caseId)
    if (!record) return refused('caseNotFound')
    const before = record.assessments[from]
    const after = record.assessments[to]
    if (!before || !after) return refused('assessmentEmpty')
    const [earlier, later] = [standingVersion(before).content, standingVersion(after).content]
    return answer({
      from,
      to,
      ...compareLines(earlier.lines, later.lines),
      effects: { before: effectsOf(earlier), after: effectsOf(later) },
    })
  }
