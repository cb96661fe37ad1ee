import * as z from 'zod'
import type { Text } from '#contracts/language.ts'
import type { FormField } from '#phase/field.ts'
import type { FormFields } from '../../forms/action-form.tsx'
import { readDecimal, readInteger } from '../../forms/figures.ts'
import type { Cell, Grid } from '../../tables/cells.ts'
import { partSeparator, productColumnNames, productColumns } from '../catalogue/product-columns.ts'
import type { ProductColumn, ProductColumnName } from '../catalogue/product-columns.ts'
import type { RowProblem } from '../file-import/posted-file.ts'

/** From a file with products to what the service takes: one row, or one object of JSON, for each product. */

export interface ProductRow {
  readonly row: number
  readonly productId?: string
  readonly content: Readonly<Record<string, unknown>>
}

export interface ProductFile {
  readonly rows: readonly ProductRow[]
  readonly problems: readonly RowProblem[]
}

const orePerKrona = 100

const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
}

const folded = (label: string): string => label.trim().toLocaleLowerCase('sv')

const columnNamed = (heading: string): ProductColumnName | undefined =>
  productColumnNames.find((name) => {
    const { label } = productColumns[name]
    return [name, label.sv, label.en].some((known) => folded(known) === folded(heading))
  })

const fieldIn = (fields: FormFields, { group, field }: ProductColumn, name: string): FormField | undefined => {
  const found = group === undefined ? undefined : fields[group]
  return (found?.kind === 'group' ? found.fields : fields)[field ?? name]
}

/** By what it is called in either language, or by the name that partners use. */
const optionIn = (field: FormField | undefined, written: string): string | undefined =>
  field && 'options' in field
    ? field.options.find(({ value, label }) => [value, label.sv, label.en].some((known) => folded(known) === folded(written)))
        ?.value
    : undefined

const notAnOption = (written: string): Text => ({
  sv: `”${written}” finns inte att välja.`,
  en: `“${written}” is not one of the choices.`,
})
const notANumber = (written: string): Text => ({ sv: `”${written}” är inget tal.`, en: `“${written}” is no number.` })

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n|;\s+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const partsOf = (line: string, ...keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    line.split(partSeparator.trim()).flatMap((part, index) => {
      const key = keys[index]
      return key !== undefined && part.trim() !== '' ? [[key, part.trim()]] : []
    }),
  )

type Read = { readonly value: unknown } | { readonly problem: Text }

const readChoices = (field: FormField | undefined, text: string): Read => {
  const written = linesOf(text).flatMap((line) => (optionIn(field, line) === undefined ? line.split(/\s*,\s*/) : [line]))
  const found = written.map((one) => optionIn(field, one))
  const wrong = written[found.indexOf(undefined)]
  return wrong === undefined ? { value: found } : { problem: notAnOption(wrong) }
}

const readInterfaces = (field: FormField | undefined, text: string): Read => {
  const item = field?.kind === 'list' && field.item.kind === 'group' ? field.item.fields['evidenceKind'] : undefined
  const rows = linesOf(text).map((line) => partsOf(line, 'standard', 'evidenceKind', 'evidence'))
  for (const row of rows) {
    const written = row['evidenceKind']
    if (written === undefined) continue
    const kind = optionIn(item, written)
    if (kind === undefined) return { problem: notAnOption(written) }
    row['evidenceKind'] = kind
  }
  return { value: rows }
}

const readCell = (name: ProductColumnName, cell: Cell, fields: FormFields): Read => {
  const column: ProductColumn = productColumns[name]
  const field = fieldIn(fields, column, name)
  const text = textOf(cell)
  switch (column.kind) {
    case 'text':
      return { value: text }
    case 'lines':
      return { value: name === 'cpv' ? text.split(/[\s,;]+/).filter((code) => code !== '') : linesOf(text) }
    case 'choice': {
      const value = optionIn(field, text)
      return value === undefined ? { problem: notAnOption(text) } : { value }
    }
    case 'choices':
      return readChoices(field, text)
    case 'money': {
      const kronor = typeof cell === 'number' ? cell : readDecimal(text)
      return kronor === undefined ? { problem: notANumber(text) } : { value: Math.round(kronor * orePerKrona) }
    }
    case 'integer': {
      const value = typeof cell === 'number' ? cell : readInteger(text)
      return value === undefined ? { problem: notANumber(text) } : { value }
    }
    case 'interfaces':
      return readInterfaces(field, text)
    case 'claims':
      return { value: linesOf(text).map((line) => partsOf(line, 'requirementId', 'statement', 'evidence')) }
    case 'references':
      return { value: linesOf(text).map((line) => partsOf(line, 'who', 'link')) }
  }
}

