import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { HTTPException } from 'hono/http-exception'
import type { Text } from '#contracts/language.ts'
import { assessment as assessmentView } from '../../api/benefit-views.ts'
import type { FormFields } from '../../forms/action-form.tsx'
import { differencesBetween } from '../../forms/differences.ts'
import { editRows, rowActionOf } from '../../forms/edit-rows.ts'
import { createFieldLabels, fieldAt } from '../../forms/field-labels.ts'
import type { FormState } from '../../forms/form-field.tsx'
import { fieldId } from '../../forms/pointer.ts'
import { readForm } from '../../forms/read-form.ts'
import type { Entered, FieldError } from '../../forms/read-form.ts'
import { ErrorSummary, errorsByField, refusalOfErrors, refusalOfProblem } from '../../forms/refusal.tsx'
import type { Refusal } from '../../forms/refusal.tsx'
import { writeForm } from '../../forms/write-form.ts'
import { show } from '../../layout/page.tsx'
import type { PageContext } from '../../visit.ts'
import { CaseSubpage } from '../case/case-frame.tsx'
import { SaveConflict } from '../case/save-conflict.tsx'
import type { AssessmentBody } from './assessment-body.ts'
import type { AssessmentDraft } from './assessment-draft.ts'
import { AssessmentNav } from './assessment-nav.tsx'
import { assessmentApi, assessmentPath, loadAssessment, mayWrite, readAssessment } from './load-assessment.ts'
import type { LoadedAssessment, ReckonedAssessment } from './load-assessment.ts'
import { hrefOfPlace, nameOfPlace, placeOf } from './problem-places.ts'
import type { Place } from './problem-places.ts'
import { LockedNote } from './locked-note.tsx'
import { ReckonBar, ReckonOnEnter } from './reckon-buttons.tsx'
import { reckonAsItStands, reckonPreview } from './reckon.ts'
import type { Reckoned } from './reckon.ts'
import type { ToPutRight } from './result-region.tsx'

/**
 * A page where one part of an assessment is written and reckoned as it is written: read, edited row by row, reckoned
 * without being saved, saved with the version that was read. The rest of the assessment goes along as it was.
 */

const text = {
  save: { sv: 'Spara utkast', en: 'Save draft' },
  failed: { sv: 'Det gick inte att räkna just nu.', en: 'It could not be reckoned just now.' },
} as const satisfies Record<string, Text>

export interface Result {
  /** Undefined where nothing has been reckoned. */
  readonly reckoned: Reckoned | undefined
  readonly problems: readonly ToPutRight[]
  /** The assessment as it would be saved. */
  readonly body: AssessmentBody
}

export interface PartEditor<Props extends ReckonedAssessment> {
  readonly page: Place['page']
  readonly title: (props: Props) => string
  readonly path: (props: Props) => string
  /** What the address names beside the assessment; refuses what is not there. */
  readonly extend: (c: PageContext, read: ReckonedAssessment) => Props | Promise<Props>
  /** Some fields depend on what has been chosen in others. */
  readonly fields: (props: Props, entered: Entered) => FormFields
  readonly contentOf: (props: Props) => Readonly<Record<string, unknown>>
  /** What a new row or a new choice brings with it. */
  readonly prepare?: (props: Props, entered: Entered) => void
  readonly bodyWith: (props: Props, content: Readonly<Record<string, unknown>>) => AssessmentBody
  /** Whether what is written is money, or only drawn. */
  readonly isReckoned: boolean
  readonly Lead: (of: { props: Props }) => Child
  readonly Fields: (of: { props: Props; form: FormState; fields: FormFields }) => Child
  readonly Result: (of: { props: Props; result: Result }) => Child
  /** For those who only read. */
  readonly Reading: (of: { props: Props }) => Child
}

const formId = 'del'
const isRedraw = (action: string | null): boolean => action?.startsWith('redraw:') === true

