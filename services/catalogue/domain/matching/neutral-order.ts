/** FNV-1a, 32 bits (the parameters that its authors give). */
const offsetBasis = 0x811c9dc5
const prime = 0x01000193

const digestOf = (text: string): number => {
  let digest = offsetBasis
  for (const letter of text) digest = Math.imul(digest ^ (letter.codePointAt(0) ?? 0), prime)
  return digest >>> 0
}

/**
 * Which of two of equal merit comes first: as a draw of lots that comes out the same each time it is drawn. It is drawn anew
 * for each `drawnFor`, so that nobody is first everywhere for its name or for having been there first.
 */
export const neutralOrder =
  (drawnFor: string) =>
  (one: string, other: string): number =>
    digestOf(`${drawnFor} ${one}`) - digestOf(`${drawnFor} ${other}`) || (one < other ? -1 : 1)
