/** Small things that sentences made from facts need to read as Swedish. */

/** With a small first letter, to stand inside a sentence. */
export const inside = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

/** With a capital first letter, to begin one. */
export const beginning = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

const words = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'] as const

/** A count in words up to twelve, in digits with spaces above. One is said of what is an `en` word. */
export const inWords = (count: number): string => words[count] ?? count.toLocaleString('sv-SE')

/** Quoted, as a name inside a sentence. */
export const quoted = (name: string): string => `”${name}”`
