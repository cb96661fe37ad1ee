import type { Decision } from '#contracts/decision.ts'
import type { CaseId, OrganisationId } from '#contracts/ids.ts'
import type { Gate, Phase } from '#contracts/words.ts'
import type { CaseRow, CaseStatus } from '../domain/case-row.ts'
import type { GivenTask } from '../domain/tasks.ts'
import type { PageRequest } from './journal-repository.ts'

export interface PortfolioFilter {
  readonly phase?: Phase | undefined
  readonly status?: CaseStatus | undefined
  readonly organisation?: OrganisationId | undefined
}

export interface GateDecision {
  readonly gate: Gate
  readonly round: number
  readonly decision: Decision
}

export interface PortfolioRepository {
  readonly find: (caseId: CaseId) => Promise<CaseRow | undefined>
  /** All that are under way in a phase. */
  readonly listOngoing: (phase: Phase) => Promise<readonly CaseRow[]>
  /** Exactly those that match, a page at a time. */
  readonly list: (filter: PortfolioFilter, page: PageRequest) => Promise<{ rows: readonly CaseRow[]; cursor?: string }>
  /** By gate and round, at most the latest hundred. */
  readonly listDecisions: (caseId: CaseId) => Promise<readonly GateDecision[]>
  /** Those due soonest, at most `limit`. */
  readonly listTasks: (holder: string, limit: number) => Promise<readonly Pick<GivenTask, 'task' | 'barred'>[]>
}
