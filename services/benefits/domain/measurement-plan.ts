import { addDays } from '#calendar/working-days.ts'
import { phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { baselineOf, isActive } from './benefit-line.ts'
import type { BenefitLine } from './benefit-line.ts'
import type { CalculationBasis } from './calculation/basis.ts'
import type { MeasuredLine } from './case-benefits.ts'
import { isMeasured, progressOf } from './progress.ts'

/**
 * When a line is to be measured. No law says how often; the rule is the product's own (decision 0032), from what RUVeS 5.2
 * and 5.7 ask for: a baseline before the change, and every measure at its dates, against baseline and target.
 *
 * 1. The baseline, on the day that its plan names, or where it has no plan the day on which the line starts. It is taken
 *    once the line has one, or anything has been measured: an assessment takes that in later.
 * 2. From rollout on, when there is a service to measure: once a year from the start, and on the target's day.
 * 3. After the target's day only where the target was not reached: then once a year until the horizon ends.
 */
export const plannedKinds = ['baseline', 'followUp', 'target'] as const
export type PlannedKind = (typeof plannedKinds)[number]

export interface PlannedMeasurement {
  readonly kind: PlannedKind
  /** After this day the measurement has been missed. */
  readonly dueOn: string
}

export interface MeasuringSituation {
  readonly phase: Phase
  /** False while the case rests, and once it has been stopped. */
  readonly isUnderWay: boolean
  readonly basis: Pick<CalculationBasis, 'investmentStartsOn' | 'horizonYears'> | undefined
}

/** A measurement this long before the target's day counts as the one of that day. */
const earlyDays = 31
/** So long beforehand is a measurement told to be due. */
const noticeDays = 30
const yearLength = 4

/** 29 February becomes 28 where the year has none. */
const addYears = (date: string, years: number): string => {
  const moved = `${Number(date.slice(0, yearLength)) + years}${date.slice(yearLength)}`
  const day = addDays(moved, 0)
  return day === moved ? day : addDays(day, -1)
}

const earliest = (...days: readonly (string | undefined)[]): string | undefined =>
  days.filter((day) => day !== undefined).toSorted()[0]

const hasService = (phase: Phase): boolean => phases.indexOf(phase) >= phases.indexOf('rollout')

/** Once a year until the last day, and then on it; none once it has been measured there. */
const yearlyUntil = (last: string, from: string, measuredOn: string | undefined): string | undefined => {
  if (measuredOn !== undefined && measuredOn >= addDays(last, -earlyDays)) return undefined
  const yearly = addYears(measuredOn !== undefined && measuredOn > from ? measuredOn : from, 1)
  return yearly < last ? yearly : last
}

const nextFollowUp = (
  line: BenefitLine,
  measured: MeasuredLine | undefined,
  { basis }: MeasuringSituation,
): PlannedMeasurement | undefined => {
  const { target, endsOn } = line
  const targetDay = target?.reachedOn
  // A line that says nothing of its start runs from the calculation's first day.
  const start = line.startsOn ?? basis?.investmentStartsOn ?? baselineOf(line)?.takenOn ?? targetDay
  if (start === undefined) return undefined
  const years = line.horizonYears ?? basis?.horizonYears
  const horizonEnd = earliest(endsOn, years === undefined ? undefined : addYears(start, years))
  const last = earliest(targetDay, endsOn) ?? horizonEnd
  const measuredOn = isMeasured(line, measured) ? measured?.latest.measuredOn : undefined
  const dueOn = last === undefined ? undefined : yearlyUntil(last, start, measuredOn)
  if (dueOn !== undefined) return { kind: dueOn === targetDay ? 'target' : 'followUp', dueOn }

  const isShort = (progressOf(line, measured) ?? 1) < 1
  const again = isShort && horizonEnd !== undefined ? yearlyUntil(horizonEnd, start, measuredOn) : undefined
  return again === undefined ? undefined : { kind: 'followUp', dueOn: again }
}

const nextBaseline = (line: BenefitLine, measured: MeasuredLine | undefined): PlannedMeasurement | undefined => {
  if (baselineOf(line) || measured) return undefined
  const dueOn = line.baselinePlan?.by ?? line.startsOn
  return dueOn === undefined ? undefined : { kind: 'baseline', dueOn }
}

/** The next measurement of a line; undefined when none is asked for, or nobody can say when. */
export const nextMeasurement = (
  line: BenefitLine,
  measured: MeasuredLine | undefined,
  situation: MeasuringSituation,
): PlannedMeasurement | undefined => {
  if (!line.measure || !isActive(line) || !situation.isUnderWay) return undefined
  return nextBaseline(line, measured) ?? (hasService(situation.phase) ? nextFollowUp(line, measured, situation) : undefined)
}

/** `missed`: its day has passed. `due`: within 30 days. `upcoming`: later. */
export const measureStatuses = ['missed', 'due', 'upcoming'] as const
export type MeasureStatus = (typeof measureStatuses)[number]

/** The last day on which a measurement is due, as seen today. */
export const lastDueDay = (today: string): string => addDays(today, noticeDays)

/** @param today a calendar day in Sweden. */
export const measureStatusOf = (dueOn: string, today: string): MeasureStatus => {
  if (dueOn < today) return 'missed'
  return dueOn <= lastDueDay(today) ? 'due' : 'upcoming'
}
