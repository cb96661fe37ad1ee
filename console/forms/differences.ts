import type { FormField } from '#phase/field.ts'
import type { Locale } from '../language/locale.ts'
import { inWords } from './content-view.tsx'
import { child } from './pointer.ts'
import { createFieldLabels } from './field-labels.ts'
import type { ReferenceOptions } from './reference-options.ts'

/** What two versions of the same content say differently, field by field, in words. */
export interface Difference {
  readonly label: string
  /** Undefined where the field was not filled in. */
  readonly before: string | undefined
  readonly after: string | undefined
}

type Leaf = readonly [pointer: string, words: string]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const leaves = (
  field: FormField,
  value: unknown,
  pointer: string,
  reading: { locale: Locale; options: ReferenceOptions },
): Leaf[] => {
  if (value === undefined || value === null || value === '') return []
  if (field.kind === 'group')
    return Object.entries(field.fields).flatMap(([key, member]) =>
      leaves(member, isObject(value) ? value[key] : undefined, child(pointer, key), reading),
    )
  if (field.kind === 'list')
    return (Array.isArray(value) ? value : []).flatMap((row, index) => leaves(field.item, row, child(pointer, index), reading))
  return [[pointer, inWords(field, value, reading)]]
}

export const differencesBetween = (
  fields: Readonly<Record<string, FormField>>,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  reading: { locale: Locale; options: ReferenceOptions },
): Difference[] => {
  const labels = createFieldLabels(fields, reading.locale)
  const read = (content: Readonly<Record<string, unknown>>) =>
    new Map(Object.entries(fields).flatMap(([key, field]) => leaves(field, content[key], child('', key), reading)))
  const earlier = read(before)
  const later = read(after)
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .filter((pointer) => earlier.get(pointer) !== later.get(pointer))
    .map((pointer) => ({ label: labels(pointer) ?? pointer, before: earlier.get(pointer), after: later.get(pointer) }))
}
