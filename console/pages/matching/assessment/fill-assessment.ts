import type { AssessedSupplier, MarketAssessment } from '../../../api/matching-views.ts'
import { withSuppliers } from '../match/fill-from-match.ts'
import type { Supply } from '../match/fill-from-match.ts'
import type { Content } from '../section-rows.ts'

/** From a computed market assessment to the section. What somebody has written there stands. */

const longestGaps = 1_500

/** What is written into the record is in Swedish, whatever language the page is read in. */
const reasonTexts = {
  mustsMissing: 'Uppfyller inte',
  fewFunctions: 'Saknar funktionerna',
  notFinished: 'Produkten är inte färdig',
  functionsLacking: 'Saknar i sin beskrivning',
  mustsUnknown: 'Har inte svarat på',
  readinessUnknown: 'Mognaden är inte angiven',
} as const satisfies Record<AssessedSupplier['because'][number]['kind'], string>

const commentOf = ({ because }: AssessedSupplier): string | undefined => {
  const said = because.map(({ kind, ids }) => `${reasonTexts[kind]}${ids.length > 0 ? ` ${ids.join(', ')}` : ''}.`).join(' ')
  return said === '' ? undefined : said.slice(0, 500)
}

export const supplyOf = (supplier: AssessedSupplier): Supply => ({
  productId: supplier.productId,
  name: supplier.productName,
  companyName: supplier.companyName,
  companySize: supplier.companySize,
  organisationNumber: supplier.organisationNumber,
  ability: supplier.ability,
  priceFrom: supplier.priceFrom,
  priceTo: supplier.priceTo,
  comment: commentOf(supplier),
})

/** The gaps as the record tells them. */
export const gapsInWords = (
  { gaps }: MarketAssessment,
  named: { readonly functions: ReadonlyMap<string, string>; readonly requirements: ReadonlyMap<string, string> },
): string =>
  [
    ...gaps.functions.map((id) => `${id} ${named.functions.get(id) ?? ''}: ingen produkt i katalogen beskriver funktionen.`),
    ...gaps.requirements.map(
      (id) => `${id} ${named.requirements.get(id) ?? ''}: ingen av de produkter som passar bäst uppger att den klarar kravet.`,
    ),
  ]
    .join('\n')
    .slice(0, longestGaps)

const isFilled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

export interface TakenOver {
  readonly suppliers: readonly AssessedSupplier[]
  readonly maturity?: string | undefined
  readonly gaps?: string | undefined
}

export const withAssessment = (content: Content, { suppliers, maturity, gaps }: TakenOver): Content => ({
  ...withSuppliers(content, suppliers.map(supplyOf)),
  ...(maturity !== undefined && !isFilled(content['maturity']) && { maturity }),
  ...(gaps !== undefined && gaps !== '' && !isFilled(content['gaps']) && { gaps }),
})
