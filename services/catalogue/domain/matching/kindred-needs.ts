import { passagesOfNeed } from './need-index.ts'
import type { NeedIndex } from './need-index.ts'
import { askFor } from './need-question.ts'
import type { NeedQuestion } from './need-question.ts'
import { neutralOrder } from './neutral-order.ts'
import type { NeedProfile } from './profiles.ts'
import { meanOf, rounded } from './relevance.ts'
import { careStepFit, targetGroupFit } from './shared-words.ts'
import { passagesThatSay, read, readTexts, textScore, textScores } from './text-score.ts'
import type { Reading } from './text-score.ts'

/** Two needs that are alike, and in what. */
export interface KindredNeed {
  readonly need: NeedProfile
  /** 0-1, the same whichever of the two is asked about. */
  readonly likeness: number
  /** So alike that somebody should look whether it is one need. */
  readonly isLikelyDuplicate: boolean
  /** Functions of the need asked about that the other one says something of, the id of each. */
  readonly functions: readonly { readonly id: string; readonly name: string; readonly coverage: number }[]
}

/** What likeness is made of. Set on the tuning half, as the other figures: docs/decisions/0035-matching.md. */
const figures = {
  shares: { text: 0.5, functions: 0.5 },
  /** What the closed words take off at most, when they have nothing in common. */
  statedShare: 0.15,
  /** Below, two needs have a word in common and no more. */
  worthALook: 0.18,
  duplicate: 0.6,
  /** A function is touched on. */
  touched: 0.35,
  /** So many that share most words are looked at from both sides. */
  lookedAtClosely: 50,
} as const

const ownWords = (text: number, functions: number | undefined): number =>
  functions === undefined ? text : figures.shares.text * text + figures.shares.functions * functions

/** How much of what one need says the other says, 0-1. */
const saidBy = ({ whole, functions }: NeedQuestion, reading: Reading): number =>
  ownWords(
    textScore(whole, reading),
    meanOf(functions.map(({ question: asked }) => passagesThatSay(asked, reading)[0]?.score ?? 0)),
  )

/** What two needs state in closed words, where both state something. */
const statedLikeness = (one: NeedProfile, other: NeedProfile): number => {
  const groups = one.targetGroups.length > 0 && other.targetGroups.length > 0
  const steps = one.careSteps.length > 0 && other.careSteps.length > 0
  const fits = [
    ...(groups
      ? [Math.max(targetGroupFit(one.targetGroups, other.targetGroups), targetGroupFit(other.targetGroups, one.targetGroups))]
      : []),
    ...(steps ? [careStepFit(one.careSteps, other.careSteps)] : []),
  ]
  return meanOf(fits) ?? 1
}

/** The needs most like the given one of those that may be shown, likest first. It is never its own kin. */
export const kindredNeeds = (
  index: NeedIndex,
  need: NeedProfile,
  mayBeShown: (needId: string) => boolean,
  limit: number,
): readonly KindredNeed[] => {
  const { texts } = index
  const question = askFor(texts, need)
  const whole = textScores(texts, question.whole)
  const ours = readTexts(texts, passagesOfNeed(need))

  const inNeutralOrder = neutralOrder(need.needId)
  return [...index.all()]
    .filter(({ needId }) => needId !== need.needId && mayBeShown(needId))
    .map((other) => ({ other, said: whole[texts.slotOf(other.needId) ?? -1] ?? 0 }))
    .filter(({ said }) => said > 0)
    .toSorted((one, two) => two.said - one.said || inNeutralOrder(one.other.needId, two.other.needId))
    .slice(0, figures.lookedAtClosely)
    .map(({ other }) => {
      const theirs = read(texts, texts.slotOf(other.needId) ?? -1)
      const forth = saidBy(question, theirs)
      const back = saidBy(askFor(texts, other), ours)
      const stated = 1 - figures.statedShare * (1 - statedLikeness(need, other))
      const likeness = rounded(Math.sqrt(forth * back) * stated)
      return {
        need: other,
        likeness,
        isLikelyDuplicate: likeness >= figures.duplicate,
        functions: question.functions.flatMap(({ id, name, question: asked }) => {
          const coverage = rounded(passagesThatSay(asked, theirs)[0]?.score ?? 0)
          return coverage >= figures.touched ? [{ id, name, coverage }] : []
        }),
      }
    })
    .filter(({ likeness }) => likeness >= figures.worthALook)
    .toSorted((one, two) => two.likeness - one.likeness || inNeutralOrder(one.need.needId, two.need.needId))
    .slice(0, limit)
}
