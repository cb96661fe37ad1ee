import * as z from 'zod'
import { caseId, companyId } from '#contracts/ids.ts'
import type { CompanyId, ProductId } from '#contracts/ids.ts'
import type { Item, Put, Table } from '#lambda/table.ts'
import { queryAll } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { ProductRepository } from '../application/products/product-repository.ts'
import { company } from '../domain/companies/company.ts'
import { product } from '../domain/products/product.ts'
import type { ProductState } from '../domain/products/product.ts'
import { shownProductOf } from '../domain/products/shown-product.ts'
import { companyItem, companyKey, ownerKey, productItem, productKey, productPrefix, shownPuts } from './catalogue-rows.ts'
import { evaluationItem } from './evaluation-table.ts'

const storedOwner = z.object({ companyId })

const toState = (item: Item): ProductState => ({ product: product.parse(item.body), version: item.version ?? 0 })

export const createProductTable = (table: Table, unitOfWork: UnitOfWork): ProductRepository => {
  const ownerOf = async (id: ProductId): Promise<CompanyId | undefined> => {
    const item = await table.get(ownerKey(id))
    return item && storedOwner.parse(item.body).companyId
  }

  return {
    find: async (id) => {
      const owner = await ownerOf(id)
      if (owner === undefined) return undefined
      // The company is read first: what changes it meanwhile refuses the save.
      const keeper = await table.get(companyKey(owner))
      const item = await table.get(productKey(owner, id))
      return (
        keeper && item && { company: { company: company.parse(keeper.body), version: keeper.version ?? 0 }, state: toState(item) }
      )
    },

    ofCompany: async (id) => {
      const items = await queryAll(table, { partition: `COMPANY#${id}`, sortPrefix: productPrefix })
      return items.map(toState)
    },

    save: ({ company: keeper, before, after, evaluations = [], facts, subject, once }, context) => {
      const { productId } = after.product
      const isShownOtherwise =
        JSON.stringify(before && shownProductOf(keeper.company, before.product)) !==
        JSON.stringify(shownProductOf(keeper.company, after.product))
      const pointer: Put = { item: { ...ownerKey(productId), body: { companyId: keeper.company.companyId } }, expects: 'absent' }
      return unitOfWork.save(
        {
          caseId: caseId.parse(subject ?? productId),
          puts: [
            { item: productItem(after), expects: before ? { version: before.version } : 'absent' },
            // Written as it stands: it must not have changed, so that no product is shown of a company that is not.
            { item: companyItem(keeper), expects: { version: keeper.version } },
            ...(before ? [] : [pointer]),
            ...(isShownOtherwise ? shownPuts(keeper, after, context.now) : []),
            ...evaluations.map((one): Put => ({
              item: evaluationItem(one),
              expects: one.version === 1 ? 'absent' : { version: one.version - 1 },
            })),
          ],
          facts,
          once,
        },
        context,
      )
    },
  }
}
