import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { companySizes } from '#contracts/company-sizes.ts'
import type { Text } from '#contracts/language.ts'
import { invitationView, ownCompanyView, ownProductList } from '../../api/catalogue-views.ts'
import type { OwnCompanyView, OwnProductView } from '../../api/catalogue-views.ts'
import { at } from '../../api/client.ts'
import { RevealedForm } from '../../forms/action-form.tsx'
import { ErrorSummary, refusalOfProblem } from '../../forms/refusal.tsx'
import type { Refusal } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { Facts } from '../../layout/facts.tsx'
import { Page, show } from '../../layout/page.tsx'
import { TableLinks } from '../../layout/table-links.tsx'
import { Tag } from '../../layout/tag.tsx'
import { sendTable } from '../../tables/send-table.ts'
import type { TableFormat } from '../../tables/send-table.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { loadForms } from '../catalogue/catalogue-forms.ts'
import { ClaimTag } from '../catalogue/claim-tag.tsx'
import { productTable } from '../catalogue/write-products.ts'

/** A company as those who represent it see it: its products, its people and what can be done with it. */

const text = {
  products: { sv: 'Produkter och tjänster', en: 'Products and services' },
  product: { sv: 'Produkt', en: 'Product' },
  changed: { sv: 'Senast ändrad', en: 'Last changed' },
  none: { sv: 'Inga produkter än.', en: 'No products yet.' },
  add: { sv: 'Lägg till en produkt', en: 'Add a product' },
  import: { sv: 'Importera från en fil', en: 'Import from a file' },
  export: { sv: 'Hämta som fil:', en: 'Download as a file:' },
  edit: { sv: 'Ändra uppgifterna', en: 'Change the details' },
  asOthers: { sv: 'Se företaget som andra ser det', en: 'See the company as others see it' },
  registration: { sv: 'Registrering', en: 'Registration' },
  size: { sv: 'Storlek (EU:s definition)', en: 'Size (EU definition)' },
  people: { sv: 'De som företräder företaget', en: 'Those who represent the company' },
  since: { sv: 'Sedan', en: 'Since' },
  name: { sv: 'Namn', en: 'Name' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  invite: { sv: 'Skapa en engångskod för en kollega', en: 'Make a one-time code for a colleague' },
  inviteHelp: {
    sv: 'Koden gäller en gång och i sju dagar. Lämna den bara till någon som ska få ändra företagets uppgifter.',
    en: "The code is good once and for seven days. Give it only to somebody who is to change the company's details.",
  },
  code: { sv: 'Engångskod', en: 'One-time code' },
  codeHelp: {
    sv: 'Koden visas bara nu. Kollegan loggar in och löser in den under Mitt företag. Den gäller till',
    en: 'The code is shown only now. The colleague signs in and redeems it under My company. It is good until',
  },
  deactivate: { sv: 'Avaktivera företaget', en: 'Deactivate the company' },
  deactivateHelp: {
    sv: 'Företaget och alla dess produkter slutar att visas. Inget tas bort, och företaget kan aktiveras igen.',
    en: 'The company and all its products are no longer shown. Nothing is removed, and the company can be activated again.',
  },
  activate: { sv: 'Aktivera företaget', en: 'Activate the company' },
  isDeactivated: { sv: 'Företaget är avaktiverat', en: 'The company is deactivated' },
  isRefuted: { sv: 'Registreringen stämde inte vid kontroll', en: 'The registration was found not to hold' },
} as const satisfies Record<string, Text>

export const productStatusNames = {
  draft: { sv: 'Utkast', en: 'Draft' },
  published: { sv: 'Publicerad', en: 'Published' },
  changed: { sv: 'Publicerad, med ändringar i utkastet', en: 'Published, with changes in the draft' },
  withdrawn: { sv: 'Tillbakadragen', en: 'Withdrawn' },
} as const satisfies Record<OwnProductView['status'], Text>

const statusColors = { draft: 'neutral', published: 'success', changed: 'warning', withdrawn: 'neutral' } as const

export const ProductStatusTag = ({ visit, status }: { visit: Visit; status: OwnProductView['status'] }) => (
  <Tag color={statusColors[status]}>{visit.locale.t(productStatusNames[status])}</Tag>
)

interface CompanyProps {
  readonly visit: Visit
  readonly own: OwnCompanyView
  readonly products: readonly OwnProductView[]
  readonly refusal?: Refusal
  readonly invitation?: { readonly code: string; readonly expiresAt: string }
}

const pathOf = (companyId: string): string => `/mitt-foretag/${encodeURIComponent(companyId)}`

const Standing = ({ visit, own }: CompanyProps) => {
  const { t } = visit.locale
  const { verification } = own.company
  return (
    <>
      {own.status === 'deactivated' && <Alert color="warning" title={t(text.isDeactivated)} />}
      {verification.status === 'refuted' && (
        <Alert color="danger" title={t(text.isRefuted)}>
          <p class="ds-paragraph">{verification.reason}</p>
        </Alert>
      )}
    </>
  )
}

const Products = ({ visit, own, products }: CompanyProps) => {
  const { t, moment } = visit.locale
  const { companyId } = own.company
  return (
    <section aria-labelledby="produkter">
      <h2 class="ds-heading" data-size="sm" id="produkter">
        {t(text.products)}
      </h2>
      {products.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <DataTable
          caption={t(text.products)}
          isCaptionHidden
          columns={[text.product, words.status, text.changed].map((label) => ({ label: t(label) }))}
          rows={products.map(({ productId, draft, status, changedAt }) => [
            <a class="ds-link" href={`/mitt-foretag/produkter/${productId}`}>
              {draft.name}
            </a>,
            <ProductStatusTag visit={visit} status={status} />,
            moment(changedAt),
          ])}
        />
      )}
      {own.status === 'active' && (
        <p class="actions no-print">
          <a class="ds-button" href={`/mitt-foretag/produkter/ny?foretag=${encodeURIComponent(companyId)}`}>
            {t(text.add)}
          </a>
          <a class="ds-button" data-variant="secondary" href={`/mitt-foretag/import?foretag=${encodeURIComponent(companyId)}`}>
            {t(text.import)}
          </a>
        </p>
      )}
      <p class="no-print">
        {t(text.export)} <TableLinks of={(format) => `${pathOf(companyId)}/produkter.${format}`} />
      </p>
    </section>
  )
}

