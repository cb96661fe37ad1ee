import type { Text } from '#contracts/language.ts'
import type { FormField } from '#phase/field.ts'
import { readDecimal, readInteger, readMoney } from './figures.ts'
import { child } from './pointer.ts'

/** What somebody has typed: the values of a posted form by field name. */
export type Entered = URLSearchParams

export interface FieldError {
  readonly pointer: string
  readonly message: Text
}

export interface ReadForm {
  /** Only what was filled in: a field left empty is absent, a list is always there. */
  readonly content: Record<string, unknown>
  /** What could not be read as what the field holds. Their pointers are those of the posted form. */
  readonly errors: readonly FieldError[]
}

/** The rows of a list in the order shown; a row keeps its number when others are removed or moved. */
export const rowsOf = (entered: Entered, pointer: string): string[] => [
  ...new Set(entered.getAll(pointer).filter((row) => /^\d{1,4}$/.test(row))),
]

const messages = {
  integer: { sv: 'Ange ett heltal, till exempel 1 250.', en: 'Give a whole number, for example 1 250.' },
  decimal: { sv: 'Ange ett tal, till exempel 12,5.', en: 'Give a number, for example 12,5.' },
  money: {
    sv: 'Ange ett belopp i kronor, till exempel 12 500 eller 12 500,50.',
    en: 'Give an amount in kronor, for example 12 500 or 12 500,50.',
  },
  date: { sv: 'Ange ett datum som 2026-11-20.', en: 'Give a date like 2026-11-20.' },
  option: { sv: 'Välj ett av alternativen.', en: 'Choose one of the options.' },
} satisfies Record<string, Text>

const isCalendarDate = (value: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
}

/** Whether anything has been filled in, however deep. */
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.every(isEmpty)) ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isEmpty))

interface Reader {
  readonly entered: Entered
  readonly errors: FieldError[]
}

const readWith = <T>(reader: Reader, pointer: string, read: (typed: string) => T | undefined, message: Text): T | undefined => {
  const typed = reader.entered.get(pointer)?.trim() ?? ''
  if (typed === '') return undefined
  const value = read(typed)
  if (value === undefined) reader.errors.push({ pointer, message })
  return value
}

/** Browsers send line breaks as CRLF; what is stored has LF. */
const readText = ({ entered }: Reader, pointer: string): string | undefined => {
  const typed = (entered.get(pointer) ?? '').replaceAll('\r\n', '\n').trim()
  return typed === '' ? undefined : typed
}

const readGroup = (reader: Reader, fields: Readonly<Record<string, FormField>>, pointer: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const value = readField(reader, field, child(pointer, key))
      return value === undefined ? [] : [[key, value]]
    }),
  )

const readField = (reader: Reader, field: FormField, pointer: string): unknown => {
  const { entered } = reader
  switch (field.kind) {
    case 'text':
    case 'prose':
    case 'url':
    case 'organisationNumber':
      return readText(reader, pointer)
    case 'integer':
      return readWith(reader, pointer, readInteger, messages.integer)
    case 'decimal':
      return readWith(reader, pointer, readDecimal, messages.decimal)
    case 'money':
      return readWith(reader, pointer, readMoney, messages.money)
    case 'date':
      return readWith(reader, pointer, (typed) => (isCalendarDate(typed) ? typed : undefined), messages.date)
    case 'yesNo':
      return readWith(reader, pointer, (typed) => ({ yes: true, no: false })[typed], messages.option)
    case 'choice':
      return readWith(
        reader,
        pointer,
        (typed) => (field.options.some(({ value }) => value === typed) ? typed : undefined),
        messages.option,
      )
    case 'reference':
      return readText(reader, pointer)
    case 'choices': {
      const picked = new Set(entered.getAll(pointer))
      const values = field.options.map(({ value }) => value).filter((value) => picked.has(value))
      return values.length > 0 ? values : undefined
    }
    case 'references': {
      const values = [...new Set(entered.getAll(pointer).filter((value) => value !== ''))]
      return values.length > 0 ? values : undefined
    }
    case 'group': {
      const group = readGroup(reader, field.fields, pointer)
      return !field.isRequired && isEmpty(group) ? undefined : group
    }
    case 'list': {
      const values = rowsOf(entered, pointer)
        .map((row) => readField(reader, field.item, child(pointer, row)))
        .filter((value) => !isEmpty(value))
      return values.length === 0 && !field.isRequired && field.min > 0 ? undefined : values
    }
  }
}

/** From a posted form to the content it describes. The form decides what is looked for; names beside it mean nothing. */
export const readForm = (fields: Readonly<Record<string, FormField>>, entered: Entered): ReadForm => {
  const reader: Reader = { entered, errors: [] }
  const content = readGroup(reader, fields, '')
  return { content, errors: reader.errors }
}
