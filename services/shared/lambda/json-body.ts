import { pointerTo } from './field-problem.ts'
import type { FieldProblem } from './field-problem.ts'

/** Deeper than any body of ours, and far from where a reader of it would run out of stack. */
export const maxDepth = 32

/** How deep lists and objects lie inside each other, told from the text so that a deep one is never walked. */
export const depthOf = (text: string): number => {
  let depth = 0
  let deepest = 0
  let isInString = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (isInString) {
      if (character === '\\') index += 1
      else if (character === '"') isInString = false
    } else if (character === '"') isInString = true
    else if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1))
    else if (character === ']' || character === '}') depth -= 1
  }
  return deepest
}

const invisible = /[\s\p{C}]/gu

const unfit = (text: string): Omit<FieldProblem, 'pointer'> | undefined => {
  // Half a character, or one that ends a text in many systems: it cannot be stored and read back as it was.
  if (!text.isWellFormed() || text.includes('\0'))
    return {
      code: 'wrongFormat',
      message: { sv: 'Texten innehåller trasiga tecken. Skriv om den.', en: 'The text holds broken characters. Write it again.' },
    }
  if (text.trim() !== '' && text.replaceAll(invisible, '') === '')
    return {
      code: 'required',
      message: {
        sv: 'Texten har bara osynliga tecken. Fyll i fältet.',
        en: 'The text has only invisible characters. Fill in the field.',
      },
    }
  return undefined
}

/** Texts in a parsed body that no schema sees through: broken or invisible ones, and a name that changes objects. */
export const findUnfitText = (value: unknown, path: readonly PropertyKey[] = []): FieldProblem[] => {
  if (typeof value === 'string') {
    const problem = unfit(value)
    return problem ? [{ pointer: pointerTo(path), ...problem }] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) =>
    key === '__proto__' || unfit(key)
      ? [
          {
            pointer: pointerTo(path),
            code: 'unknownField',
            message: { sv: 'Ett fältnamn går inte att använda. Ta bort det.', en: "A field's name cannot be used. Remove it." },
          },
        ]
      : findUnfitText(member, [...path, key]),
  )
}
