import type { JudgedCriterion } from '#contracts/evidence.ts'
import type { CaseEvidence } from '../criterion.ts'
import type { PhaseDefinition } from '../phase.ts'

/** Judges every criterion of the phase's gate on the record as it stands. */
export const judgeCriteria = (phase: PhaseDefinition, evidence: CaseEvidence): JudgedCriterion[] =>
  phase.criteria.map(({ judge, ...criterion }) => ({
    id: criterion.id,
    name: criterion.name,
    isMandatory: criterion.isMandatory,
    evidence: [...criterion.evidence],
    source: criterion.source,
    ...judge(evidence),
  }))
