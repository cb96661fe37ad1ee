import type { Handlers } from '#lambda/api.ts'
import { createImportProducts, createPreviewProductImport } from '../../application/products/import-products.ts'
import { createJudgeClaim } from '../../application/products/judge-claim.ts'
import {
  createCreateProduct,
  createPublishProduct,
  createSaveProduct,
  createWithdrawProduct,
} from '../../application/products/keep-product.ts'
import {
  createListOwnProducts,
  createListProducts,
  createReadOwnProduct,
  createReadProduct,
} from '../../application/products/read-products.ts'
import type { CatalogueRefusalCode } from '../../refusals.ts'
import type { ProductsRoutes } from '../../routes/products.ts'
import type { CatalogueParts } from '../parts.ts'

export const productsHandlers = ({ offer }: CatalogueParts): Handlers<ProductsRoutes, CatalogueRefusalCode> => {
  const listProducts = createListProducts(offer)
  const readProduct = createReadProduct(offer)
  const judgeClaim = createJudgeClaim(offer)
  const listOwnProducts = createListOwnProducts(offer)
  const createProduct = createCreateProduct(offer)
  const readOwnProduct = createReadOwnProduct(offer)
  const saveProduct = createSaveProduct(offer)
  const publishProduct = createPublishProduct(offer)
  const withdrawProduct = createWithdrawProduct(offer)
  const previewProductImport = createPreviewProductImport(offer)
  const importProducts = createImportProducts(offer)
  return {
    listProducts: ({ query, context }) => listProducts(query, context.now),
    readProduct: ({ parameters, context }) => readProduct(parameters, context.now),
    judgeClaim: ({ parameters, body, actor, context }) => judgeClaim({ ...parameters, ...body, actor }, context),
    listOwnProducts: ({ parameters, actor, context }) => listOwnProducts({ ...parameters, actor }, context.now),
    createProduct: ({ parameters, body, actor, context }) => createProduct({ ...parameters, content: body, actor }, context),
    readOwnProduct: ({ parameters, actor, context }) => readOwnProduct({ ...parameters, actor }, context.now),
    saveProduct: ({ parameters, body, ifMatch, actor, context }) =>
      saveProduct({ ...parameters, content: body, ifMatch, actor }, context),
    publishProduct: ({ parameters, ifMatch, actor, context }) => publishProduct({ ...parameters, ifMatch, actor }, context),
    withdrawProduct: ({ parameters, ifMatch, actor, context }) => withdrawProduct({ ...parameters, ifMatch, actor }, context),
    previewProductImport: ({ body, actor }) => previewProductImport({ body, actor }),
    importProducts: ({ body, actor, context }) => importProducts({ body, actor }, context),
  }
}
