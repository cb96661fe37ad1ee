import { randomBytes } from 'node:crypto'
import type { Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { CommunityParts } from '../application/community/community-parts.ts'
import { createCallTable } from './call-table.ts'
import { createDailyUseTable } from './daily-use-table.ts'
import { createFocusGroupTable } from './focus-group-table.ts'
import { createInterestTable } from './interest-table.ts'
import { createKnownCaseTable } from './known-case-table.ts'
import { createNeedTable } from './need-table.ts'
import { createReportTable } from './report-table.ts'
import { createTeamTable } from './team-table.ts'
import { createTopicsTable } from './topics-table.ts'

/** 24 random bytes are 32 characters of base64url. */
const newSecret = (): string => randomBytes(24).toString('base64url')

/** Needs and community are wired alike: a team is formed for a need, and a report may be about any of them. */
export const createCommunityParts = ({ table, unitOfWork }: { table: Table; unitOfWork: UnitOfWork }): CommunityParts => ({
  unitOfWork,
  needs: createNeedTable(table),
  interests: createInterestTable(table),
  topics: createTopicsTable(table),
  cases: createKnownCaseTable(table, unitOfWork),
  uses: createDailyUseTable(table),
  teams: createTeamTable(table),
  calls: createCallTable(table),
  focusGroups: createFocusGroupTable(table),
  reports: createReportTable(table),
  newSecret,
})
