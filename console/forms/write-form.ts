import type { FormField } from '#phase/field.ts'
import { writeMoney, writeNumber } from './figures.ts'
import { child } from './pointer.ts'
import type { Entered } from './read-form.ts'

/** From content to what its form would have posted: the other direction of `readForm`. */

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const writeScalar = (field: FormField, value: unknown): string => {
  if (typeof value === 'number') return field.kind === 'money' ? writeMoney(value) : writeNumber(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? value : ''
}

const writeField = (entered: Entered, field: FormField, value: unknown, pointer: string): void => {
  switch (field.kind) {
    case 'group':
      for (const [key, member] of Object.entries(field.fields))
        writeField(entered, member, isObject(value) ? value[key] : undefined, child(pointer, key))
      return
    case 'list':
      for (const [row, item] of asList(value).entries()) {
        entered.append(pointer, String(row))
        writeField(entered, field.item, item, child(pointer, row))
      }
      // A list that must have a row offers its first one at once.
      if (asList(value).length === 0 && field.min > 0 && field.isRequired) entered.append(pointer, '0')
      return
    case 'choices':
    case 'references':
      for (const picked of asList(value)) if (typeof picked === 'string') entered.append(pointer, picked)
      return
    default:
      if (value !== undefined) entered.set(pointer, writeScalar(field, value))
  }
}

export const writeForm = (fields: Readonly<Record<string, FormField>>, content: Readonly<Record<string, unknown>>): Entered => {
  const entered = new URLSearchParams()
  for (const [key, field] of Object.entries(fields)) writeField(entered, field, content[key], child('', key))
  return entered
}
