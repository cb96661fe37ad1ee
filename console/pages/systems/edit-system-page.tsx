import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from '#contracts/language.ts'
import { systemView } from '../../api/system-views.ts'
import type { SystemView } from '../../api/system-views.ts'
import type { FormFields } from '../../forms/action-form.tsx'
import { differencesBetween } from '../../forms/differences.ts'
import type { Difference } from '../../forms/differences.ts'
import { editRows, rowActionOf } from '../../forms/edit-rows.ts'
import { createFieldLabels } from '../../forms/field-labels.ts'
import { Fields } from '../../forms/form-field.tsx'
import { readForm } from '../../forms/read-form.ts'
import type { Entered } from '../../forms/read-form.ts'
import type { ReferenceOptions } from '../../forms/reference-options.ts'
import { ErrorSummary, errorsByField, refusalOfErrors, refusalOfProblem } from '../../forms/refusal.tsx'
import type { Refusal } from '../../forms/refusal.tsx'
import { writeForm } from '../../forms/write-form.ts'
import { words } from '../../language/words.ts'
import { Page, show } from '../../layout/page.tsx'
import { notStaffPage } from '../problem.tsx'
import { newSecret } from '../../session/pkce.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { SaveConflict } from '../case/save-conflict.tsx'
import { loadSystem, loadTargets, systemApi } from './load-system.ts'
import { keptOrganisation } from './may-edit.ts'
import { systemFields } from './system-fields.ts'
import { mapCrumbs, mapPath, systemPath, systemWords } from './system-words.ts'

/** The form of a system, new or known. Rows of contracts, options and integrations come and go by submit buttons. */

const text = {
  lead: {
    sv: 'Skriv roller och enheter, aldrig namn på personer. Det du sparar syns för hela den offentliga sidan.',
    en: 'Write roles and units, never names of persons. What you save is seen by the whole public side.',
  },
  change: { sv: 'Ändra', en: 'Change' },
} as const satisfies Record<string, Text>

interface Edited {
  readonly visit: Visit
  /** Undefined for one that is new. */
  readonly system: SystemView | undefined
  readonly fields: FormFields
  readonly options: ReferenceOptions
}

interface Draft {
  readonly entered: Entered
  /** The version that the writer has read; 0 for a new one. */
  readonly version: number
  /** Tells one sending of a new system from the next. */
  readonly key: string
  readonly refusal?: Refusal | undefined
  readonly focus?: string | undefined
  readonly conflict?: readonly Difference[] | undefined
  readonly isChanged?: boolean
}

const EditPage = ({ edited, draft }: { edited: Edited; draft: Draft }) => {
  const { visit, system, fields, options } = edited
  const { locale } = visit
  const { t } = locale
  const title = system ? `${t(text.change)} ${system.content.name}` : t(systemWords.new)
  const back = system ? systemPath(system.systemId) : mapPath
  const action = system ? `${back}/andra` : `${mapPath}/ny`
  return (
    <Page visit={visit} title={title} crumbs={[...mapCrumbs(t), ...(system ? [{ href: back, label: system.content.name }] : [])]}>
      {draft.refusal && !draft.conflict && <ErrorSummary refusal={draft.refusal} labels={createFieldLabels(fields, locale)} />}
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <p class="lead">{t(text.lead)}</p>
      {draft.conflict && system && (
        <SaveConflict
          locale={locale}
          theirs={[system.version, system.changedBy.name, locale.moment(system.changedAt)]}
          differences={draft.conflict}
        />
      )}
      <form class="form" method="post" action={action} data-guard data-changed={draft.isChanged || undefined} novalidate>
        {/* The first button is what the Enter key presses: it must not be a row's. */}
        <button class="ds-sr-only" type="submit" name="_action" value="save" tabindex={-1} aria-hidden="true">
          {t(words.save)}
        </button>
        <input type="hidden" name="_version" value={String(draft.version)} />
        <input type="hidden" name="_key" value={draft.key} />
        <div class="fields">
          <Fields
            form={{ locale, entered: draft.entered, errors: errorsByField(draft.refusal), options, action, focus: draft.focus }}
            fields={fields}
          />
        </div>
        <div class="save-bar">
          <button class="ds-button" type="submit" name="_action" value="save">
            {t(words.save)}
          </button>
          <a class="ds-link" href={back}>
            {t(words.cancel)}
          </a>
        </div>
      </form>
    </Page>
  )
}

