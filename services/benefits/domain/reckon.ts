import type { CalculationSummary } from '#contracts/assessment.ts'
import type { BenefitParameters } from '#counties/benefits/parameters.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import type { BenefitLine } from './benefit-line.ts'
import { basisOf } from './calculation/basis.ts'
import { calculate } from './calculation/calculate.ts'
import type { Calculation } from './calculation/calculate.ts'
import { readModel } from './calculation/read-model.ts'
import type { ReadModel } from './calculation/read-model.ts'
import type { WholeBasis } from './calculation/basis.ts'
import type { Money } from './calculation/money.ts'
import { bandOf } from './calculation/workings.ts'
import type { AssessmentContent } from './case-benefits.ts'

export interface Reckoning {
  readonly basis: WholeBasis
  readonly read: ReadModel
}

/** An assessment's lines in figures, on its own basis where it has one and on today's where it has not. */
export const readReckoning = (
  content: Pick<AssessmentContent, 'basis' | 'lines'>,
  kind: AssessmentKind,
  parameters: BenefitParameters,
  today: string,
): Reckoning => {
  const basis = basisOf(content.basis, parameters, today)
  return { basis, read: readModel(content, { basis, parameters }, kind) }
}

/** The calculation of the lines that are whole. */
export const calculationOf = ({ read }: Reckoning): Calculation => calculate(read.model, read.optimismBias)

/** The lines with their bands per year as the calculation gives them; a sum that comes once has none. */
export const withReckonedBands = (lines: readonly BenefitLine[], { read }: Reckoning): BenefitLine[] => {
  const reckoned = new Map(read.model.lines.map((line) => [line.id, line]))
  return lines.map((line) => {
    if (!line.calculation) return line
    const { perYear: _, ...others } = line
    const of = reckoned.get(line.id)
    return of && line.calculation.method !== 'once' ? { ...others, perYear: bandOf(of, read.model) } : others
  })
}

/** PTS, Digitaliseringssnurran: the first year and the fifth are always shown. */
const shownYears = [1, 5] as const

const summaryOf = (money: Money, spread: Calculation['uncertainty']['inHand']): CalculationSummary['inHand'] => {
  const { netPresentValue, benefitCostRatio, paybackYears, net } = money
  const { p10, p50, p90, probabilityNotNegative } = spread
  return {
    netPresentValue,
    ...(benefitCostRatio !== undefined && { benefitCostRatio }),
    ...(paybackYears !== undefined && { paybackYears }),
    p10,
    p50,
    p90,
    probabilityNotNegative,
    years: shownYears.flatMap((year) => (net[year] === undefined ? [] : [{ year, net: net[year] }])),
  }
}

/** What a gate and its phase are told of a calculation. */
export const summarise = (reckoning: Reckoning, reckoned: Calculation): CalculationSummary => {
  const { basis, read } = reckoning
  const { inHand, withFreedResources, uncertainty, organisations, afterOptimismBias, breakEven } = reckoned
  return {
    priceYear: basis.priceYear,
    horizonYears: basis.horizonYears,
    discountRate: read.model.discountRate,
    parameters: [...read.used],
    inHand: summaryOf(inHand, uncertainty.inHand),
    withFreedResources: summaryOf(withFreedResources, uncertainty.withFreedResources),
    ...(afterOptimismBias && { afterOptimismBias }),
    organisations,
    needsFinancingAgreement: reckoned.needsFinancingAgreement,
    ...(breakEven.overHorizon !== undefined && { breakEvenUsage: breakEven.overHorizon }),
  }
}
