import * as z from 'zod'
import { companySize } from '#contracts/company-sizes.ts'
import { companyId, productId } from '#contracts/ids.ts'
import { claimStatus } from '#contracts/market.ts'
import { companyContent } from '../companies/company-fields.ts'
import { isListed, sizeOf } from '../companies/company.ts'
import type { Company } from '../companies/company.ts'
import { claimStatusesOf, product, shownOf } from './product.ts'
import type { Product } from './product.ts'

/** What everybody sees of a product and its company. Nothing of the draft is in it. */
export const shownProduct = product.pick({ judgements: true, evaluations: true }).extend({
  productId,
  published: product.shape.published.unwrap(),
  company: z.object({
    companyId,
    name: z.string(),
    size: companySize.optional(),
    registration: claimStatus,
    regions: companyContent.complete.shape.regions,
  }),
})
export type ShownProduct = z.infer<typeof shownProduct>

/** Undefined for what is not shown: never published, withdrawn, or of a company that is not shown itself. */
export const shownProductOf = (company: Company, of: Product): ShownProduct | undefined => {
  const published = shownOf(of)
  if (!published || !isListed(company)) return undefined
  const size = sizeOf(company)
  return {
    productId: of.productId,
    published,
    judgements: of.judgements,
    evaluations: of.evaluations,
    company: {
      companyId: company.companyId,
      name: company.content.name,
      ...(size && { size }),
      registration: company.verification.status,
      regions: company.content.regions,
    },
  }
}

/** How many of its claims nobody has looked at yet. */
export const undeterminedClaims = ({ published, judgements, evaluations }: ShownProduct, day: string): number =>
  [...claimStatusesOf({ published, judgements, evaluations }, day).values()].filter((status) => status === 'declared').length
