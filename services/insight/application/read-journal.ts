import type { CaseId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { eventName } from '../domain/timeline.ts'
import type { InsightParts } from './insight-parts.ts'
import type { PageRequest } from './journal-repository.ts'

type CasePage = { caseId: CaseId } & PageRequest

/** The entries of a case as they were written, oldest first. */
export const createListEntries =
  ({ journal }: InsightParts) =>
  async ({ caseId, limit, cursor }: CasePage) => {
    const page = await journal.listEntries(caseId, { limit, cursor })
    if (page === 'unreadable') return refused('journalUnreadable')
    if (page.entries.length === 0 && !(await journal.hasJournal(caseId))) return refused('journalNotFound')
    return { ...answer({ entries: page.entries }), ...(page.cursor !== undefined && { cursor: page.cursor }) }
  }

/** What has happened in a case, for people: by the time it happened, oldest first. */
export const createListTimeline =
  ({ journal }: InsightParts) =>
  async ({ caseId, limit, cursor }: CasePage) => {
    const page = await journal.listTimeline(caseId, { limit, cursor })
    if (page.events.length === 0 && !(await journal.hasJournal(caseId))) return refused('journalNotFound')
    const events = page.events.map((event) => ({ ...event, name: eventName(event.type) }))
    return { ...answer({ events }), ...(page.cursor !== undefined && { cursor: page.cursor }) }
  }

/** Every case and idea that has a journal, in the order that they came in. */
export const createListJournals =
  ({ journal }: InsightParts) =>
  async (request: PageRequest) => {
    const { caseIds, cursor } = await journal.listJournals(request)
    return { ...answer({ cases: caseIds }), ...(cursor !== undefined && { cursor }) }
  }
