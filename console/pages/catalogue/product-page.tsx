import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { companySizes } from '#contracts/company-sizes.ts'
import type { Text } from '#contracts/language.ts'
import { evaluationList, evaluationView, ownProductView, productView } from '../../api/catalogue-views.ts'
import type { CatalogueForms, EvaluationView, ProductView } from '../../api/catalogue-views.ts'
import { at } from '../../api/client.ts'
import type { FailedForm } from '../../forms/action-form.tsx'
import { ContentView } from '../../forms/content-view.tsx'
import { readForm } from '../../forms/read-form.ts'
import { refusalOfProblem } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { Page, show } from '../../layout/page.tsx'
import { isMarketMember, isStaff, isSupplier } from '../../session/user.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { filledFields, loadForms } from './catalogue-forms.ts'
import { ClaimList, judgeScope } from './claim-list.tsx'
import { commentFields, commentScope, EvaluationList } from './evaluation-list.tsx'
import { judgeFields } from './judge-fields.ts'

/** A product: what its supplier says, what has been checked, and - for those who may see it - what others have found. */

const text = {
  needs: { sv: 'Behov som produkten kan möta', en: 'Needs that the product could meet' },
  edit: { sv: 'Ändra produkten', en: 'Change the product' },
  published: { sv: 'Publicerad', en: 'Published' },
  shared: {
    sv: 'Bedömningar delas mellan organisationerna och med produktens leverantör, aldrig med andra leverantörer.',
    en: "Evaluations are shared between organisations and with the product's supplier, never with other suppliers.",
  },
} as const satisfies Record<string, Text>

interface ProductProps {
  readonly visit: Visit
  readonly product: ProductView
  readonly forms: CatalogueForms
  /** Undefined for those who may not see them. */
  readonly evaluations: readonly EvaluationView[] | undefined
  readonly isOwn: boolean
  readonly failed?: FailedForm | undefined
}

/** Told with their status instead, further down. */
const claimed = ['name', 'summary', 'claims', 'interfaces', 'medicalDevice']

const ProductPage = ({ visit, product, forms, evaluations, isOwn, failed }: ProductProps) => {
  const { locale } = visit
  const { t } = locale
  const { company, content } = product
  const { fields } = forms.product
  return (
    <Page
      visit={visit}
      title={content.name}
      crumbs={[
        { href: '/marknad', label: t(words.market) },
        { href: '/katalog', label: t(words.catalogue) },
      ]}
    >
      <p class="case-head">
        <a class="ds-link" href={`/katalog/foretag/${company.companyId}`}>
          {company.name}
        </a>
        {company.size && <span>{t(companySizes[company.size])}</span>}
        <span>
          {t(text.published)} {locale.moment(product.publishedAt)}, {t(words.version).toLowerCase()} {product.revision}
        </span>
      </p>
      <h1 class="ds-heading" data-size="lg">
        {content.name}
      </h1>
      <p class="lead">{content.summary}</p>
      {(isOwn || isStaff(visit.user)) && (
        <p class="no-print">
          <a class="ds-link" href={`/katalog/produkter/${product.productId}/behov`}>
            {t(text.needs)}
          </a>
        </p>
      )}
      {isOwn && (
        <p class="no-print">
          <a class="ds-link" href={`/mitt-foretag/produkter/${product.productId}`}>
            {t(text.edit)}
          </a>
        </p>
      )}
      <div class="paper">
        <ContentView locale={locale} options={{}} fields={filledFields(fields, content, claimed)} content={content} />
      </div>
      <ClaimList visit={visit} product={product} forms={forms} failed={failed} />
      {evaluations && (
        <>
          <EvaluationList
            visit={visit}
            productId={product.productId}
            evaluations={evaluations}
            forms={forms}
            isOwn={isOwn}
            failed={failed}
          />
          <p class="note">{t(text.shared)}</p>
        </>
      )}
    </Page>
  )
}

const load = async (c: PageContext): Promise<ProductProps> => {
  const visit = visitOf(c)
  const productId = c.req.param('productId') ?? ''
  const { user, api } = visit
  const [product, forms, own] = await Promise.all([
    api.read(at`/v1/catalogue/products/${productId}`, productView),
    loadForms(visit),
    isSupplier(user) ? api.find(at`/v1/catalogue/own-products/${productId}`, ownProductView) : undefined,
  ])
  const isOwn = own !== undefined
  const evaluations =
    isMarketMember(user) && (isStaff(user) || isOwn)
      ? (await api.read(at`/v1/catalogue/products/${productId}/evaluations?limit=50`, evaluationList)).value.evaluations
      : undefined
  return { visit, product: product.value, forms, evaluations, isOwn }
}

export const productPage = async (c: PageContext) => show(c, <ProductPage {...await load(c)} />)

const showRefused = async (c: PageContext, failed: FailedForm) =>
  // A refusal's status from a service is one that a page can carry too.
  show(c, <ProductPage {...await load(c)} failed={failed} />, failed.refusal.status as ContentfulStatusCode)

export const judgeClaim = async (c: PageContext) => {
  const visit = visitOf(c)
  const productId = c.req.param('productId') ?? ''
  const entered = new URLSearchParams(await c.req.text())
  const { content } = readForm(judgeFields, entered)
  const done = await visit.api.write(
    'POST',
    at`/v1/catalogue/products/${productId}/claim-judgements`,
    { ...content, claim: entered.get('claim') ?? '', revision: Number(entered.get('revision')) },
    productView,
  )
  if (done.ok) return c.redirect(`/katalog/produkter/${encodeURIComponent(productId)}?klart=claimJudged`, 303)
  const scope = judgeScope(Number(entered.get('index')))
  return showRefused(c, { scope, entered, refusal: refusalOfProblem(done.problem, visit.locale, judgeFields) })
}

export const commentEvaluation = async (c: PageContext) => {
  const visit = visitOf(c)
  const { productId = '', evaluationId = '' } = c.req.param()
  const entered = new URLSearchParams(await c.req.text())
  const { content } = readForm(commentFields, entered)
  const done = await visit.api.write('PUT', at`/v1/catalogue/evaluations/${evaluationId}/comment`, content, evaluationView)
  if (done.ok) return c.redirect(`/katalog/produkter/${encodeURIComponent(productId)}?klart=evaluationCommented`, 303)
  return showRefused(c, {
    scope: commentScope(evaluationId),
    entered,
    refusal: refusalOfProblem(done.problem, visit.locale, commentFields),
  })
}
