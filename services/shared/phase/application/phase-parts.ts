import type { County } from '#counties/county.ts'
import type { PhaseDefinition } from '../phase.ts'
import type { CaseRepository } from './case-repository.ts'

/** What every use case of a phase is made from. */
export interface PhaseParts {
  readonly phase: PhaseDefinition
  readonly county: County
  readonly repository: CaseRepository
}
