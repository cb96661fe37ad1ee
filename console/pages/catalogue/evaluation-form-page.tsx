import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from '#contracts/language.ts'
import { evaluationView, productView } from '../../api/catalogue-views.ts'
import type { CatalogueForms, ProductView } from '../../api/catalogue-views.ts'
import { at } from '../../api/client.ts'
import { readRecord, RecordForm } from '../../forms/record-form.tsx'
import type { RecordDraft } from '../../forms/record-form.tsx'
import { refusalOfProblem } from '../../forms/refusal.tsx'
import { writeForm } from '../../forms/write-form.ts'
import { words } from '../../language/words.ts'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { loadForms } from './catalogue-forms.ts'

/** Staff write down what their organisation has found out about a product, so that nobody need find it out again. */

const text = {
  title: { sv: 'Registrera en bedömning', en: 'Record an evaluation' },
  lead: {
    sv: 'Bedömningen delas med alla organisationer och med produktens leverantör, och erbjuds i nya ärenden tills den går ut.',
    en: 'The evaluation is shared with all organisations and with the supplier, and is offered in new cases until it expires.',
  },
  replaces: {
    sv: 'Den nya bedömningen ersätter organisationens tidigare.',
    en: "The new evaluation takes the place of the organisation's earlier one.",
  },
  save: { sv: 'Registrera', en: 'Record' },
} as const satisfies Record<string, Text>

interface FormProps {
  readonly visit: Visit
  readonly product: ProductView
  readonly forms: CatalogueForms
  readonly draft: RecordDraft
}

const pathOf = (productId: string): string => `/katalog/produkter/${encodeURIComponent(productId)}`

const EvaluationForm = ({ visit, product, forms, draft }: FormProps) => {
  const { t } = visit.locale
  const here = pathOf(product.productId)
  const replaced = visit.query.get('ersatter')
  const caseId = visit.query.get('arende')
  const query = new URLSearchParams({ ...(replaced && { ersatter: replaced }), ...(caseId && { arende: caseId }) }).toString()
  return (
    <Page
      visit={visit}
      title={t(text.title)}
      crumbs={[
        { href: '/marknad', label: t(words.market) },
        { href: '/katalog', label: t(words.catalogue) },
        { href: here, label: product.content.name },
      ]}
    >
      <h1 class="ds-heading" data-size="lg">
        {t(text.title)}: {product.content.name}
      </h1>
      <p class="measure">{t(text.lead)}</p>
      {replaced && <p class="measure">{t(text.replaces)}</p>}
      <RecordForm
        visit={visit}
        fields={forms.evaluation.fields}
        action={`${here}/bedomning${query && `?${query}`}`}
        draft={draft}
        submits={[{ value: 'save', label: t(text.save) }]}
      >
        <a class="ds-link" href={here}>
          {t(words.cancel)}
        </a>
      </RecordForm>
    </Page>
  )
}

const load = async (c: PageContext) => {
  const visit = visitOf(c)
  const [product, forms] = await Promise.all([
    visit.api.read(at`/v1/catalogue/products/${c.req.param('productId') ?? ''}`, productView),
    loadForms(visit),
  ])
  return { visit, product: product.value, forms }
}

export const evaluationFormPage = async (c: PageContext) => {
  const props = await load(c)
  const { productVersion } = props.product.content
  const entered = writeForm(props.forms.evaluation.fields, {
    validFrom: props.visit.locale.today,
    ...(typeof productVersion === 'string' && { productVersion }),
  })
  return show(c, <EvaluationForm {...props} draft={{ entered }} />)
}

export const recordEvaluation = async (c: PageContext) => {
  const props = await load(c)
  const { visit, product, forms } = props
  const { fields } = forms.evaluation
  const read = readRecord(fields, new URLSearchParams(await c.req.text()), visit)
  if ('again' in read) return show(c, <EvaluationForm {...props} draft={read.again} />, read.status)
  const { content } = read.sent
  const replaced = visit.query.get('ersatter')
  const caseId = visit.query.get('arende')
  const done = await visit.api.write(
    'POST',
    '/v1/catalogue/evaluations',
    { productId: product.productId, content, ...(replaced && { supersedes: replaced }), ...(caseId && { caseId }) },
    evaluationView,
  )
  if (done.ok) return c.redirect(`${pathOf(product.productId)}?klart=evaluationRecorded`, 303)
  const refusal = refusalOfProblem(done.problem, visit.locale, fields, '/content')
  const draft = { entered: writeForm(fields, content), refusal, isChanged: true }
  // A refusal's status from a service is one that a page can carry too.
  return show(c, <EvaluationForm {...props} draft={draft} />, refusal.status as ContentfulStatusCode)
}
