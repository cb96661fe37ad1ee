import type { CaseId } from '#contracts/ids.ts'
import { openCursor, sealCursor } from '#lambda/cursor.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { eventName, placeInTime, tellEvent } from '../domain/timeline.ts'
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

/**
 * What has happened in a case, for people: by the time it happened, oldest first. It is told from the journal's own
 * entries, so that nothing can be shown that verification has not seen.
 */
export const createListTimeline =
  ({ journal }: InsightParts) =>
  async ({ caseId, limit, cursor }: CasePage) => {
    const told = await journal.readEvents(caseId)
    if (told === 'unreadable') return refused('journalUnreadable')
    if (told.length === 0 && !(await journal.hasJournal(caseId))) return refused('journalNotFound')
    // A cursor names the event that it comes after, since an earlier one may arrive between two pages.
    const name = `timeline of ${caseId}`
    const after = cursor === undefined ? undefined : openCursor(name, cursor)?.['after']?.S
    const left = told
      .map((event) => ({ event, place: placeInTime(event) }))
      .filter(({ place }) => after === undefined || place > after)
      .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    const page = left.slice(0, limit)
    const last = left.length > limit ? page.at(-1) : undefined
    const events = page.map(({ event }) => ({ ...tellEvent(event), name: eventName(event.type) }))
    return { ...answer({ events }), ...(last && { cursor: sealCursor(name, { after: { S: last.place } }) }) }
  }

/** Every case and idea that has a journal, in the order that they came in. */
export const createListJournals =
  ({ journal }: InsightParts) =>
  async (request: PageRequest) => {
    const { caseIds, cursor } = await journal.listJournals(request)
    return { ...answer({ cases: caseIds }), ...(cursor !== undefined && { cursor }) }
  }
