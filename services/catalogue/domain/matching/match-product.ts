import type { EvaluationId, OrganisationId } from '#contracts/ids.ts'
import type { CareStep, TargetGroup } from '#contracts/market.ts'
import { matchMethod } from './match-weights.ts'
import type { NeedQuestion } from './need-question.ts'
import type { Slot } from './passage-index.ts'
import type { ProductIndex, ProductPassage } from './product-index.ts'
import type { NeededRequirement, NeedProfile, ProductProfile } from './profiles.ts'
import { assuredBy, meanOf, relevanceOf, rounded, statedFit } from './relevance.ts'
import type { Assured, Relevance } from './relevance.ts'
import { answerTo, assurancesOf, coverageValue } from './requirement-coverage.ts'
import type { RequirementAnswer } from './requirement-coverage.ts'
import { namedByBoth } from './shared-words.ts'
import { passagesThatSay, read, textScore } from './text-score.ts'

/** How well one product answers one need, and why. Products are ranked by the score. */
export interface Match extends Relevance, Assured {
  readonly functions: readonly FunctionMatch[]
  readonly requirements: readonly RequirementAnswer[]
  readonly targetGroups: readonly TargetGroup[]
  readonly careSteps: readonly CareStep[]
  readonly interfaces: ProductProfile['interfaces']
  /** Evaluations that came out well and can be reused. */
  readonly evaluations: readonly EvaluationId[]
  readonly callOff: readonly OrganisationId[]
}

export interface FunctionMatch {
  readonly id: string
  readonly name: string
  /** 0-1: how much of it the passage that says most of it says. */
  readonly coverage: number
  readonly isOffered: boolean
  /** The passages that say so, the one that says most first. */
  readonly passages: readonly (ProductPassage & { readonly score: number })[]
}

const passagesShown = 2
const declaredOpenness = 0.6

const opennessOf = (interfaces: ProductProfile['interfaces']): number => {
  if (interfaces.some(({ status }) => status === 'verified')) return 1
  return interfaces.some(({ status }) => status === 'declared') ? declaredOpenness : 0
}

/** With requirements of the library, the share of them that are evaluated already; without, whether anything is. */
const reuseOf = (need: NeedProfile, evaluations: ProductProfile['evaluations']): number => {
  const wanted = need.requirements.flatMap(({ libraryId }) => (libraryId === undefined ? [] : [libraryId]))
  if (wanted.length === 0) return evaluations.length > 0 ? 1 : 0
  return wanted.filter((id) => evaluations.some(({ requirementIds }) => requirementIds.includes(id))).length / wanted.length
}

const evaluatedWell = ({ evaluations }: ProductProfile): ProductProfile['evaluations'] =>
  evaluations.filter(({ isPositive }) => isPositive)

/** What is known of the product beside what it is for, the passage that says so for each requirement of one's own. */
const assuredWith = (
  relevance: number,
  need: NeedProfile,
  product: ProductProfile,
  says: (requirement: NeededRequirement) => string | undefined,
): Assured & Pick<Match, 'requirements'> => {
  const assurances = assurancesOf(product)
  const requirements = need.requirements.map((requirement) => answerTo(requirement, assurances, says(requirement)))
  return {
    requirements,
    ...assuredBy(relevance, {
      requirements: coverageValue(requirements),
      openness: opennessOf(product.interfaces),
      evaluations: reuseOf(need, evaluatedWell(product)),
      callOff: product.callOff.length > 0 ? 1 : 0,
    }),
  }
}

/** The score that a product of this relevance can have at most: as if its text said everything that only a text can say. */
export const scoreAtMost = (relevance: number, need: NeedProfile, product: ProductProfile): number =>
  assuredWith(relevance, need, product, ({ libraryId, text }) => (libraryId === undefined ? text : undefined)).score

/** One product against one need, explained. The relevance is the same that ranks a whole catalogue. */
export const matchProduct = (index: ProductIndex, question: NeedQuestion, slot: Slot, product: ProductProfile): Match => {
  const { need } = question
  const { texts } = index
  const reading = read(texts, slot)
  const functions = question.functions.map(({ id, name, question: asked }): FunctionMatch => {
    const saying = passagesThatSay(asked, reading)
    const coverage = rounded(saying[0]?.score ?? 0)
    return {
      id,
      name,
      coverage,
      isOffered: coverage >= matchMethod.offered,
      passages: saying.slice(0, passagesShown).flatMap(({ position, score }) => {
        const found = index.passageAt(slot, position)
        return found ? [{ ...found, score: rounded(score) }] : []
      }),
    }
  })
  const says = (requirement: NeededRequirement): string | undefined => {
    const asked = question.ownRequirements.get(requirement)
    const [best] = asked ? passagesThatSay(asked, reading) : []
    return best && best.score >= matchMethod.offered ? index.passageAt(slot, best.position)?.text : undefined
  }
  const relevance = relevanceOf(textScore(question.whole, reading), {
    functions: meanOf(functions.map(({ coverage }) => coverage)),
    ...statedFit(need, product),
  })
  return {
    ...relevance,
    ...assuredWith(relevance.relevance, need, product, says),
    functions,
    targetGroups: namedByBoth(need.targetGroups, product.targetGroups),
    careSteps: namedByBoth(need.careSteps, product.careSteps),
    interfaces: product.interfaces,
    evaluations: evaluatedWell(product).map(({ evaluationId }) => evaluationId),
    callOff: product.callOff,
  }
}
