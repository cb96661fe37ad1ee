/** Text in a drawing does not wrap by itself. */

const ellipsis = '…'

const shortened = (text: string, characters: number): string =>
  text.length <= characters ? text : `${text.slice(0, characters - 1).trimEnd()}${ellipsis}`

/** Lines of at most so many characters, broken between words; what does not fit on the last ends in an ellipsis. */
export const wrapped = (text: string, characters: number, lines: number): string[] => {
  const made: string[] = []
  for (const word of text.split(' ')) {
    const last = made.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && (joined.length <= characters || made.length === lines)) made[made.length - 1] = joined
    else made.push(word)
  }
  return made.map((line) => shortened(line, characters))
}
