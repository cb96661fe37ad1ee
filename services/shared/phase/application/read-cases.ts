import type { CaseId } from '#contracts/ids.ts'
import type { PhaseStatus } from '#contracts/words.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { PhaseParts } from './phase-parts.ts'
import { presentCase } from './present-case.ts'

export const createReadCase =
  (parts: PhaseParts) =>
  async ({ caseId }: { caseId: CaseId }) => {
    const record = await parts.repository.find(caseId)
    return record ? answer(presentCase(record, parts), record.version) : refused('caseNotFound')
  }

/** The phase's cases of one status, those that came first, first. */
export const createListCases =
  ({ repository }: PhaseParts) =>
  async ({ status, limit, cursor }: { status: PhaseStatus; limit: number; cursor?: string | undefined }) => {
    const page = await repository.list(status, { limit, cursor })
    const cases = page.heads.map(({ head, version }) => ({
      ...head.case,
      phase: head.phase,
      status: head.status,
      version,
      receivedAt: head.receivedAt,
      dueOn: head.dueOn,
      ...(head.assignee && { assignee: head.assignee }),
      round: head.round,
    }))
    return { ...answer({ cases }), ...(page.cursor !== undefined && { cursor: page.cursor }) }
  }
