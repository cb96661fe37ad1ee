import { commonParts, createCompoundSplitter, learnTails } from './compound-words.ts'
import { thesaurusWords } from './synonyms.ts'
import { stemOf } from './swedish-stem.ts'
import { writtenWordsOf } from './words.ts'

/**
 * Texts that can be asked, kept in memory: documents of passages, passages of words. It knows two layers. What is stored is
 * which passage holds which word as it is written; what is asked is a stem, which every form of a word and every compound
 * made of it carries. The second layer is made from the words that are there when somebody asks, so an index says the same
 * whatever the order in which documents came, changed and went.
 */

export interface Passage {
  readonly text: string
  /** How much a word counts that stands here: a small whole number, so that sums are the same in any order. 0: found, not counted. */
  readonly weight: number
}

/** A place in the index: valid until the next change. */
export type Slot = number

/** Where a stem occurs. Arrays of one length, sorted by place. */
export interface Occurrences {
  /** The passages that hold it, each once: to repeat a word in a passage says nothing more. */
  readonly passages: Uint32Array
  readonly slots: Uint32Array
  /** By slot: the weights of the passages that hold it, summed. */
  readonly weights: Uint32Array
  /** How telling the stem is: high when few documents have it. */
  readonly rarity: number
}

export interface PassageIndex {
  /** A new document, or the new text of one. */
  readonly put: (id: string, passages: readonly Passage[]) => void
  readonly remove: (id: string) => void
  readonly slotOf: (id: string) => Slot | undefined
  readonly idAt: (slot: Slot) => string
  /** Documents that can be found. */
  readonly size: () => number
  /** Slots are numbered below this; some are empty. */
  readonly slotCount: () => number
  /** Undefined when no document has the stem, as a word or in a compound. */
  readonly occurrencesOf: (stem: string) => Occurrences | undefined
  /** The stems of what a compound is made of, the head of its meaning last; none when it is no compound. */
  readonly partsOf: (written: string) => readonly string[]
  /** Known stems that begin alike, for a word that nobody has: what it could be a misspelling of. */
  readonly stemsLike: (stem: string, isLike: (candidate: string) => boolean) => readonly string[]
  /** As telling as a stem can be in this index: that of one that a single document has. */
  readonly greatestRarity: () => number
  /** 1 for a document of middling length, less for shorter ones. By slot. */
  readonly relativeLengths: () => Float64Array
  readonly relativeLength: (slot: Slot) => number
  /** The same of a document of so many distinct words that is not here. */
  readonly relativeTo: (length: number) => number
  readonly weightOf: (passage: number) => number
  /** Telling words of a passage, each form once. */
  readonly wordCount: (passage: number) => number
  readonly passagesOf: (slot: Slot) => { readonly from: number; readonly to: number }
  /** The stems that a passage's words carry. */
  readonly stemsIn: (passage: number) => readonly string[]
  /** Counts up when something has changed that an answer may depend on. */
  readonly revision: () => number
}

/** Rarely is a catalogue rewritten; when a quarter of it is leftovers it is worth packing. */
const leftoversBeforePacking = 0.25
const fewLeftovers = 200

/** Words that are known before anybody has written one. */
const givenWords: readonly string[] = [...commonParts, ...thesaurusWords]

interface Stored {
  readonly id: string
  readonly from: number
  readonly to: number
  /** Distinct words of each passage that weighs anything, summed. */
  readonly length: number
}

interface Vocabulary {
  readonly partsOf: (written: string) => readonly string[]
  readonly stemsOf: (word: number) => readonly string[]
  readonly carriersOf: ReadonlyMap<string, readonly number[]>
  readonly byFirstLetter: ReadonlyMap<string, readonly string[]>
}

const rarityOf = (documents: number, holding: number): number => Math.log(1 + (documents - holding + 0.5) / (holding + 0.5))

/** Each word is stemmed once, however often it is looked at. */
const createStemmer = () => {
  const stems = new Map<string, string>()
  return (word: string): string => {
    const known = stems.get(word)
    if (known !== undefined) return known
    const stem = stemOf(word)
    stems.set(word, stem)
    return stem
  }
}

