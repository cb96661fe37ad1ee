import type { OrganisationId } from '#contracts/ids.ts'

/**
 * What a calculation is made of once every figure has been found: numbers only, in one price level. Amounts are öre,
 * years are counted from the investment year, which is 0 and is not discounted.
 */

/** The least, the most likely and the greatest that a figure may be; never in another order. */
export interface ThreePoint {
  readonly low: number
  readonly likely: number
  readonly high: number
}

export interface ModelDriver {
  readonly key: string
  readonly value: ThreePoint
  /** Years in which the driver is something else. */
  readonly byYear: ReadonlyMap<number, ThreePoint>
  /** Drivers of one group rise and fall together. */
  readonly group?: string | undefined
}

/**
 * How a line goes with the use of the service: `scales` with those who use it, `scalesRest` with those who do not (what
 * the old way costs while it is kept for them), or runs `until` so many use it that the old way can be closed.
 */
export type UsageEffect = 'scales' | 'scalesRest' | 'until'

export interface ModelUsage {
  readonly curve: string
  readonly effect: UsageEffect
  /** The share of use at which an `until` line ends. */
  readonly share: number
}

export interface ModelLine {
  readonly id: string
  readonly side: 'benefit' | 'cost'
  readonly kind: 'financial' | 'redistributed'
  readonly organisation: OrganisationId
  /** A year's amount is their product, divided by `divisor`. */
  readonly drivers: readonly ModelDriver[]
  readonly divisor: number
  readonly usage?: ModelUsage | undefined
  /** For each year from 0, how much of it the line runs. */
  readonly activeShare: readonly number[]
}

export interface Correlation {
  readonly group: string
  /** Between each two drivers of the group, 0 to 1 (one-factor Gaussian copula). */
  readonly coefficient: number
}

export interface Model {
  readonly lines: readonly ModelLine[]
  /** Share of use for each year from 0. */
  readonly curves: ReadonlyMap<string, readonly ThreePoint[]>
  /** For example 0.03. */
  readonly discountRate: number
  /** The last year; a model has one more year than this, the investment year. */
  readonly horizonYears: number
  readonly distribution: 'triangular' | 'pert'
  readonly correlations: readonly Correlation[]
  readonly seed: number
  readonly draws: number
}

export const yearsOf = ({ horizonYears }: Pick<Model, 'horizonYears'>): number[] =>
  Array.from({ length: horizonYears + 1 }, (_, year) => year)