const People = ({ visit, own, invitation }: CompanyProps) => {
  const { t, moment } = visit.locale
  const path = pathOf(own.company.companyId)
  return (
    <section aria-labelledby="personer">
      <h2 class="ds-heading" data-size="sm" id="personer">
        {t(text.people)}
      </h2>
      <DataTable
        caption={t(text.people)}
        isCaptionHidden
        columns={[
          { label: t(text.name) },
          { label: t(text.since) },
          ...(own.representatives.length > 1 ? [{ label: t(text.remove) }] : []),
        ]}
        rows={own.representatives.map(({ subject, name, since }) => [
          name,
          moment(since),
          ...(own.representatives.length > 1
            ? [
                <form method="post" action={`${path}/foretradare`}>
                  <input type="hidden" name="subject" value={subject} />
                  <button class="ds-button" data-variant="tertiary" data-size="sm" data-color="danger" type="submit">
                    {t(text.remove)}
                    <span class="ds-sr-only"> {name}</span>
                  </button>
                </form>,
              ]
            : []),
        ])}
      />
      {invitation && (
        <Alert color="success" title={t(text.code)}>
          <p class="ds-paragraph">
            <code>{invitation.code}</code>
          </p>
          <p class="ds-paragraph">
            {t(text.codeHelp)} {moment(invitation.expiresAt)}.
          </p>
        </Alert>
      )}
      {own.status === 'active' && (
        <RevealedForm title={t(text.invite)} isOpen={false}>
          <p class="measure">{t(text.inviteHelp)}</p>
          <form method="post" action={`${path}/inbjudan`}>
            <button class="ds-button" data-variant="secondary" type="submit">
              {t(text.invite)}
            </button>
          </form>
        </RevealedForm>
      )}
    </section>
  )
}

const Switch = ({ visit, own }: CompanyProps) => {
  const { t } = visit.locale
  const path = pathOf(own.company.companyId)
  const version = <input type="hidden" name="version" value={String(own.version)} />
  return own.status === 'deactivated' ? (
    <form method="post" action={`${path}/aktivering`}>
      {version}
      <button class="ds-button" type="submit">
        {t(text.activate)}
      </button>
    </form>
  ) : (
    <RevealedForm title={t(text.deactivate)} isOpen={false}>
      <p class="measure">{t(text.deactivateHelp)}</p>
      <form method="post" action={`${path}/avaktivering`}>
        {version}
        <button class="ds-button" data-color="danger" data-variant="secondary" type="submit">
          {t(text.deactivate)}
        </button>
      </form>
    </RevealedForm>
  )
}

