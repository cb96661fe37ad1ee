import * as z from 'zod'
import { caseId, digest, organisationId } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { phase, staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { portfolioCaseView, rowView } from './application/present-standing.ts'
import { caseStatus } from './domain/case-row.ts'
import { entryContent } from './domain/journal-chain.ts'
import { task } from './domain/tasks.ts'
import { timelineEvent } from './domain/timeline.ts'
import { breaches } from './domain/verify-chain.ts'
import type { Breach } from './domain/verify-chain.ts'

/** Those who watch over the journals of all cases. */
const journalKeepers = ['operations', 'decisionMaker', 'caseOfficer'] as const satisfies readonly Role[]

const caseParameters = z.strictObject({ caseId })
const page = { limit: pageLimit, cursor: pageCursor.optional() }
const breachNames = Object.keys(breaches) as [Breach, ...Breach[]] // the table's own keys, and it is not empty

export const insightRoutes = defineRoutes({
  readBoard: {
    method: 'GET',
    path: '/v1/insight/board',
    summary: { sv: 'Tavlan: pågående ärenden per fas', en: 'The board: ongoing cases by phase' },
    access: staffRoles,
    response: {
      status: 200,
      body: z.object({
        phases: z.array(
          z.object({ phase, total: z.int().nonnegative(), overdue: z.int().nonnegative(), cases: z.array(rowView).max(50) }),
        ),
      }),
    },
    refusals: [],
  },
  listPortfolio: {
    method: 'GET',
    path: '/v1/insight/cases',
    summary: { sv: 'Ärenden efter fas, läge och organisation', en: 'Cases by phase, status and organisation' },
    access: staffRoles,
    query: z.strictObject({
      phase: phase.optional(),
      status: caseStatus.optional(),
      organisation: organisationId.optional(),
      ...page,
    }),
    response: { status: 200, body: z.object({ cases: z.array(rowView) }) },
    refusals: [],
  },
  readPortfolioCase: {
    method: 'GET',
    path: '/v1/insight/cases/{caseId}',
    summary: { sv: 'Var ett ärende står, och vad som har beslutats', en: 'Where a case stands, and what has been decided' },
    access: staffRoles,
    parameters: caseParameters,
    response: { status: 200, body: portfolioCaseView },
    refusals: ['caseNotFound'],
  },
  readTimeline: {
    method: 'GET',
    path: '/v1/insight/cases/{caseId}/timeline',
    summary: { sv: 'Vad som har hänt i ärendet, äldst först', en: 'What has happened in the case, oldest first' },
    access: staffRoles,
    parameters: caseParameters,
    query: z.strictObject(page),
    response: { status: 200, body: z.object({ events: z.array(timelineEvent.extend({ name: text })) }) },
    refusals: ['journalNotFound', 'journalUnreadable'],
  },
  listJournalEntries: {
    method: 'GET',
    path: '/v1/insight/cases/{caseId}/journal',
    summary: { sv: 'Journalens poster som de skrevs', en: "The journal's entries as they were written" },
    access: staffRoles,
    parameters: caseParameters,
    query: z.strictObject(page),
    response: { status: 200, body: z.object({ entries: z.array(entryContent.extend({ hash: digest })) }) },
    refusals: ['journalNotFound', 'journalUnreadable'],
  },
  verifyJournal: {
    method: 'GET',
    path: '/v1/insight/cases/{caseId}/journal/verification',
    summary: { sv: 'Kontrollera att journalen är orörd', en: 'Verify that the journal is intact' },
    access: staffRoles,
    parameters: caseParameters,
    response: {
      status: 200,
      body: z.object({
        isIntact: z.boolean(),
        entries: z.int().nonnegative(),
        head: digest,
        brokenAt: z.object({ sequence: z.int().positive(), code: z.enum(breachNames), why: text }).optional(),
      }),
    },
    refusals: ['journalNotFound'],
  },
  listJournals: {
    method: 'GET',
    path: '/v1/insight/journals',
    summary: {
      sv: 'Alla ärenden, idéer och omkörningar som har en journal',
      en: 'Every case, idea and redrive that has a journal',
    },
    access: journalKeepers,
    query: z.strictObject(page),
    response: { status: 200, body: z.object({ cases: z.array(caseId) }) },
    refusals: [],
  },
  listTasks: {
    method: 'GET',
    path: '/v1/insight/tasks',
    summary: { sv: 'Det som väntar på dig, det som brådskar mest först', en: 'What waits for you, the most urgent first' },
    access: staffRoles,
    response: {
      status: 200,
      body: z.object({ tasks: z.array(task.extend({ isOverdue: z.boolean() })), hasMore: z.boolean() }),
    },
    refusals: [],
  },
})

export type InsightRoutes = typeof insightRoutes
