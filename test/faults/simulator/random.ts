/** What a seed decides: the same seed, the same choices in the same order. */
export interface Random {
  /** From 0, below 1. */
  readonly next: () => number
  /** A whole number from `from`, below `to`. */
  readonly between: (from: number, to: number) => number
  readonly isHit: (share: number) => boolean
  readonly pick: <T>(choices: readonly T[]) => T
}

/** Mulberry32: small and good enough to scatter faults. */
export const createRandom = (seed: number): Random => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from))
  return {
    next,
    between,
    isHit: (share) => next() < share,
    pick: (choices) => {
      if (choices.length === 0) throw new Error('nothing to choose from')
      // The position is within the list.
      return choices[between(0, choices.length)]!
    },
  }
}

/** No chance at all: always the shortest and the first, and nothing hits. */
export const steady: Random = {
  next: () => 0,
  between: (from) => from,
  isHit: () => false,
  pick: ([first]) => {
    if (first === undefined) throw new Error('nothing to choose from')
    return first
  },
}
