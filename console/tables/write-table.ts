import { stringify } from 'csv-stringify/sync'
import writeXlsxFile from 'write-excel-file/universal'
import type { WrittenTable } from './cells.ts'

/**
 * Tables that open right in Swedish Excel: CSV with a byte order mark, semicolons and decimal commas; XLSX with numbers as
 * numbers and the heading in place. A text that begins like a formula is never taken for one.
 */

const decimalComma = (value: number): string => String(value).replace('.', ',')

export const writeCsv = ({ columns, rows }: WrittenTable): string =>
  stringify([columns.map(({ label }) => label), ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    escape_formulas: true,
    // Beside its own record delimiter the writer does not see that other line breaks end a row too.
    quoted_match: /[\r\n]/,
    // Only texts can be formulas: a number below nought begins with a minus and is left alone.
    cast: { number: (value) => ({ value: decimalComma(value), escape_formulas: false }) },
  })

export const writeXlsx = async ({ name, columns, rows }: WrittenTable): Promise<ArrayBuffer> => {
  const heading = columns.map(({ label }) => ({ value: label, type: String, fontWeight: 'bold' as const }))
  const written = rows.map((row) =>
    row.map((cell) =>
      typeof cell === 'string' ? { value: cell, type: String } : cell === null ? null : { value: cell, type: Number },
    ),
  )
  const file = await writeXlsxFile([heading, ...written], {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
  }).toBlob()
  return file.arrayBuffer()
}
