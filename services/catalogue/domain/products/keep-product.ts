import { productPublished, productWithdrawn } from '#contracts/catalogue-events.ts'
import { fact } from '#contracts/event.ts'
import type { CompanyId, ProductId } from '#contracts/ids.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Refused, Transition } from '#lambda/outcome.ts'
import { claimsOf, datedClaims } from './claims.ts'
import { draftLimits, productContent } from './product-fields.ts'
import type { ProductContent, ProductDraft } from './product-fields.ts'
import type { Product, ProductState } from './product.ts'

/** What the supplier itself does with a product. Who the supplier is has been seen to before. */

export type KeepProductRefusal =
  | 'staleVersion'
  | 'productTooLarge'
  | 'productIncomplete'
  | 'productNotPublished'
  | 'companyHidden'

const tooLarge = (draft: ProductDraft): Refused<'productTooLarge'> | undefined =>
  JSON.stringify(draft).length > draftLimits.bytes ? refused('productTooLarge') : undefined

/** Nothing → `draft`. */
export const createProduct = (
  draft: ProductDraft,
  { id, of, now }: { id: ProductId; of: CompanyId; now: string },
): Transition<ProductState, KeepProductRefusal> =>
  tooLarge(draft) ??
  applied({
    product: { productId: id, companyId: of, edition: 1, draft, judgements: [], evaluations: [], changedAt: now },
    version: 1,
  })

const next = ({ product, version }: ProductState, more: Partial<Product>, now: string): ProductState => ({
  product: { ...product, ...more, edition: product.edition + 1, changedAt: now },
  version: version + 1,
})

const stale = ({ product }: ProductState, ifMatch: number): Refused<'staleVersion'> | undefined =>
  product.edition === ifMatch ? undefined : refused('staleVersion')

/** What others see is left as it is until it is published. */
export const saveProduct = (
  state: ProductState,
  draft: ProductDraft,
  { ifMatch, now }: { ifMatch: number; now: string },
): Transition<ProductState, KeepProductRefusal> =>
  stale(state, ifMatch) ?? tooLarge(draft) ?? applied(next(state, { draft }, now))

const pointed = (pointer: string, sv: string, en: string): FieldProblem => ({ pointer, code: 'invalid', message: { sv, en } })

/** What the fields cannot see one by one. */
const contradictionsIn = (content: ProductContent): FieldProblem[] => {
  const keys = claimsOf(content).map(({ key }) => key)
  const { price } = content
  return [
    ...(new Set(keys).size === keys.length
      ? []
      : [
          pointed(
            keys.filter((key) => key.startsWith('requirement:')).length ===
              new Set(keys.filter((key) => key.startsWith('requirement:'))).size
              ? '/interfaces'
              : '/claims',
            'Ange varje krav och varje gränssnitt en gång.',
            'Give each requirement and each interface once.',
          ),
        ]),
    ...(price?.from !== undefined && price.to !== undefined && price.from > price.to
      ? [pointed('/price/to', 'Till kan inte vara lägre än från.', 'To cannot be lower than from.')]
      : []),
  ]
}

/** What keeps a draft from being published; nothing when it can be. */
export const missingIn = (
  draft: ProductDraft,
  explain: (wrong: unknown) => readonly FieldProblem[],
): { readonly content: ProductContent } | { readonly problems: readonly FieldProblem[] } => {
  const read = productContent.complete.safeParse(draft, { reportInput: true })
  if (!read.success) return { problems: explain(read.error) }
  const problems = contradictionsIn(read.data)
  return problems.length > 0 ? { problems } : { content: read.data }
}

/** `draft`, `changed` or `withdrawn` → `published`: from now on everybody sees what the draft says. */
export const publishProduct = (
  state: ProductState,
  {
    ifMatch,
    now,
    isCompanyListed,
    explain,
  }: {
    ifMatch: number
    now: string
    isCompanyListed: boolean
    explain: Parameters<typeof missingIn>[1]
  },
): Transition<ProductState, KeepProductRefusal> => {
  const refusal = stale(state, ifMatch)
  if (refusal) return refusal
  if (!isCompanyListed) return refused('companyHidden')
  const whole = missingIn(state.product.draft, explain)
  if ('problems' in whole) return refused('productIncomplete', whole.problems)
  const { content } = whole
  const { product } = state
  const { withdrawnAt: _, ...kept } = product
  const isSame = product.withdrawnAt === undefined && JSON.stringify(product.published?.content) === JSON.stringify(content)
  if (isSame) return unchanged
  const revision = (product.published?.revision ?? 0) + 1
  const { name, summary, targetGroups, careSteps } = content
  return applied(
    {
      product: {
        ...kept,
        edition: product.edition + 1,
        published: { content, revision, publishedAt: now, claimDates: datedClaims(content, product.published, now) },
        changedAt: now,
      },
      version: state.version + 1,
    },
    fact(productPublished, {
      productId: product.productId,
      companyId: product.companyId,
      name,
      summary,
      targetGroups,
      careSteps,
      revision,
    }),
  )
}

/** `published` or `changed` → `withdrawn`: shown to nobody else, and can be published again. */
export const withdrawProduct = (
  state: ProductState,
  { ifMatch, now }: { ifMatch: number; now: string },
): Transition<ProductState, KeepProductRefusal> => {
  const refusal = stale(state, ifMatch)
  if (refusal) return refusal
  const { published, withdrawnAt, productId, companyId } = state.product
  if (!published || withdrawnAt !== undefined) return refused('productNotPublished')
  return applied(next(state, { withdrawnAt: now }, now), fact(productWithdrawn, { productId, companyId }))
}
