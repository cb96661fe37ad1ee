import { stemOf } from './swedish-stem.ts'
import { stopWords } from './stop-words.ts'

/** A word as it is written, in lower case, and its stem. */
export interface Word {
  readonly written: string
  readonly stem: string
}

/** Longer ones are addresses and mistakes, not words. */
const maxWordLength = 60
const wordPattern = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu
const isNumber = /^\p{N}+$/u

const isTelling = (written: string): boolean =>
  written.length >= 2 && written.length <= maxWordLength && !stopWords.has(written) && !isNumber.test(written)

/** `ak-brev` is read as `akbrev`, `ak` and `brev`: both ways of writing it meet. */
const writtenForms = (token: string): readonly string[] => {
  const parts = token.split('-')
  return parts.length === 1 ? parts : [parts.join(''), ...parts]
}

/** The telling words of a text as they are written, in their order, repeated ones too: no stop words, no bare numbers. */
export const writtenWordsOf = (text: string): readonly string[] =>
  (text.normalize('NFC').toLowerCase().match(wordPattern) ?? []).flatMap(writtenForms).filter(isTelling)

/** The same with their stems. */
export const wordsOf = (text: string): readonly Word[] =>
  writtenWordsOf(text).map((written) => ({ written, stem: stemOf(written) }))

/** Where one sentence ends and the next begins. Good enough: an abbreviation gives one passage too many. */
const sentenceEnd = /(?<=[.!?])\s+(?=\p{Lu})|\n+/u

/** The sentences of a text, none of them empty. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