/** Codes that the form offers and others have a list each. */
const splitCpv = (codes: readonly string[], fields: FormFields): Record<string, unknown> => {
  const offered = codes.flatMap((code) => optionIn(fields['cpv'], code.slice(0, 8)) ?? [])
  const others = codes.filter((code) => optionIn(fields['cpv'], code.slice(0, 8)) === undefined)
  return { ...(offered.length > 0 && { cpv: offered }), ...(others.length > 0 && { otherCpv: others }) }
}

const readRow = (
  cells: readonly Cell[],
  row: number,
  places: ReadonlyMap<ProductColumnName, number>,
  fields: FormFields,
): ProductRow | RowProblem[] => {
  const problems: RowProblem[] = []
  const content: Record<string, unknown> = {}
  const groups: Record<string, Record<string, unknown>> = {}
  let productId: string | undefined
  for (const [name, place] of places) {
    const cell = cells[place] ?? null
    if (textOf(cell) === '') continue
    const read = readCell(name, cell, fields)
    if ('problem' in read) {
      problems.push({ row, place: productColumns[name].label, message: read.problem })
      continue
    }
    const { group, field = name }: ProductColumn = productColumns[name]
    if (name === 'productId') productId = String(read.value)
    // What the column holds is a list of texts.
    else if (name === 'cpv') Object.assign(content, splitCpv(read.value as readonly string[], fields))
    else if (group === undefined) content[field] = read.value
    else groups[group] = { ...groups[group], [field]: read.value }
  }
  return problems.length > 0
    ? problems
    : { row, ...(productId !== undefined && { productId }), content: { ...content, ...groups } }
}

const noName: RowProblem = {
  row: 1,
  place: productColumns.name.label,
  message: {
    sv: 'Kolumnen saknas. Utgå från mallen, där rubrikerna står på första raden.',
    en: 'The column is missing. Begin with the template, where the headings stand on the first row.',
  },
}

/** The headings stand on the first row; columns that are not ours are passed by. */
export const readProductGrid = ({ rows }: Grid, fields: FormFields): ProductFile => {
  const [heading = [], ...body] = rows
  const places = new Map<ProductColumnName, number>()
  for (const [place, cell] of heading.entries()) {
    const name = columnNamed(textOf(cell))
    if (name !== undefined && !places.has(name)) places.set(name, place)
  }
  if (!places.has('name')) return { rows: [], problems: [noName] }
  const read = body
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''))
    .map(({ cells, row }) => readRow(cells, row, places, fields))
  return {
    rows: read.flatMap((one) => ('row' in one ? [one] : [])),
    problems: read.flatMap((one) => ('row' in one ? [] : one)),
  }
}

const jsonFile = z.object({
  products: z.array(z.object({ productId: z.string().optional(), content: z.record(z.string(), z.unknown()) })),
})

/** As the catalogue is exported and the API takes it: `{ "products": [{ "content": { ... } }] }`. */
export const readProductJson = (text: string): ProductFile => {
  const unfit = (message: Text): ProductFile => ({
    rows: [],
    problems: [{ row: 1, place: { sv: 'Filen', en: 'The file' }, message }],
  })
  try {
    const { products } = jsonFile.parse(JSON.parse(text))
    return {
      rows: products.map(({ productId, content }, index) => ({
        row: index + 1,
        ...(productId !== undefined && { productId }),
        content,
      })),
      problems: [],
    }
  } catch (error) {
    return unfit(
      error instanceof SyntaxError
        ? { sv: 'Filen är inte giltig JSON.', en: 'The file is not valid JSON.' }
        : {
            sv: 'Filen ska ha en lista products, där varje produkt har content.',
            en: 'The file must have a list products, where each product has content.',
          },
    )
  }
}
