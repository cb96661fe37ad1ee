import type * as z from 'zod'
import { benefitLineId, calendarDate, caseId } from '#contracts/ids.ts'
import type { Text } from '#contracts/language.ts'
import { readDecimal } from '../../forms/figures.ts'
import type { Cell, Grid } from '../../tables/cells.ts'
import { measurementColumnNames, measurementColumns } from './measurement-columns.ts'
import type { MeasurementColumn } from './measurement-columns.ts'

/** Measurements as they stand in a file, and everything that keeps them from being sent: row, column, what, and how to put it right. */

export interface MeasurementRow {
  readonly row: number
  readonly caseId: string
  readonly lineId: string
  readonly measuredOn: string
  readonly value: number
  readonly unit?: string
  readonly source: string
  readonly comment?: string
}

export interface FileProblem {
  /** As the spreadsheet program numbers it. */
  readonly row: number
  readonly column: MeasurementColumn
  readonly message: Text
}

export interface MeasurementFile {
  readonly rows: readonly MeasurementRow[]
  readonly problems: readonly FileProblem[]
  /** Rows of the template that nobody has filled in. */
  readonly blankRows: number
}

/** As in services/benefits/domain/limits.ts. */
export const maxRows = 500
const textLimits = { unit: 40, source: 300, comment: 2_000 } as const
const largestValue = 1_000_000_000_000

type Read<T> = { readonly value: T } | { readonly problem: Text }

const required = ['caseId', 'lineId', 'measuredOn', 'value', 'source'] as const satisfies readonly MeasurementColumn[]

const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')

const dayLength = 'YYYY-MM-DD'.length

const textOf = (cell: Cell): string => (cell instanceof Date ? cell.toISOString().slice(0, dayLength) : String(cell ?? '').trim())

const folded = (label: string): string => label.trim().toLocaleLowerCase('sv')

const columnsByLabel = new Map<string, MeasurementColumn>(
  measurementColumnNames.flatMap((name) => {
    const { sv, en } = measurementColumns[name].label
    return [sv, en].map((label) => [folded(label), name] as const)
  }),
)

const labelOf = (column: MeasurementColumn): Text => measurementColumns[column].label

const missingColumn = (column: MeasurementColumn): FileProblem => ({
  row: 1,
  column,
  message: {
    sv: `Kolumnen ”${labelOf(column).sv}” saknas på filens första rad. Utgå från mallen.`,
    en: `The column “${labelOf(column).en}” is missing from the file's first row. Begin from the template.`,
  },
})

const repeatedColumn = (column: MeasurementColumn): FileProblem => ({
  row: 1,
  column,
  message: {
    sv: `Kolumnen ”${labelOf(column).sv}” finns flera gånger. Behåll en.`,
    en: `There are several columns “${labelOf(column).en}”. Keep one.`,
  },
})

type Places = ReadonlyMap<MeasurementColumn, number>

const readHeading = (heading: readonly Cell[]): { places: Places; problems: FileProblem[] } => {
  const named = heading.flatMap((cell, index) => {
    const name = columnsByLabel.get(folded(textOf(cell)))
    return name ? [{ name, index }] : []
  })
  const places = new Map(named.toReversed().map(({ name, index }) => [name, index] as const))
  const repeated = named.filter(({ name, index }) => places.get(name) !== index).map(({ name }) => name)
  return {
    places,
    problems: [...required.filter((name) => !places.has(name)).map(missingColumn), ...[...new Set(repeated)].map(repeatedColumn)],
  }
}

const emptyCell: Text = {
  sv: 'Cellen är tom. Fyll i den, eller ta bort hela raden.',
  en: 'The cell is empty. Fill it in, or remove the whole row.',
}

const readId = (schema: z.ZodType, cell: Cell): Read<string> =>
  schema.safeParse(textOf(cell)).success
    ? { value: textOf(cell) }
    : {
        problem: {
          sv: `”${textOf(cell)}” är inget id. Hämta raden ur mallen på nytt.`,
          en: `“${textOf(cell)}” is no id. Take the row from the template anew.`,
        },
      }

const readDay = (cell: Cell): Read<string> => {
  const day = textOf(cell)
  if (typeof cell !== 'number' && calendarDate.safeParse(day).success) return { value: day }
  return {
    problem: {
      sv: `”${day}” är inget datum. Skriv det som 2026-11-20 i en cell som är datum eller text.`,
      en: `“${day}” is no date. Write it like 2026-11-20 in a cell that is a date or text.`,
    },
  }
}

/** `1.234` is one and a quarter to some and a thousand to others. */
const ambiguous = /^-?\d{1,3}\.\d{3}$/

