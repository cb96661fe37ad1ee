import { baselineOf } from './benefit-line.ts'
import type { BenefitLine, Estimate } from './benefit-line.ts'
import type { ThreePoint } from './calculation/model.ts'

/**
 * What a measure is expected to show from the day of its baseline to the day of its target. A line that is reckoned by use
 * follows the usage curve, since its benefit comes as people begin to use the service; the band is the curve's low and
 * high. Every other line goes straight, since nothing is known that says otherwise; its band is as wide as its amount per
 * year, low and high to likely, and nought where it has none.
 */

export const expectedShapes = ['usageCurve', 'straightLine'] as const

export interface ExpectedPath {
  readonly shape: (typeof expectedShapes)[number]
  /** Between these days it goes straight; after the last it stays. */
  readonly points: readonly (ThreePoint & { readonly on: string })[]
}

/** The share of those who could use the service that do, in each project year from 0. */
export interface LineUsage {
  readonly investmentStartsOn: string
  readonly shares: readonly ThreePoint[]
}

const dayMilliseconds = 86_400_000
const daysPerYear = 365.25

const numberOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMilliseconds
const dateOf = (day: number): string => new Date(Math.round(day) * dayMilliseconds).toISOString().slice(0, 10)

const figures = ['low', 'likely', 'high'] as const

const mapped = (value: ThreePoint, change: (figure: number) => number): ThreePoint => ({
  low: change(value.low),
  likely: change(value.likely),
  high: change(value.high),
})

interface Knot {
  readonly day: number
  readonly share: ThreePoint
}

/** Straight between the knots; the first and the last hold outside them. */
const shareAt = (knots: readonly Knot[], day: number): ThreePoint | undefined => {
  const before = knots.findLast((knot) => knot.day <= day) ?? knots[0]
  const after = knots.find((knot) => knot.day > day) ?? before
  if (!before || !after) return undefined
  const part = after.day === before.day ? 0 : Math.max(0, (day - before.day) / (after.day - before.day))
  const [low = 0, likely = 0, high = 0] = figures.map(
    (figure) => before.share[figure] + (after.share[figure] - before.share[figure]) * part,
  )
  return { low, likely, high }
}

const none: ThreePoint = { low: 0, likely: 0, high: 0 }

/** None until the line starts; then each year's share in the middle of the year, which it stands for. */
const usageKnots = ({ investmentStartsOn, shares }: LineUsage, startsOn: string | undefined): Knot[] => {
  const first = numberOf(investmentStartsOn)
  const firstInUse = shares.findIndex(({ likely }) => likely > 0)
  const opens = startsOn === undefined ? first + Math.max(0, firstInUse) * daysPerYear : numberOf(startsOn)
  const middles = shares.map((share, year) => ({ day: first + (year + 0.5) * daysPerYear, share }))
  return [{ day: opens, share: none }, ...middles.filter(({ day }) => day > opens)]
}

const straightKnots = (from: number, to: number, { low, likely, high }: Estimate): Knot[] => [
  { day: from, share: none },
  { day: to, share: likely > 0 ? { low: low / likely, likely: 1, high: high / likely } : { low: 1, likely: 1, high: 1 } },
]

const certain: Estimate = { low: 1, likely: 1, high: 1 }

/** Undefined where the baseline, the target or its day is missing, or the target comes before the baseline. */
export const expectedPathOf = (
  line: BenefitLine,
  { usage, perYear }: { readonly usage?: LineUsage | undefined; readonly perYear?: Estimate | undefined },
): ExpectedPath | undefined => {
  const baseline = baselineOf(line)
  const { value: target, reachedOn } = line.target ?? {}
  if (!baseline || target === undefined || reachedOn === undefined || reachedOn <= baseline.takenOn) return undefined
  const [from, to] = [numberOf(baseline.takenOn), numberOf(reachedOn)]
  const starts = line.startsOn === undefined ? from : Math.min(Math.max(from, numberOf(line.startsOn)), to - 1)
  const ofUsage = usage && usageKnots(usage, line.startsOn)
  const usageAtTarget = ofUsage && shareAt(ofUsage, to)?.likely
  const followsUsage = ofUsage !== undefined && usageAtTarget !== undefined && usageAtTarget > 0
  const knots = followsUsage ? ofUsage : straightKnots(starts, to, perYear ?? certain)
  const whole = followsUsage ? usageAtTarget : 1
  const days = [...new Set([from, ...knots.map(({ day }) => day).filter((day) => day > from && day < to), to])]
  return {
    shape: followsUsage ? 'usageCurve' : 'straightLine',
    points: days.map((day) => ({
      on: dateOf(day),
      ...mapped(shareAt(knots, day) ?? none, (share) => baseline.value + ((target - baseline.value) * share) / whole),
    })),
  }
}

/** What is expected on a day. */
export const expectedOn = ({ points }: ExpectedPath, date: string): ThreePoint | undefined =>
  shareAt(
    points.map(({ on, low, likely, high }) => ({ day: numberOf(on), share: { low, likely, high } })),
    numberOf(date),
  )
