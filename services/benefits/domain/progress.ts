import { baselineOf } from './benefit-line.ts'
import type { BenefitLine } from './benefit-line.ts'
import type { MeasuredLine } from './case-benefits.ts'

/** Enough for a percentage with two decimals. */
const decimals = 4

const rounded = (share: number): number => Number(share.toFixed(decimals))

/**
 * The share of the way from baseline to target that the latest measurement has come: 0 at the baseline, 1 at the
 * target, negative when it went the wrong way, whichever way is better. Undefined while baseline, target or
 * measurement is missing, and when target and baseline are the same.
 */
export const progressOf = (line: BenefitLine, measured: MeasuredLine | undefined): number | undefined => {
  const baseline = baselineOf(line)
  const target = line.target?.value
  if (!measured || !baseline || target === undefined || target === baseline.value) return undefined
  return rounded((measured.latest.value - baseline.value) / (target - baseline.value))
}

/** Whether the line has been measured after its baseline was taken; where there is no baseline, at all. */
export const isMeasured = (line: BenefitLine, measured: MeasuredLine | undefined): boolean => {
  if (!measured) return false
  const baseline = baselineOf(line)
  return !baseline || measured.latest.measuredOn > baseline.takenOn
}
