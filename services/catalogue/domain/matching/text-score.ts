import { matchMethod } from './match-weights.ts'
import type { Occurrences, Passage, PassageIndex, Slot } from './passage-index.ts'
import type { Asked } from './question.ts'
import { stemOf } from './swedish-stem.ts'
import { wordsOf } from './words.ts'

/**
 * How much of what is asked for a text says, 0-1. BM25F with two turns: a word counts once a passage, however often it is
 * repeated there, and of the ways to say a thing only the best one counts. What is asked for weighs as its words are telling.
 * It comes twice: for every document at once, by its stems' occurrences, and for one document, by its own passages. They say
 * the same; a test holds them to it.
 */

const { words: figures, passageWords } = matchMethod

interface Way {
  readonly stem: string
  /** What the way counts where it is found in full: how sure it is times how telling it is. */
  readonly value: number
  readonly occurrences: Occurrences
}

/** The ways that occur at all, most counting first. */
const waysOf = (index: PassageIndex, { alternatives }: Asked): readonly Way[] =>
  alternatives
    .flatMap(({ stem, likeness }) => {
      const occurrences = index.occurrencesOf(stem)
      return occurrences ? [{ stem, occurrences, value: likeness * occurrences.rarity }] : []
    })
    .toSorted((one, other) => other.value - one.value || (one.stem < other.stem ? -1 : 1))

/** One thing asked for, with what it can bring at most. */
interface Sought {
  readonly weight: number
  readonly ways: readonly Way[]
  readonly most: number
}

/** A question made ready for an index as it stands now. */
export interface PreparedQuestion {
  readonly sought: readonly Sought[]
  /** By stem: which of `sought` it answers, and with what value. */
  readonly answers: ReadonlyMap<string, readonly { readonly position: number; readonly value: number }[]>
  /** What a document that says everything there is to say would come to. */
  readonly sayable: number
  /** As `sayable`, and what nobody says at all. */
  readonly askedFor: number
}

export const prepare = (index: PassageIndex, asked: readonly Asked[]): PreparedQuestion => {
  const sought = asked.map((one) => {
    const ways = waysOf(index, one)
    return { weight: one.weight, ways, most: ways[0]?.value ?? 0 }
  })
  const answers = new Map<string, { position: number; value: number }[]>()
  for (const [position, { ways }] of sought.entries())
    for (const { stem, value } of ways) answers.set(stem, [...(answers.get(stem) ?? []), { position, value }])
  const sum = (valueOf: (one: Sought) => number): number => sought.reduce((total, one) => total + one.weight * valueOf(one), 0)
  return {
    sought,
    answers,
    sayable: sum(({ most }) => most),
    askedFor: sum(({ most }) => (most === 0 ? index.greatestRarity() : most)),
  }
}

const slowness = (relativeLength: number): number =>
  figures.saturation * (1 - figures.lengthNormalisation + figures.lengthNormalisation * relativeLength)

const saturated = (weight: number, slow: number): number => (weight * (1 + figures.saturation)) / (weight + slow * heaviest)
/** A word in one passage of the greatest weight is the measure of one. */
const heaviest = Math.max(...Object.values(matchMethod.passages))

/** By slot. 0 for those that say nothing of it. */
export const textScores = (index: PassageIndex, { sought, sayable }: PreparedQuestion): Float64Array => {
  const totals = new Float64Array(index.slotCount())
  if (sayable === 0) return totals
  const slow = index.relativeLengths().map(slowness)
  const best = new Float64Array(index.slotCount())
  for (const { weight, ways } of sought) {
    for (const { value, occurrences } of ways)
      for (let at = 0; at < occurrences.slots.length; at += 1) {
        // Both arrays are as long as each other, and every slot is below the count.
        const slot = occurrences.slots[at] as number
        const found = value * saturated(occurrences.weights[at] as number, slow[slot] as number)
        if (found > (best[slot] as number)) best[slot] = found
      }
    for (const { occurrences } of ways)
      for (const slot of occurrences.slots) {
        // As above. Taken and emptied, so that a slot that two ways reach is added once.
        totals[slot] = (totals[slot] as number) + weight * (best[slot] as number)
        best[slot] = 0
      }
  }
  return totals.map((total) => total / (sayable * (1 + figures.saturation)))
}

const dilution = (words: number): number => 1 / (1 + passageWords.lossPerWord * Math.max(0, words - passageWords.full))

/** A document's passages with the stems that they carry, read once for many questions. */
export interface Reading {
  readonly relativeLength: number
  readonly passages: readonly {
    /** Its place in the document. */
    readonly position: number
    readonly stems: readonly string[]
    readonly weight: number
    readonly words: number
  }[]
}

/** A document of the index. */
export const read = (index: PassageIndex, slot: Slot): Reading => {
  const { from, to } = index.passagesOf(slot)
  return {
    relativeLength: index.relativeLength(slot),
    passages: Array.from({ length: to - from }, (_, position) => ({
      position,
      stems: index.stemsIn(from + position),
      weight: index.weightOf(from + position),
      words: index.wordCount(from + position),
    })),
  }
}

/** A document that is not in the index, read as if it were: its words are those that the index knows. */
export const readTexts = (index: PassageIndex, texts: readonly Passage[]): Reading => {
  const passages = texts.map(({ text, weight }, position) => {
    const written = [...new Set(wordsOf(text).map((word) => word.written))]
    return {
      position,
      stems: [...new Set(written.flatMap((word) => [stemOf(word), ...index.partsOf(word)]))],
      weight,
      words: written.length,
    }
  })
  return {
    passages,
    relativeLength: index.relativeTo(passages.reduce((sum, { words, weight }) => (weight > 0 ? sum + words : sum), 0)),
  }
}

export interface PassageScore {
  /** Its place in the document. */
  readonly position: number
  readonly score: number
}

/** How much of what is asked for single passages say, 0-1: those that say anything, best first, equal ones in their order. */
export const passagesThatSay = ({ sought, answers, askedFor }: PreparedQuestion, reading: Reading): readonly PassageScore[] =>
  reading.passages
    .flatMap(({ position: place, stems, words }) => {
      // Most passages say nothing of it: they cost a look at their stems and no more.
      let best: Float64Array | undefined
      for (const stem of stems)
        for (const { position, value } of answers.get(stem) ?? []) {
          best ??= new Float64Array(sought.length)
          // Positions are those of `sought`.
          if (value > (best[position] as number)) best[position] = value
        }
      if (!best) return []
      let total = 0
      for (const [position, { weight }] of sought.entries()) total += weight * (best[position] as number)
      return [{ position: place, score: (total / askedFor) * dilution(words) }]
    })
    .toSorted((one, other) => other.score - one.score || one.position - other.position)

/** `textScores` of one document. */
export const textScore = ({ sought, sayable, answers }: PreparedQuestion, { relativeLength, passages }: Reading): number => {
  if (sayable === 0) return 0
  const slow = slowness(relativeLength)
  const held = new Map<string, number>()
  for (const { weight, stems } of passages)
    for (const stem of stems) if (answers.has(stem)) held.set(stem, (held.get(stem) ?? 0) + weight)
  const best = new Float64Array(sought.length)
  for (const [stem, weight] of held)
    for (const { position, value } of answers.get(stem) ?? [])
      // Positions are those of `sought`.
      best[position] = Math.max(best[position] as number, value * saturated(weight, slow))
  const total = sought.reduce((sum, { weight }, position) => sum + weight * (best[position] ?? 0), 0)
  return total / (sayable * (1 + figures.saturation))
}
