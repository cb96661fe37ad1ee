import { stemmer } from '@orama/stemmers/swedish'
import MiniSearch from 'minisearch'
import { careStepNames, targetGroupNames } from '#contracts/market.ts'
import { stopWords } from '../../services/catalogue/domain/matching/stop-words.ts'
import type { LabelledNeed, LabelledProduct } from './labelled-set.ts'

/** Something that puts products in order for a need: the engine, or what it is measured against. */
export interface Ranker {
  readonly name: string
  readonly rank: (need: LabelledNeed) => readonly string[]
}

const fields = ['name', 'summary', 'needsMet', 'functions', 'groupsAndSteps', 'interfaces']

const wordsForGroupsAndSteps = ({ targetGroups, careSteps }: Pick<LabelledNeed, 'targetGroups' | 'careSteps'>): string =>
  [...targetGroups.map((group) => targetGroupNames[group].sv), ...careSteps.map((step) => careStepNames[step].sv)].join(' ')

const toDocument = (product: LabelledProduct) => ({
  ...product,
  needsMet: product.needsMet.join(' '),
  functions: product.functions.join(' '),
  groupsAndSteps: wordsForGroupsAndSteps(product),
  interfaces: product.interfaces.map(({ standard }) => standard).join(' '),
})

const queryOf = (need: LabelledNeed): string =>
  [need.title, need.description, ...need.functions.map(({ name }) => name), wordsForGroupsAndSteps(need)].join(' ')

const miniSearch = (
  name: string,
  products: readonly LabelledProduct[],
  processTerm?: (term: string) => string | null,
): Ranker => {
  const index = new MiniSearch({ fields, ...(processTerm && { processTerm }) })
  index.addAll(products.map(toDocument))
  return { name, rank: (need) => index.search(queryOf(need)).map(({ id }) => String(id)) }
}

/** BM25+ as MiniSearch comes, over every field, closed words written out in Swedish. */
export const plainPeer = (products: readonly LabelledProduct[]): Ranker => miniSearch('BM25 (MiniSearch)', products)

/** As above, with stop words taken out and words stemmed by Snowball's Swedish stemmer. */
export const stemmingPeer = (products: readonly LabelledProduct[]): Ranker =>
  miniSearch('BM25, stemmed', products, (term) => {
    const word = term.toLowerCase()
    return stopWords.has(word) ? null : stemmer(word)
  })
