import { backTo } from '../../back-to.ts'
import { later } from '../../later.ts'
import type { Answer, Door, Doors } from '../../pages.ts'
import { isSupplier } from '../../session/user.ts'
import { tableFormats } from '../../tables/send-table.ts'
import { visitOf } from '../../visit.ts'
import { notSupplierPage } from '../company/not-supplier-page.tsx'

const lists = () => import('./catalogue-page.tsx')
const companies = () => import('./companies-page.tsx')
const company = () => import('./company-page.tsx')
const product = () => import('./product-page.tsx')
const evaluation = () => import('./evaluation-form-page.tsx')
const reviews = () => import('./review-page.tsx')
const files = () => import('./product-export.ts')
const ownCompanies = () => import('../company/own-companies-page.tsx')
const ownCompany = () => import('../company/own-company-page.tsx')
const companyForm = () => import('../company/company-form-page.tsx')
const productForm = () => import('../company/product-form-page.tsx')
const imports = () => import('../company/import-page.tsx')

/** Of those who take part in the market, the suppliers. */
const suppliersOf = ({ read, write }: Door): Door => {
  const forSuppliers =
    (answer: Answer): Answer =>
    (c) =>
      isSupplier(visitOf(c).user) ? answer(c) : notSupplierPage(c)
  return {
    read: (path, answer) => read(path, forSuppliers(answer)),
    write: (path, answer) => write(path, forSuppliers(answer)),
  }
}

/** What a supplier keeps: its companies, and their products. */
const registerOwnPages = ({ read, write }: Door): void => {
  const own = '/mitt-foretag'
  read(
    own,
    later(ownCompanies, ({ ownCompaniesPage }) => ownCompaniesPage),
  )
  write(
    `${own}/kod`,
    later(ownCompanies, ({ redeemCode }) => redeemCode),
  )
  read(
    `${own}/registrera`,
    later(companyForm, ({ registerCompanyPage }) => registerCompanyPage),
  )
  write(
    `${own}/registrera`,
    later(companyForm, ({ registerCompany }) => registerCompany),
  )
  read(
    `${own}/import`,
    later(imports, ({ importPage }) => importPage),
  )
  write(
    `${own}/import`,
    later(imports, ({ confirmImport }) => confirmImport),
  )
  write(
    `${own}/import/granskning`,
    later(imports, ({ checkImport }) => checkImport),
  )
  read(
    `${own}/produkter/ny`,
    later(productForm, ({ newProductPage }) => newProductPage),
  )
  write(
    `${own}/produkter/ny`,
    later(productForm, ({ addProduct }) => addProduct),
  )
  read(
    `${own}/produkter/:productId`,
    later(productForm, ({ productFormPage }) => productFormPage),
  )
  write(
    `${own}/produkter/:productId`,
    later(productForm, ({ saveProduct }) => saveProduct),
  )
  write(
    `${own}/produkter/:productId/tillbakadragning`,
    later(productForm, ({ withdrawProduct }) => withdrawProduct),
  )

  // After a refusal the browser stands at a form's own address; asked for again, it leads back to the page.
  for (const form of ['kod', 'import/granskning']) read(`${own}/${form}`, (c) => backTo(c, 'mitt-foretag'))
  read(`${own}/produkter/:productId/tillbakadragning`, (c) =>
    backTo(c, 'mitt-foretag', 'produkter', encodeURIComponent(c.req.param('productId') ?? '')),
  )

  // After the names above: what is left in this place is a company.
  const one = `${own}/:companyId`
  read(
    one,
    later(ownCompany, ({ ownCompanyPage }) => ownCompanyPage),
  )
  for (const format of tableFormats)
    read(
      `${one}/produkter.${format}`,
      later(ownCompany, ({ ownProductExport }) => ownProductExport(format)),
    )
  read(
    `${one}/uppgifter`,
    later(companyForm, ({ companyFormPage }) => companyFormPage),
  )
  write(
    `${one}/uppgifter`,
    later(companyForm, ({ saveCompany }) => saveCompany),
  )
  write(
    `${one}/inbjudan`,
    later(ownCompany, ({ inviteColleague }) => inviteColleague),
  )
  write(
    `${one}/foretradare`,
    later(ownCompany, ({ removeRepresentative }) => removeRepresentative),
  )
  write(
    `${one}/avaktivering`,
    later(ownCompany, ({ deactivateCompany }) => deactivateCompany),
  )
  write(
    `${one}/aktivering`,
    later(ownCompany, ({ activateCompany }) => activateCompany),
  )
  for (const form of ['inbjudan', 'foretradare', 'avaktivering', 'aktivering'])
    read(`${one}/${form}`, (c) => backTo(c, 'mitt-foretag', encodeURIComponent(c.req.param('companyId') ?? '')))
}

/** The addresses of the catalogue of companies and products, and of what a supplier keeps in it. */
export const registerCataloguePages = ({ open, members, staff }: Doors): void => {
  open.read(
    '/katalog',
    later(lists, ({ cataloguePage }) => cataloguePage),
  )
  for (const format of tableFormats)
    open.read(
      `/katalog/produkter.${format}`,
      later(files, ({ catalogueExport }) => catalogueExport(format)),
    )
  open.read(
    '/katalog/produkter.json',
    later(files, ({ catalogueAsJson }) => catalogueAsJson),
  )
  open.read(
    '/katalog/foretag',
    later(companies, ({ companiesPage }) => companiesPage),
  )
  open.read(
    '/katalog/foretag/:companyId',
    later(company, ({ companyPage }) => companyPage),
  )
  const one = '/katalog/produkter/:productId'
  open.read(
    one,
    later(product, ({ productPage }) => productPage),
  )

  members.read(
    `${one}/behov`,
    later(
      () => import('./meetable-needs-page.tsx'),
      ({ meetableNeedsPage }) => meetableNeedsPage,
    ),
  )

  staff.read(
    '/katalog/granskning',
    later(reviews, ({ reviewPage }) => reviewPage),
  )
  staff.write(
    '/katalog/foretag/:companyId',
    later(company, ({ judgeCompany }) => judgeCompany),
  )
  staff.write(
    `${one}/uppgifter`,
    later(product, ({ judgeClaim }) => judgeClaim),
  )
  staff.read(
    `${one}/bedomning`,
    later(evaluation, ({ evaluationFormPage }) => evaluationFormPage),
  )
  staff.write(
    `${one}/bedomning`,
    later(evaluation, ({ recordEvaluation }) => recordEvaluation),
  )
  members.write(
    `${one}/bedomningar/:evaluationId/kommentar`,
    later(product, ({ commentEvaluation }) => commentEvaluation),
  )
  for (const form of ['uppgifter', 'bedomningar/:evaluationId/kommentar'])
    open.read(`${one}/${form}`, (c) => backTo(c, 'katalog', 'produkter', encodeURIComponent(c.req.param('productId') ?? '')))

  registerOwnPages(suppliersOf(members))
}
