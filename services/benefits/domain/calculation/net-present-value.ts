import { productOf, signOf, usageFactor, variesByYear } from './evaluate.ts'
import type { Choice } from './evaluate.ts'
import type { Model } from './model.ts'
import { yearsOf } from './model.ts'
import { discountFactor, sum } from './present-value.ts'

/** Öre, not rounded. */
export interface NetPresentValue {
  readonly inHand: number
  readonly withFreedResources: number
}

/**
 * The net present value under a choice, for when thousands are tried. What no choice changes - sign, running time and
 * discounting - is one weight for each year, reckoned beforehand; a line that is alike in all years needs only their sum.
 */
export const createNetPresentValue = (model: Model): ((choice: Choice) => NetPresentValue) => {
  const lines = model.lines.map((line) => {
    const weights = yearsOf(model).map(
      (year) => signOf(line) * (line.activeShare[year] ?? 0) * discountFactor(model.discountRate, year),
    )
    return { line, weights, allYears: sum(weights), varies: variesByYear(line) }
  })
  const curves = [...model.curves]

  return (choice) => {
    const use = new Map(curves.map(([name, shares]) => [name, shares.map((share) => choice.usage(share, name))]))
    let inHand = 0
    let freed = 0
    lines.forEach(({ line, weights, allYears, varies }, index) => {
      const { drivers, divisor, usage, kind } = line
      const shares = usage && use.get(usage.curve)
      const sumOver = (productIn: (year: number) => number): number => {
        let total = 0
        weights.forEach((weight, year) => {
          total += weight * productIn(year) * (usage ? usageFactor(usage, shares?.[year] ?? 0) : 1)
        })
        return total
      }
      const value = varies
        ? sumOver((year) => productOf(drivers, index, year, choice))
        : productOf(drivers, index, undefined, choice) * (usage ? sumOver(() => 1) : allYears)
      if (kind === 'financial') inHand += value / divisor
      else freed += value / divisor
    })
    return { inHand, withFreedResources: inHand + freed }
  }
}
