const softHyphen = '\u00AD'
/** Words up to this many letters are left whole. */
const longestWhole = 12
/** Fewer letters than these never stand alone on a line. */
const leastBefore = 3
const leastAfter = 3

const isVowel = (letter: string): boolean => /^[aeiouyåäöéü]$/i.test(letter)

/** Two letters that are one sound. */
const isInseparable = (pair: string): boolean => /^(?:ch|ck|sj|qu)$/i.test(pair)

/** The s that joins two words belongs to the first: upphandlings-underlag. */
const endsWithJoint = (head: string): boolean => /(?:ing|ion|het|tet|skap)s$/i.test(head)

/** One consonant goes with the vowel that follows it: läke-medels-lista, sjuk-vård. */
const mayBreakBefore = (word: string, index: number): boolean => {
  if (endsWithJoint(word.slice(0, index))) return true
  if (endsWithJoint(word.slice(0, index + 1))) return false
  const [before = '', first = '', second = ''] = word.slice(index - 1, index + 2)
  return !isVowel(first) && isVowel(second) && !isInseparable(before + first)
}

const breakWord = (word: string): string =>
  word.replaceAll(/\p{L}/gu, (letter, index: number) =>
    index >= leastBefore && word.length - index >= leastAfter && mayBreakBefore(word, index) ? softHyphen + letter : letter,
  )

/**
 * The text with soft hyphens in its long words, for narrow columns: a browser shows one only where it breaks the line.
 * Search on the page and screen readers pass over them. The breaks are those of the one-consonant rule of Swedish
 * writing, not of a dictionary.
 */
export const withSoftHyphens = (text: string): string =>
  text.normalize('NFC').replaceAll(/\p{L}+/gu, (word) => (word.length > longestWhole ? breakWord(word) : word))
