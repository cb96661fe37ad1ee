import type { PageContext } from '../visit.ts'
import type { WrittenTable } from './cells.ts'

export const tableFormats = ['csv', 'xlsx'] as const
export type TableFormat = (typeof tableFormats)[number]

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<TableFormat, string>

/** A table as a file to keep. @param fileName without its ending, in letters that every system can store. */
export const sendTable = async (
  c: PageContext,
  table: WrittenTable,
  fileName: string,
  format: TableFormat,
): Promise<Response> => {
  // A file of its own in the cloud: most pages do without.
  const { writeCsv, writeXlsx } = await import('./write-table.ts')
  const body = format === 'csv' ? new TextEncoder().encode(writeCsv(table)) : await writeXlsx(table)
  return c.body(body, 200, {
    'content-type': contentTypes[format],
    'content-disposition': `attachment; filename="${fileName}.${format}"`,
    'cache-control': 'no-store',
  })
}