export const createPassageIndex = (): PassageIndex => {
  const numberOf = new Map<string, number>()
  const written: string[] = []
  /** By word: the passages that hold it, in order. */
  let postings: number[][] = []
  /** By word: how many documents hold it now. */
  let holders: number[] = []
  let documents: (Stored | undefined)[] = []
  let slots = new Map<string, Slot>()
  let slotAt: number[] = []
  let weightAt: number[] = []
  let wordsAt: Uint32Array[] = []
  let totalLength = 0
  let leftovers = 0
  let revision = 0

  let vocabulary: Vocabulary | undefined
  let occurrences = new Map<string, Occurrences | undefined>()
  let lengths: Float64Array | undefined

  const numberFor = (word: string): number => {
    const known = numberOf.get(word)
    if (known !== undefined) return known
    const number = written.push(word) - 1
    numberOf.set(word, number)
    postings[number] = []
    holders[number] = 0
    return number
  }

  /** Counts a document's words in or out; what is a word may change with it. */
  const count = ({ from, to }: Pick<Stored, 'from' | 'to'>, by: 1 | -1): void => {
    const distinct = new Set(wordsAt.slice(from, to).flatMap((words) => [...words]))
    for (const word of distinct) {
      const before = holders[word] ?? 0
      holders[word] = before + by
      if (before === 0 || before + by === 0) vocabulary = undefined
    }
  }

  const store = (id: string, passages: readonly { readonly words: Uint32Array; readonly weight: number }[]): void => {
    const slot = documents.length
    const from = wordsAt.length
    let length = 0
    for (const { words, weight } of passages) {
      const passage = wordsAt.push(words) - 1
      slotAt.push(slot)
      weightAt.push(weight)
      if (weight > 0) length += words.length
      for (const word of words) postings[word]?.push(passage)
    }
    const stored = { id, from, to: wordsAt.length, length }
    documents.push(stored)
    slots.set(id, slot)
    totalLength += length
    count(stored, 1)
  }

  const drop = (id: string): boolean => {
    const slot = slots.get(id)
    const stored = slot === undefined ? undefined : documents[slot]
    if (slot === undefined || !stored) return false
    count(stored, -1)
    documents[slot] = undefined
    slots.delete(id)
    totalLength -= stored.length
    leftovers += 1
    return true
  }

  const pack = (): void => {
    if (leftovers < fewLeftovers || leftovers < documents.length * leftoversBeforePacking) return
    const left = documents.flatMap((stored) =>
      stored
        ? [
            {
              id: stored.id,
              passages: wordsAt
                .slice(stored.from, stored.to)
                .map((words, position) => ({ words, weight: weightAt[stored.from + position] ?? 0 })),
            },
          ]
        : [],
    )
    postings = written.map(() => [])
    holders = written.map(() => 0)
    documents = []
    slots = new Map()
    slotAt = []
    weightAt = []
    wordsAt = []
    totalLength = 0
    leftovers = 0
    for (const { id, passages } of left) store(id, passages)
  }

  const changed = (): void => {
    pack()
    occurrences = new Map()
    lengths = undefined
    revision += 1
  }

  const readVocabulary = (): Vocabulary => {
    if (vocabulary) return vocabulary
    const stemmed = createStemmer()
    const current = written.filter((_, word) => (holders[word] ?? 0) > 0)
    const forms = new Set([...current, ...givenWords])
    for (const tail of learnTails(current, forms)) forms.add(tail)
    const split = createCompoundSplitter(stemmed, { written: forms, stems: new Set([...forms].map(stemmed)) })
    const carriersOf = new Map<string, number[]>()
    const stemsOfWord = new Map<number, readonly string[]>()
    for (const [word, form] of written.entries()) {
      if ((holders[word] ?? 0) === 0) continue
      const stems = [...new Set([stemmed(form), ...split(form)])]
      stemsOfWord.set(word, stems)
      for (const stem of stems) {
        const carriers = carriersOf.get(stem)
        if (carriers) carriers.push(word)
        else carriersOf.set(stem, [word])
      }
    }
    const byFirstLetter = new Map<string, string[]>()
    for (const stem of carriersOf.keys()) {
      const sameLetter = byFirstLetter.get(stem.charAt(0))
      if (sameLetter) sameLetter.push(stem)
      else byFirstLetter.set(stem.charAt(0), [stem])
    }
    vocabulary = { partsOf: split, stemsOf: (word) => stemsOfWord.get(word) ?? [], carriersOf, byFirstLetter }
    return vocabulary
  }

  const collect = (carriers: readonly number[]): Occurrences | undefined => {
    const places = carriers.flatMap((word) => postings[word] ?? []).filter((passage) => documents[slotAt[passage] ?? -1])
    const passages = Uint32Array.from(carriers.length === 1 ? places : new Set(places)).toSorted()
    const holding: Slot[] = []
    const weights: number[] = []
    for (const passage of passages) {
      const slot = slotAt[passage] ?? 0
      if (holding.at(-1) !== slot) {
        holding.push(slot)
        weights.push(0)
      }
      weights[weights.length - 1] = (weights.at(-1) ?? 0) + (weightAt[passage] ?? 0)
    }
    if (holding.length === 0) return undefined
    return {
      passages,
      slots: Uint32Array.from(holding),
      weights: Uint32Array.from(weights),
      rarity: rarityOf(slots.size, holding.length),
    }
  }

  const relativeTo = (length: number): number => (totalLength === 0 ? 1 : (length * slots.size) / totalLength)

  return {
    put: (id, passages) => {
      drop(id)
      store(
        id,
        passages.map(({ text, weight }) => ({
          weight,
          words: Uint32Array.from(new Set(writtenWordsOf(text).map(numberFor))),
        })),
      )
      changed()
    },
    remove: (id) => {
      if (drop(id)) changed()
    },
    slotOf: (id) => slots.get(id),
    idAt: (slot) => documents[slot]?.id ?? '',
    size: () => slots.size,
    slotCount: () => documents.length,
    occurrencesOf: (stem) => {
      if (!occurrences.has(stem)) occurrences.set(stem, collect(readVocabulary().carriersOf.get(stem) ?? []))
      return occurrences.get(stem)
    },
    partsOf: (form) => readVocabulary().partsOf(form),
    stemsLike: (stem, isLike) => (readVocabulary().byFirstLetter.get(stem.charAt(0)) ?? []).filter(isLike),
    greatestRarity: () => rarityOf(Math.max(slots.size, 1), 1),
    relativeLengths: () => {
      lengths ??= Float64Array.from(documents, (stored) => relativeTo(stored?.length ?? 0))
      return lengths
    },
    relativeLength: (slot) => relativeTo(documents[slot]?.length ?? 0),
    relativeTo,
    weightOf: (passage) => weightAt[passage] ?? 0,
    wordCount: (passage) => wordsAt[passage]?.length ?? 0,
    passagesOf: (slot) => documents[slot] ?? { from: 0, to: 0 },
    stemsIn: (passage) => {
      const { stemsOf } = readVocabulary()
      const stems = new Set<string>()
      for (const word of wordsAt[passage] ?? []) for (const stem of stemsOf(word)) stems.add(stem)
      return [...stems]
    },
    revision: () => revision,
  }
}
