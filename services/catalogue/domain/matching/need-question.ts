import { matchMethod } from './match-weights.ts'
import type { PassageIndex } from './passage-index.ts'
import type { NeededRequirement, NeedProfile } from './profiles.ts'
import { ask } from './question.ts'
import type { Asked } from './question.ts'
import { prepare } from './text-score.ts'
import type { PreparedQuestion } from './text-score.ts'

/** A need made into questions that an index can be asked. */
export interface NeedQuestion {
  readonly need: NeedProfile
  /** All that the need says, word by word. */
  readonly words: readonly Asked[]
  readonly whole: PreparedQuestion
  readonly functions: readonly { readonly id: string; readonly name: string; readonly question: PreparedQuestion }[]
  /** Of those that are not in the library: only the text can tell. */
  readonly ownRequirements: ReadonlyMap<NeededRequirement, PreparedQuestion>
}

const { question: weights } = matchMethod

export const askFor = (index: PassageIndex, need: NeedProfile): NeedQuestion => {
  const questionOf = (text: string): PreparedQuestion => prepare(index, ask(index, [{ text, weight: 1 }]))
  const words = ask(index, [
    { text: need.title, weight: weights.title },
    ...need.functions.map(({ name }) => ({ text: name, weight: weights.function })),
    { text: need.description, weight: weights.description },
  ])
  return {
    need,
    words,
    whole: prepare(index, words),
    functions: need.functions.map(({ id, name }) => ({ id, name, question: questionOf(name) })),
    ownRequirements: new Map(
      need.requirements
        .filter(({ libraryId }) => libraryId === undefined)
        .map((requirement) => [requirement, questionOf(requirement.text)]),
    ),
  }
}
