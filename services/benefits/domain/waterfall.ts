import * as z from 'zod'
import { benefitLineId } from '#contracts/ids.ts'
import { assessmentKind } from '#contracts/words.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { activeLines } from './benefit-line.ts'
import type { BenefitLine } from './benefit-line.ts'
import { likely, signOf } from './calculation/evaluate.ts'
import type { Model } from './calculation/model.ts'
import { flowsOf } from './calculation/money.ts'
import { sum } from './calculation/present-value.ts'
import { differencesBetween, isAmountStated } from './differences.ts'
import type { ComparedField } from './differences.ts'
import type { Reckoning } from './reckon.ts'

/** How the net present value went from one assessment to the next, line by line. */

/** Öre: a benefit's present value counts up, a cost's down. */
const move = z.object({ before: z.int(), after: z.int(), difference: z.int() })
type Move = z.infer<typeof move>

/**
 * `usage`: the line says the same, and the use that it follows is all that has changed its worth. `basis`: the line says the
 * same, but horizon, price level, rate or parameters have been changed under it, perhaps with the use.
 */
export const waterfallChanges = ['added', 'removed', 'changed', 'usage', 'basis'] as const

export const waterfallStep = z.object({
  from: assessmentKind,
  to: assessmentKind,
  lineId: benefitLineId,
  name: z.string(),
  side: z.enum(['benefit', 'cost']),
  change: z.enum(waterfallChanges),
  /** In the words of the later assessment. */
  reason: z.string().optional(),
  inHand: move,
  withFreedResources: move,
})
export type WaterfallStep = z.infer<typeof waterfallStep>

export interface ReckonedAssessment {
  readonly kind: AssessmentKind
  readonly lines: readonly BenefitLine[]
  readonly reckoning: Reckoning
}

interface Worth {
  readonly inHand: number
  readonly withFreedResources: number
}

const nothing: Worth = { inHand: 0, withFreedResources: 0 }

type Worths = ReadonlyMap<string, Worth>

const worthsOf = (model: Model): Worths =>
  new Map(
    flowsOf(model, likely).map(({ line, present }) => {
      const value = signOf(line) * sum(present)
      return [line.id, { inHand: line.kind === 'financial' ? value : 0, withFreedResources: value }]
    }),
  )

/** Likely net present values, öre; the same as the assessment's calculation gives. */
export const worthOf = (assessment: ReckonedAssessment): Worth => {
  const all = [...worthsOf(assessment.reckoning.read.model).values()]
  return {
    inHand: sum(all.map(({ inHand }) => inHand)),
    withFreedResources: sum(all.map(({ withFreedResources }) => withFreedResources)),
  }
}

/** What a line's amounts come from. */
const statesMoney = (field: ComparedField, before: BenefitLine, after: BenefitLine): boolean =>
  field === 'perYear'
    ? isAmountStated(before, after)
    : field === 'kind' || field === 'startsOn' || field === 'endsOn' || field === 'calculation'

const changeOf = (
  before: BenefitLine | undefined,
  after: BenefitLine | undefined,
  isUsageAlone: (id: BenefitLine['id']) => boolean,
): WaterfallStep['change'] => {
  if (!before) return 'added'
  if (!after) return 'removed'
  if (differencesBetween(before, after).some(({ field }) => statesMoney(field, before, after))) return 'changed'
  return isUsageAlone(after.id) ? 'usage' : 'basis'
}

/** What the later lines would be worth with the use that was expected before; over another horizon that is not known. */
const worthsAtEarlierUse = (earlier: Model, later: Model): Worths =>
  earlier.horizonYears === later.horizonYears ? worthsOf({ ...later, curves: earlier.curves }) : new Map()

const moveOf = (before: number, after: number): Move => ({ before, after, difference: after - before })

const byId = (lines: readonly BenefitLine[]): ReadonlyMap<BenefitLine['id'], BenefitLine> =>
  new Map(lines.map((line) => [line.id, line]))

const stepsBetween = (earlier: ReckonedAssessment, later: ReckonedAssessment): WaterfallStep[] => {
  const [before, after] = [byId(activeLines(earlier.lines)), byId(activeLines(later.lines))]
  const [modelBefore, modelAfter] = [earlier.reckoning.read.model, later.reckoning.read.model]
  const [worthBefore, worthAfter] = [worthsOf(modelBefore), worthsOf(modelAfter)]
  const atEarlierUse = worthsAtEarlierUse(modelBefore, modelAfter)
  const isUsageAlone = (id: BenefitLine['id']): boolean => {
    const [was, wouldBe] = [worthBefore.get(id), atEarlierUse.get(id)]
    return was !== undefined && was.withFreedResources === wouldBe?.withFreedResources
  }
  const withRemoved = byId(later.lines)
  return [...new Map([...before, ...after]).values()].flatMap(({ id, side, name }): WaterfallStep[] => {
    const [from, to] = [worthBefore.get(id) ?? nothing, worthAfter.get(id) ?? nothing]
    const inHand = moveOf(from.inHand, to.inHand)
    const withFreedResources = moveOf(from.withFreedResources, to.withFreedResources)
    if (inHand.difference === 0 && withFreedResources.difference === 0) return []
    const change = changeOf(before.get(id), after.get(id), isUsageAlone)
    const { changeReason, removalReason } = withRemoved.get(id) ?? {}
    const reason = change === 'removed' ? removalReason : changeReason
    return [
      {
        from: earlier.kind,
        to: later.kind,
        lineId: id,
        name,
        side,
        change,
        ...(reason !== undefined && { reason }),
        inHand,
        withFreedResources,
      },
    ]
  })
}

/**
 * The lines whose present value changed from each assessment to the next, in the order of the lines; what did not change
 * has no step. The steps between two assessments add up exactly to the difference between their net present values.
 */
export const waterfallOf = (assessments: readonly ReckonedAssessment[]): WaterfallStep[] =>
  assessments.flatMap((later, index) => {
    const earlier = assessments[index - 1]
    return earlier ? stepsBetween(earlier, later) : []
  })
