import type { ConditionTerm, Force, LibraryKind } from '#contracts/requirement-library.ts'
import { isInForceOn } from './requirement.ts'
import type { LibraryEntry } from './requirement.ts'

export interface RequirementFilter {
  readonly text?: string | undefined
  readonly kind?: LibraryKind | undefined
  readonly force?: Force | undefined
  /** Part of a document's name or clause. */
  readonly source?: string | undefined
  readonly condition?: ConditionTerm | undefined
  /** Only what is in force on the day; without one, everything that the library has. */
  readonly inForceOn?: string | undefined
}

const folded = (words: string): string => words.toLocaleLowerCase('sv')

/** Every word of the search must stand somewhere: in the text of either language, the sources or the number. */
export const matchesFilter = ({ current: { id, content } }: LibraryEntry, filter: RequirementFilter): boolean => {
  const sources = folded(content.sources.map(({ document, clause }) => `${document} ${clause}`).join(' '))
  const everything = folded(`${id} ${content.text.sv} ${content.text.en} ${content.servesWords.join(' ')} `) + sources
  const words = folded(filter.text ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '')
  return (
    words.every((word) => everything.includes(word)) &&
    (filter.kind === undefined || content.kind === filter.kind) &&
    (filter.force === undefined || content.force === filter.force) &&
    (filter.source === undefined || sources.includes(folded(filter.source))) &&
    (filter.condition === undefined || content.appliesWhen.flat().includes(filter.condition)) &&
    (filter.inForceOn === undefined || isInForceOn(content, filter.inForceOn))
  )
}
