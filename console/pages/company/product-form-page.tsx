import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from '#contracts/language.ts'
import { ownCompanyView, ownProductView } from '../../api/catalogue-views.ts'
import type { CatalogueForms, OwnCompanyView, OwnProductView } from '../../api/catalogue-views.ts'
import { at } from '../../api/client.ts'
import type { ApiProblem } from '../../api/client.ts'
import { RevealedForm } from '../../forms/action-form.tsx'
import { readRecord, RecordForm } from '../../forms/record-form.tsx'
import type { RecordDraft } from '../../forms/record-form.tsx'
import { refusalOfProblem } from '../../forms/refusal.tsx'
import { writeForm } from '../../forms/write-form.ts'
import { words } from '../../language/words.ts'
import type { Notice } from '../../language/words.ts'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { loadForms } from '../catalogue/catalogue-forms.ts'
import { ProductStatusTag } from './own-company-page.tsx'

/** A product as its supplier keeps it: a draft that is saved as it is, and published when it is whole. */

const text = {
  add: { sv: 'Lägg till en produkt', en: 'Add a product' },
  lead: {
    sv: 'Ett utkast behöver bara ett namn. För att publicera behövs allt utom det som är frivilligt.',
    en: 'A draft needs a name only. To publish, everything is needed but what is optional.',
  },
  saveDraft: { sv: 'Spara utkast', en: 'Save draft' },
  publish: { sv: 'Spara och publicera', en: 'Save and publish' },
  withdraw: { sv: 'Dra tillbaka produkten', en: 'Withdraw the product' },
  withdrawHelp: {
    sv: 'Produkten slutar att visas för andra. Utkastet finns kvar, och produkten kan publiceras igen.',
    en: 'The product is no longer shown to others. The draft remains, and the product can be published again.',
  },
  asOthers: { sv: 'Se produkten som andra ser den', en: 'See the product as others see it' },
} as const satisfies Record<string, Text>

interface FormProps {
  readonly visit: Visit
  readonly forms: CatalogueForms
  readonly company: OwnCompanyView
  /** Undefined while it is being added. */
  readonly product?: OwnProductView | undefined
  readonly draft: RecordDraft
}

const pathOf = (productId: string): string => `/mitt-foretag/produkter/${encodeURIComponent(productId)}`

const ProductForm = ({ visit, forms, company, product, draft }: FormProps) => {
  const { t } = visit.locale
  const { companyId, name } = company.company
  const title = product?.draft.name ?? t(text.add)
  return (
    <Page
      visit={visit}
      title={title}
      crumbs={[
        { href: '/marknad', label: t(words.market) },
        { href: '/mitt-foretag', label: t(words.myCompany) },
        { href: `/mitt-foretag/${companyId}`, label: name },
      ]}
    >
      {product && (
        <p class="case-head">
          <ProductStatusTag visit={visit} status={product.status} />
          {product.published && (
            <a class="ds-link" href={`/katalog/produkter/${product.productId}`}>
              {t(text.asOthers)}
            </a>
          )}
        </p>
      )}
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <p class="measure">{t(text.lead)}</p>
      <RecordForm
        visit={visit}
        fields={forms.product.fields}
        action={product ? pathOf(product.productId) : `/mitt-foretag/produkter/ny?foretag=${encodeURIComponent(companyId)}`}
        draft={draft}
        submits={[
          { value: 'save', label: t(text.saveDraft), isSecondary: true },
          { value: 'publish', label: t(text.publish) },
        ]}
      >
        <a class="ds-link" href={`/mitt-foretag/${companyId}`}>
          {t(words.cancel)}
        </a>
      </RecordForm>
      {product?.published && (
        <RevealedForm title={t(text.withdraw)} isOpen={false}>
          <p class="measure">{t(text.withdrawHelp)}</p>
          <form method="post" action={`${pathOf(product.productId)}/tillbakadragning`}>
            <input type="hidden" name="edition" value={String(product.edition)} />
            <button class="ds-button" data-color="danger" data-variant="secondary" type="submit">
              {t(text.withdraw)}
            </button>
          </form>
        </RevealedForm>
      )}
    </Page>
  )
}

