import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from '#contracts/language.ts'
import { at } from '../../api/client.ts'
import { requirement as requirementView } from '../../api/library-views.ts'
import { ActionForm } from '../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../forms/action-form.tsx'
import type { Entered } from '../../forms/read-form.ts'
import { refusalOfErrors, refusalOfProblem } from '../../forms/refusal.tsx'
import type { Refusal } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { Page, show } from '../../layout/page.tsx'
import { newSecret } from '../../session/pkce.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { changeFields, readRequirement, requirementFields, writeRequirement } from './requirement-form.ts'
import { idOf } from './requirement-page.tsx'
import { libraryWords } from './words.ts'

/** A new requirement, and a new version of one. */

const text = {
  edit: { sv: 'Ny version av', en: 'New version of' },
  save: { sv: 'Spara kravet', en: 'Save the requirement' },
  lead: {
    sv: 'Den tidigare versionen finns kvar och går att läsa.',
    en: 'The earlier version stays and can be read.',
  },
} as const satisfies Record<string, Text>

const formOfText: readonly string[] = ['/sources', '/appliesWhen', '/servesWords']

/** Lists are written as text on the page: what is wrong in a row is told at the field. */
export const atItsField = (refusal: Refusal): Refusal => ({
  ...refusal,
  errors: refusal.errors.map((error) => ({
    ...error,
    pointer: formOfText.find((pointer) => error.pointer.startsWith(pointer)) ?? error.pointer,
  })),
})

export const FormPage = ({
  visit,
  title,
  lead,
  action,
  fields,
  entered,
  failed,
  submit,
  children,
}: {
  visit: Visit
  title: string
  lead?: string
  action: string
  fields: FormFields
  entered?: Entered | undefined
  failed: FailedForm | undefined
  submit: string
  children?: Child
}) => {
  const { t } = visit.locale
  return (
    <Page
      visit={visit}
      title={title}
      crumbs={[
        { href: '/marknad', label: t(words.market) },
        { href: '/kravbibliotek', label: t(words.requirementLibrary) },
      ]}
    >
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      {lead && <p class="measure">{lead}</p>}
      <ActionForm visit={visit} scope="krav" action={action} fields={fields} entered={entered} submit={submit} failed={failed}>
        {children}
      </ActionForm>
    </Page>
  )
}

const presentNew = (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t, today } = visit.locale
  return show(
    c,
    <FormPage
      visit={visit}
      title={t(libraryWords.add)}
      action="/kravbibliotek/nytt"
      fields={requirementFields}
      entered={new URLSearchParams({ '/validFrom': today, '/barrier/level': 'none' })}
      failed={failed}
      submit={t(text.save)}
    >
      <input type="hidden" name="key" value={failed?.entered.get('key') ?? newSecret()} />
    </FormPage>,
    // A refusal's status from a service is one that a page can carry too.
    (failed?.refusal.status ?? 200) as ContentfulStatusCode,
  )
}

export const newRequirementPage = (c: PageContext) => presentNew(c)

export const addRequirement = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const { body, errors } = readRequirement(requirementFields, entered)
  if (errors.length > 0) return presentNew(c, { scope: 'krav', entered, refusal: refusalOfErrors(errors, visit.locale) })
  const done = await visit.api.write('POST', '/v1/catalogue/library/requirements', body, requirementView, {
    idempotencyKey: entered.get('key') ?? undefined,
  })
  if (!done.ok)
    return presentNew(c, {
      scope: 'krav',
      entered,
      refusal: atItsField(refusalOfProblem(done.problem, visit.locale, requirementFields)),
    })
  return c.redirect(at`/kravbibliotek/${done.value.id}` + '?klart=requirementAdded', 303)
}

const presentChange = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const id = idOf(c)
  const { value, version } = await visit.api.read(at`/v1/catalogue/library/requirements/${id}`, requirementView)
  return show(
    c,
    <FormPage
      visit={visit}
      title={`${t(text.edit)} ${id}`}
      lead={t(text.lead)}
      action={at`/kravbibliotek/${id}/andra`}
      fields={changeFields}
      entered={writeRequirement(value, visit.locale)}
      failed={failed}
      submit={t(text.save)}
    >
      <input type="hidden" name="revision" value={failed?.entered.get('revision') ?? String(version ?? '')} />
    </FormPage>,
    // As above.
    (failed?.refusal.status ?? 200) as ContentfulStatusCode,
  )
}

export const changeRequirementPage = (c: PageContext) => presentChange(c)

export const changeRequirement = async (c: PageContext) => {
  const visit = visitOf(c)
  const id = idOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const { body, errors } = readRequirement(changeFields, entered)
  if (errors.length > 0) return presentChange(c, { scope: 'krav', entered, refusal: refusalOfErrors(errors, visit.locale) })
  const done = await visit.api.write('PUT', at`/v1/catalogue/library/requirements/${id}`, body, requirementView, {
    ifMatch: Number(entered.get('revision')),
  })
  if (!done.ok)
    return presentChange(c, {
      scope: 'krav',
      entered,
      refusal: atItsField(refusalOfProblem(done.problem, visit.locale, changeFields)),
    })
  return c.redirect(at`/kravbibliotek/${id}` + '?klart=requirementSaved', 303)
}
