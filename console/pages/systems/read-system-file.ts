import { calendarDate } from '#contracts/ids.ts'
import type { Text } from '#contracts/language.ts'
import { careStepNames, targetGroupNames } from '#contracts/market.ts'
import {
  contractKindNames,
  hostingNames,
  optionStatusNames,
  systemCategoryNames,
  systemStatusNames,
} from '#contracts/system-map.ts'
import type { County } from '#counties/county.ts'
import { readInteger, readMoney } from '../../forms/figures.ts'
import type { Cell, Grid } from '../../tables/cells.ts'
import { columnsOfContract, columnsOfSystem, optionNumbers, systemColumnNames, systemColumns } from './system-columns.ts'
import type { OptionColumn, SystemColumn } from './system-columns.ts'

/** Systems as they stand in a file, and what keeps them from being sent: row, column, what, and how to put it right. */

export interface FileProblem {
  /** As the spreadsheet program numbers it. */
  readonly row: number
  readonly column: SystemColumn
  readonly message: Text
}

/** As the service takes it; see services/catalogue/domain/systems/judge-import.ts. */
export interface FiledSystem {
  readonly row: number
  readonly contractRows: readonly number[]
  readonly content: Readonly<Record<string, unknown>>
}

export interface SystemFile {
  readonly systems: readonly FiledSystem[]
  readonly problems: readonly FileProblem[]
}

/** As in services/catalogue/domain/systems/limits.ts. */
export const mostSystems = 100
const limits = {
  text: 150,
  purpose: 1_000,
  reference: 60,
  functions: 30,
  cpv: 20,
  contracts: 20,
  users: 10_000_000,
  level: 4,
} as const
const orePerKrona = 100
const largestKronor = 100_000_000_000

type Read<T> = { readonly value: T } | { readonly problem: Text }

const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')

const dayLength = 'YYYY-MM-DD'.length
const textOf = (cell: Cell): string => (cell instanceof Date ? cell.toISOString().slice(0, dayLength) : String(cell ?? '').trim())
const folded = (label: string): string => label.trim().toLocaleLowerCase('sv')

const columnsByLabel = new Map<string, SystemColumn>(
  systemColumnNames.flatMap((name) => {
    const { sv, en } = systemColumns[name].label
    return [sv, en].map((label) => [folded(label), name] as const)
  }),
)

const required: readonly SystemColumn[] = ['name', 'purpose', 'category', 'status', 'supplier']

type Places = ReadonlyMap<SystemColumn, number>

const readHeading = (heading: readonly Cell[]): { places: Places; problems: FileProblem[] } => {
  const named = heading.flatMap((cell, index) => {
    const name = columnsByLabel.get(folded(textOf(cell)))
    return name ? [{ name, index }] : []
  })
  const places = new Map(named.toReversed().map(({ name, index }) => [name, index] as const))
  const repeated = [...new Set(named.filter(({ name, index }) => places.get(name) !== index).map(({ name }) => name))]
  const problem = (column: SystemColumn, sv: string, en: string): FileProblem => ({ row: 1, column, message: { sv, en } })
  const labelOf = (column: SystemColumn): Text => systemColumns[column].label
  return {
    places,
    problems: [
      ...required
        .filter((name) => !places.has(name))
        .map((name) =>
          problem(
            name,
            `Kolumnen ”${labelOf(name).sv}” saknas på filens första rad. Utgå från mallen.`,
            `The column “${labelOf(name).en}” is missing from the file's first row. Begin from the template.`,
          ),
        ),
      ...repeated.map((name) =>
        problem(
          name,
          `Kolumnen ”${labelOf(name).sv}” finns flera gånger. Behåll en.`,
          `There are several columns “${labelOf(name).en}”. Keep one.`,
        ),
      ),
    ],
  }
}

const readText =
  (max: number) =>
  (cell: Cell): Read<string> =>
    textOf(cell).length > max
      ? { problem: { sv: `Korta till högst ${max} tecken.`, en: `Shorten to at most ${max} characters.` } }
      : { value: textOf(cell) }

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

const readCount =
  (max: number) =>
  (cell: Cell): Read<number> => {
    const value = typeof cell === 'number' ? cell : typeof cell === 'string' ? readInteger(cell) : undefined
    return value !== undefined && Number.isInteger(value) && value >= 0 && value <= max
      ? { value }
      : {
          problem: {
            sv: `”${textOf(cell)}” är inget heltal mellan 0 och ${max}. Skriv bara siffror.`,
            en: `“${textOf(cell)}” is no whole number between 0 and ${max}. Write figures only.`,
          },
        }
  }

/** Kronor in the file, öre on the map. */
const readValue = (cell: Cell): Read<number> => {
  const ore = typeof cell === 'number' ? Math.round(cell * orePerKrona) : typeof cell === 'string' ? readMoney(cell) : undefined
  return ore !== undefined && ore >= 0 && ore <= largestKronor * orePerKrona
    ? { value: ore }
    : {
        problem: {
          sv: `”${textOf(cell)}” är inget belopp i kronor. Skriv till exempel 1 250 000.`,
          en: `“${textOf(cell)}” is no amount in kronor. Write for example 1 250 000.`,
        },
      }
}