/** Undefined where the visitor keeps no part of the map, or another one than the system's. */
const load = async (c: PageContext): Promise<Edited | undefined> => {
  const visit = visitOf(c)
  const own = keptOrganisation(visit)
  if (own === undefined) return undefined
  const systemId = c.req.param('systemId')
  const system = systemId === undefined ? undefined : await loadSystem(visit, systemId)
  if (system && system.organisation !== own) return undefined
  const fields = systemFields(await loadTargets(visit, own, system))
  const organisations = visit.county.organisations
    .filter(({ id }) => id !== own)
    .map(({ id, name }) => ({ value: id, label: name }))
  return { visit, system, fields, options: { organisations } }
}

const freshDraft = ({ system, fields }: Edited): Draft => ({
  entered: writeForm(fields, system?.content ?? { status: 'inUse' }),
  version: system?.version ?? 0,
  key: newSecret(),
})

export const editSystemPage = async (c: PageContext) => {
  const edited = await load(c)
  return edited ? show(c, <EditPage edited={edited} draft={freshDraft(edited)} />) : notStaffPage(c)
}

/** Saves, or changes the rows of a list; whatever is refused comes back as it was written. */
export const saveSystem = async (c: PageContext) => {
  const edited = await load(c)
  if (!edited) return notStaffPage(c)
  const { visit, system, fields, options } = edited
  const { locale } = visit
  const entered = new URLSearchParams(await c.req.text())
  const version = Number(entered.get('_version'))
  if (!Number.isSafeInteger(version)) throw new HTTPException(400)
  const key = entered.get('_key') ?? newSecret()

  const rowAction = rowActionOf(entered.get('_action'))
  if (rowAction) {
    const focus = editRows(entered, rowAction)
    return show(c, <EditPage edited={edited} draft={{ entered, version, key, focus, isChanged: true }} />)
  }

  const { content, errors } = readForm(fields, entered)
  const again = (draft: Partial<Draft> & { refusal: Refusal }, status: ContentfulStatusCode, shown: Edited = edited) =>
    // A refusal is the answer to this key: what is sent next is another request.
    show(c, <EditPage edited={shown} draft={{ entered, version, isChanged: true, key: newSecret(), ...draft }} />, status)
  if (errors.length > 0) return again({ refusal: refusalOfErrors(errors, locale) }, 422)

  const saved = system
    ? await visit.api.write('PUT', systemApi(system.systemId), content, systemView, { ifMatch: version })
    : await visit.api.write('POST', '/v1/catalogue/systems', content, systemView, { idempotencyKey: key })
  if (saved.ok) return c.redirect(`${systemPath(saved.value.systemId)}?klart=${system ? 'systemSaved' : 'systemRegistered'}`, 303)

  // Written anew from what was read, so that the pointers of the refusal and of the form agree.
  const normal = writeForm(fields, content)
  const refusal = refusalOfProblem(saved.problem, locale, fields)
  // A refusal's status from a service is one that a page can carry too.
  if (refusal.status !== 412 || !system) return again({ entered: normal, refusal }, refusal.status as ContentfulStatusCode)
  const theirs = await loadSystem(visit, system.systemId)
  const conflict = differencesBetween(fields, theirs.content, content, { locale, options })
  return again({ entered: normal, version: theirs.version, refusal, conflict }, 412, { ...edited, system: theirs })
}
