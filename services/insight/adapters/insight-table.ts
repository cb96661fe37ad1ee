import type { CaseId } from '#contracts/ids.ts'
import type { TableIndex } from '#lambda/declaration.ts'

/**
 * Everything about a case lies in its own partition:
 *   CASE#<id>  JOURNAL                        there is a journal, written once
 *   CASE#<id>  HEAD                           length and last hash of the chain       (version = length)
 *   CASE#<id>  ENTRY#<sequence>               an entry: canonical text and hash, never changed
 *   CASE#<id>  ROW                            where the case stands
 *   CASE#<id>  DECISION#<gate>#<round>        what was decided at a gate
 *   CASE#<id>  TASK#<task>#<holder>           what somebody has to do; out of the index once it is done
 */
export const insightIndexes: readonly TableIndex[] = [
  /** Tasks by holder and due day, all journals, all cases. */
  { name: 'by-listing', partition: 'listing', sort: 'listedAt' },
  { name: 'by-phase', partition: 'phaseListing', sort: 'phaseOrder' },
  { name: 'by-status', partition: 'statusListing', sort: 'statusOrder' },
  { name: 'by-organisation', partition: 'organisationListing', sort: 'organisationOrder' },
]

export const partitionOf = (caseId: CaseId): string => `CASE#${caseId}`
export const journalKey = 'JOURNAL'
export const headKey = 'HEAD'
export const rowKey = 'ROW'
export const entryPrefix = 'ENTRY#'
export const decisionPrefix = 'DECISION#'

export const allJournals = 'JOURNALS'
export const allCases = 'CASES'
