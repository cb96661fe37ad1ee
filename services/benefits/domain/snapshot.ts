import type { AssessedLine, AssessmentSnapshot, CalculationSummary } from '#contracts/assessment.ts'
import { digestOf } from '#lambda/digest.ts'
import { activeLines, baselineOf, estimateOf, hasBaselinePlan } from './benefit-line.ts'
import type { BenefitLine } from './benefit-line.ts'
import type { AssessmentVersion, CaseHead } from './case-benefits.ts'
import { likelySumsOf } from './totals.ts'

const assessedLine = (line: BenefitLine, measured: CaseHead['measured']): AssessedLine => {
  const { id, side, name, kind, area, organisation, level, levelHorizonYears, measure, unit, target, owner } = line
  if (!kind || !area || !organisation) throw new Error('a snapshot of an assessment that is not complete')
  const perYear = estimateOf(line)
  const baseline = baselineOf(line)
  const measurements = measured[id]
  return {
    id,
    side,
    name,
    kind,
    area,
    organisation,
    ...(perYear && { perYear }),
    ...(level !== undefined && { level }),
    ...(levelHorizonYears !== undefined && { levelHorizonYears }),
    ...(measure && { measure }),
    ...(unit && { unit }),
    hasBaseline: baseline !== undefined,
    hasBaselinePlan: hasBaselinePlan(line),
    ...(baseline && { baseline: baseline.value }),
    ...(target?.value !== undefined && { target: target.value }),
    ...(owner && { owner }),
    measurements: measurements?.count ?? 0,
    ...(measurements && { latestMeasurement: measurements.latest }),
  }
}

/**
 * What the phase and the gate see of a complete assessment: its active lines, with what had been measured when it
 * was marked complete. The digest covers everything else in the snapshot.
 */
export const snapshotOf = (
  {
    kind,
    version,
    content,
    ...completed
  }: Pick<AssessmentVersion, 'kind' | 'version' | 'content'> & { completedAt: string; completedBy: string },
  measured: CaseHead['measured'],
  calculation: CalculationSummary,
): AssessmentSnapshot => {
  const told = {
    kind,
    version,
    ...completed,
    summary: content.summary,
    lines: activeLines(content.lines).map((line) => assessedLine(line, measured)),
    totals: likelySumsOf(content.lines),
    calculation,
  }
  return { ...told, digest: digestOf(told) }
}