const notNumber = (cell: Cell): Text => ({
  sv: `”${textOf(cell)}” är inget tal. Skriv bara siffror, med komma före decimalerna.`,
  en: `“${textOf(cell)}” is no number. Write figures only, with a comma before the decimals.`,
})

const readText = (cell: string): Read<number> => {
  if (ambiguous.test(cell.trim()))
    return {
      problem: {
        sv: `”${cell.trim()}” kan läsas på två sätt. Skriv tusental utan punkt och decimaler efter komma.`,
        en: `“${cell.trim()}” can be read in two ways. Write thousands without a point and decimals after a comma.`,
      },
    }
  const value = readDecimal(cell)
  return value === undefined ? { problem: notNumber(cell) } : { value }
}

const readValue = (cell: Cell, kind: Grid['kind']): Read<number> => {
  const read: Read<number> =
    typeof cell === 'number'
      ? { value: cell }
      : kind === 'csv' && typeof cell === 'string'
        ? readText(cell)
        : {
            problem: {
              sv: `Cellen är text eller datum (”${textOf(cell)}”), inte ett tal. Ändra cellens format till tal och skriv värdet igen.`,
              en: `The cell is text or a date (“${textOf(cell)}”), not a number. Make it a number and write the value again.`,
            },
          }
  if ('value' in read && Math.abs(read.value) > largestValue)
    return { problem: { sv: 'Värdet är för stort. Använd en större enhet.', en: 'The value is too large. Use a larger unit.' } }
  return read
}

const readProse = (cell: Cell | undefined, max: number): Read<string> => {
  const prose = isBlank(cell) ? '' : textOf(cell ?? '')
  return prose.length > max
    ? { problem: { sv: `Korta till högst ${max} tecken.`, en: `Shorten to at most ${max} characters.` } }
    : { value: prose }
}

const readRow = (
  cells: readonly Cell[],
  row: number,
  { places, kind }: { places: Places; kind: Grid['kind'] },
): MeasurementRow | FileProblem[] => {
  const problems: FileProblem[] = []
  const cellOf = (column: MeasurementColumn): Cell => cells[places.get(column) ?? -1] ?? null
  const take = <T>(column: MeasurementColumn, read: (cell: Cell) => Read<T>, isRequired = true): T | undefined => {
    const cell = cellOf(column)
    const found: Read<T> = isRequired && isBlank(cell) ? { problem: emptyCell } : read(cell)
    if ('value' in found) return found.value
    problems.push({ row, column, message: found.problem })
    return undefined
  }
  const ids = {
    caseId: take('caseId', (cell) => readId(caseId, cell)),
    lineId: take('lineId', (cell) => readId(benefitLineId, cell)),
  }
  const measuredOn = take('measuredOn', readDay)
  const value = take('value', (cell) => readValue(cell, kind))
  const source = take('source', (cell) => readProse(cell, textLimits.source))
  const unit = take('unit', (cell) => readProse(cell, textLimits.unit), false)
  const comment = take('comment', (cell) => readProse(cell, textLimits.comment), false)
  if (ids.caseId === undefined || ids.lineId === undefined || measuredOn === undefined) return problems
  if (value === undefined || source === undefined || problems.length > 0) return problems
  return {
    row,
    caseId: ids.caseId,
    lineId: ids.lineId,
    measuredOn,
    value,
    ...(unit && { unit }),
    source,
    ...(comment && { comment }),
  }
}

const tooManyRows: FileProblem = {
  row: maxRows + 2,
  column: 'value',
  message: {
    sv: `Högst ${maxRows} mätningar åt gången. Dela upp filen.`,
    en: `At most ${maxRows} measurements at a time. Split the file.`,
  },
}

/** The heading stands on row 1. A row with neither day nor value is one that nobody has filled in, and is passed by. */
export const readMeasurementFile = ({ rows, kind }: Grid): MeasurementFile => {
  const [heading = [], ...body] = rows
  const { places, problems } = readHeading(heading)
  if (problems.length > 0) return { rows: [], problems, blankRows: 0 }
  const numbered = body
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => !isBlank(cell)))
  const isFilledIn = (cells: readonly Cell[]): boolean =>
    (['measuredOn', 'value'] as const).some((column) => !isBlank(cells[places.get(column) ?? -1]))
  const filledIn = numbered.filter(({ cells }) => isFilledIn(cells))
  const read = filledIn.slice(0, maxRows).map(({ cells, row }) => readRow(cells, row, { places, kind }))
  return {
    rows: read.flatMap((one) => ('row' in one ? [one] : [])),
    problems: [...read.flatMap((one) => ('row' in one ? [] : one)), ...(filledIn.length > maxRows ? [tooManyRows] : [])],
    blankRows: numbered.length - filledIn.length,
  }
}
