import * as z from 'zod'
import { benefitLine } from '../../../api/benefit-views.ts'
import type { Assessment, BenefitLine } from '../../../api/benefit-views.ts'
import { basis, effectChain } from '../../../api/reckoning-views.ts'
import type { EffectChain, UsageCurve } from '../../../api/reckoning-views.ts'
import { bodyOf } from '../assessment-body.ts'
import type { AssessmentBody } from '../assessment-body.ts'
import { hasFigures } from '../three-point.ts'

/** What a template makes of the answers, and how it comes into an assessment where something may already stand. */
export const proposal = z.object({ lines: z.array(benefitLine), chain: effectChain, basis })
export type Proposal = z.infer<typeof proposal>

/** What the officer has said of all the lines at once. */
export interface ForAllLines {
  readonly owner?: string | undefined
  readonly baselinePlan?: { readonly by?: string | undefined; readonly how?: string | undefined } | undefined
}

const freeId = (id: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(id)) return id
  let number = 2
  while (taken.has(`${id}-${number}`)) number += 1
  return `${id}-${number}`
}

/** What each new id is called among those that are there. What `isSame` says is there already keeps its id and comes once. */
const renamed = <Part extends { readonly id: string }>(
  added: readonly Part[],
  there: readonly Part[],
  alsoTaken: readonly string[],
  isSame: (a: Part, b: Part) => boolean,
): ReadonlyMap<string, string> => {
  const taken = new Set([...there.map(({ id }) => id), ...alsoTaken])
  return new Map(
    added.map((part) => {
      const twin = there.find((one) => one.id === part.id && isSame(one, part))
      const id = twin ? twin.id : freeId(part.id, taken)
      taken.add(id)
      return [part.id, id]
    }),
  )
}

/** Rows of the form that nobody has filled in are no years of the curve. */
const withoutEmptyYears = (curve: UsageCurve): UsageCurve =>
  curve.form === 'table' ? { ...curve, years: curve.years.filter(hasFigures) } : curve

const withSaid = (line: BenefitLine, { owner, baselinePlan }: ForAllLines): BenefitLine => ({
  ...line,
  ...(owner && line.side === 'benefit' && { owner }),
  ...(baselinePlan?.by && baselinePlan.how && line.side === 'benefit' && line.measure && { baselinePlan }),
})

/** The proposal alone, to be reckoned before it is added. */
export const proposedBody = ({ basis: own }: Assessment, { lines, chain, basis: { curves = [] } }: Proposal): AssessmentBody => ({
  summary: '',
  lines,
  chain,
  basis: { ...own, curves: curves.map(withoutEmptyYears) },
})

const mergedChain = (there: EffectChain | undefined, added: EffectChain, ids: ReadonlyMap<string, string>): EffectChain => {
  const known = new Set(there?.effects.map(({ id }) => id))
  const change = there?.change ?? added.change
  const effects = added.effects.map((effect) => ({
    ...effect,
    id: ids.get(effect.id) ?? effect.id,
    ...(effect.follows && { follows: effect.follows.map((id) => ids.get(id) ?? id) }),
  }))
  return {
    ...there,
    ...(change !== undefined && { change }),
    effects: [...(there?.effects ?? []), ...effects.filter(({ id }) => !known.has(id))],
    goals: [...(there?.goals ?? []), ...added.goals],
  }
}

/**
 * The assessment with the proposal's lines, effects and curve after its own. Nothing that is there is changed: an effect
 * or a curve whose id is taken gets another, and its lines follow.
 */
export const mergeProposal = (assessment: Assessment, added: Proposal, said: ForAllLines): AssessmentBody => {
  const body = bodyOf(assessment)
  const effectIds = renamed(
    added.chain.effects,
    body.chain?.effects ?? [],
    (body.chain?.goals ?? []).map(({ id }) => id),
    (a, b) => a.name === b.name,
  )
  const ownCurves = body.basis?.curves ?? []
  const addedCurves = added.basis.curves ?? []
  const curveIds = renamed(addedCurves, ownCurves, [], () => false)
  const lines = added.lines.map((line) => {
    const usage = line.calculation?.usage
    return withSaid(
      {
        ...line,
        ...(line.effect !== undefined && { effect: effectIds.get(line.effect) ?? line.effect }),
        ...(line.calculation &&
          usage && {
            calculation: { ...line.calculation, usage: { ...usage, curve: curveIds.get(usage.curve) ?? usage.curve } },
          }),
      },
      said,
    )
  })
  const curves = addedCurves.map((curve) => ({ ...withoutEmptyYears(curve), id: curveIds.get(curve.id) ?? curve.id }))
  return {
    ...body,
    lines: [...body.lines, ...lines],
    chain: mergedChain(body.chain, added.chain, effectIds),
    basis: { ...body.basis, curves: [...ownCurves, ...curves] },
  }
}
