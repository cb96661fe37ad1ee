import { baselineOf } from './benefit-line.ts'
import type { BenefitLine } from './benefit-line.ts'
import type { MeasuredLine } from './case-benefits.ts'
import { expectedOn } from './expected-outcome.ts'
import type { ExpectedPath } from './expected-outcome.ts'
import { isMeasured } from './progress.ts'

/**
 * How it goes with what was promised. `targetMissed`: measured on the target's day or later, without having reached it.
 * `measurementDue`: that day has passed and nobody has measured since.
 */
export const outcomeStatuses = [
  'reached',
  'onTheWay',
  'behind',
  'targetMissed',
  'measurementDue',
  'notMeasured',
  'noBaseline',
  'noTarget',
] as const
export type OutcomeStatus = (typeof outcomeStatuses)[number]

/** A benefit comes as its measure nears the target, whichever way that lies; a cost is better the lower it is. */
const isAtLeast = ({ side }: BenefitLine, value: number, bound: number, baseline: number): boolean =>
  side === 'cost' ? value <= bound : bound >= baseline ? value >= bound : value <= bound

/** The end of the band that is worse: for a benefit the low scenario, for a cost the higher figure. */
const worstOf = ({ side }: BenefitLine, { low, high }: { readonly low: number; readonly high: number }): number =>
  side === 'cost' ? Math.max(low, high) : low

/** @param today a calendar day. */
export const outcomeStatusOf = (
  line: BenefitLine,
  measured: MeasuredLine | undefined,
  path: ExpectedPath | undefined,
  today: string,
): OutcomeStatus => {
  const baseline = baselineOf(line)
  const { value: target, reachedOn } = line.target ?? {}
  if (!baseline) return 'noBaseline'
  if (target === undefined) return 'noTarget'
  if (!measured || !isMeasured(line, measured)) return 'notMeasured'
  const { value, measuredOn } = measured.latest
  if (isAtLeast(line, value, target, baseline.value)) return 'reached'
  if (reachedOn === undefined) return 'noTarget'
  if (measuredOn >= reachedOn) return 'targetMissed'
  if (today > reachedOn) return 'measurementDue'
  const expected = path && expectedOn(path, measuredOn)
  return expected && !isAtLeast(line, value, worstOf(line, expected), baseline.value) ? 'behind' : 'onTheWay'
}
