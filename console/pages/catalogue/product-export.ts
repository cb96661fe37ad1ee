import { productList } from '../../api/catalogue-views.ts'
import type { ProductView } from '../../api/catalogue-views.ts'
import { sendTable } from '../../tables/send-table.ts'
import type { TableFormat } from '../../tables/send-table.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { loadForms } from './catalogue-forms.ts'
import { productTable } from './write-products.ts'

/** The whole published catalogue as a file, for everybody: the same that the API tells page by page. */

const pageSize = 100

const loadAll = async (visit: Visit): Promise<ProductView[]> => {
  const found: ProductView[] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    const query = new URLSearchParams({ limit: String(pageSize), ...(cursor && { cursor }) })
    // Each page needs the cursor of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const read = await visit.api.read(`/v1/catalogue/products?${query.toString()}`, productList)
    found.push(...read.value.products)
    cursor = read.nextCursor
  }
  return found
}

export const catalogueAsJson = async (c: PageContext) => {
  const products = await loadAll(visitOf(c))
  return c.body(JSON.stringify({ products }, null, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="katalog.json"',
    'cache-control': 'no-store',
  })
}

export const catalogueExport = (format: TableFormat) => async (c: PageContext) => {
  const visit = visitOf(c)
  const [products, forms] = await Promise.all([loadAll(visit), loadForms(visit)])
  const rows = products.map(({ productId, content, company }) => ({ productId, content, companyName: company.name }))
  return sendTable(c, productTable(rows, forms.product.fields, visit), visit.locale.t({ sv: 'katalog', en: 'catalogue' }), format)
}
