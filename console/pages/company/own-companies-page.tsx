import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from '#contracts/language.ts'
import { ownCompanyList, ownCompanyView } from '../../api/catalogue-views.ts'
import type { OwnCompanyView } from '../../api/catalogue-views.ts'
import { ActionForm, RevealedForm } from '../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../forms/action-form.tsx'
import { readForm } from '../../forms/read-form.ts'
import { refusalOfProblem } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { Page, show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { ClaimTag } from '../catalogue/claim-tag.tsx'

/** Where a supplier begins: the companies that it represents, and the ways to get one more. */

const text = {
  lead: {
    sv: 'Här håller du uppgifterna om företag och produkter aktuella. Utkast ser bara ni; det som är publicerat ser alla.',
    en: 'Here you keep the details of companies and products up to date. Drafts are seen by you alone; what is published is seen by everybody.',
  },
  none: {
    sv: 'Du företräder inget företag än. Registrera ett, eller lös in en engångskod från en kollega.',
    en: 'You represent no company yet. Register one, or redeem a one-time code from a colleague.',
  },
  yours: { sv: 'Företag som du företräder', en: 'Companies that you represent' },
  register: { sv: 'Registrera ett företag', en: 'Register a company' },
  redeem: { sv: 'Lös in en engångskod', en: 'Redeem a one-time code' },
  deactivated: { sv: 'Avaktiverat', en: 'Deactivated' },
} as const satisfies Record<string, Text>

const codeFields: FormFields = {
  code: {
    kind: 'text',
    label: { sv: 'Engångskod', en: 'One-time code' },
    maxLength: 100,
    isRequired: true,
  },
}

const scope = 'kod'

const OwnCompaniesPage = ({
  visit,
  companies,
  failed,
}: {
  visit: Visit
  companies: readonly OwnCompanyView[]
  failed?: FailedForm
}) => {
  const { t } = visit.locale
  return (
    <Page visit={visit} title={t(words.myCompany)} crumbs={[{ href: '/marknad', label: t(words.market) }]}>
      <h1 class="ds-heading" data-size="lg">
        {t(words.myCompany)}
      </h1>
      <p class="lead">{t(text.lead)}</p>
      {companies.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <section aria-labelledby="foretag">
          <h2 class="ds-heading" data-size="sm" id="foretag">
            {t(text.yours)}
          </h2>
          <ul class="plain">
            {companies.map(({ company, status }) => (
              <li>
                <a class="ds-link" href={`/mitt-foretag/${company.companyId}`}>
                  {company.name}
                </a>{' '}
                {status === 'deactivated' ? (
                  <Tag color="warning">{t(text.deactivated)}</Tag>
                ) : (
                  <ClaimTag status={company.verification.status} locale={visit.locale} />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a class="ds-button" href="/mitt-foretag/registrera" data-variant={companies.length > 0 ? 'secondary' : undefined}>
          {t(text.register)}
        </a>
      </p>
      <RevealedForm title={t(text.redeem)} isOpen={failed !== undefined}>
        <ActionForm
          visit={visit}
          scope={scope}
          action="/mitt-foretag/kod"
          fields={codeFields}
          submit={t(words.send)}
          failed={failed}
        />
      </RevealedForm>
    </Page>
  )
}

const load = async (c: PageContext) => {
  const visit = visitOf(c)
  const { value } = await visit.api.read('/v1/catalogue/own-companies', ownCompanyList)
  return { visit, companies: value.companies }
}

export const ownCompaniesPage = async (c: PageContext) => show(c, <OwnCompaniesPage {...await load(c)} />)

export const redeemCode = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const { content } = readForm(codeFields, entered)
  const done = await visit.api.write('POST', '/v1/catalogue/invitation-redemptions', content, ownCompanyView)
  if (done.ok) return c.redirect(`/mitt-foretag/${done.value.company.companyId}?klart=representativeJoined`, 303)
  const refusal = refusalOfProblem(done.problem, visit.locale, codeFields)
  // A refusal's status from a service is one that a page can carry too.
  const status = refusal.status as ContentfulStatusCode
  return show(c, <OwnCompaniesPage {...await load(c)} failed={{ scope, entered, refusal }} />, status)
}
