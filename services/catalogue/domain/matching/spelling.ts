/** A word of fewer letters is another word when one of them is changed. */
const shortestForgiven = 5
const shortestForgivenTwice = 9

/** How many letters may be wrong in a word of this length. */
export const forgivenErrors = (length: number): 0 | 1 | 2 => {
  if (length < shortestForgiven) return 0
  return length < shortestForgivenTwice ? 1 : 2
}

/**
 * Whether one word becomes the other by at most so many letters left out, put in, changed, or swapped with their
 * neighbour (the optimal string alignment distance).
 */
export const isWithinErrors = (one: string, other: string, errors: number): boolean => {
  if (Math.abs(one.length - other.length) > errors) return false
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    let least = row
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      // Every index is within the rows made above: both begin at 0 and are one longer than the word.
      const cost = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[column - 2] as number) + 1 : Number.POSITIVE_INFINITY,
      )
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > errors) return false
    beforeLast = last
    last = current
  }
  return (last[other.length] ?? Number.POSITIVE_INFINITY) <= errors
}
