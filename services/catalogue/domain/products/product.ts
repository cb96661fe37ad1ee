import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import {
  calendarDate,
  companyId,
  evaluationId,
  libraryRequirementId,
  organisationId,
  productId,
  timestamp,
} from '#contracts/ids.ts'
import type { ClaimStatus } from '#contracts/market.ts'
import { requirementResults, verdicts } from '../evaluations/evaluation-results.ts'
import type { RequirementResult, Verdict } from '../evaluations/evaluation-results.ts'
import { claimsOf, requirementKey, statusOfClaim } from './claims.ts'
import type { Finding } from './claims.ts'
import { productContent, productDraft } from './product-fields.ts'

/**
 * A product of a company: a draft that the company alone sees, and beside it what has been published.
 * `draft` → `published` ⇄ `changed` (published, with something new in the draft) → `withdrawn` → `published`.
 */

export const judgement = z.object({
  claim: z.string(),
  status: z.enum(['verified', 'refuted']),
  reason: z.string(),
  judgedAt: timestamp,
  judgedBy: author,
})
export type Judgement = z.infer<typeof judgement>

/** As much of an evaluation as says what it found; the whole of it is read by itself. */
export const evaluationOutcome = z.object({
  evaluationId,
  organisation: organisationId,
  // Object.keys loses the literal types of the table.
  verdict: z.enum(Object.keys(verdicts) as [Verdict, ...Verdict[]]),
  results: z.array(
    z.object({
      requirementId: libraryRequirementId,
      result: z.enum(Object.keys(requirementResults) as [RequirementResult, ...RequirementResult[]]), // as above
    }),
  ),
  validTo: calendarDate,
  recordedAt: timestamp,
})
export type EvaluationOutcome = z.infer<typeof evaluationOutcome>

const published = z.object({
  content: productContent.complete,
  /** Counted up by every publication. */
  revision: z.int().positive(),
  publishedAt: timestamp,
  claimDates: z.record(z.string(), timestamp),
})
export type Published = z.infer<typeof published>

export const product = z.object({
  productId,
  companyId,
  /** Counted up by every change that the company makes: what If-Match holds. */
  edition: z.int().positive(),
  draft: productDraft,
  published: published.optional(),
  withdrawnAt: timestamp.optional(),
  judgements: z.array(judgement),
  evaluations: z.array(evaluationOutcome),
  changedAt: timestamp,
})
export type Product = z.infer<typeof product>

export interface ProductState {
  readonly product: Product
  readonly version: number
}

export const productLimits = {
  /** So that everything that is shown of a company can change with it in one transaction. */
  perCompany: 40,
  evaluations: 30,
  judgements: 200,
  reasonCharacters: 1_000,
} as const

export const productStatuses = ['draft', 'published', 'changed', 'withdrawn'] as const
export type ProductStatus = (typeof productStatuses)[number]

export const statusOfProduct = ({ published: shown, withdrawnAt, draft }: Product): ProductStatus => {
  if (!shown) return 'draft'
  if (withdrawnAt !== undefined) return 'withdrawn'
  const complete = productContent.complete.safeParse(draft)
  return complete.success && JSON.stringify(complete.data) === JSON.stringify(shown.content) ? 'published' : 'changed'
}

/** What others may see of it, as far as the product itself decides. */
export const shownOf = ({ published: shown, withdrawnAt }: Product): Published | undefined =>
  withdrawnAt === undefined ? shown : undefined

/** As much of a product as its claims are judged by. */
export type Judgeable = Pick<Product, 'published' | 'judgements' | 'evaluations'>

/** A requirement that was partly met is neither verified nor refuted. */
const findingsOf = ({ judgements, evaluations }: Judgeable, day: string): Finding[] => [
  ...judgements.map(({ claim, status, judgedAt }) => ({ claim, status, foundAt: judgedAt })),
  ...evaluations
    .filter(({ validTo }) => validTo >= day)
    .flatMap(({ results, recordedAt }) =>
      results.flatMap(({ requirementId, result }) =>
        result === 'partly'
          ? []
          : [
              {
                claim: requirementKey(requirementId),
                status: result === 'met' ? ('verified' as const) : ('refuted' as const),
                foundAt: recordedAt,
              },
            ],
      ),
    ),
]

/** How each published claim stands on a day. */
export const claimStatusesOf = (of: Judgeable, day: string): ReadonlyMap<string, ClaimStatus> => {
  const { published: shown } = of
  if (!shown) return new Map()
  const findings = findingsOf(of, day)
  return new Map(
    claimsOf(shown.content).map(({ key }) => [key, statusOfClaim(key, shown.claimDates[key] ?? shown.publishedAt, findings)]),
  )
}
