import type { PassageIndex } from './passage-index.ts'
import { forgivenErrors, isWithinErrors } from './spelling.ts'
import { synonymsOf } from './synonyms.ts'
import { matchMethod } from './match-weights.ts'
import { wordsOf } from './words.ts'
import type { Word } from './words.ts'

/** A way in which something asked for can be found: a stem, and how sure it is that it means what was asked, 0-1. */
export interface Alternative {
  readonly stem: string
  readonly likeness: number
}

/** One thing asked for. Whichever of the alternatives counts most counts; they are never added. */
export interface Asked {
  readonly stem: string
  /** Above 0. */
  readonly weight: number
  readonly alternatives: readonly Alternative[]
}

const { words: figures } = matchMethod

const alternativesOf = (index: PassageIndex, stem: string, around: ReadonlySet<string>): readonly Alternative[] => {
  const likenessOf = new Map([[stem, 1]])
  const add = (other: string, likeness: number): void => {
    if ((likenessOf.get(other) ?? 0) < likeness) likenessOf.set(other, likeness)
  }
  for (const { stems, kinship } of synonymsOf(stem, around)) {
    const likeness = kinship === 'same' ? figures.sameMeaning : figures.kinMeaning
    for (const other of stems) add(other, likeness / stems.length)
  }
  if (likenessOf.size === 1 && !index.occurrencesOf(stem)) {
    const errors = forgivenErrors(stem.length)
    if (errors > 0)
      for (const other of index.stemsLike(stem, (candidate) => isWithinErrors(stem, candidate, errors)))
        add(other, figures.misspelling)
  }
  return [...likenessOf].map(([other, likeness]) => ({ stem: other, likeness }))
}

/** A compound is asked for as itself and as what it is made of; one that nobody writes, only as the latter. */
const asPieces = (index: PassageIndex, { written, stem }: Word): readonly { stem: string; weight: number }[] => {
  const parts = index.partsOf(written).filter((part) => part !== stem)
  if (parts.length === 0) return [{ stem, weight: 1 }]
  const isWritten = index.occurrencesOf(stem) !== undefined || synonymsOf(stem, new Set([stem])).length > 0
  const whole = isWritten ? figures.wholeCompound : 0
  return [
    ...(isWritten ? [{ stem, weight: whole }] : []),
    ...parts.map((part) => ({ stem: part, weight: (1 - whole) / parts.length })),
  ]
}

/** What texts ask for, each telling word once and weighed by the place where it weighs most. In the order of the alphabet. */
export const ask = (
  index: PassageIndex,
  texts: readonly { readonly text: string; readonly weight: number }[],
): readonly Asked[] => {
  const weightOf = new Map<string, number>()
  const around = new Set<string>()
  for (const { text, weight } of texts)
    for (const word of wordsOf(text)) {
      around.add(word.stem)
      for (const piece of asPieces(index, word)) {
        around.add(piece.stem)
        weightOf.set(piece.stem, Math.max(weightOf.get(piece.stem) ?? 0, weight * piece.weight))
      }
    }
  return [...weightOf]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([stem, weight]) => ({ stem, weight, alternatives: alternativesOf(index, stem, around) }))
}
