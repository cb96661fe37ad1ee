import { matchMethod } from './match-weights.ts'
import { createPassageIndex } from './passage-index.ts'
import type { Passage, PassageIndex } from './passage-index.ts'
import type { NeedProfile } from './profiles.ts'
import { sentencesOf } from './words.ts'

/** The needs that are known, and their words, so that a need can be held against others. */
export interface NeedIndex {
  readonly put: (need: NeedProfile) => void
  readonly remove: (needId: string) => void
  readonly find: (needId: string) => NeedProfile | undefined
  readonly all: () => Iterable<NeedProfile>
  readonly texts: PassageIndex
}

const { question } = matchMethod

/** What of a need is read, passage by passage. */
export const passagesOfNeed = ({ title, functions, description }: NeedProfile): readonly Passage[] => [
  { text: title, weight: question.title },
  ...functions.map(({ name }) => ({ text: name, weight: question.function })),
  ...sentencesOf(description).map((text) => ({ text, weight: question.description })),
]

export const createNeedIndex = (): NeedIndex => {
  const needs = new Map<string, NeedProfile>()
  const texts = createPassageIndex()
  return {
    put: (need) => {
      needs.set(need.needId, need)
      texts.put(need.needId, passagesOfNeed(need))
    },
    remove: (needId) => {
      needs.delete(needId)
      texts.remove(needId)
    },
    find: (needId) => needs.get(needId),
    all: () => needs.values(),
    texts,
  }
}