type Choices = Readonly<Record<string, Text>>

const chosen = (choices: Choices, typed: string): string | undefined =>
  Object.entries(choices).find(([key, { sv, en }]) => [key, sv, en].some((one) => folded(one) === folded(typed)))?.[0]

const namesOf = (choices: Choices): Text => {
  const all = Object.values(choices)
  return { sv: all.map(({ sv }) => sv).join(', '), en: all.map(({ en }) => en).join(', ') }
}

const unknownChoice = (choices: Choices, typed: string): Text => ({
  sv: `”${typed}” finns inte. Välj bland: ${namesOf(choices).sv}.`,
  en: `There is no “${typed}”. Choose among: ${namesOf(choices).en}.`,
})

const readChoice =
  (choices: Choices) =>
  (cell: Cell): Read<string> => {
    const value = chosen(choices, textOf(cell))
    return value === undefined ? { problem: unknownChoice(choices, textOf(cell)) } : { value }
  }

/** Several in a cell stand with semicolons or line breaks between. */
const partsOf = (cell: Cell): string[] =>
  textOf(cell)
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const readChoices =
  (choices: Choices) =>
  (cell: Cell): Read<string[]> => {
    const parts = partsOf(cell)
    const unknown = parts.find((part) => chosen(choices, part) === undefined)
    return unknown === undefined
      ? { value: [...new Set(parts.flatMap((part) => chosen(choices, part) ?? []))] }
      : { problem: unknownChoice(choices, unknown) }
  }

const readTexts =
  (most: number, longest: number) =>
  (cell: Cell): Read<string[]> => {
    const parts = partsOf(cell)
    return parts.length <= most && parts.every((part) => part.length <= longest)
      ? { value: parts }
      : {
          problem: {
            sv: `Högst ${most}, åtskilda med semikolon, var och en högst ${longest} tecken.`,
            en: `At most ${most}, with semicolons between, each at most ${longest} characters.`,
          },
        }
  }

const readCodes = (cell: Cell): Read<string[]> => {
  const parts = partsOf(cell)
  const wrong = parts.find((part) => !/^\d{8}(-\d)?$/.test(part))
  if (wrong !== undefined)
    return {
      problem: {
        sv: `”${wrong}” är ingen CPV-kod. Skriv åtta siffror, till exempel 48814000.`,
        en: `“${wrong}” is no CPV code. Write eight figures, for example 48814000.`,
      },
    }
  return readTexts(limits.cpv, limits.text)(cell)
}

const emptyCell: Text = { sv: 'Cellen är tom. Fyll i den.', en: 'The cell is empty. Fill it in.' }

interface Row {
  readonly cells: readonly Cell[]
  readonly row: number
}

/** Reads the cells of a row by their columns, and notes what is wrong with each. */
const createTaker = (places: Places, problems: FileProblem[]) => {
  const cellOf = ({ cells }: Row, column: SystemColumn): Cell => cells[places.get(column) ?? -1] ?? null
  const take = <T>(row: Row, column: SystemColumn, read: (cell: Cell) => Read<T>, isRequired = false): T | undefined => {
    const cell = cellOf(row, column)
    if (isBlank(cell)) {
      if (isRequired) problems.push({ row: row.row, column, message: emptyCell })
      return undefined
    }
    const found = read(cell)
    if ('value' in found) return found.value
    problems.push({ row: row.row, column, message: found.problem })
    return undefined
  }
  return { cellOf, take }
}
type Taker = ReturnType<typeof createTaker>

const withoutMissing = (content: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined))

const readOptions = ({ cellOf, take }: Taker, row: Row): unknown[] =>
  optionNumbers.flatMap((number) => {
    const columns: readonly OptionColumn[] = [`option${number}Until`, `option${number}DecideBy`, `option${number}Status`]
    if (columns.every((column) => isBlank(cellOf(row, column)))) return []
    return [
      withoutMissing({
        until: take(row, `option${number}Until`, readDay, true),
        decideBy: take(row, `option${number}DecideBy`, readDay),
        status: take(row, `option${number}Status`, readChoice(optionStatusNames)) ?? 'open',
      }),
    ]
  })

const readContract = (taker: Taker, row: Row, organisations: Choices): Record<string, unknown> => {
  const { take } = taker
  return withoutMissing({
    contractNumber: take(row, 'contractNumber', readText(limits.reference)),
    diaryNumber: take(row, 'diaryNumber', readText(limits.reference)),
    supplier: take(row, 'contractSupplier', readText(limits.text)),
    kind: take(row, 'contractKind', readChoice(contractKindNames), true),
    value: take(row, 'value', readValue),
    start: take(row, 'start', readDay, true),
    end: take(row, 'end', readDay),
    options: readOptions(taker, row),
    callOff: take(row, 'callOff', readChoices(organisations)) ?? [],
    cpv: take(row, 'cpv', readCodes) ?? [],
  })
}

const levels = ['confidentiality', 'integrity', 'availability'] as const

