import { isDeepStrictEqual } from 'node:util'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from '#contracts/language.ts'
import { phaseNames } from '#contracts/words.ts'
import { sectionContent } from '../../api/case-views.ts'
import type { SectionContent } from '../../api/case-views.ts'
import { at } from '../../api/client.ts'
import { differencesBetween } from '../../forms/differences.ts'
import type { Difference } from '../../forms/differences.ts'
import { createFieldLabels } from '../../forms/field-labels.ts'
import { sourcesOf } from '../../forms/reference-options.ts'
import type { Entered } from '../../forms/read-form.ts'
import { ErrorSummary, refusalOfProblem } from '../../forms/refusal.tsx'
import type { Refusal } from '../../forms/refusal.tsx'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { CaseHead, caseCrumbs } from '../case/case-frame.tsx'
import { casePath, loadCase, sectionOf } from '../case/load-case.ts'
import { SaveConflict } from '../case/save-conflict.tsx'
import { loadOptions } from '../case/section-options.ts'
import { mayEditSection, whyReadOnly } from '../case/section-rights.ts'
import type { SectionPlace } from '../case/section-rights.ts'
import type { Content } from './section-rows.ts'

/**
 * What the pages that help with a section have in common: the section as it stands, a change of it that is saved as a
 * draft on top of what was just read, and what is shown when that is refused.
 */

export interface SectionTool extends SectionPlace {
  readonly content: SectionContent
  readonly mayEdit: boolean
}

const phase = 'matching'

const text = {
  fills: { sv: 'Sidan hjälper till med avsnittet', en: 'The page helps with the section' },
  reopens: {
    sv: 'Avsnittet är klarmarkerat. När du lägger till något blir det ett utkast igen.',
    en: 'The section is marked complete. When you add something it becomes a draft again.',
  },
  nothingChosen: { sv: 'Välj minst en.', en: 'Choose at least one.' },
  toSection: { sv: 'Till avsnittet', en: 'To the section' },
} as const satisfies Record<string, Text>

export const readSection = async (visit: Visit, caseId: string, key: string): Promise<SectionContent> =>
  (await visit.api.read(at`/v1/${phase}/cases/${caseId}/sections/${key}`, sectionContent)).value

export const loadTool = async (c: PageContext, key: string): Promise<SectionTool> => {
  const visit = visitOf(c)
  const caseId = c.req.param('caseId') ?? ''
  const loaded = await loadCase(visit, caseId, phase)
  const place = { visit, loaded, section: sectionOf(loaded, key) }
  return { ...place, content: await readSection(visit, caseId, key), mayEdit: mayEditSection(place) }
}

/** The same tool over another section of the case. */
export const toolFor = async ({ visit, loaded }: SectionTool, key: string): Promise<SectionTool> => {
  const place = { visit, loaded, section: sectionOf(loaded, key) }
  return { ...place, content: await readSection(visit, loaded.record.caseId, key), mayEdit: mayEditSection(place) }
}

export const sectionPath = ({ loaded, section }: SectionTool): string => `${casePath(loaded)}/${section.key}`

export interface Refused {
  readonly entered: Entered
  readonly refusal: Refusal
  /** What stands saved, when somebody else was first, against what would have been saved. */
  readonly conflict?: { readonly theirs: SectionContent; readonly differences: readonly Difference[] } | undefined
}

/** Nothing was chosen to bring in. `pointer` is where the choosing is done. */
export const nothingChosen = ({ visit: { locale } }: SectionTool, entered: Entered, pointer: string): Refused => ({
  entered,
  refusal: {
    title: locale.t(text.nothingChosen),
    detail: '',
    errors: [{ pointer, message: locale.t(text.nothingChosen) }],
    status: 422,
    code: 'nothingChosen',
  },
})

export type Saving = { readonly ok: true } | { readonly ok: false; readonly tool: SectionTool; readonly refused: Refused }

/** As JSON carries it: what is undefined is not there. */
const carried = (content: Content): unknown => JSON.parse(JSON.stringify(content))

