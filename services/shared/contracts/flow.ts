import { phases } from './words.ts'
import type { AssessmentKind, Gate, Phase, Role } from './words.ts'

/** Each phase ends at its gate (RUVeS chapter 5). */
export const gateOf = {
  ideas: 'BP1',
  matching: 'BP2',
  verification: 'BP3',
  procurement: 'BP4',
  validation: 'BP5',
  rollout: 'handover',
  followup: 'review',
} as const satisfies Record<Phase, Gate>

/** The phase after, or undefined where the flow ends. */
export const phaseAfter = (phase: Phase): Phase | undefined => phases[phases.indexOf(phase) + 1]

export const phaseOfGate = (gate: Gate): Phase => phases.find((phase) => gateOf[phase] === gate)!

/** Benefit is assessed in full four times (RUVeS 5.1-5.7); BP4 and BP5 have the vouching and the check instead. */
export const assessmentOf = {
  ideas: 'NV1',
  matching: 'NV2',
  verification: 'NV3',
  procurement: undefined,
  validation: undefined,
  rollout: undefined,
  followup: 'NV4',
} as const satisfies Record<Phase, AssessmentKind | undefined>

/** Who carries a case in each phase: procurement is the procurement unit's, the others the care operations' (RUVeS 5). */
export const ownerOf = {
  ideas: 'caseOfficer',
  matching: 'caseOfficer',
  verification: 'caseOfficer',
  procurement: 'procurementOfficer',
  validation: 'caseOfficer',
  rollout: 'caseOfficer',
  followup: 'caseOfficer',
} as const satisfies Record<Phase, Role>
