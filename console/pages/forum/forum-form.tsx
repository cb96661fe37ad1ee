import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type * as z from 'zod'
import { ActionForm } from '../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../forms/action-form.tsx'
import { readForm } from '../../forms/read-form.ts'
import type { Entered, FieldError } from '../../forms/read-form.ts'
import { refusalOfErrors, refusalOfProblem } from '../../forms/refusal.tsx'
import type { Refusal } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { Page, show } from '../../layout/page.tsx'
import type { Crumb } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { atWholeFields } from './lines.ts'
import { text } from './words.ts'

/** What the forms of the forum have in common: a page of their own, a body made from what was written, and refusals at their fields. */

export const forumCrumbs = ({ locale: { t } }: Visit, ...more: readonly Crumb[]): Crumb[] => [
  { href: '/marknad', label: t(words.market) },
  { href: '/forum', label: t(words.forum) },
  ...more,
]

/** The version that was read, carried by a form so that nobody's change is overwritten unseen. */
export const Version = ({ version }: { version: number | undefined }) =>
  version === undefined ? null : <input type="hidden" name="version" value={String(version)} />

export const FormPage = ({
  visit,
  title,
  lead,
  crumbs,
  children,
  ...form
}: {
  visit: Visit
  title: string
  lead?: Child
  crumbs: readonly Crumb[]
  scope: string
  action: string
  fields: FormFields
  submit: string
  entered?: Entered | undefined
  failed?: FailedForm | undefined
  children?: Child
}) => (
  <Page visit={visit} title={title} crumbs={crumbs}>
    <h1 class="ds-heading" data-size="lg">
      {title}
    </h1>
    {lead}
    <ActionForm visit={visit} {...form}>
      {children}
    </ActionForm>
  </Page>
)

/** A body that is ready to send, or what must be put right first. */
export type Body = { readonly content: unknown } | { readonly errors: readonly FieldError[] }

interface Sending<S extends z.ZodType> {
  readonly scope: string
  readonly fields: FormFields
  readonly method: 'POST' | 'PUT'
  readonly path: string
  readonly schema: S
  /** From the form's content to the service's body; as it stands where it is left out. */
  readonly bodyOf?: (content: Readonly<Record<string, unknown>>) => Body
  /** Fields that are kept as lists and written on lines. */
  readonly lines?: readonly string[]
  /** Where a service's field is in the form, when it is called something else there. */
  readonly pointers?: Readonly<Record<string, string>>
}

export type Sent<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failed: FailedForm }

const movedBy = (refusal: Refusal, pointers: Readonly<Record<string, string>>): Refusal => ({
  ...refusal,
  errors: refusal.errors.map(({ pointer, message }) => ({ pointer: pointers[pointer] ?? pointer, message })),
})

/** Sends what stands in the posted form. A refusal comes back with what was written, to be shown where it stood. */
export const sendForm = async <S extends z.ZodType>(
  c: PageContext,
  { scope, fields, method, path, schema, bodyOf, lines = [], pointers = {} }: Sending<S>,
): Promise<Sent<z.infer<S>>> => {
  const { api, locale } = visitOf(c)
  const entered: Entered = new URLSearchParams(await c.req.text())
  const { content, errors } = readForm(fields, entered)
  const body = bodyOf && errors.length === 0 ? bodyOf(content) : { content }
  const wrong = 'errors' in body ? body.errors : errors
  if (wrong.length > 0) return { ok: false, failed: { scope, entered, refusal: refusalOfErrors(wrong, locale) } }
  const version = Number(entered.get('version') ?? Number.NaN)
  const done = await api.write(method, path, 'content' in body ? body.content : {}, schema, {
    ...(Number.isInteger(version) && { ifMatch: version }),
  })
  if (done.ok) return { ok: true, value: done.value }
  const refusal = movedBy(atWholeFields(refusalOfProblem(done.problem, locale, fields), lines), pointers)
  return { ok: false, failed: { scope, entered, refusal } }
}

/** A refusal's status from a service is one that a page can carry too. */
export const statusOf = (failed: FailedForm | undefined): ContentfulStatusCode =>
  (failed?.refusal.status ?? 200) as ContentfulStatusCode // as above

/** After a form: on to a page that tells what has been done. */
export const goOn = (c: PageContext, href: string, notice: string): Response => c.redirect(`${href}?klart=${notice}`, 303)

/** A button that needs no fields, in a form of its own. */
export const Button = ({
  action,
  label,
  version,
  isQuiet = false,
  children,
}: {
  action: string
  label: string
  version?: number | undefined
  isQuiet?: boolean
  children?: Child
}) => (
  <form method="post" action={action} class="no-print">
    <Version version={version} />
    {children}
    <p class="actions">
      <button class="ds-button" type="submit" data-variant={isQuiet ? 'secondary' : undefined}>
        {label}
      </button>
    </p>
  </form>
)

/** A refusal that belongs to no field, on top of the page that it came from. */
export const RefusedAlert = ({ failed, scope }: { failed: FailedForm | undefined; scope: string }) =>
  failed?.scope === scope ? (
    <Alert color="warning" title={failed.refusal.title}>
      <p class="ds-paragraph">{failed.refusal.detail}</p>
      {failed.refusal.errors.length > 0 && (
        <ul>
          {failed.refusal.errors.map(({ message }) => (
            <li>{message}</li>
          ))}
        </ul>
      )}
    </Alert>
  ) : null

/** Told to whoever may know: the author and the facilitators. */
export const HiddenAlert = ({ visit, hidden }: { visit: Visit; hidden: { reason: string } | undefined }) => {
  const { t } = visit.locale
  return hidden ? (
    <Alert color="warning" title={t(text.hiddenTitle)}>
      <p class="ds-paragraph">
        {t(text.hiddenHelp)} {hidden.reason}
      </p>
    </Alert>
  ) : null
}

/** Anybody who is signed in can say that something should not stand there. */
export const ReportLink = ({ visit, kind, id, part }: { visit: Visit; kind: string; id: string; part?: string }) =>
  visit.user ? (
    <p class="note no-print">
      <a class="ds-link" href={`/forum/anmal?${new URLSearchParams({ typ: kind, id, ...(part && { del: part }) }).toString()}`}>
        {visit.locale.t(text.report)}
      </a>
    </p>
  ) : null

export const showForm = (c: PageContext, page: Child, failed: FailedForm | undefined) => show(c, page, statusOf(failed))
