import * as z from 'zod'
import { companySize } from '#contracts/company-sizes.ts'
import { companyId, libraryRequirementId, productId, timestamp } from '#contracts/ids.ts'
import { claimStatus } from '#contracts/market.ts'
import { text } from '#contracts/language.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { companyContent } from '../../domain/companies/company-fields.ts'
import { claimsOf } from '../../domain/products/claims.ts'
import { missingIn } from '../../domain/products/keep-product.ts'
import { productContent, productDraft } from '../../domain/products/product-fields.ts'
import { claimStatusesOf, productStatuses, statusOfProduct } from '../../domain/products/product.ts'
import type { Judgement, ProductState } from '../../domain/products/product.ts'
import type { ShownProduct } from '../../domain/products/shown-product.ts'
import { explainDraft } from './explain-draft.ts'

const claimView = z.object({
  claim: z.string(),
  requirementId: libraryRequirementId.optional(),
  status: claimStatus,
  /** Who has looked: a curator, or an organisation that has evaluated the product. Absent while nobody has. */
  basis: z.enum(['curator', 'evaluation']).optional(),
  /** Why a curator found so, where it was a curator. */
  reason: z.string().optional(),
  judgedAt: timestamp.optional(),
})

/** A product as everybody sees it. */
export const productView = z.object({
  productId,
  company: z.object({
    companyId,
    name: z.string(),
    size: companySize.optional(),
    registration: claimStatus,
    regions: companyContent.complete.shape.regions,
  }),
  content: productContent.complete,
  revision: z.int().positive(),
  publishedAt: timestamp,
  claims: z.array(claimView),
  /** How many evaluations of it are in force; staff and its own supplier can read them. */
  evaluations: z.int().nonnegative(),
})

const fieldProblem = z.object({ pointer: z.string(), code: z.string(), message: text })

/** A product as those who keep it see it. */
export const ownProductView = z.object({
  productId,
  companyId,
  status: z.enum(productStatuses),
  draft: productDraft,
  edition: z.int().positive(),
  changedAt: timestamp,
  /** What keeps the draft from being published. */
  missing: z.array(fieldProblem),
  published: productView.optional(),
})

/** The curator's word that the status rests on: given after the claim got its words, and the same as the status. */
const wordOn = (
  key: string,
  status: string,
  since: string,
  judgements: readonly Judgement[],
): Pick<Judgement, 'reason' | 'judgedAt'> | undefined =>
  judgements.findLast((one) => one.claim === key && one.status === status && one.judgedAt >= since)

export const presentProduct = (shown: ShownProduct, day: string): z.infer<typeof productView> => {
  const { published, judgements, evaluations } = shown
  const statuses = claimStatusesOf(shown, day)
  return {
    productId: shown.productId,
    company: shown.company,
    content: published.content,
    revision: published.revision,
    publishedAt: published.publishedAt,
    claims: claimsOf(published.content).map(({ key, requirementId }) => {
      const status = statuses.get(key) ?? 'declared'
      const word = wordOn(key, status, published.claimDates[key] ?? published.publishedAt, judgements)
      return {
        claim: key,
        ...(requirementId && { requirementId }),
        status,
        ...(status !== 'declared' && { basis: word ? ('curator' as const) : ('evaluation' as const) }),
        ...(word && { reason: word.reason, judgedAt: word.judgedAt }),
      }
    }),
    evaluations: evaluations.filter(({ validTo }) => validTo >= day).length,
  }
}

const toView = ({ pointer, code, message }: FieldProblem) => ({ pointer, code, message: { sv: message.sv, en: message.en } })

export const presentOwnProduct = (
  { product }: ProductState,
  shown: ShownProduct | undefined,
  day: string,
): z.infer<typeof ownProductView> => {
  const whole = missingIn(product.draft, explainDraft)
  return {
    productId: product.productId,
    companyId: product.companyId,
    status: statusOfProduct(product),
    draft: product.draft,
    edition: product.edition,
    changedAt: product.changedAt,
    missing: 'problems' in whole ? whole.problems.map(toView) : [],
    ...(shown && { published: presentProduct(shown, day) }),
  }
}
