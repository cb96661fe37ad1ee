import { dayOf } from '#calendar/working-days.ts'
import type { Actor } from '#contracts/actor.ts'
import type { CompanyId, ProductId } from '#contracts/ids.ts'
import { productId } from '#contracts/ids.ts'
import { applied, refused } from '#lambda/outcome.ts'
import type { Applied, Refused, Transition } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { isListed, isRepresentative } from '../../domain/companies/company.ts'
import type { CompanyState } from '../../domain/companies/company.ts'
import { createProduct, publishProduct, saveProduct, withdrawProduct } from '../../domain/products/keep-product.ts'
import type { KeepProductRefusal } from '../../domain/products/keep-product.ts'
import type { ProductDraft } from '../../domain/products/product-fields.ts'
import { productLimits, shownOf } from '../../domain/products/product.ts'
import type { ProductState } from '../../domain/products/product.ts'
import { shownProductOf } from '../../domain/products/shown-product.ts'
import type { OfferParts } from '../offer-parts.ts'
import { explainDraft } from './explain-draft.ts'
import { presentOwnProduct } from './present-product.ts'
import type { KeptProduct } from './product-repository.ts'

/** What a supplier does with its own products. */

const presented = ({ company, state }: KeptProduct, now: string) => ({
  value: presentOwnProduct(state, shownProductOf(company.company, state.product), dayOf(now)),
  version: state.product.edition,
})

interface Shelf {
  readonly company: CompanyState
  readonly products: number
  readonly state?: ProductState
}

/** Refused to those who do not represent the company. */
export const createCreateProduct =
  ({ companies, products }: OfferParts) =>
  ({ companyId, content, actor }: { companyId: CompanyId; content: ProductDraft; actor: Actor }, context: Context) => {
    const id = productId.parse(context.newId())
    return performOn(
      {
        load: async (): Promise<Shelf | undefined> => {
          const company = await companies.find(companyId)
          return company && { company, products: (await products.ofCompany(companyId)).length }
        },
        missing: 'companyNotFound' as const,
        decide: (
          shelf,
        ): Applied<Shelf> | Refused<KeepProductRefusal | 'notYourCompany' | 'companyDeactivated' | 'tooManyProducts'> => {
          const { company } = shelf.company
          if (!isRepresentative(company, actor.subject)) return refused('notYourCompany')
          if (company.status === 'deactivated') return refused('companyDeactivated')
          if (shelf.products >= productLimits.perCompany) return refused('tooManyProducts')
          const made = createProduct(content, { id, of: companyId, now: context.now })
          if (made.kind === 'refused') return made
          return made.kind === 'applied' ? applied({ ...shelf, state: made.state }, ...made.facts) : refused('staleVersion')
        },
        save: (_, { state: { company, state }, facts }, once) =>
          // It was made just above.
          state === undefined
            ? Promise.resolve('conflict' as const)
            : products.save({ company, before: undefined, after: state, facts, once }, context),
        present: ({ company, state }) =>
          state === undefined ? { value: undefined } : presented({ company, state }, context.now),
      },
      context,
    )
  }

type NotYours = 'productNotFound' | 'notYourProduct'

/** The existence of a draft is not told to others than those who keep it. */
const notYours = ({ company: { company }, state: { product } }: KeptProduct, subject: string): Refused<NotYours> | undefined => {
  if (isRepresentative(company, subject)) return undefined
  return refused(shownOf(product) && isListed(company) ? 'notYourProduct' : 'productNotFound')
}

const changeOwn = (
  { products }: OfferParts,
  { id, subject }: { id: ProductId; subject: string },
  context: Context,
  decide: (kept: KeptProduct) => Transition<ProductState, KeepProductRefusal>,
) =>
  performOn(
    {
      load: () => products.find(id),
      missing: 'productNotFound' as const,
      decide: (kept): Transition<KeptProduct, KeepProductRefusal | NotYours> => {
        const refusal = notYours(kept, subject)
        if (refusal) return refusal
        const decided = decide(kept)
        return decided.kind === 'applied' ? { ...decided, state: { ...kept, state: decided.state } } : decided
      },
      save: (before, { state, facts }, once) =>
        products.save({ company: state.company, before: before.state, after: state.state, facts, once }, context),
      present: (kept) => presented(kept, context.now),
    },
    context,
  )

interface OwnProduct {
  readonly productId: ProductId
  readonly ifMatch: number
  readonly actor: Actor
}

export const createSaveProduct =
  (parts: OfferParts) =>
  ({ productId: id, content, ifMatch, actor }: OwnProduct & { content: ProductDraft }, context: Context) =>
    changeOwn(parts, { id, subject: actor.subject }, context, ({ state }) =>
      saveProduct(state, content, { ifMatch, now: context.now }),
    )

export const createPublishProduct =
  (parts: OfferParts) =>
  ({ productId: id, ifMatch, actor }: OwnProduct, context: Context) =>
    changeOwn(parts, { id, subject: actor.subject }, context, ({ state, company: { company } }) =>
      publishProduct(state, { ifMatch, now: context.now, isCompanyListed: isListed(company), explain: explainDraft }),
    )

export const createWithdrawProduct =
  (parts: OfferParts) =>
  ({ productId: id, ifMatch, actor }: OwnProduct, context: Context) =>
    changeOwn(parts, { id, subject: actor.subject }, context, ({ state }) =>
      withdrawProduct(state, { ifMatch, now: context.now }),
    )
