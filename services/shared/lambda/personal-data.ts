import { pointerTo } from './field-problem.ts'
import type { FieldProblem } from './field-problem.ts'
import { holdsPersonalIdentityNumber } from './swedish-numbers.ts'

const message = { sv: 'Ta bort personnumret ur texten.', en: 'Remove the personal identity number from the text.' }

/** Every text in a body that holds a personal identity or coordination number. The number itself is never repeated. */
export const findPersonalIdentityNumbers = (value: unknown, path: readonly PropertyKey[] = []): FieldProblem[] => {
  if (typeof value === 'string')
    return holdsPersonalIdentityNumber(value) ? [{ pointer: pointerTo(path), code: 'personalIdentityNumber', message }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) =>
    // A number can be hidden in a field's name too, and no pointer may then lead through it.
    holdsPersonalIdentityNumber(key)
      ? [{ pointer: pointerTo(path), code: 'personalIdentityNumber', message }]
      : findPersonalIdentityNumbers(member, [...path, key]),
  )
}
