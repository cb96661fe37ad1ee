import type { AssessmentKind } from '#contracts/words.ts'
import { frozenBefore } from './case-benefits.ts'
import type { AssessmentContent, CaseBenefits } from './case-benefits.ts'

/**
 * What a new assessment begins with: the lines of the latest frozen one before it, with the same ids, so that
 * promise and outcome can be compared. Reasons that belong to the earlier assessment stay behind in it.
 */
export const proposeAssessment = (record: CaseBenefits, kind: AssessmentKind): AssessmentContent & { from?: AssessmentKind } => {
  const before = frozenBefore(record, kind)
  if (!before) return { summary: '', lines: [] }
  const { lines, noCostsReason, chain, basis } = before.content
  return {
    summary: '',
    ...(noCostsReason !== undefined && { noCostsReason }),
    lines: lines.map(({ changeReason: _, notMeasuredReason: __, ...line }) => line),
    ...(chain && { chain }),
    ...(basis && { basis }),
    from: before.kind,
  }
}
