import { dayOf } from '#calendar/working-days.ts'
import type { CaseId } from '#contracts/ids.ts'
import { phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { CaseRow } from '../domain/case-row.ts'
import { byConcern, isOverdue, standingOf } from '../domain/standing.ts'
import type { Standing } from '../domain/standing.ts'
import type { InsightParts } from './insight-parts.ts'
import type { PageRequest } from './journal-repository.ts'
import type { PortfolioFilter } from './portfolio-repository.ts'
import { presentDecision, presentStanding } from './present-standing.ts'

const maxRowsPerPhase = 50

const standingsOf = (rows: readonly CaseRow[], { county }: InsightParts): Standing[] =>
  rows.flatMap((row) => standingOf(row, county) ?? [])

/** All cases under way, by phase: how many, how many overdue, and those that most need a look. */
export const createReadBoard = (parts: InsightParts) => async (now: string) => {
  const today = dayOf(now)
  const columnOf = async (phase: Phase) => {
    const standings = standingsOf(await parts.portfolio.listOngoing(phase), parts)
    return {
      phase,
      total: standings.length,
      overdue: standings.filter((standing) => isOverdue(standing, today)).length,
      cases: standings
        .toSorted(byConcern(today))
        .slice(0, maxRowsPerPhase)
        .map((standing) => presentStanding(standing, today)),
    }
  }
  return answer({ phases: await Promise.all(phases.map(columnOf)) })
}

/** Cases by phase, status and organisation, any of them or none. */
export const createListPortfolio =
  (parts: InsightParts) =>
  async ({ limit, cursor: from, ...filter }: PortfolioFilter & PageRequest, now: string) => {
    const { rows, cursor } = await parts.portfolio.list(filter, { limit, cursor: from })
    const cases = standingsOf(rows, parts).map((standing) => presentStanding(standing, dayOf(now)))
    return { ...answer({ cases }), ...(cursor !== undefined && { cursor }) }
  }

/** One case, and what was decided about it at which gate. */
export const createReadPortfolioCase =
  (parts: InsightParts) =>
  async ({ caseId }: { caseId: CaseId }, now: string) => {
    const row = await parts.portfolio.find(caseId)
    const standing = row && standingOf(row, parts.county)
    if (!standing) return refused('caseNotFound')
    const decisions = await parts.portfolio.listDecisions(caseId)
    return answer({ ...presentStanding(standing, dayOf(now)), passedGates: decisions.map(presentDecision) })
  }
