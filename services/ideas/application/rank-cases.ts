import type { CaseId } from '#contracts/ids.ts'
import type { PhaseStatus } from '#contracts/words.ts'
import type { CasePage } from '#phase/application/case-repository.ts'
import { answer } from '#lambda/outcome.ts'
import { priorityScore } from '../domain/priority-score.ts'
import { priority } from '../sections/priority.ts'
import type { IdeaParts } from './idea-parts.ts'

const pageSize = 100

/** All cases on their way to BP1 whose priority is scored, highest first; equal scores share their rank. */
export const createRankCases = ({ repository, county }: IdeaParts) => {
  const scoreOf = async (caseId: CaseId): Promise<number | undefined> => {
    const saved = await repository.findSection(caseId, priority.key)
    return saved?.status === 'complete'
      ? priorityScore(county.priorityCriteria, priority.content.complete.parse(saved.content).scores)
      : undefined
  }
  const headsOf = async (status: PhaseStatus): Promise<CasePage['heads']> => {
    const heads: CasePage['heads'][number][] = []
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      // oxlint-disable-next-line no-await-in-loop -- each page needs the cursor of the one before
      const page: CasePage = await repository.list(status, { limit: pageSize, cursor })
      heads.push(...page.heads)
      cursor = page.cursor
    }
    return heads
  }
  return async () => {
    const heads = await Promise.all((['inProgress', 'awaitingDecision'] as const).map(headsOf))
    const scored = await Promise.all(
      heads.flat().map(async ({ head }) => ({ ...head.case, status: head.status, score: await scoreOf(head.case.caseId) })),
    )
    const rows = scored
      .flatMap(({ score, ...row }) => (score === undefined ? [] : [{ ...row, score }]))
      .toSorted((a, b) => b.score - a.score || (a.caseNumber < b.caseNumber ? -1 : 1))
    return answer({ cases: rows.map((row) => ({ ...row, rank: rows.findIndex(({ score }) => score === row.score) + 1 })) })
  }
}
