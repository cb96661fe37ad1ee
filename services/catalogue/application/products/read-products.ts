import { dayOf } from '#calendar/working-days.ts'
import type { Actor } from '#contracts/actor.ts'
import type { CompanyId, ProductId } from '#contracts/ids.ts'
import { openCursor, sealCursor } from '#lambda/cursor.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { isRepresentative } from '../../domain/companies/company.ts'
import { isSelected, placeInCatalogue } from '../../domain/products/select-products.ts'
import type { ProductFilter } from '../../domain/products/select-products.ts'
import { shownProductOf } from '../../domain/products/shown-product.ts'
import type { OfferParts } from '../offer-parts.ts'
import { presentOwnProduct, presentProduct } from './present-product.ts'

/** Names the search, so that its cursor is not taken for another one's. */
const searchName = (filter: ProductFilter): string => `products ${JSON.stringify(Object.entries(filter).toSorted())}`

const placeKey = 'place'

/** What is published, by name. Every supplier sees the same. */
export const createListProducts =
  ({ catalogue }: OfferParts) =>
  async ({ limit, cursor, ...filter }: ProductFilter & { limit: number; cursor?: string | undefined }, now: string) => {
    const name = searchName(filter)
    const after = cursor === undefined ? undefined : openCursor(name, cursor)?.[placeKey]?.S
    const found = (await catalogue.all())
      .filter((shown) => isSelected(shown, filter))
      .map((shown) => ({ shown, place: placeInCatalogue(shown) }))
      .filter(({ place }) => after === undefined || place > after)
      .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    const page = found.slice(0, limit)
    const last = page.at(-1)
    const day = dayOf(now)
    return {
      ...answer({ products: page.map(({ shown }) => presentProduct(shown, day)) }),
      ...(last && found.length > page.length && { cursor: sealCursor(name, { [placeKey]: { S: last.place } }) }),
    }
  }

/** A product as everybody sees it. What is not published does not exist. */
export const createReadProduct =
  ({ products }: OfferParts) =>
  async ({ productId }: { productId: ProductId }, now: string) => {
    const kept = await products.find(productId)
    const shown = kept && shownProductOf(kept.company.company, kept.state.product)
    return shown ? answer(presentProduct(shown, dayOf(now))) : refused('productNotFound')
  }

export const createReadOwnProduct =
  ({ products }: OfferParts) =>
  async ({ productId, actor }: { productId: ProductId; actor: Actor }, now: string) => {
    const kept = await products.find(productId)
    if (!kept || !isRepresentative(kept.company.company, actor.subject)) return refused('productNotFound')
    const { company, state } = kept
    return answer(presentOwnProduct(state, shownProductOf(company.company, state.product), dayOf(now)), state.product.edition)
  }

export const createListOwnProducts =
  ({ companies, products }: OfferParts) =>
  async ({ companyId, actor }: { companyId: CompanyId; actor: Actor }, now: string) => {
    const company = await companies.find(companyId)
    if (!company) return refused('companyNotFound')
    if (!isRepresentative(company.company, actor.subject)) return refused('notYourCompany')
    const kept = await products.ofCompany(companyId)
    return answer({
      products: kept
        .map((state) => presentOwnProduct(state, shownProductOf(company.company, state.product), dayOf(now)))
        .toSorted((a, b) => a.draft.name.localeCompare(b.draft.name, 'sv')),
    })
  }
