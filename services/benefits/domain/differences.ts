import { canonicalJson } from '#lambda/digest.ts'
import { baselineOf } from './benefit-line.ts'
import type { BenefitLine } from './benefit-line.ts'
import type { LineCalculation } from './calculation/line-calculation.ts'

/** What a line states. Reasons for changes are about these and are not compared themselves; a side never changes. */
export const comparedFields = [
  'name',
  'kind',
  'area',
  'organisation',
  'perYear',
  'level',
  'levelHorizonYears',
  'levelReason',
  'measure',
  'unit',
  'baseline',
  'baselinePlan',
  'target',
  'owner',
  'startsOn',
  'endsOn',
  'effect',
  'calculation',
  'horizonYears',
  'method',
] as const satisfies readonly (keyof BenefitLine)[]
export type ComparedField = (typeof comparedFields)[number]

/** `from` or `to` is left out where the field was or is empty. */
export interface Difference {
  readonly field: ComparedField
  readonly from?: unknown
  readonly to?: unknown
}

/** Where a driver's figures come from explains them; only the figures are stated. */
const statedCalculation = ({ method, drivers, usage }: LineCalculation): unknown => ({
  method,
  usage,
  drivers: Object.fromEntries(
    Object.entries(drivers).map(([key, { source: _, takenOn: __, isAssumption: ___, ...stated }]) => [key, stated]),
  ),
})

const stated = (line: BenefitLine, field: ComparedField): unknown =>
  field === 'calculation' ? line.calculation && statedCalculation(line.calculation) : line[field]

const isSame = (from: unknown, to: unknown): boolean => canonicalJson({ value: from }) === canonicalJson({ value: to })

export const differencesBetween = (before: BenefitLine, after: BenefitLine): Difference[] =>
  comparedFields
    .filter((field) => !isSame(stated(before, field), stated(after, field)))
    .map((field) => ({
      field,
      ...(before[field] !== undefined && { from: before[field] }),
      ...(after[field] !== undefined && { to: after[field] }),
    }))

/** They explain figures, and may be written better without anything having changed. */
const explanations: readonly ComparedField[] = ['levelReason', 'method', 'effect']

/** What a line comes to is stated where it has been typed; where it is reckoned, it follows from what is stated elsewhere. */
export const isAmountStated = (before: BenefitLine, after: BenefitLine): boolean => !before.calculation || !after.calculation

/**
 * Whether the line now says something else than before, so that the reader is owed a reason. To fill in what was
 * empty is to assess further, not to change; nor is it a change when a plan to take a baseline has been carried out, or
 * when the use or the rates that a line is reckoned on have moved its amounts (the waterfall tells those).
 */
export const isRestated = (before: BenefitLine, after: BenefitLine): boolean =>
  differencesBetween(before, after)
    .filter(({ field }) => !explanations.includes(field))
    .filter(({ field }) => field !== 'perYear' || isAmountStated(before, after))
    .filter(({ field }) => field !== 'baselinePlan' || baselineOf(after) === undefined)
    .some(({ from }) => from !== undefined)
