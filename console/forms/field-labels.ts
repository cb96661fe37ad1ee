import type { FormField } from '#phase/field.ts'
import type { Locale } from '../language/locale.ts'

/** What the field behind a pointer is called, with the rows on the way: `Steg 2, Vem`. Undefined when there is no such field. */
export const createFieldLabels =
  (fields: Readonly<Record<string, FormField>>, { t }: Locale) =>
  (pointer: string): string | undefined => {
    const [first = '', ...rest] = pointer.split('/').slice(1)
    let place: FormField | undefined = Object.hasOwn(fields, first) ? fields[first] : undefined
    if (!place) return undefined
    const names = [t(place.label)]
    for (const token of rest) {
      if (place.kind === 'list') {
        place = place.item
        // The list's own name gives way to the row's.
        names.splice(-1, 1, `${t(place.label)} ${Number(token) + 1}`)
        continue
      }
      const next: FormField | undefined =
        place.kind === 'group' && Object.hasOwn(place.fields, token) ? place.fields[token] : undefined
      if (!next) break
      place = next
      names.push(t(next.label))
    }
    return names.join(', ')
  }
