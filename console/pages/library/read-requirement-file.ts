import type { Text } from '#contracts/language.ts'
import {
  barrierLevelNames,
  barrierLevels,
  forceNames,
  forces,
  libraryKindNames,
  libraryKinds,
  verificationNames,
  verifications,
} from '#contracts/requirement-library.ts'
import type { Cell, Grid } from '../../tables/cells.ts'
import { readCondition } from './condition-text.ts'
import { columnKeys, requirementColumns } from './requirement-columns.ts'
import type { RequirementColumn } from './requirement-columns.ts'
import { readSources } from './source-text.ts'

/** Requirements from a file, row by row: what can be read is handed on, the rest is told with row and column. */

export interface FileProblem {
  /** As the reader's own program numbers rows. */
  readonly row: number
  readonly column: RequirementColumn
  readonly message: Text
}

export interface RequirementRow {
  readonly row: number
  readonly id?: string
  readonly content: Readonly<Record<string, unknown>>
}

export interface RequirementFile {
  readonly rows: readonly RequirementRow[]
  readonly problems: readonly FileProblem[]
}

export const maxRows = 200

const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  return (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).replaceAll('\r\n', '\n').trim()
}

const folded = (label: string): string => label.trim().toLocaleLowerCase('sv')

type Places = ReadonlyMap<RequirementColumn, number>

const readHeading = (heading: readonly Cell[]): { places: Places; problems: FileProblem[] } => {
  const names = heading.map((cell) => folded(textOf(cell)))
  const places = new Map(
    columnKeys.flatMap((key) => {
      const { label } = requirementColumns[key]
      const at = names.findIndex((name) => name === folded(label.sv) || name === folded(label.en))
      return at < 0 ? [] : [[key, at] as const]
    }),
  )
  const problems = columnKeys
    .filter((key) => requirementColumns[key].isRequired && !places.has(key))
    .map((column): FileProblem => ({
      row: 1,
      column,
      message: {
        sv: `Kolumnen ”${requirementColumns[column].label.sv}” saknas. Hämta mallen och behåll dess rubriker.`,
        en: `The column “${requirementColumns[column].label.en}” is missing. Take the template and keep its headings.`,
      },
    }))
  return { places, problems }
}

/** The word of the API, or what the console calls it in either language. */
const readName = <Value extends string>(
  written: string,
  values: readonly Value[],
  names: Readonly<Record<Value, Text>>,
): Value | undefined =>
  values.find((value) => [value, names[value].sv, names[value].en].some((name) => folded(name) === folded(written)))

const isDay = (written: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(written)) return false
  const parsed = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(written)
}

const messages = {
  empty: { sv: 'Cellen är tom. Fyll i den.', en: 'The cell is empty. Fill it in.' },
  day: { sv: 'Ange ett datum som 2026-11-20.', en: 'Give a date like 2026-11-20.' },
  sources: {
    sv: 'Skriv dokument och paragraf på varje rad i cellen, med | mellan.',
    en: 'Write the document and its clause on each line of the cell, with | between.',
  },
} as const satisfies Record<string, Text>

const oneOf = (names: Readonly<Record<string, Text>>): Text => ({
  sv: `Ange ett av: ${Object.keys(names).join(', ')}.`,
  en: `Give one of: ${Object.keys(names).join(', ')}.`,
})

const readRow = (cells: readonly Cell[], row: number, places: Places): RequirementRow | FileProblem[] => {
  const problems: FileProblem[] = []
  const cellOf = (column: RequirementColumn): string => textOf(cells[places.get(column) ?? -1])
  const fault = (column: RequirementColumn, message: Text): undefined => {
    problems.push({ row, column, message })
    return undefined
  }
  for (const column of columnKeys)
    if (requirementColumns[column].isRequired && cellOf(column) === '') fault(column, messages.empty)

  const named = <Value extends string>(
    column: RequirementColumn,
    values: readonly Value[],
    names: Readonly<Record<Value, Text>>,
  ): Value | undefined => {
    const written = cellOf(column)
    return written === '' ? undefined : (readName(written, values, names) ?? fault(column, oneOf(names)))
  }
  const day = (column: RequirementColumn): string | undefined => {
    const written = cellOf(column)
    if (written === '') return undefined
    return isDay(written) ? written : fault(column, messages.day)
  }
  const both = (sv: RequirementColumn, en: RequirementColumn): Text | undefined =>
    cellOf(sv) === '' && cellOf(en) === '' ? undefined : { sv: cellOf(sv), en: cellOf(en) }

  const kind = named('kind', libraryKinds, libraryKindNames)
  const force = named('force', forces, forceNames)
  const verification = named('verification', verifications, verificationNames)
  const level = named('barrier', barrierLevels, barrierLevelNames)
  const validFrom = day('validFrom')
  const validTo = day('validTo')
  const sources = cellOf('sources') === '' ? undefined : (readSources(cellOf('sources')) ?? fault('sources', messages.sources))
  const condition = readCondition(cellOf('appliesWhen'))
  if (!condition.ok)
    fault('appliesWhen', {
      sv: `Känner inte till villkoret ${condition.unknown.join(', ')}.`,
      en: `Does not know the condition ${condition.unknown.join(', ')}.`,
    })
  const why = both('whySv', 'whyEn')
  const askInstead = both('askSv', 'askEn')
  for (const [value, sv, en] of [
    [why, 'whySv', 'whyEn'],
    [askInstead, 'askSv', 'askEn'],
  ] as const)
    if (value && (value.sv === '' || value.en === '')) fault(value.sv === '' ? sv : en, messages.empty)
  if (problems.length > 0) return problems
  const id = cellOf('id')
  return {
    row,
    ...(id !== '' && { id }),
    content: {
      text: { sv: cellOf('textSv'), en: cellOf('textEn') },
      kind,
      force,
      sources,
      validFrom,
      ...(validTo !== undefined && { validTo }),
      appliesWhen: condition.ok ? condition.appliesWhen : [],
      verification,
      barrier: { level, ...(why && { why }), ...(askInstead && { askInstead }) },
      servesWords: cellOf('servesWords')
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    },
  }
}

/** The heading stands on row 1; rows that are wholly empty are passed by. */
export const readRequirementFile = ({ rows }: Grid): RequirementFile => {
  const [heading = [], ...body] = rows
  const { places, problems } = readHeading(heading)
  if (problems.length > 0) return { rows: [], problems }
  const numbered = body
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''))
  const read = numbered.slice(0, maxRows).map(({ cells, row }) => readRow(cells, row, places))
  return {
    rows: read.flatMap((one) => ('row' in one ? [one] : [])),
    problems: [
      ...read.flatMap((one) => ('row' in one ? [] : one)),
      ...(numbered.length > maxRows
        ? [
            {
              row: numbered[maxRows]?.row ?? maxRows + 2,
              column: 'textSv' as const,
              message: {
                sv: `Högst ${maxRows} krav åt gången. Dela upp filen.`,
                en: `At most ${maxRows} requirements at a time. Split the file.`,
              },
            },
          ]
        : []),
    ],
  }
}
