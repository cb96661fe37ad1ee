import * as z from 'zod'
import type { estimate } from '#contracts/assessment.ts'
import { benefitLineId, calendarDate, organisationId } from '#contracts/ids.ts'
import { benefitArea, benefitKind } from '#contracts/words.ts'
import { lineCalculation } from './calculation/line-calculation.ts'
import { limits } from './limits.ts'

/**
 * One benefit or cost. Its id lives through NV1-NV4. A draft may leave out anything but side and name; what must
 * be there when the assessment is marked complete stands in completeness.ts.
 */

const prose = (max: number) => z.string().trim().max(max).optional()
const amount = z.int().min(0).max(limits.amountOre).optional()
const measuredValue = z.number().min(-limits.measuredValue).max(limits.measuredValue)

export const benefitLine = z.strictObject({
  id: benefitLineId,
  side: z.enum(['benefit', 'cost']),
  name: z.string().trim().min(1).max(limits.nameCharacters),
  kind: benefitKind.optional(),
  area: benefitArea.optional(),
  /** Who gains or bears it: gains and costs often fall on different organisations. */
  organisation: organisationId.optional(),
  /** Öre per year. */
  perYear: z.strictObject({ low: amount, likely: amount, high: amount }).optional(),
  /** Qualitative lines only: 1 is barely noticeable, 5 is decisive. */
  level: z.int().min(1).max(limits.levels).optional(),
  /** Within how many years the level is reached: the scale looks one to two years ahead (seed 002, 4.4). */
  levelHorizonYears: z.int().min(1).max(limits.levelHorizonYears).optional(),
  levelReason: prose(limits.reasonCharacters),
  measure: prose(limits.measureCharacters),
  unit: prose(limits.unitCharacters),
  baseline: z.strictObject({ value: measuredValue.optional(), takenOn: calendarDate.optional() }).optional(),
  /** How and by when the baseline will be taken, where it has not been taken yet. */
  baselinePlan: z.strictObject({ by: calendarDate.optional(), how: prose(limits.reasonCharacters) }).optional(),
  target: z.strictObject({ value: measuredValue.optional(), reachedOn: calendarDate.optional() }).optional(),
  /** A function in the line organisation, or the role of a person there, that answers for the benefit. */
  owner: prose(limits.ownerCharacters),
  startsOn: calendarDate.optional(),
  /** The day from which it no longer runs: the old way has been closed, the contract has ended. */
  endsOn: calendarDate.optional(),
  /** The effect of the chain that it is a leaf of. */
  effect: z.string().trim().max(40).optional(),
  /** How the amounts are reckoned; a rough line has a band per year instead. */
  calculation: lineCalculation.optional(),
  horizonYears: z.int().min(1).max(limits.horizonYears).optional(),
  /** How the figures were estimated, and from what source. */
  method: prose(limits.methodCharacters),
  /** From NV2: why the line says something else than the assessment before. */
  changeReason: prose(limits.reasonCharacters),
  /** A line of an earlier assessment that no longer holds stays visible, with the reason. */
  isRemoved: z.boolean().optional(),
  removalReason: prose(limits.reasonCharacters),
  /** NV4: why a line with a measure has no measurement. */
  notMeasuredReason: prose(limits.reasonCharacters),
})
export type BenefitLine = z.infer<typeof benefitLine>

export const isActive = (line: BenefitLine): boolean => line.isRemoved !== true

export const activeLines = (lines: readonly BenefitLine[]): BenefitLine[] => lines.filter(isActive)

export type Estimate = z.infer<typeof estimate>

/** The line's interval when all three figures are there; never for a qualitative line, which is not given in money. */
export const estimateOf = ({ kind, perYear }: BenefitLine): Estimate | undefined => {
  const { low, likely, high } = perYear ?? {}
  if (kind === undefined || kind === 'qualitative') return undefined
  return low === undefined || likely === undefined || high === undefined ? undefined : { low, likely, high }
}

export const baselineOf = ({ baseline }: BenefitLine): { value: number; takenOn: string } | undefined =>
  baseline?.value === undefined || baseline.takenOn === undefined
    ? undefined
    : { value: baseline.value, takenOn: baseline.takenOn }

export const hasBaselinePlan = ({ baselinePlan }: BenefitLine): boolean => Boolean(baselinePlan?.by && baselinePlan.how)

const isBlank = (value: unknown): boolean => value === undefined || value === ''

const withoutBlankMembers = (value: object): object | undefined => {
  const members = Object.entries(value).filter(([, member]) => !isBlank(member))
  return members.length === 0 ? undefined : Object.fromEntries(members)
}

/** Forms send empty fields as empty texts and groups; left out, an empty field is the same thing however it was sent. */
export const withoutBlanks = (line: BenefitLine): BenefitLine =>
  // Only optional members are ever blank: side and name are required and not empty.
  Object.fromEntries(
    Object.entries(line)
      .map(([field, value]) => [field, typeof value === 'object' ? withoutBlankMembers(value) : value] as const)
      .filter(([, value]) => !isBlank(value)),
  ) as BenefitLine
