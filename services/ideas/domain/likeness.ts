/**
 * How alike two texts are, 0-1: the Jaccard index of their character trigrams. Trigrams see through Swedish
 * compounds and endings, which whole words do not. Good enough to suggest; a human decides.
 */

const trigramsOf = (text: string): ReadonlySet<string> => {
  const words = text
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)
  return new Set(words.flatMap((word) => Array.from({ length: word.length - 2 }, (_, start) => word.slice(start, start + 3))))
}

const jaccard = (left: ReadonlySet<string>, right: ReadonlySet<string>): number => {
  const shared = [...left].filter((trigram) => right.has(trigram)).length
  const all = left.size + right.size - shared
  return all === 0 ? 0 : shared / all
}

export const likeness = (a: string, b: string): number => jaccard(trigramsOf(a), trigramsOf(b))

/** From here on two ideas are worth a look side by side. */
const worthALook = 0.18

export interface Similar<T> {
  readonly item: T
  readonly likeness: number
}

/** The texts most like the given one, likest first. */
export const mostAlike = <T>(text: string, others: readonly T[], textOf: (item: T) => string, limit: number): Similar<T>[] => {
  const trigrams = trigramsOf(text)
  return others
    .map((item) => ({ item, likeness: jaccard(trigrams, trigramsOf(textOf(item))) }))
    .filter((candidate) => candidate.likeness >= worthALook)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
}
