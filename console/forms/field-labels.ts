import type { FormField } from '#phase/field.ts'
import type { Locale } from '../language/locale.ts'

type FormFields = Readonly<Record<string, FormField>>

const memberOf = (fields: FormFields, key: string): FormField | undefined =>
  Object.hasOwn(fields, key) ? fields[key] : undefined

/** The field that a pointer leads to, through groups and the rows of lists. Undefined when there is no such field. */
export const fieldAt = (fields: FormFields, pointer: string): FormField | undefined => {
  const [first = '', ...rest] = pointer.split('/').slice(1)
  let place = memberOf(fields, first)
  for (const token of rest) {
    if (place?.kind === 'list') place = place.item
    else place = place?.kind === 'group' ? memberOf(place.fields, token) : undefined
  }
  return place
}

/** What the field behind a pointer is called, with the rows on the way: `Steg 2, Vem`. Undefined when there is no such field. */
export const createFieldLabels =
  (fields: FormFields, { t }: Locale) =>
  (pointer: string): string | undefined => {
    const [first = '', ...rest] = pointer.split('/').slice(1)
    let place = memberOf(fields, first)
    if (!place) return undefined
    const names = [t(place.label)]
    for (const token of rest) {
      if (place.kind === 'list') {
        place = place.item
        // The list's own name gives way to the row's.
        names.splice(-1, 1, `${t(place.label)} ${Number(token) + 1}`)
        continue
      }
      const next: FormField | undefined = place.kind === 'group' ? memberOf(place.fields, token) : undefined
      if (!next) break
      place = next
      names.push(t(next.label))
    }
    return names.join(', ')
  }
