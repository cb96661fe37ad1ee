import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { componentNames, phaseNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { sectionContent } from '../../api/case-views.ts'
import type { SectionContent, SectionDescription } from '../../api/case-views.ts'
import { at } from '../../api/client.ts'
import { ContentView } from '../../forms/content-view.tsx'
import { differencesBetween } from '../../forms/differences.ts'
import type { Difference } from '../../forms/differences.ts'
import { editRows, rowActionOf } from '../../forms/edit-rows.ts'
import { createFieldLabels } from '../../forms/field-labels.ts'
import { Fields } from '../../forms/form-field.tsx'
import { readForm } from '../../forms/read-form.ts'
import type { Entered } from '../../forms/read-form.ts'
import { sourcesOf } from '../../forms/reference-options.ts'
import type { ReferenceOptions } from '../../forms/reference-options.ts'
import { ErrorSummary, errorsByField, refusalOfErrors, refusalOfProblem } from '../../forms/refusal.tsx'
import type { Refusal } from '../../forms/refusal.tsx'
import { writeForm } from '../../forms/write-form.ts'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { Page, show } from '../../layout/page.tsx'
import { SectionTag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { CaseHead, caseCrumbs } from './case-frame.tsx'
import { CriteriaList } from './criteria-list.tsx'
import { SaveConflict } from './save-conflict.tsx'
import { casePath, loadCase, sectionOf } from './load-case.ts'
import type { LoadedCase } from './load-case.ts'
import { aidsOf } from '../matching/section-aids.ts'
import { loadOptions } from './section-options.ts'
import { mayEditSection, whyReadOnly } from './section-rights.ts'

/** A section of a record: read by everybody, written by those who may, saved as a draft or marked complete. */

const text = {
  saveDraft: { sv: 'Spara utkast', en: 'Save draft' },
  complete: { sv: 'Spara och klarmarkera', en: 'Save and mark complete' },
  draftHelp: {
    sv: 'Ett utkast får vara ofullständigt. När avsnittet klarmarkeras behöver alla fält utan ”frivilligt” vara ifyllda.',
    en: 'A draft may be incomplete. When the section is marked complete, every field without “optional” must be filled in.',
  },
  reopened: {
    sv: 'Avsnittet är klarmarkerat. Om du sparar ett utkast behöver det klarmarkeras igen före beslutet.',
    en: 'The section is marked complete. If you save a draft it must be marked complete again before the decision.',
  },
  notSaved: { sv: 'Inte sparat än', en: 'Not saved yet' },
  saved: { sv: 'Sparat', en: 'Saved' },
  by: { sv: 'av', en: 'by' },
  frozen: { sv: 'Du läser version', en: 'You are reading version' },
  latest: { sv: 'Till den senaste versionen', en: 'To the latest version' },
  discard: { sv: 'Släng min version och visa den sparade', en: 'Discard my version and show the saved one' },
  usedFor: { sv: 'Kriterier som bedöms här', en: 'Criteria judged here' },
  previous: { sv: 'Föregående avsnitt', en: 'Previous section' },
  next: { sv: 'Nästa avsnitt', en: 'Next section' },
  aids: { sv: 'Hjälpmedel', en: 'Aids' },
} as const satisfies Record<string, Text>

interface SectionProps {
  readonly visit: Visit
  readonly loaded: LoadedCase
  readonly section: SectionDescription
  readonly content: SectionContent
  readonly options: ReferenceOptions
}

interface Draft {
  readonly entered: Entered
  /** The version that the writer has read. */
  readonly version: number
  readonly refusal?: Refusal | undefined
  readonly focus?: string | undefined
  /** When somebody else was first: what stands saved now, against what was written. */
  readonly conflict?: { readonly theirs: SectionContent; readonly differences: readonly Difference[] } | undefined
  /** Something has been written that is not saved. */
  readonly isChanged?: boolean
}

const formId = 'avsnitt'
const sectionPath = (loaded: LoadedCase, key: string): string => `${casePath(loaded)}/${key}`

const Conflict = ({ props, conflict }: { props: SectionProps; conflict: NonNullable<Draft['conflict']> }) => {
  const { visit, loaded, section } = props
  const { locale } = visit
  const { t } = locale
  const { savedAt, savedBy, version } = conflict.theirs
  return (
    <SaveConflict
      locale={locale}
      theirs={[version, savedBy?.name, savedAt && locale.moment(savedAt)]}
      differences={conflict.differences}
    >
      <p>
        <a class="ds-link" href={sectionPath(loaded, section.key)}>
          {t(text.discard)}
        </a>
      </p>
    </SaveConflict>
  )
}

const SectionForm = ({ props, draft }: { props: SectionProps; draft: Draft }) => {
  const { visit, loaded, section, content, options } = props
  const { locale } = visit
  const { t } = locale
  const action = sectionPath(loaded, section.key)
  return (
    <form
      class="form"
      method="post"
      action={action}
      id={formId}
      data-guard
      data-changed={draft.isChanged || undefined}
      novalidate
    >
      {/* The first button is what the Enter key presses: it must be neither a row's nor the one that completes. */}
      <button class="ds-sr-only" type="submit" name="_action" value="draft" tabindex={-1} aria-hidden="true">
        {t(text.saveDraft)}
      </button>
      <input type="hidden" name="_version" value={String(draft.version)} />
      <p class="note">{t(content.status === 'complete' ? text.reopened : text.draftHelp)}</p>
      <div class="fields">
        <Fields
          form={{ locale, entered: draft.entered, errors: errorsByField(draft.refusal), options, action, focus: draft.focus }}
          fields={section.form.fields}
        />
      </div>
      <div class="save-bar">
        <button class="ds-button" type="submit" name="_action" value="draft" data-variant="secondary">
          {t(text.saveDraft)}
        </button>
        <button class="ds-button" type="submit" name="_action" value="complete">
          {t(text.complete)}
        </button>
        <a class="ds-link" href={casePath(loaded)}>
          {t(words.cancel)}
        </a>
      </div>
    </form>
  )
}

const Aids = ({ visit, loaded, section }: SectionProps) => {
  const { t } = visit.locale
  const aids = aidsOf(loaded.phase, section.key)
  if (aids.length === 0) return null
  return (
    <nav class="no-print" aria-label={t(text.aids)}>
      <h2 class="ds-heading" data-size="2xs">
        {t(text.aids)}
      </h2>
      <ul class="plain">
        {aids.map(({ path, name, help }) => (
          <li>
            <a class="ds-link" href={`${casePath(loaded)}/${path}`}>
              {t(name)}
            </a>
            <span class="note block">{t(help)}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Neighbours = ({ visit, loaded, section }: SectionProps) => {
  const { sections } = loaded.description
  const index = sections.findIndex(({ key }) => key === section.key)
  const links = [
    [text.previous, sections[index - 1]],
    [text.next, sections[index + 1]],
  ] as const
  return (
    <nav class="no-print" aria-label={visit.locale.t(words.sections)}>
      <ul class="links">
        {links.map(
          ([label, neighbour]) =>
            neighbour && (
              <li>
                <a class="ds-link" href={sectionPath(loaded, neighbour.key)}>
                  {visit.locale.t(label)}: {visit.locale.t(neighbour.name)}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  )
}

const Saved = ({ visit, loaded, section, content }: SectionProps) => {
  const { locale } = visit
  const { t } = locale
  return (
    <p class="case-head">
      <SectionTag status={content.status} locale={locale} />
      {content.savedAt && content.savedBy ? (
        <span>
          {t(text.saved)} {locale.moment(content.savedAt)} {t(text.by)} {content.savedBy.name}, {t(words.version).toLowerCase()}{' '}
          {content.version}
        </span>
      ) : (
        <span>{t(text.notSaved)}</span>
      )}
      {content.version > 0 && (
        <a class="ds-link" href={`${sectionPath(loaded, section.key)}/historik`}>
          {t(words.history)}
        </a>
      )}
    </p>
  )
}

const SectionPage = ({
  props,
  draft,
  readsVersion,
}: {
  props: SectionProps
  draft?: Draft | undefined
  readsVersion?: number | undefined
}) => {
  const { visit, loaded, section, content, options } = props
  const { locale } = visit
  const { t } = locale
  const judged = loaded.record.criteria.filter(({ evidence }) => evidence.includes(section.key))
  return (
    <Page
      visit={visit}
      title={`${t(section.name)} – ${loaded.record.caseNumber}`}
      crumbs={[...caseCrumbs(visit, loaded), { href: casePath(loaded), label: t(phaseNames[loaded.phase]) }]}
    >
      {draft?.refusal && !draft.conflict && (
        <ErrorSummary refusal={draft.refusal} labels={createFieldLabels(section.form.fields, locale)} />
      )}
      <CaseHead visit={visit} loaded={loaded} />
      <h1 class="ds-heading" data-size="lg">
        {t(section.name)}
      </h1>
      <p class="lead">{t(section.help)}</p>
      <Saved {...props} />
      <p class="note">
        {t(componentNames[section.component])} · {t(section.isMandatory ? words.mandatory : words.optional)}
      </p>
      {readsVersion === undefined && <Aids {...props} />}
      {readsVersion !== undefined && (
        <Alert color="info">
          <p class="ds-paragraph">
            {t(text.frozen)} {readsVersion}.{' '}
            <a class="ds-link" href={sectionPath(loaded, section.key)}>
              {t(text.latest)}
            </a>
          </p>
        </Alert>
      )}
      {draft?.conflict && <Conflict props={props} conflict={draft.conflict} />}
      {draft ? (
        <SectionForm props={props} draft={draft} />
      ) : (
        <>
          {readsVersion === undefined && <p class="note">{whyReadOnly(props)}</p>}
          <div class="paper">
            <ContentView locale={locale} options={options} fields={section.form.fields} content={content.content} />
          </div>
        </>
      )}
      {judged.length > 0 && readsVersion === undefined && (
        <section aria-labelledby="bedoms">
          <h2 class="ds-heading" data-size="xs" id="bedoms">
            {t(text.usedFor)}
          </h2>
          <CriteriaList visit={visit} criteria={judged} linkOf={() => undefined} />
        </section>
      )}
      <Neighbours {...props} />
    </Page>
  )
}

const addressOf = (c: PageContext) => {
  const { caseId = '', phase = '', section = '' } = c.req.param()
  return { caseId, phase, key: section, api: at`/v1/${phase}/cases/${caseId}/sections/${section}` }
}

const load = async (c: PageContext, version?: string): Promise<SectionProps> => {
  const visit = visitOf(c)
  const { caseId, phase, key, api } = addressOf(c)
  const loaded = await loadCase(visit, caseId, phase)
  const section = sectionOf(loaded, key)
  const [content, options] = await Promise.all([
    visit.api.read(version === undefined ? api : `${api}?version=${encodeURIComponent(version)}`, sectionContent),
    loadOptions(visit, loaded, sourcesOf(section.form)),
  ])
  return { visit, loaded, section, content: content.value, options }
}

/** `?version=` shows an earlier version as it was; without it the latest one, as a form to those who may write. */
export const sectionPage = async (c: PageContext) => {
  const version = visitOf(c).query.get('version') ?? undefined
  const props = await load(c, version)
  if (version !== undefined) return show(c, <SectionPage props={props} readsVersion={props.content.version} />)
  const draft = mayEditSection(props)
    ? { entered: writeForm(props.section.form.fields, props.content.content), version: props.content.version }
    : undefined
  return show(c, <SectionPage props={props} draft={draft} />)
}

const conflictWith = (props: SectionProps, mine: Readonly<Record<string, unknown>>): NonNullable<Draft['conflict']> => ({
  theirs: props.content,
  differences: differencesBetween(props.section.form.fields, props.content.content, mine, {
    locale: props.visit.locale,
    options: props.options,
  }),
})

/** Saves, marks complete, or changes the rows of a list; whatever is refused comes back as it was written. */
export const saveSection = async (c: PageContext) => {
  const visit = visitOf(c)
  const { locale } = visit
  const entered = new URLSearchParams(await c.req.text())
  const version = Number(entered.get('_version'))
  if (!Number.isSafeInteger(version)) throw new HTTPException(400)
  const props = await load(c)
  const { fields } = props.section.form

  const rowAction = rowActionOf(entered.get('_action'))
  if (rowAction) {
    const focus = editRows(entered, rowAction)
    return show(c, <SectionPage props={props} draft={{ entered, version, focus, isChanged: true }} />)
  }

  const { content, errors } = readForm(fields, entered)
  if (errors.length > 0)
    return show(
      c,
      <SectionPage props={props} draft={{ entered, version, refusal: refusalOfErrors(errors, locale), isChanged: true }} />,
      422,
    )

  const status = entered.get('_action') === 'complete' ? 'complete' : 'draft'
  const { api } = addressOf(c)
  const saved = await visit.api.write('PUT', api, { status, content }, sectionContent, { ifMatch: version })
  if (saved.ok) {
    const notice = status === 'complete' ? 'savedComplete' : 'savedDraft'
    const target = status === 'complete' ? casePath(props.loaded) : sectionPath(props.loaded, props.section.key)
    return c.redirect(`${target}?klart=${notice}`, 303)
  }

  // Written anew from what was read, so that the pointers of the refusal and of the form agree.
  const normal = writeForm(fields, content)
  const refusal = refusalOfProblem(saved.problem, locale, fields, '/content')
  if (refusal.status !== 412) {
    // A refusal's status from a service is one that a page can carry too.
    return show(
      c,
      <SectionPage props={props} draft={{ entered: normal, version, refusal, isChanged: true }} />,
      refusal.status as ContentfulStatusCode,
    )
  }
  const fresh = await load(c)
  const draft = {
    entered: normal,
    version: fresh.content.version,
    refusal,
    conflict: conflictWith(fresh, content),
    isChanged: true,
  }
  return show(c, <SectionPage props={fresh} draft={draft} />, 412)
}
