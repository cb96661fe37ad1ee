import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { mean } from './measures.ts'

const resamples = 10_000
const seed = 20_261_120

export interface Comparison {
  /** How much greater the mean is, as a share of the other's. */
  readonly gain: number
  /** 95 % of the resampled gains lie between these (percentile bootstrap over needs, in pairs). */
  readonly from: number
  readonly to: number
  readonly wins: number
  readonly ties: number
  readonly losses: number
}

const sameFrom = 1e-9

/** Two rankers on the same needs, need by need. */
export const compare = (ours: readonly number[], theirs: readonly number[]): Comparison => {
  const generator = xoroshiro128plus(seed)
  const pairs = ours.map((one, position) => [one, theirs[position] ?? 0] as const)
  const gainOf = (sample: readonly (readonly [number, number])[]): number =>
    mean(sample.map(([one]) => one)) / mean(sample.map(([, other]) => other)) - 1
  const gains = Array.from({ length: resamples }, () =>
    // The position is below the length.
    gainOf(pairs.map(() => pairs[(generator.next() >>> 0) % pairs.length] as readonly [number, number])),
  ).toSorted((one, other) => one - other)
  const isTie = ([one, other]: readonly [number, number]): boolean => Math.abs(one - other) < sameFrom
  return {
    gain: gainOf(pairs),
    from: gains[Math.floor(resamples * 0.025)] ?? Number.NaN,
    to: gains[Math.floor(resamples * 0.975)] ?? Number.NaN,
    wins: pairs.filter((pair) => !isTie(pair) && pair[0] > pair[1]).length,
    ties: pairs.filter(isTie).length,
    losses: pairs.filter((pair) => !isTie(pair) && pair[0] < pair[1]).length,
  }
}
