import type { CareStep, TargetGroup } from '#contracts/market.ts'
import type { CompanyId } from '#contracts/ids.ts'
import { servesRegion } from '../companies/regions.ts'
import type { Region } from '../companies/regions.ts'
import { plainCpv } from './cpv-codes.ts'
import type { ShownProduct } from './shown-product.ts'

/** What somebody looks for in the catalogue. What is left out is not asked for. */
export interface ProductFilter {
  /** Words that must all be found, whole or as the beginning, middle or end of a longer one. */
  readonly text?: string | undefined
  readonly targetGroup?: TargetGroup | undefined
  readonly careStep?: CareStep | undefined
  /** A code, or its beginning. */
  readonly cpv?: string | undefined
  readonly standard?: string | undefined
  readonly region?: Region | undefined
  readonly companyId?: CompanyId | undefined
}

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('sv')

const searchedText = ({ published: { content }, company }: ShownProduct): string =>
  folded(
    [
      content.name,
      company.name,
      content.summary,
      ...content.needsMet,
      ...content.functions,
      ...(content.interfaces ?? []).map(({ standard }) => standard),
    ].join('\n'),
  )

const hasCpv = ({ published: { content } }: ShownProduct, wanted: string): boolean => {
  // The hierarchy ends each level with noughts: 48180000 holds 48181000.
  const beginning = plainCpv(wanted).replace(/0+$/, '')
  return [...(content.cpv ?? []), ...(content.otherCpv ?? [])].some((code) => plainCpv(code).startsWith(beginning))
}

export const isSelected = (one: ShownProduct, filter: ProductFilter): boolean => {
  const { content } = one.published
  const words = folded(filter.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  const text = words.length > 0 ? searchedText(one) : ''
  const standard = filter.standard === undefined ? undefined : folded(filter.standard)
  return (
    words.every((word) => text.includes(word)) &&
    (filter.targetGroup === undefined || content.targetGroups.includes(filter.targetGroup)) &&
    (filter.careStep === undefined || content.careSteps.includes(filter.careStep)) &&
    (filter.cpv === undefined || hasCpv(one, filter.cpv)) &&
    (standard === undefined || (content.interfaces ?? []).some((known) => folded(known.standard).includes(standard))) &&
    (filter.region === undefined || servesRegion(one.company.regions, filter.region)) &&
    (filter.companyId === undefined || one.company.companyId === filter.companyId)
  )
}

/** By name alone: nothing puts one product before another. */
export const placeInCatalogue = ({ published: { content }, productId }: ShownProduct): string =>
  `${folded(content.name)}#${productId}`
