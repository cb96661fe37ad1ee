import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { companySizes } from '#contracts/company-sizes.ts'
import type { Text } from '#contracts/language.ts'
import { companyJudgement, companyView, productList } from '../../api/catalogue-views.ts'
import type { CatalogueForms, CompanyView, ProductView } from '../../api/catalogue-views.ts'
import { at } from '../../api/client.ts'
import { ActionForm, RevealedForm } from '../../forms/action-form.tsx'
import type { FailedForm } from '../../forms/action-form.tsx'
import { readForm } from '../../forms/read-form.ts'
import { refusalOfProblem } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { Facts } from '../../layout/facts.tsx'
import { Page, show } from '../../layout/page.tsx'
import { hasRole } from '../../session/user.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { loadForms, optionName } from './catalogue-forms.ts'
import { ProductItem } from './catalogue-page.tsx'
import { ClaimTag } from './claim-tag.tsx'
import { judgeFields } from './judge-fields.ts'

/** A company as everybody sees it, with what it has published. A curator says here whether the registration is right. */

const text = {
  registration: { sv: 'Registrering', en: 'Registration' },
  number: { sv: 'Registreringsnummer', en: 'Registration number' },
  legalForm: { sv: 'Företagsform', en: 'Legal form' },
  size: { sv: 'Storlek (EU:s definition)', en: 'Size (EU definition)' },
  regions: { sv: 'Levererar till', en: 'Delivers to' },
  web: { sv: 'Webbplats', en: 'Website' },
  products: { sv: 'Produkter och tjänster', en: 'Products and services' },
  none: { sv: 'Företaget har inte publicerat något.', en: 'The company has published nothing.' },
  judge: { sv: 'Kontrollera registreringen', en: 'Check the registration' },
  judgeHelp: {
    sv: 'Jämför med Bolagsverkets eller Skatteverkets uppgifter. Ett underkänt företag och dess produkter visas inte.',
    en: "Compare with the Companies Registration Office's or the Tax Agency's records. A refuted company and its products are not shown.",
  },
} as const satisfies Record<string, Text>

interface CompanyProps {
  readonly visit: Visit
  readonly company: CompanyView
  readonly products: readonly ProductView[]
  readonly forms: CatalogueForms
  readonly failed?: FailedForm | undefined
}

const CompanyFacts = ({ visit, company, forms }: CompanyProps) => {
  const { t, list } = visit.locale
  const { fields } = forms.company
  const { number, country } = company
  return (
    <Facts
      rows={[
        [
          t(text.registration),
          <>
            <ClaimTag status={company.verification.status} locale={visit.locale} />
            {company.verification.reason && <span class="note block">{company.verification.reason}</span>}
          </>,
        ],
        [
          t(text.number),
          number ? (country ? `${country} ${number}` : number) : optionName(fields, 'registration', company.registration, visit),
        ],
        [t(text.legalForm), optionName(fields, 'legalForm', company.legalForm, visit)],
        [t(text.size), company.size && t(companySizes[company.size])],
        [t(text.regions), list(company.regions.map((region) => optionName(fields, 'regions', region, visit)))],
        [
          t(words.contact),
          company.email && (
            <a class="ds-link" href={`mailto:${company.email}`}>
              {company.email}
            </a>
          ),
        ],
        [
          t(text.web),
          company.web && (
            <a class="ds-link" href={company.web} rel="noopener noreferrer">
              {company.web}
            </a>
          ),
        ],
      ]}
    />
  )
}

const scope = 'kontroll'

const CompanyPage = (props: CompanyProps) => {
  const { visit, company, products, failed } = props
  const { t } = visit.locale
  return (
    <Page
      visit={visit}
      title={company.name}
      crumbs={[
        { href: '/marknad', label: t(words.market) },
        { href: '/katalog', label: t(words.catalogue) },
      ]}
    >
      <h1 class="ds-heading" data-size="lg">
        {company.name}
      </h1>
      {company.about && <p class="prose measure">{company.about}</p>}
      <CompanyFacts {...props} />
      <section aria-labelledby="produkter">
        <h2 class="ds-heading" data-size="sm" id="produkter">
          {t(text.products)}
        </h2>
        {products.length === 0 ? (
          <p class="empty">{t(text.none)}</p>
        ) : (
          <ul class="plain">
            {products.map((product) => (
              <ProductItem visit={visit} product={product} />
            ))}
          </ul>
        )}
      </section>
      {hasRole(visit.user, 'curator') && (
        <RevealedForm title={t(text.judge)} isOpen={failed !== undefined || company.verification.status === 'declared'}>
          <p class="measure">{t(text.judgeHelp)}</p>
          <ActionForm
            visit={visit}
            scope={scope}
            action={`/katalog/foretag/${company.companyId}`}
            fields={judgeFields}
            submit={t(words.save)}
            failed={failed}
          />
        </RevealedForm>
      )}
    </Page>
  )
}

/** A curator sees a registration whatever has come of it; others what is shown to all. */
const addressOf = ({ user }: Visit, companyId: string): string =>
  hasRole(user, 'curator') ? at`/v1/catalogue/companies/${companyId}/curator-view` : at`/v1/catalogue/companies/${companyId}`

const load = async (c: PageContext): Promise<CompanyProps> => {
  const visit = visitOf(c)
  const companyId = c.req.param('companyId') ?? ''
  const [company, forms] = await Promise.all([visit.api.read(addressOf(visit, companyId), companyView), loadForms(visit)])
  const products = await visit.api.read(at`/v1/catalogue/products?companyId=${companyId}&limit=100`, productList)
  return { visit, company: company.value, products: products.value.products, forms }
}

export const companyPage = async (c: PageContext) => show(c, <CompanyPage {...await load(c)} />)

export const judgeCompany = async (c: PageContext) => {
  const visit = visitOf(c)
  const companyId = c.req.param('companyId') ?? ''
  const entered = new URLSearchParams(await c.req.text())
  const { content } = readForm(judgeFields, entered)
  const done = await visit.api.write('POST', at`/v1/catalogue/companies/${companyId}/judgements`, content, companyJudgement)
  if (done.ok) return c.redirect(`/katalog/foretag/${encodeURIComponent(companyId)}?klart=companyJudged`, 303)
  const refusal = refusalOfProblem(done.problem, visit.locale, judgeFields)
  // A refusal's status from a service is one that a page can carry too.
  return show(c, <CompanyPage {...await load(c)} failed={{ scope, entered, refusal }} />, refusal.status as ContentfulStatusCode)
}