const loadNew = async (c: PageContext) => {
  const visit = visitOf(c)
  const [company, forms] = await Promise.all([
    visit.api.read(at`/v1/catalogue/own-companies/${visit.query.get('foretag') ?? ''}`, ownCompanyView),
    loadForms(visit),
  ])
  return { visit, forms, company: company.value }
}

const loadOwn = async (c: PageContext) => {
  const visit = visitOf(c)
  const [{ value: product }, forms] = await Promise.all([
    visit.api.read(at`/v1/catalogue/own-products/${c.req.param('productId') ?? ''}`, ownProductView),
    loadForms(visit),
  ])
  const company = await visit.api.read(at`/v1/catalogue/own-companies/${product.companyId}`, ownCompanyView)
  return { visit, forms, company: company.value, product }
}

type Loaded = Omit<FormProps, 'draft'>

export const newProductPage = async (c: PageContext) => {
  const loaded = await loadNew(c)
  return show(c, <ProductForm {...loaded} draft={{ entered: writeForm(loaded.forms.product.fields, {}) }} />)
}

const asSaved = ({ forms }: Loaded, product: OwnProductView): RecordDraft => ({
  entered: writeForm(forms.product.fields, product.draft),
  version: product.edition,
})

export const productFormPage = async (c: PageContext) => {
  const loaded = await loadOwn(c)
  return show(c, <ProductForm {...loaded} draft={asSaved(loaded, loaded.product)} />)
}

const showRefused = (c: PageContext, loaded: Loaded, draft: RecordDraft, problem: ApiProblem) => {
  const refusal = refusalOfProblem(problem, loaded.visit.locale, loaded.forms.product.fields)
  // A refusal's status from a service is one that a page can carry too.
  const status = refusal.status as ContentfulStatusCode
  return show(c, <ProductForm {...loaded} draft={{ ...draft, refusal }} />, status)
}

const publish = async (c: PageContext, loaded: Loaded, saved: OwnProductView) => {
  const { visit } = loaded
  const done = await visit.api.write('POST', at`/v1/catalogue/own-products/${saved.productId}/publications`, {}, ownProductView, {
    ifMatch: saved.edition,
  })
  return done.ok
    ? c.redirect(`${pathOf(saved.productId)}?klart=productPublished`, 303)
    : showRefused(c, { ...loaded, product: saved }, asSaved(loaded, saved), done.problem)
}

/** What was written is saved as a draft first, so that nothing is lost when it cannot be published yet. */
const save = async (c: PageContext, loaded: Loaded) => {
  const { visit, forms, company, product } = loaded
  const { fields } = forms.product
  const read = readRecord(fields, new URLSearchParams(await c.req.text()), visit)
  if ('again' in read) return show(c, <ProductForm {...loaded} draft={read.again} />, read.status)
  const { content, version, action } = read.sent
  const saved = product
    ? await visit.api.write('PUT', at`/v1/catalogue/own-products/${product.productId}`, content, ownProductView, {
        ifMatch: version,
      })
    : await visit.api.write(
        'POST',
        at`/v1/catalogue/own-companies/${company.company.companyId}/products`,
        content,
        ownProductView,
      )
  if (!saved.ok) return showRefused(c, loaded, { entered: writeForm(fields, content), version, isChanged: true }, saved.problem)
  if (action === 'publish') return publish(c, loaded, saved.value)
  const notice: Notice = 'productSaved'
  return c.redirect(`${pathOf(saved.value.productId)}?klart=${notice}`, 303)
}

export const addProduct = async (c: PageContext) => save(c, await loadNew(c))
export const saveProduct = async (c: PageContext) => save(c, await loadOwn(c))

export const withdrawProduct = async (c: PageContext) => {
  const loaded = await loadOwn(c)
  const { visit, product } = loaded
  const sent = new URLSearchParams(await c.req.text())
  const done = await visit.api.write(
    'POST',
    at`/v1/catalogue/own-products/${product.productId}/withdrawals`,
    {},
    ownProductView,
    {
      ifMatch: Number(sent.get('edition')),
    },
  )
  return done.ok
    ? c.redirect(`${pathOf(product.productId)}?klart=productWithdrawn`, 303)
    : showRefused(c, loaded, asSaved(loaded, product), done.problem)
}