const readSystem = ({ cellOf, take }: Taker, row: Row): Record<string, unknown> => {
  const hasClass = levels.some((column) => !isBlank(cellOf(row, column)))
  return withoutMissing({
    name: take(row, 'name', readText(limits.text), true),
    purpose: take(row, 'purpose', readText(limits.purpose), true),
    category: take(row, 'category', readChoice(systemCategoryNames), true),
    status: take(row, 'status', readChoice(systemStatusNames), true),
    functions: take(row, 'functions', readTexts(limits.functions, limits.text)) ?? [],
    careSteps: take(row, 'careSteps', readChoices(careStepNames)) ?? [],
    targetGroups: take(row, 'targetGroups', readChoices(targetGroupNames)) ?? [],
    supplier: { name: take(row, 'supplier', readText(limits.text), true) },
    owner: take(row, 'owner', readText(limits.text)),
    users: take(row, 'users', readCount(limits.users)),
    inUseSince: take(row, 'inUseSince', readDay),
    hosting: take(row, 'hosting', readChoice(hostingNames)),
    ...(hasClass && {
      informationClass: Object.fromEntries(
        levels.map((column) => [column, take(row, column, readCount(limits.level), true)] as const),
      ),
    }),
  })
}

/** Rows that follow each other with the same name, or with none, are contracts of one system. */
const rowsBySystem = (rows: readonly Row[], { cellOf }: Taker): (readonly Row[])[] => {
  const groups: Row[][] = []
  let name: string | undefined
  for (const row of rows) {
    const own = folded(textOf(cellOf(row, 'name')))
    if (groups.length > 0 && (own === '' || own === name)) groups.at(-1)?.push(row)
    else {
      groups.push([row])
      name = own
    }
  }
  return groups
}

/** What a later row of the system says of the system must be what its first row says. */
const noteContradictions = ([first, ...later]: readonly Row[], { cellOf }: Taker, problems: FileProblem[]): void => {
  if (!first) return
  for (const row of later)
    for (const column of columnsOfSystem) {
      const [own, said] = [cellOf(row, column), cellOf(first, column)]
      if (!isBlank(own) && folded(textOf(own)) !== folded(textOf(said)))
        problems.push({
          row: row.row,
          column,
          message: {
            sv: `Raden säger något annat om systemet än rad ${first.row}. Lämna cellen tom, eller skriv samma sak.`,
            en: `The row says something else of the system than row ${first.row}. Leave the cell empty, or write the same.`,
          },
        })
    }
}

const tooMany = (row: number, column: SystemColumn, most: number, what: Text): FileProblem => ({
  row,
  column,
  message: { sv: `Högst ${most} ${what.sv}. Dela upp filen.`, en: `At most ${most} ${what.en}. Split the file.` },
})

/** The heading stands on row 1; blank rows are passed by. */
export const readSystemFile = ({ rows }: Grid, { organisations }: County): SystemFile => {
  const [heading = [], ...body] = rows
  const { places, problems } = readHeading(heading)
  if (problems.length > 0) return { systems: [], problems }
  const taker = createTaker(places, problems)
  const numbered = body
    .map((cells, index): Row => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => !isBlank(cell)))
  const known: Choices = Object.fromEntries(organisations.map(({ id, name }) => [id, { sv: name, en: name }]))
  const groups = rowsBySystem(numbered, taker)
  const systems = groups.slice(0, mostSystems).flatMap((group): FiledSystem[] => {
    const [first] = group
    if (!first) return []
    noteContradictions(group, taker, problems)
    const withContract = group.filter((row) => columnsOfContract.some((column) => !isBlank(taker.cellOf(row, column))))
    if (withContract.length > limits.contracts)
      problems.push(
        tooMany(first.row, 'contractNumber', limits.contracts, { sv: 'avtal om ett system', en: 'contracts of a system' }),
      )
    return [
      {
        row: first.row,
        contractRows: withContract.map(({ row }) => row),
        content: { ...readSystem(taker, first), contracts: withContract.map((row) => readContract(taker, row, known)) },
      },
    ]
  })
  if (groups.length > mostSystems)
    problems.push(
      tooMany(groups[mostSystems]?.[0]?.row ?? 1, 'name', mostSystems, { sv: 'system åt gången', en: 'systems at a time' }),
    )
  return { systems, problems }
}

/** The column that a pointer into a system's content stands in; the name's where there is none of its own. */
export const columnOfPointer = (pointer: string): SystemColumn => {
  const [first = '', index, third = '', number, last] = pointer.split('/').slice(1)
  if (first === 'contracts' && third === 'options') {
    const position = optionNumbers.find((one) => one === Number(number) + 1) ?? 1
    if (last === 'status') return `option${position}Status`
    return last === 'decideBy' || last === 'noticeMonths' ? `option${position}DecideBy` : `option${position}Until`
  }
  const name =
    first === 'contracts'
      ? ({ kind: 'contractKind', supplier: 'contractSupplier' }[third] ?? third)
      : index && first === 'informationClass'
        ? index
        : first
  return systemColumnNames.find((column) => column === name) ?? 'name'
}
