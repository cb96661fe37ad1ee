import * as z from 'zod'
import { companyId, productId } from '#contracts/ids.ts'
import { careStep, targetGroup } from '#contracts/market.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { importBody, importPreview, importResult } from '../application/products/import-products.ts'
import { ownProductView, productView } from '../application/products/present-product.ts'
import { regions } from '../domain/companies/regions.ts'
import type { Region } from '../domain/companies/regions.ts'
import { cpvPattern } from '../domain/products/cpv-codes.ts'
import { productDraft } from '../domain/products/product-fields.ts'
import { productLimits } from '../domain/products/product.ts'

const parameters = z.strictObject({ productId })
const nothing = z.strictObject({})
/** A code or its beginning. */
const cpvBeginning = /^\d{2,8}$/
const searchText = z.string().trim().min(1).max(100)

const importRefusals = ['companyNotFound', 'notYourCompany', 'companyDeactivated', 'companyHidden'] as const
const ownRefusals = ['productNotFound', 'notYourProduct'] as const

export const productsRoutes = defineRoutes({
  listProducts: {
    method: 'GET',
    path: '/v1/catalogue/products',
    summary: { sv: 'Sök bland publicerade produkter', en: 'Search among published products' },
    access: 'public',
    query: z.strictObject({
      text: searchText.optional(),
      targetGroup: targetGroup.optional(),
      careStep: careStep.optional(),
      cpv: z.union([z.string().regex(cpvPattern), z.string().regex(cpvBeginning)]).optional(),
      standard: searchText.optional(),
      // Object.keys loses the literal types of the table.
      region: z.enum(Object.keys(regions) as [Region, ...Region[]]).optional(),
      companyId: companyId.optional(),
      limit: pageLimit,
      cursor: pageCursor.optional(),
    }),
    response: { status: 200, body: z.object({ products: z.array(productView) }) },
    refusals: [],
  },
  readProduct: {
    method: 'GET',
    path: '/v1/catalogue/products/{productId}',
    summary: { sv: 'En publicerad produkt', en: 'A published product' },
    access: 'public',
    parameters,
    response: { status: 200, body: productView },
    refusals: ['productNotFound'],
  },
  judgeClaim: {
    method: 'POST',
    path: '/v1/catalogue/products/{productId}/claim-judgements',
    summary: { sv: 'Säg om en uppgift om produkten stämmer', en: 'Say whether a claim about the product is right' },
    access: ['curator'],
    parameters,
    body: z.strictObject({
      claim: z.string().min(1).max(200),
      status: z.enum(['verified', 'refuted']),
      reason: z.string().trim().min(1).max(productLimits.reasonCharacters),
      /** Of what has been read. */
      revision: z.int().positive(),
    }),
    response: { status: 201, body: productView },
    refusals: ['productNotFound', 'claimNotFound', 'claimChanged'],
  },
  listOwnProducts: {
    method: 'GET',
    path: '/v1/catalogue/own-companies/{companyId}/products',
    summary: { sv: 'Företagets egna produkter, även utkast', en: "The company's own products, drafts too" },
    access: ['supplier'],
    parameters: z.strictObject({ companyId }),
    response: { status: 200, body: z.object({ products: z.array(ownProductView) }) },
    refusals: ['companyNotFound', 'notYourCompany'],
  },
  createProduct: {
    method: 'POST',
    path: '/v1/catalogue/own-companies/{companyId}/products',
    summary: { sv: 'Lägg till en produkt som utkast', en: 'Add a product as a draft' },
    access: ['supplier'],
    parameters: z.strictObject({ companyId }),
    body: productDraft,
    response: { status: 201, body: ownProductView },
    hasETag: true,
    refusals: ['companyNotFound', 'notYourCompany', 'companyDeactivated', 'tooManyProducts', 'productTooLarge'],
  },
  readOwnProduct: {
    method: 'GET',
    path: '/v1/catalogue/own-products/{productId}',
    summary: { sv: 'En egen produkt med sitt utkast', en: 'A product of your own with its draft' },
    access: ['supplier'],
    parameters,
    response: { status: 200, body: ownProductView },
    hasETag: true,
    refusals: ['productNotFound'],
  },
  saveProduct: {
    method: 'PUT',
    path: '/v1/catalogue/own-products/{productId}',
    summary: { sv: 'Spara utkastet till en produkt', en: 'Save the draft of a product' },
    access: ['supplier'],
    parameters,
    body: productDraft,
    response: { status: 200, body: ownProductView },
    hasETag: true,
    needsIfMatch: true,
    refusals: [...ownRefusals, 'productTooLarge'],
  },
  publishProduct: {
    method: 'POST',
    path: '/v1/catalogue/own-products/{productId}/publications',
    summary: { sv: 'Publicera utkastet', en: 'Publish the draft' },
    access: ['supplier'],
    parameters,
    body: nothing,
    response: { status: 201, body: ownProductView },
    hasETag: true,
    needsIfMatch: true,
    refusals: [...ownRefusals, 'productIncomplete', 'companyHidden'],
  },
  withdrawProduct: {
    method: 'POST',
    path: '/v1/catalogue/own-products/{productId}/withdrawals',
    summary: { sv: 'Dra tillbaka produkten', en: 'Withdraw the product' },
    access: ['supplier'],
    parameters,
    body: nothing,
    response: { status: 201, body: ownProductView },
    hasETag: true,
    needsIfMatch: true,
    refusals: [...ownRefusals, 'productNotPublished'],
  },
  previewProductImport: {
    method: 'POST',
    path: '/v1/catalogue/product-imports/previews',
    summary: { sv: 'Granska en import av produkter', en: 'Look through an import of products' },
    access: ['supplier'],
    body: importBody,
    response: { status: 200, body: importPreview },
    refusals: importRefusals,
  },
  importProducts: {
    method: 'POST',
    path: '/v1/catalogue/product-imports',
    summary: { sv: 'Importera produkter', en: 'Import products' },
    access: ['supplier'],
    body: importBody,
    response: { status: 200, body: importResult },
    refusals: [...importRefusals, 'productImportRefused'],
  },
})
export type ProductsRoutes = typeof productsRoutes
