import type { Key, Table } from '#lambda/table.ts'
import type { ReportRepository } from '../application/community/community-parts.ts'
import { report } from '../domain/community/report.ts'
import type { Report } from '../domain/community/report.ts'
import { createDocuments } from './documents.ts'

/** REPORT#<id>  STATE   a report   (by-listing: the queue, and what has been decided) */
const keyOf = (id: string): Key => ({ pk: `REPORT#${id}`, sk: 'STATE' })
const listingOf = (isDecided: boolean): string => (isDecided ? 'report#decided' : 'report#waiting')

export const createReportTable = (table: Table): ReportRepository => {
  const documents = createDocuments(table, {
    schema: report,
    keyOf,
    idOf: ({ reportId }: Report) => reportId,
    attributesOf: ({ reportId, reportedAt, decided }) => ({
      listing: listingOf(decided !== undefined),
      listingOrder: `${decided?.at ?? reportedAt}#${reportId}`,
    }),
  })
  return {
    ...documents,
    list: (isDecided, page) =>
      documents.page({ index: 'by-listing', partition: listingOf(isDecided), isDescending: isDecided }, page),
  }
}
