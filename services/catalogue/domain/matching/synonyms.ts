import { wordGroups } from './thesaurus.ts'
import type { Kinship, WordGroup } from './thesaurus.ts'
import { wordsOf } from './words.ts'

/** Another way of saying it: its stems, all of which belong to the way. */
export interface Synonym {
  readonly stems: readonly string[]
  readonly kinship: Kinship
}

type Ways = readonly (readonly string[])[]

const waysOf = ({ words }: WordGroup): Ways => words.map((way) => wordsOf(way).map(({ stem }) => stem))

/** By the first stem of a way: the groups that it opens. */
const groupsByStem = new Map<string, { kinship: Kinship; way: readonly string[]; others: Ways }[]>()
for (const group of wordGroups) {
  const ways = waysOf(group)
  for (const way of ways) {
    const [first] = way
    if (first === undefined) continue
    const entry = { kinship: group.kinship, way, others: ways.filter((other) => other !== way) }
    groupsByStem.set(first, [...(groupsByStem.get(first) ?? []), entry])
  }
}

/**
 * Other ways of saying what a stem says where the stems around it are these: `individuell` is part of SIP only where
 * `samordnad` and `plan` stand too.
 */
export const synonymsOf = (stem: string, around: ReadonlySet<string>): readonly Synonym[] =>
  (groupsByStem.get(stem) ?? [])
    .filter(({ way }) => way.every((part) => around.has(part)))
    .flatMap(({ kinship, others }) => others.map((stems) => ({ stems, kinship })))

/** Every word of the thesaurus, as written: words of which compounds are made. */
export const thesaurusWords: readonly string[] = wordGroups.flatMap(({ words }) =>
  words.flatMap((way) => wordsOf(way).map(({ written }) => written)),
)
