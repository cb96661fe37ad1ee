import type { Model, ModelDriver, ModelLine, ModelUsage, ThreePoint } from './model.ts'

/** Which figure of each interval counts: the likely ones, the worst, or those of one draw. */
export interface Choice {
  readonly driver: (value: ThreePoint, line: number, driver: number) => number
  readonly usage: (share: ThreePoint, curve: string) => number
}

/** The middle case. */
export const likely: Choice = { driver: ({ likely: value }) => value, usage: ({ likely: share }) => share }

/** Little benefit, high cost, low use; and the reverse. */
export const scenarioOf = (model: Model, scenario: 'low' | 'high'): Choice => {
  const opposite = scenario === 'low' ? 'high' : 'low'
  return {
    driver: (value, line) => value[model.lines[line]?.side === 'cost' ? opposite : scenario],
    usage: (share) => share[scenario],
  }
}

/** What of a line there is at a share of use. */
export const usageFactor = ({ effect, share }: ModelUsage, use: number): number => {
  if (effect === 'scales') return use
  if (effect === 'scalesRest') return 1 - use
  return use < share ? 1 : 0
}

/** The drivers of a line multiplied, in a year or in the years that are alike. */
export const productOf = (
  drivers: readonly ModelDriver[],
  line: number,
  year: number | undefined,
  { driver }: Choice,
): number => {
  let product = 1
  drivers.forEach(({ value, byYear }, index) => {
    product *= driver(year === undefined ? value : (byYear.get(year) ?? value), line, index)
  })
  return product
}

export const variesByYear = ({ drivers }: ModelLine): boolean => drivers.some(({ byYear }) => byYear.size > 0)

/**
 * Tells `visit` each line's amount in each year, unrounded and without a sign: the product of the drivers, times the use
 * where the line goes with it, times the part of the year in which it runs.
 */
export const createEvaluation = (model: Model) => {
  const varying = model.lines.map(variesByYear)
  const curves = [...model.curves]
  const years = model.horizonYears + 1

  return (choice: Choice, visit: (line: number, year: number, amount: number) => void): void => {
    const use = new Map(curves.map(([name, shares]) => [name, shares.map((share) => choice.usage(share, name))]))
    model.lines.forEach((line, index) => {
      const { drivers, divisor, usage, activeShare } = line
      const product = productOf(drivers, index, undefined, choice) / divisor
      const uses = usage && use.get(usage.curve)
      for (let year = 0; year < years; year += 1) {
        const active = activeShare[year] ?? 0
        if (active === 0) continue
        const amount = varying[index] ? productOf(drivers, index, year, choice) / divisor : product
        const factor = usage ? usageFactor(usage, uses?.[year] ?? 0) : 1
        visit(index, year, amount * factor * active)
      }
    })
  }
}

export const signOf = ({ side }: Pick<ModelLine, 'side'>): 1 | -1 => (side === 'benefit' ? 1 : -1)
