import type { Handlers } from '#lambda/api.ts'
import type { InsightParts } from '../application/insight-parts.ts'
import { createListTasks } from '../application/list-tasks.ts'
import { createListEntries, createListJournals, createListTimeline } from '../application/read-journal.ts'
import { createListPortfolio, createReadBoard, createReadPortfolioCase } from '../application/read-portfolio.ts'
import { createVerifyJournal } from '../application/verify-journal.ts'
import type { InsightRefusalCode } from '../refusals.ts'
import type { InsightRoutes } from '../routes.ts'

/** From a parsed request to one use case. */
export const insightHandlers = (parts: InsightParts): Handlers<InsightRoutes, InsightRefusalCode> => {
  const readBoard = createReadBoard(parts)
  const listPortfolio = createListPortfolio(parts)
  const readPortfolioCase = createReadPortfolioCase(parts)
  const listTimeline = createListTimeline(parts)
  const listEntries = createListEntries(parts)
  const verifyJournal = createVerifyJournal(parts)
  const listJournals = createListJournals(parts)
  const listTasks = createListTasks(parts)
  return {
    readBoard: ({ context }) => readBoard(context.now),
    listPortfolio: ({ query, context }) => listPortfolio(query, context.now),
    readPortfolioCase: ({ parameters, context }) => readPortfolioCase(parameters, context.now),
    readTimeline: ({ parameters, query }) => listTimeline({ ...parameters, ...query }),
    listJournalEntries: ({ parameters, query }) => listEntries({ ...parameters, ...query }),
    verifyJournal: ({ parameters }) => verifyJournal(parameters),
    listJournals: ({ query }) => listJournals(query),
    listTasks: ({ actor, context }) => listTasks(actor, context.now),
  }
}