/**
 * Saves the section with the change as a draft, on top of the version that the tool has just read. Somebody else's save in
 * between is shown against ours, and nothing of either is lost. A change that changes nothing is not saved: a section that is
 * complete stays so.
 */
export const saveDraft = async (tool: SectionTool, change: (content: Content) => Content, entered: Entered): Promise<Saving> => {
  const { visit, loaded, section, content } = tool
  const { locale, api } = visit
  const { fields } = section.form
  const changed = change(content.content)
  if (isDeepStrictEqual(carried(changed), carried(content.content))) return { ok: true }
  const saved = await api.write(
    'PUT',
    at`/v1/${phase}/cases/${loaded.record.caseId}/sections/${section.key}`,
    { status: 'draft', content: changed },
    sectionContent,
    { ifMatch: content.version },
  )
  if (saved.ok) return { ok: true }
  const refusal = refusalOfProblem(saved.problem, locale, fields, '/content')
  if (refusal.status !== 412) return { ok: false, tool, refused: { entered, refusal } }
  const fresh = await toolFor(tool, section.key)
  const options = await loadOptions(visit, loaded, sourcesOf(section.form))
  const theirs = fresh.content
  const differences = differencesBetween(fields, theirs.content, change(theirs.content), { locale, options })
  return { ok: false, tool: fresh, refused: { entered, refusal, conflict: { theirs, differences } } }
}

const Told = ({ tool, refused }: { tool: SectionTool; refused: Refused }) => {
  const { locale } = tool.visit
  const { conflict, refusal } = refused
  if (!conflict) return <ErrorSummary refusal={refusal} labels={createFieldLabels(tool.section.form.fields, locale)} />
  const { version, savedBy, savedAt } = conflict.theirs
  return (
    <SaveConflict
      locale={locale}
      theirs={[version, savedBy?.name, savedAt && locale.moment(savedAt)]}
      differences={conflict.differences}
    />
  )
}

export const showTool = (
  c: PageContext,
  tool: SectionTool,
  {
    title,
    lead,
    refused,
    status,
    children,
    isWide = false,
  }: {
    title: Text
    lead: Text
    refused?: Refused | undefined
    /** Of a refusal that a form on the page shows itself. */
    status?: number | undefined
    children: Child
    isWide?: boolean
  },
) => {
  const { visit, loaded, section, content } = tool
  const { t } = visit.locale
  return show(
    c,
    <Page
      visit={visit}
      title={`${t(title)} – ${loaded.record.caseNumber}`}
      crumbs={[
        ...caseCrumbs(visit, loaded),
        { href: casePath(loaded), label: t(phaseNames[loaded.phase]) },
        { href: sectionPath(tool), label: t(section.name) },
      ]}
      isWide={isWide}
    >
      {refused && <Told tool={tool} refused={refused} />}
      <CaseHead visit={visit} loaded={loaded} />
      <p class="case-head">{loaded.record.title}</p>
      <h1 class="ds-heading" data-size="lg">
        {t(title)}
      </h1>
      <p class="lead">{t(lead)}</p>
      <p class="note">
        {t(text.fills)}{' '}
        <a class="ds-link" href={sectionPath(tool)}>
          {t(section.name)}
        </a>
        . {!tool.mayEdit && whyReadOnly(tool)} {tool.mayEdit && content.status === 'complete' && t(text.reopens)}
      </p>
      {children}
    </Page>,
    // A refusal's status from a service is one that a page can carry too.
    (refused?.refusal.status ?? status ?? 200) as ContentfulStatusCode,
  )
}

/** A box to tick. Ticked from the start where `isUsual`, and as it was sent when the page comes back. */
export const Tick = ({
  name,
  value,
  id,
  label,
  entered,
  isUsual = false,
}: {
  name: string
  value: string
  id: string
  label: Child
  entered: Entered | undefined
  isUsual?: boolean
}) => (
  <div class="ds-field">
    <input
      class="ds-input"
      type="checkbox"
      id={id}
      name={name}
      value={value}
      checked={entered ? entered.getAll(name).includes(value) : isUsual}
    />
    <label class="ds-label" data-weight="regular" for={id}>
      {label}
    </label>
  </div>
)