export const createPartPages = <Props extends ReckonedAssessment>(editor: PartEditor<Props>) => {
  type Loaded = Props & LoadedAssessment

  const load = async (c: PageContext): Promise<Loaded> => {
    const loaded = await loadAssessment(c)
    return { ...loaded, ...(await editor.extend(c, loaded)) }
  }

  /** The place of a service's pointer: a field of this page's form, or one on another page. */
  const here = (props: Props, place: Place): boolean =>
    place.page === editor.page && (place.line === undefined || hrefOfPlace(props, place).startsWith(`${editor.path(props)}#`))

  const toPutRight = (props: Props, { problems, lines }: Reckoned): ToPutRight[] =>
    problems.map(({ pointer, message }) => {
      const place = placeOf(pointer, lines)
      const label = nameOfPlace(place, { parameters: props.parameters, lines, t: props.visit.locale.t })
      return { href: here(props, place) ? `#${fieldId(place.pointer)}` : hrefOfPlace(props, place), label, message }
    })

  const ofErrors = ({ visit }: Props, fields: FormFields, errors: readonly FieldError[]): ToPutRight[] => {
    const labels = createFieldLabels(fields, visit.locale)
    return errors.map(({ pointer, message }) => ({
      href: `#${fieldId(pointer)}`,
      label: labels(pointer),
      message: visit.locale.t(message),
    }))
  }

  const resultOfForm = async (props: Props, entered: Entered): Promise<Result> => {
    const fields = editor.fields(props, entered)
    const { content, errors } = readForm(fields, entered)
    const body = editor.bodyWith(props, content)
    const reckoned = editor.isReckoned ? await reckonPreview(props, body) : undefined
    return { reckoned, body, problems: [...ofErrors(props, fields, errors), ...(reckoned ? toPutRight(props, reckoned) : [])] }
  }

  const resultAsItStands = async (props: Props): Promise<Result> => {
    const body = editor.bodyWith(props, editor.contentOf(props))
    const reckoned = editor.isReckoned ? await reckonAsItStands(props) : undefined
    return { reckoned, body, problems: reckoned ? toPutRight(props, reckoned) : [] }
  }

  const Conflict = ({ props, fields, mine }: { props: Loaded; fields: FormFields; mine: Readonly<Record<string, unknown>> }) => {
    const { locale } = props.visit
    return (
      <SaveConflict
        locale={locale}
        theirs={[props.assessment.version]}
        differences={differencesBetween(fields, editor.contentOf(props), mine, { locale, options: {} })}
      />
    )
  }

  const Form = ({ props, draft, fields }: { props: Loaded; draft: AssessmentDraft; fields: FormFields }) => {
    const { locale } = props.visit
    const { t } = locale
    const action = editor.path(props)
    return (
      <form
        class="form"
        method="post"
        action={action}
        id={formId}
        data-guard
        data-changed={draft.isChanged || undefined}
        data-reckon={`${action}/rakning`}
        data-reckon-failed={t(text.failed)}
        novalidate
      >
        <ReckonOnEnter locale={locale} action={action} />
        <input type="hidden" name="_version" value={String(draft.version)} />
        <editor.Fields
          props={props}
          fields={fields}
          form={{
            locale,
            entered: draft.entered,
            errors: errorsByField(draft.refusal),
            options: {},
            action,
            focus: draft.focus,
            isHidden: (pointer) => pointer.endsWith('/id'),
            isSilentOnOptional: true,
          }}
        />
        <ReckonBar
          locale={locale}
          action={action}
          done={{ value: 'save', label: text.save }}
          cancelHref={assessmentPath(props)}
        />
      </form>
    )
  }

  const PartPage = ({ props, draft, result }: { props: Loaded; draft: AssessmentDraft; result: Result }) => {
    const { visit, loaded, assessment } = props
    const { t } = visit.locale
    const isWriting = mayWrite(props)
    const fields = editor.fields(props, draft.entered)
    const labels = createFieldLabels(fields, visit.locale)
    const nameElsewhere = (pointer: string): string | undefined =>
      nameOfPlace(placeOf(pointer, assessment.lines), { parameters: props.parameters, lines: assessment.lines, t })
    const hrefElsewhere = (pointer: string): string | undefined =>
      fieldAt(fields, pointer) ? undefined : hrefOfPlace(props, placeOf(pointer, assessment.lines))
    return (
      <CaseSubpage visit={visit} loaded={loaded} title={editor.title(props)}>
        <AssessmentNav of={props} isEditable={isWriting} />
        {draft.refusal && !draft.mine && (
          <ErrorSummary
            refusal={draft.refusal}
            labels={(pointer) => labels(pointer) ?? nameElsewhere(pointer)}
            hrefOf={hrefElsewhere}
          />
        )}
        <editor.Lead props={props} />
        <LockedNote locale={visit.locale} assessment={assessment} />
        {draft.mine && <Conflict props={props} fields={fields} mine={draft.mine} />}
        <div class={editor.isReckoned ? 'beside' : 'above'}>
          {isWriting ? <Form props={props} draft={draft} fields={fields} /> : <editor.Reading props={props} />}
          <editor.Result props={props} result={result} />
        </div>
      </CaseSubpage>
    )
  }

  const freshDraft = (props: Loaded): AssessmentDraft => {
    const content = editor.contentOf(props)
    // What is there decides which fields there are; those that only a choice brings are in the second reading.
    const first = writeForm(editor.fields(props, new URLSearchParams()), content)
    const entered = writeForm(editor.fields(props, first), content)
    editor.prepare?.(props, entered)
    return { entered, version: props.assessment.version }
  }

  const page = async (c: PageContext) => {
    const props = await load(c)
    const draft = freshDraft(props)
    const result = mayWrite(props) ? await resultOfForm(props, draft.entered) : await resultAsItStands(props)
    return show(c, <PartPage props={props} draft={draft} result={result} />)
  }

  const showDraft = async (c: PageContext, props: Loaded, draft: AssessmentDraft, status: ContentfulStatusCode = 200) =>
    show(
      c,
      <PartPage props={props} draft={{ ...draft, isChanged: true }} result={await resultOfForm(props, draft.entered)} />,
      status,
    )

  /** A pointer of the service's, as this page's form calls it. */
  const asFormPointers = (props: Loaded, refusal: Refusal, body: AssessmentBody): Refusal => ({
    ...refusal,
    errors: refusal.errors.map((error) => {
      const place = placeOf(error.pointer, body.lines)
      return here(props, place) ? { ...error, pointer: place.pointer } : error
    }),
  })

  const save = async (c: PageContext) => {
    const entered = new URLSearchParams(await c.req.text())
    const version = Number(entered.get('_version'))
    if (!Number.isSafeInteger(version)) throw new HTTPException(400)
    const props = await load(c)
    const action = entered.get('_action')
    const rowAction = rowActionOf(action)
    const focus = rowAction && editRows(entered, rowAction)
    editor.prepare?.(props, entered)
    if (rowAction || isRedraw(action) || action === 'reckon') return showDraft(c, props, { entered, version, focus })
    const fields = editor.fields(props, entered)
    const { content, errors } = readForm(fields, entered)
    if (errors.length > 0)
      return showDraft(c, props, { entered, version, refusal: refusalOfErrors(errors, props.visit.locale) }, 422)
    const body = editor.bodyWith(props, content)
    const api = assessmentApi({ caseId: props.caseId, kind: props.assessment.kind })
    const saved = await props.visit.api.write('PUT', api, body, assessmentView, { ifMatch: version })
    if (saved.ok) return c.redirect(`${editor.path(props)}?klart=assessmentSaved`, 303)
    const normal = writeForm(fields, content)
    // Fields that depend on what is written must know that this is.
    normal.set('_version', String(version))
    const refusal = asFormPointers(props, refusalOfProblem(saved.problem, props.visit.locale, fields), body)
    // A refusal's status from a service is one that a page can carry too.
    const status = refusal.status as ContentfulStatusCode
    if (status !== 412) return showDraft(c, props, { entered: normal, version, refusal }, status)
    const fresh = await load(c)
    return showDraft(c, fresh, { entered: normal, version: fresh.assessment.version, refusal, mine: content }, 412)
  }

  /** For the script that reckons while somebody writes: only what the form comes to. */
  const preview = async (c: PageContext) => {
    const entered = new URLSearchParams(await c.req.text())
    const props = await editor.extend(c, await readAssessment(c))
    return c.html(<editor.Result props={props} result={await resultOfForm(props, entered)} />)
  }

  return { page, save, preview }
}
