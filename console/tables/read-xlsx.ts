import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { unreadable } from './cells.ts'
import type { Cell, ReadGrid } from './cells.ts'

/** The first sheet of an Excel file. */

/** What a file may unpack to: a small file can be made to fill any memory. */
const maxUnpackedBytes = 20_000_000

const relationship = (xml: string, id: string): string | undefined =>
  xml.match(new RegExp(`<Relationship\\b(?=[^>]*\\bId="${id}")[^>]*\\bTarget="([^"]+)"`))?.[1]

/** Workbooks name their sheets in their own order; the first one named is the one that is read. */
const firstSheetPath = (parts: Readonly<Record<string, string>>): string => {
  const id = parts['xl/workbook.xml']?.match(/<(?:\w+:)?sheet\b[^>]*\br:id="([^"]+)"/)?.[1]
  const target = id === undefined ? undefined : relationship(parts['xl/_rels/workbook.xml.rels'] ?? '', id)
  return target === undefined ? 'xl/worksheets/sheet1.xml' : target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

const mergedIn = (sheet: string): string[] =>
  [...sheet.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref="([^"]+)"/g)].map(([, ref]) => ref ?? '')

const notExcel = unreadable(
  { sv: 'Filen går inte att läsa som Excel', en: 'The file cannot be read as Excel' },
  {
    sv: 'Öppna den i kalkylprogrammet, spara den på nytt som .xlsx och försök igen.',
    en: 'Open it in the spreadsheet program, save it anew as .xlsx and try again.',
  },
)

const tooMuch = unreadable(
  { sv: 'Filen innehåller för mycket', en: 'The file holds too much' },
  { sv: 'Spara bara bladet med mätningarna i en ny fil.', en: 'Save only the sheet with the measurements in a new file.' },
)

const merged = (cells: readonly string[]): ReadGrid =>
  unreadable(
    {
      sv: `Bladet har sammanslagna celler: ${cells.slice(0, 5).join(', ')}`,
      en: `The sheet has merged cells: ${cells.slice(0, 5).join(', ')}`,
    },
    {
      sv: 'En sammanslagen cell hör bara till sin första rad. Dela cellerna och fyll i varje rad för sig.',
      en: 'A merged cell belongs to its first row only. Unmerge the cells and fill in each row.',
    },
  )

/** The parts that say which sheet is the first and what is merged in it; undefined when they are too large. */
const unpack = (bytes: Uint8Array): Record<string, string> | undefined => {
  let unpacked = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      unpacked += originalSize
      return (
        unpacked <= maxUnpackedBytes && /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name)
      )
    },
  })
  if (unpacked > maxUnpackedBytes) return undefined
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, new TextDecoder().decode(part)]))
}

const toCell = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date ? value : null

export const readXlsx = async (bytes: Uint8Array): Promise<ReadGrid> => {
  try {
    const parts = unpack(bytes)
    if (!parts) return tooMuch
    const cells = mergedIn(parts[firstSheetPath(parts)] ?? '')
    if (cells.length > 0) return merged(cells)
    // Copied out, since the bytes may be a window on a larger buffer.
    const rows = await readSheet(bytes.slice().buffer)
    return { ok: true, grid: { kind: 'xlsx', rows: rows.map((row) => row.map(toCell)) } }
  } catch {
    // Whatever the two libraries find wrong with a damaged or protected file, the remedy is the same.
    return notExcel
  }
}
