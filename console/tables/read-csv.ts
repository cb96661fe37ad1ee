import { CsvError, parse } from 'csv-parse/sync'
import { unreadable } from './cells.ts'
import type { ReadGrid } from './cells.ts'

/** CSV as Swedish programs write it: UTF-8 or Windows-1252, with or without a byte order mark, semicolons or commas or tabs. */

const delimiters = [';', ',', '\t'] as const

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte)

const decode = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const firstLineOf = (text: string): string => text.split(/\r\n|\r|\n/, 1)[0] ?? ''

const countOf = (line: string, delimiter: string): number => line.replaceAll(/"[^"]*"/g, '').split(delimiter).length - 1

/** One for the whole file: the one that the heading has most of. */
const delimiterOf = (heading: string): string =>
  delimiters.reduce<string>((best, one) => (countOf(heading, one) > countOf(heading, best) ? one : best), delimiters[0])

/** `sep=;` as a first line is Excel's own hint, and no row. */
const hintPattern = /^sep=(.)$/i

export const readCsv = (bytes: Uint8Array): ReadGrid => {
  const text = decode(bytes).replace(/^\uFEFF/, '')
  const hint = firstLineOf(text).match(hintPattern)?.[1]
  const delimiter = hint ?? delimiterOf(firstLineOf(text))
  try {
    const rows: string[][] = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false })
    // With the hint blanked out, the rows keep the numbers that a text editor shows.
    return { ok: true, grid: { kind: 'csv', rows: hint === undefined ? rows : [[], ...rows.slice(1)] } }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // The parser tells the line, though its type does not.
    const { lines } = error as { lines?: number }
    return unreadable(
      { sv: `Citattecknen på rad ${lines ?? 1} går inte ihop`, en: `The quotation marks on line ${lines ?? 1} do not match` },
      { sv: 'Rätta raden, eller spara filen på nytt från kalkylprogrammet.', en: 'Put the line right, or save the file anew.' },
    )
  }
}
