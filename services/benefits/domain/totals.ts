import * as z from 'zod'
import { estimate } from '#contracts/assessment.ts'
import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import type { BenefitKind } from '#contracts/words.ts'
import { activeLines, estimateOf } from './benefit-line.ts'
import type { BenefitLine, Estimate } from './benefit-line.ts'

/**
 * Öre per year, by kind and side. Money in hand is financial only: a freed resource is valued in money but used
 * otherwise, and a qualitative benefit is counted, never priced (Inera, nyttokalkyl: finansiell and omfördelning
 * are categories of their own).
 */
export const totals = z.object({
  financial: z.object({ benefits: estimate, costs: estimate, net: estimate }),
  redistributed: z.object({ benefits: estimate, costs: estimate }),
  /** How many lines. */
  qualitative: z.object({ benefits: z.int().nonnegative(), costs: z.int().nonnegative() }),
})
export type Totals = z.infer<typeof totals>

type Side = BenefitLine['side']

const linesOf = (lines: readonly BenefitLine[], kind: BenefitKind, side: Side): BenefitLine[] =>
  lines.filter((line) => line.kind === kind && line.side === side)

const sumOf = (lines: readonly BenefitLine[], kind: BenefitKind, side: Side): Estimate =>
  linesOf(lines, kind, side).reduce<Estimate>(
    (sum, line) => {
      const { low, likely, high } = estimateOf(line) ?? { low: 0, likely: 0, high: 0 }
      return { low: sum.low + low, likely: sum.likely + likely, high: sum.high + high }
    },
    { low: 0, likely: 0, high: 0 },
  )

/** The lowest net is little benefit at high cost; the highest is the other way round. */
const netOf = (benefits: Estimate, costs: Estimate): Estimate => ({
  low: benefits.low - costs.high,
  likely: benefits.likely - costs.likely,
  high: benefits.high - costs.low,
})

/** Removed lines and lines without a whole interval count for nothing. */
export const totalsOf = (all: readonly BenefitLine[]): Totals => {
  const lines = activeLines(all)
  const benefits = sumOf(lines, 'financial', 'benefit')
  const costs = sumOf(lines, 'financial', 'cost')
  return {
    financial: { benefits, costs, net: netOf(benefits, costs) },
    redistributed: { benefits: sumOf(lines, 'redistributed', 'benefit'), costs: sumOf(lines, 'redistributed', 'cost') },
    qualitative: {
      benefits: linesOf(lines, 'qualitative', 'benefit').length,
      costs: linesOf(lines, 'qualitative', 'cost').length,
    },
  }
}

/** What a gate weighs: likely sums. Costs include own staff's time, which is taken from somewhere else. */
export const likelySumsOf = (lines: readonly BenefitLine[]): AssessmentSnapshot['totals'] => {
  const { financial, redistributed } = totalsOf(lines)
  return {
    financialBenefits: financial.benefits.likely,
    redistributedBenefits: redistributed.benefits.likely,
    costs: financial.costs.likely + redistributed.costs.likely,
  }
}
