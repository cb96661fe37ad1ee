import type { Phase, Role } from '#contracts/words.ts'

/** Who takes on a case that a phase has received: procurement is carried by the procurement unit (RUVeS 5.4). */
export const phaseOwners = {
  ideas: 'caseOfficer',
  matching: 'caseOfficer',
  verification: 'caseOfficer',
  procurement: 'procurementOfficer',
  validation: 'caseOfficer',
  rollout: 'caseOfficer',
  followup: 'caseOfficer',
} as const satisfies Record<Phase, Role>
