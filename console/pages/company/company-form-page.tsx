import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from '#contracts/language.ts'
import { ownCompanyView } from '../../api/catalogue-views.ts'
import type { CatalogueForms, OwnCompanyView } from '../../api/catalogue-views.ts'
import { at } from '../../api/client.ts'
import { readRecord, RecordForm } from '../../forms/record-form.tsx'
import type { RecordDraft } from '../../forms/record-form.tsx'
import { refusalOfProblem } from '../../forms/refusal.tsx'
import { writeForm } from '../../forms/write-form.ts'
import { words } from '../../language/words.ts'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { loadForms } from '../catalogue/catalogue-forms.ts'

/** Registering a company, and changing what it says of itself: the same form. */

const text = {
  register: { sv: 'Registrera ett företag', en: 'Register a company' },
  registerLead: {
    sv: 'Du blir den första som företräder företaget. Någon som förvaltar katalogen kontrollerar sedan att registreringen stämmer.',
    en: 'You become the first to represent the company. Somebody who manages the catalogue then checks that the registration is right.',
  },
  change: { sv: 'Ändra uppgifterna', en: 'Change the details' },
  changeLead: {
    sv: 'Numret kan inte ändras. Om företaget byter namn kontrolleras registreringen på nytt.',
    en: 'The number cannot be changed. If the company changes its name, the registration is checked anew.',
  },
} as const satisfies Record<string, Text>

interface FormProps {
  readonly visit: Visit
  readonly forms: CatalogueForms
  /** Undefined while it is being registered. */
  readonly own?: OwnCompanyView
  readonly draft: RecordDraft
}

const CompanyForm = ({ visit, forms, own, draft }: FormProps) => {
  const { t } = visit.locale
  const back = own ? `/mitt-foretag/${own.company.companyId}` : '/mitt-foretag'
  return (
    <Page
      visit={visit}
      title={t(own ? text.change : text.register)}
      crumbs={[
        { href: '/marknad', label: t(words.market) },
        { href: '/mitt-foretag', label: t(words.myCompany) },
        ...(own ? [{ href: back, label: own.company.name }] : []),
      ]}
    >
      <h1 class="ds-heading" data-size="lg">
        {t(own ? text.change : text.register)}
      </h1>
      <p class="measure">{t(own ? text.changeLead : text.registerLead)}</p>
      <RecordForm
        visit={visit}
        fields={forms.company.fields}
        action={own ? `${back}/uppgifter` : '/mitt-foretag/registrera'}
        draft={draft}
        submits={[{ value: 'save', label: t(own ? words.save : text.register) }]}
      >
        <a class="ds-link" href={back}>
          {t(words.cancel)}
        </a>
      </RecordForm>
    </Page>
  )
}

export const registerCompanyPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const forms = await loadForms(visit)
  return show(c, <CompanyForm visit={visit} forms={forms} draft={{ entered: writeForm(forms.company.fields, {}) }} />)
}

const loadOwn = async (c: PageContext) => {
  const visit = visitOf(c)
  const [own, forms] = await Promise.all([
    visit.api.read(at`/v1/catalogue/own-companies/${c.req.param('companyId') ?? ''}`, ownCompanyView),
    loadForms(visit),
  ])
  return { visit, forms, own: own.value }
}

export const companyFormPage = async (c: PageContext) => {
  const loaded = await loadOwn(c)
  const { own, forms } = loaded
  const draft = { entered: writeForm(forms.company.fields, own.content), version: own.version }
  return show(c, <CompanyForm {...loaded} draft={draft} />)
}

/** @param own undefined while it is being registered. */
const save = async (c: PageContext, { visit, forms, own }: Omit<FormProps, 'draft'>) => {
  const { fields } = forms.company
  const props = { visit, forms, ...(own && { own }) }
  const read = readRecord(fields, new URLSearchParams(await c.req.text()), visit)
  if ('again' in read) return show(c, <CompanyForm {...props} draft={read.again} />, read.status)
  const { content, version } = read.sent
  const done = own
    ? await visit.api.write('PUT', at`/v1/catalogue/own-companies/${own.company.companyId}`, content, ownCompanyView, {
        ifMatch: version,
      })
    : await visit.api.write('POST', '/v1/catalogue/companies', content, ownCompanyView)
  if (done.ok) {
    const notice = own ? 'companySaved' : 'companyRegistered'
    return c.redirect(`/mitt-foretag/${done.value.company.companyId}?klart=${notice}`, 303)
  }
  const refusal = refusalOfProblem(done.problem, visit.locale, fields)
  const draft = { entered: writeForm(fields, content), version, refusal, isChanged: true }
  // A refusal's status from a service is one that a page can carry too.
  return show(c, <CompanyForm {...props} draft={draft} />, refusal.status as ContentfulStatusCode)
}

export const registerCompany = async (c: PageContext) => {
  const visit = visitOf(c)
  return save(c, { visit, forms: await loadForms(visit) })
}

export const saveCompany = async (c: PageContext) => save(c, await loadOwn(c))
