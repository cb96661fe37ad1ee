import type { Model, ModelLine } from './model.ts'

/**
 * What early estimates leave out. HM Treasury, Supplementary Green Book Guidance: Optimism Bias, and the study that it
 * stands on (Mott MacDonald 2002, 4.1): the uplift is the upper bound less what has been mitigated of it, and never below
 * the lower bound.
 */
export interface OptimismBias {
  /** Shares added to costs, for example 2 for 200 %. */
  readonly costs: { readonly upper: number; readonly lower: number }
  /** Shares taken from benefits. */
  readonly benefits: { readonly upper: number; readonly lower: number }
  /** How much of the risks has been dealt with, 0 to 1. */
  readonly mitigatedShare: number
}

export const managed = ({ upper, lower }: OptimismBias['costs'], mitigatedShare: number): number =>
  Math.max(lower, upper * (1 - mitigatedShare))

/** The model with its costs raised and its benefits lowered. */
export const withOptimismBias = (model: Model, { costs, benefits, mitigatedShare }: OptimismBias): Model => {
  const factorOf = ({ side }: ModelLine): number =>
    side === 'cost' ? 1 + managed(costs, mitigatedShare) : 1 - managed(benefits, mitigatedShare)
  return { ...model, lines: model.lines.map((line) => ({ ...line, divisor: line.divisor / factorOf(line) })) }
}
