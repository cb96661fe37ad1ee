import * as z from 'zod'
import { companySize } from '#contracts/company-sizes.ts'
import { text } from '#contracts/language.ts'
import { claimStatus } from '#contracts/market.ts'
import type { GroupField } from './case-views.ts'

/** What the console reads of companies, products and evaluations, as a tolerant reader. */

/** Described by the service with the same type that the console draws from. */
const form = z.custom<GroupField>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'group' && 'fields' in value,
)

export const catalogueForms = z.object({ company: form, product: form, evaluation: form })
export type CatalogueForms = z.infer<typeof catalogueForms>

const content = z.record(z.string(), z.unknown())

export const companyView = z.object({
  companyId: z.string(),
  name: z.string(),
  registration: z.string(),
  number: z.string().optional(),
  country: z.string().optional(),
  legalForm: z.string(),
  size: companySize.optional(),
  email: z.string().optional(),
  web: z.string().optional(),
  regions: z.array(z.string()),
  about: z.string().optional(),
  verification: z.object({ status: claimStatus, reason: z.string().optional(), judgedAt: z.string().optional() }),
})
export type CompanyView = z.infer<typeof companyView>
export const companyList = z.object({ companies: z.array(companyView) })

export const ownCompanyView = z.object({
  company: companyView,
  content,
  status: z.enum(['active', 'deactivated']),
  representatives: z.array(z.object({ subject: z.string(), name: z.string(), since: z.string() })),
  version: z.number(),
})
export type OwnCompanyView = z.infer<typeof ownCompanyView>
export const ownCompanyList = z.object({ companies: z.array(ownCompanyView) })

export const invitationView = z.object({ code: z.string(), expiresAt: z.string() })
export const companyJudgement = z.object({ companyId: z.string() })

export const productView = z.object({
  productId: z.string(),
  company: z.object({
    companyId: z.string(),
    name: z.string(),
    size: companySize.optional(),
    registration: claimStatus,
    regions: z.array(z.string()),
  }),
  content: z.looseObject({ name: z.string(), summary: z.string() }),
  revision: z.number(),
  publishedAt: z.string(),
  claims: z.array(
    z.object({
      claim: z.string(),
      requirementId: z.string().optional(),
      status: claimStatus,
      basis: z.enum(['curator', 'evaluation']).optional(),
      reason: z.string().optional(),
      judgedAt: z.string().optional(),
    }),
  ),
  evaluations: z.number(),
})
export type ProductView = z.infer<typeof productView>
export const productList = z.object({ products: z.array(productView) })

export const ownProductView = z.object({
  productId: z.string(),
  companyId: z.string(),
  status: z.enum(['draft', 'published', 'changed', 'withdrawn']),
  draft: z.looseObject({ name: z.string() }),
  edition: z.number(),
  changedAt: z.string(),
  missing: z.array(z.object({ pointer: z.string(), code: z.string(), message: text })),
  published: productView.optional(),
})
export type OwnProductView = z.infer<typeof ownProductView>
export const ownProductList = z.object({ products: z.array(ownProductView) })

export const evaluationView = z.object({
  evaluationId: z.string(),
  productId: z.string(),
  productName: z.string(),
  organisation: z.string(),
  caseId: z.string().optional(),
  content,
  revision: z.number(),
  status: z.enum(['inForce', 'expired', 'superseded']),
  comment: z.object({ text: z.string(), writtenAt: z.string() }).optional(),
  recordedAt: z.string(),
})
export type EvaluationView = z.infer<typeof evaluationView>
export const evaluationList = z.object({ evaluations: z.array(evaluationView) })

export const reviewList = z.object({
  reviews: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('company'), companyId: z.string(), companyName: z.string(), since: z.string() }),
      z.object({
        kind: z.literal('product'),
        productId: z.string(),
        companyName: z.string(),
        productName: z.string(),
        claims: z.number(),
        since: z.string(),
      }),
    ]),
  ),
})

const problems = z.array(z.object({ pointer: z.string(), code: z.string(), message: text }))

export const productImportPreview = z.object({
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  rows: z.array(
    z.object({ row: z.number(), verdict: z.enum(['new', 'changed', 'unchanged', 'refused']), name: z.string(), problems }),
  ),
})
export type ProductImportPreview = z.infer<typeof productImportPreview>

export const productImportResult = z.object({
  stored: z.number(),
  unchanged: z.number(),
  isComplete: z.boolean(),
  products: z.array(
    z.object({ row: z.number(), name: z.string(), productId: z.string(), outcome: z.enum(['stored', 'unchanged', 'busy']) }),
  ),
})
export type ProductImportResult = z.infer<typeof productImportResult>
