import { dayOf } from '#calendar/working-days.ts'
import type { CompanyId, EvaluationId, ProductId } from '#contracts/ids.ts'
import type { Item, Key, Put } from '#lambda/table.ts'
import type { Review } from '../application/companies/review-queue.ts'
import { isListed } from '../domain/companies/company.ts'
import type { Company, CompanyState } from '../domain/companies/company.ts'
import { shownProductOf, undeterminedClaims } from '../domain/products/shown-product.ts'
import type { ProductState } from '../domain/products/product.ts'

/**
 * The rows of companies, products and evaluations:
 *   COMPANY#<id>             STATE           the company                        (version; by-listing `companies` while shown)
 *   COMPANY#<id>             PRODUCT#<id>    a product with its draft           (version)
 *   COMPANY#<id>             LISTING#<id>    what everybody sees of it, or that it is withdrawn  (by-listing `products`)
 *   COMPANY#<id>             REVIEW[#<id>]   what waits for a curator           (by-listing `reviews` while it waits)
 *   PRODUCT#<id>             COMPANY         from a product to its company
 *   NUMBER#<number>          COMPANY         whose a registration number is     (version)
 *   REPRESENTATIVE#<subject> COMPANY#<id>    who may act for it                 (status)
 *   INVITATION#<digest>      COMPANY         a code for somebody to join        (version)
 *   EVALUATION#<id>          STATE           an evaluation      (version; by-owner its product, by-listing while in force)
 */
export const listings = { companies: 'companies', products: 'products', reviews: 'reviews', evaluations: 'evaluations' } as const

export const companyKey = (id: CompanyId): Key => ({ pk: `COMPANY#${id}`, sk: 'STATE' })
export const productPrefix = 'PRODUCT#'
export const productKey = (of: CompanyId, id: ProductId): Key => ({ pk: `COMPANY#${of}`, sk: `${productPrefix}${id}` })
export const ownerKey = (id: ProductId): Key => ({ pk: `PRODUCT#${id}`, sk: 'COMPANY' })
export const evaluationKey = (id: EvaluationId): Key => ({ pk: `EVALUATION#${id}`, sk: 'STATE' })

export const expectsVersion = (version: number) => (version === 0 ? ('absent' as const) : { version })

/** Names sort as people in Sweden sort them, as far as bytes can. */
const nameOrder = ({ content: { name }, companyId }: Company): string =>
  `${name.toLocaleLowerCase('sv').slice(0, 200)}#${companyId}`

export const companyItem = ({ company, version }: CompanyState): Item => ({
  ...companyKey(company.companyId),
  version,
  status: company.status,
  ...(isListed(company) && { attributes: { listing: listings.companies, listingOrder: nameOrder(company) } }),
  body: company,
})

export const productItem = ({ product, version }: ProductState): Item => ({
  ...productKey(product.companyId, product.productId),
  version,
  body: product,
})

/** Rows are never removed: what waits no longer is in no list. */
const reviewPut = (key: Key, waiting: Review | undefined): Put => ({
  item: {
    ...key,
    ...(waiting && { attributes: { listing: listings.reviews, listingOrder: `${waiting.since}#${key.pk}#${key.sk}` } }),
    body: waiting ?? {},
  },
  expects: 'any',
})

export const companyReviewPut = (company: Company): Put => {
  const isWaiting = company.status === 'active' && company.verification.status === 'declared'
  return reviewPut(
    { pk: `COMPANY#${company.companyId}`, sk: 'REVIEW' },
    isWaiting
      ? { kind: 'company', companyId: company.companyId, companyName: company.content.name, since: company.changedAt }
      : undefined,
  )
}

/**
 * What everybody sees of a product, and what of it waits for a curator. Nothing for one that was never published.
 * Its place in the list tells this change from every other, also from one of the same millisecond.
 */
export const shownPuts = (
  { company, version: companyVersion }: CompanyState,
  { product, version }: ProductState,
  now: string,
): Put[] => {
  if (!product.published) return []
  const { productId, companyId } = product
  const shown = shownProductOf(company, product)
  const claims = shown ? undeterminedClaims(shown, dayOf(now)) : 0
  return [
    {
      item: {
        pk: `COMPANY#${companyId}`,
        sk: `LISTING#${productId}`,
        status: shown ? 'listed' : 'withdrawn',
        attributes: { listing: listings.products, listingOrder: `${now}#${productId}#${companyVersion}.${version}` },
        body: shown ?? { productId },
      },
      // Nobody else writes it: whoever does has the company's version.
      expects: 'any',
    },
    reviewPut(
      { pk: `COMPANY#${companyId}`, sk: `REVIEW#${productId}` },
      shown && claims > 0
        ? {
            kind: 'product',
            productId,
            companyId,
            companyName: shown.company.name,
            productName: shown.published.content.name,
            claims,
            since: shown.published.publishedAt,
          }
        : undefined,
    ),
  ]
}
