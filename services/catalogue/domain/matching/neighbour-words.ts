import { matchMethod } from './match-weights.ts'
import type { PassageIndex, Slot } from './passage-index.ts'
import type { Asked } from './question.ts'
import { read } from './text-score.ts'

const { neighbours } = matchMethod
const heaviest = Math.max(...Object.values(matchMethod.passages))

/**
 * What the documents that answer best say alike, to be asked for too (pseudo-relevance feedback, after Lavrenko & Croft's
 * relevance model): those who need and those who sell often name a thing differently.
 *
 * @param best scores above 0, best first
 */
export const neighbourWords = (
  index: PassageIndex,
  best: readonly { readonly slot: Slot; readonly score: number }[],
): readonly Asked[] => {
  const nearest = best.slice(0, neighbours.products)
  const all = nearest.reduce((sum, { score }) => sum + score, 0)
  const said = new Map<string, { by: number; weight: number }>()
  for (const { slot, score } of nearest) {
    const weightOf = new Map<string, number>()
    for (const { stems, weight } of read(index, slot).passages)
      for (const stem of stems) weightOf.set(stem, Math.max(weightOf.get(stem) ?? 0, weight))
    for (const [stem, weight] of weightOf) {
      const { by, weight: before } = said.get(stem) ?? { by: 0, weight: 0 }
      said.set(stem, { by: by + 1, weight: before + ((score / all) * weight) / heaviest })
    }
  }
  return [...said]
    .filter(([, { by }]) => by >= neighbours.saidByAtLeast)
    .map(([stem, { weight }]) => ({
      stem,
      weight: weight * neighbours.weight,
      telling: weight * (index.occurrencesOf(stem)?.rarity ?? 0),
    }))
    .toSorted((one, other) => other.telling - one.telling || (one.stem < other.stem ? -1 : 1))
    .slice(0, neighbours.words)
    .map(({ stem, weight }) => ({ stem, weight, alternatives: [{ stem, likeness: 1 }] }))
}