const OwnCompanyPage = (props: CompanyProps) => {
  const { visit, own, refusal } = props
  const { t } = visit.locale
  const { company } = own
  return (
    <Page
      visit={visit}
      title={company.name}
      crumbs={[
        { href: '/marknad', label: t(words.market) },
        { href: '/mitt-foretag', label: t(words.myCompany) },
      ]}
    >
      {refusal && <ErrorSummary refusal={refusal} />}
      <h1 class="ds-heading" data-size="lg">
        {company.name}
      </h1>
      <Standing {...props} />
      <Facts
        rows={[
          [
            t(text.registration),
            <>
              <ClaimTag status={company.verification.status} locale={visit.locale} />
              {company.verification.reason && <span class="note block">{company.verification.reason}</span>}
            </>,
          ],
          [t(text.size), company.size && t(companySizes[company.size])],
        ]}
      />
      <nav aria-label={company.name} class="no-print">
        <ul class="links">
          {own.status === 'active' && (
            <li>
              <a class="ds-link" href={`${pathOf(company.companyId)}/uppgifter`}>
                {t(text.edit)}
              </a>
            </li>
          )}
          <li>
            <a class="ds-link" href={`/katalog/foretag/${company.companyId}`}>
              {t(text.asOthers)}
            </a>
          </li>
        </ul>
      </nav>
      <Products {...props} />
      <People {...props} />
      <Switch {...props} />
    </Page>
  )
}

const load = async (c: PageContext): Promise<CompanyProps> => {
  const visit = visitOf(c)
  const companyId = c.req.param('companyId') ?? ''
  const [own, products] = await Promise.all([
    visit.api.read(at`/v1/catalogue/own-companies/${companyId}`, ownCompanyView),
    visit.api.read(at`/v1/catalogue/own-companies/${companyId}/products`, ownProductList),
  ])
  return { visit, own: own.value, products: products.value.products }
}

export const ownCompanyPage = async (c: PageContext) => show(c, <OwnCompanyPage {...await load(c)} />)

const showRefused = async (c: PageContext, problem: Parameters<typeof refusalOfProblem>[0]) => {
  const refusal = refusalOfProblem(problem, visitOf(c).locale, {})
  // A refusal's status from a service is one that a page can carry too.
  return show(c, <OwnCompanyPage {...await load(c)} refusal={refusal} />, refusal.status as ContentfulStatusCode)
}

export const inviteColleague = async (c: PageContext) => {
  const done = await visitOf(c).api.write(
    'POST',
    at`/v1/catalogue/own-companies/${c.req.param('companyId') ?? ''}/invitations`,
    {},
    invitationView,
  )
  // Shown once, on the page that answers: the code is stored nowhere that it could be read from again.
  return done.ok ? show(c, <OwnCompanyPage {...await load(c)} invitation={done.value} />) : showRefused(c, done.problem)
}

export const removeRepresentative = async (c: PageContext) => {
  const companyId = c.req.param('companyId') ?? ''
  const visit = visitOf(c)
  const sent = new URLSearchParams(await c.req.text())
  const subject = sent.get('subject') ?? ''
  const done = await visit.api.write(
    'POST',
    at`/v1/catalogue/own-companies/${companyId}/representative-removals`,
    { subject },
    ownCompanyView,
  )
  if (!done.ok) return showRefused(c, done.problem)
  const target = subject === visit.user?.subject ? '/mitt-foretag' : pathOf(companyId)
  return c.redirect(`${target}?klart=representativeRemoved`, 303)
}

const switchTo =
  (way: 'deactivations' | 'activations', notice: 'companyDeactivated' | 'companyActivated') => async (c: PageContext) => {
    const companyId = c.req.param('companyId') ?? ''
    const sent = new URLSearchParams(await c.req.text())
    const done = await visitOf(c).api.write('POST', at`/v1/catalogue/own-companies/${companyId}/${way}`, {}, ownCompanyView, {
      ifMatch: Number(sent.get('version')),
    })
    return done.ok ? c.redirect(`${pathOf(companyId)}?klart=${notice}`, 303) : showRefused(c, done.problem)
  }

export const deactivateCompany = switchTo('deactivations', 'companyDeactivated')
export const activateCompany = switchTo('activations', 'companyActivated')

/** The company's own drafts as a file, which is also the template for an import. */
export const ownProductExport = (format: TableFormat) => async (c: PageContext) => {
  const { visit, products } = await load(c)
  const forms = await loadForms(visit)
  const rows = products.map(({ productId, draft }) => ({ productId, content: draft }))
  return sendTable(
    c,
    productTable(rows, forms.product.fields, visit),
    visit.locale.t({ sv: 'produkter', en: 'products' }),
    format,
  )
}
