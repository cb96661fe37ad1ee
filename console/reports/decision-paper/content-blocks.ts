import type { FormField } from '#phase/field.ts'
import { inWords } from '../../forms/content-view.tsx'
import { formWords } from '../../forms/form-words.ts'
import { labelOf } from '../../forms/reference-options.ts'
import type { ReferenceOptions } from '../../forms/reference-options.ts'
import type { Locale } from '../../language/locale.ts'
import type { Block, Fact, TableBlock } from '../paper.ts'

/** What is written in a section, by its form: every field by its name, and nothing that was left out passed over in silence. */

interface Reading {
  readonly locale: Locale
  readonly options: ReferenceOptions
}

type Fields = Readonly<Record<string, FormField>>
type Content = Readonly<Record<string, unknown>>
type ListField = Extract<FormField, { kind: 'list' }>

const isObject = (value: unknown): value is Content => typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

const isLarge = ({ kind }: FormField): boolean => kind === 'list' || kind === 'group'

const told = (field: FormField, value: unknown, { locale, options }: Reading): string => {
  if (isBlank(value)) return locale.t(formWords.notAnswered)
  if (field.kind === 'references')
    return listOf(value)
      .map((picked) => labelOf(options, field.source, String(picked)))
      .join('; ')
  return inWords(field, value, { locale, options })
}

/** More columns than these leave no room for words on a page of paper. */
const mostColumns = 4
/** Longer answers are read beside their names, not in a column. */
const longestInColumn = 300

const fitsTable = (fields: Fields, rows: readonly unknown[], reading: Reading): boolean =>
  Object.keys(fields).length <= mostColumns &&
  Object.entries(fields).every(
    ([key, field]) =>
      !isLarge(field) &&
      rows.every((row) => told(field, isObject(row) ? row[key] : undefined, reading).length <= longestInColumn),
  )

const isNumber = ({ kind }: FormField): boolean => kind === 'money' || kind === 'integer' || kind === 'decimal'

const leastWidth = 2
const mostWidth = 8
const charactersPerPart = 12

/** Columns share the width by how much stands in them. */
const widthOf = (texts: readonly string[]): number =>
  Math.min(mostWidth, Math.max(leastWidth, Math.ceil(Math.max(...texts.map(({ length }) => length)) / charactersPerPart)))

const tableOf = (field: ListField, fields: Fields, rows: readonly unknown[], reading: Reading): TableBlock => {
  const { t } = reading.locale
  const entries = Object.entries(fields)
  const cells = rows.map((row) => entries.map(([key, column]) => told(column, isObject(row) ? row[key] : undefined, reading)))
  return {
    kind: 'table',
    caption: t(field.label),
    columns: entries.map(([, column], index) => ({
      label: t(column.label),
      width: widthOf([t(column.label), ...cells.map((row) => row[index] ?? '')]),
      ...(isNumber(column) && { isNumber: true }),
    })),
    rows: cells,
  }
}

const heading = (text: string): Block => ({ kind: 'heading', level: 4, text })

const listBlocks = (field: ListField, value: unknown, reading: Reading): Block[] => {
  const { t } = reading.locale
  const rows = listOf(value)
  const { item } = field
  if (rows.length === 0) return [{ kind: 'facts', isReading: true, rows: [[t(field.label), t(formWords.notAnswered)]] }]
  if (item.kind !== 'group')
    return [heading(t(field.label)), { kind: 'list', items: rows.map((row) => told(item, row, reading)) }]
  if (fitsTable(item.fields, rows, reading)) return [tableOf(field, item.fields, rows, reading)]
  return rows.flatMap((row, index) => [
    heading(`${t(item.label)} ${index + 1}`),
    ...contentBlocks(item.fields, isObject(row) ? row : {}, reading),
  ])
}

/** @param fields the section's form, or a group of it. */
export const contentBlocks = (fields: Fields, content: Content, reading: Reading): Block[] => {
  const blocks: Block[] = []
  let facts: Fact[] = []
  const endFacts = (): void => {
    if (facts.length > 0) blocks.push({ kind: 'facts', isReading: true, rows: facts })
    facts = []
  }
  for (const [key, field] of Object.entries(fields)) {
    const value = content[key]
    if (field.kind === 'list') {
      endFacts()
      blocks.push(...listBlocks(field, value, reading))
    } else if (field.kind === 'group') {
      endFacts()
      blocks.push(heading(reading.locale.t(field.label)), ...contentBlocks(field.fields, isObject(value) ? value : {}, reading))
    } else facts.push([reading.locale.t(field.label), told(field, value, reading)])
  }
  endFacts()
  return blocks
}
