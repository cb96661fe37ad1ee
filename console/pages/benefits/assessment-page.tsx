import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { assessmentNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { assessment as assessmentView } from '../../api/benefit-views.ts'
import type { Assessment } from '../../api/benefit-views.ts'
import { differencesBetween } from '../../forms/differences.ts'
import { editRows, rowActionOf } from '../../forms/edit-rows.ts'
import { createFieldLabels } from '../../forms/field-labels.ts'
import { Fields } from '../../forms/form-field.tsx'
import { readForm } from '../../forms/read-form.ts'
import type { Entered } from '../../forms/read-form.ts'
import { ErrorSummary, errorsByField, refusalOfErrors, refusalOfProblem } from '../../forms/refusal.tsx'
import type { Refusal } from '../../forms/refusal.tsx'
import { writeForm } from '../../forms/write-form.ts'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { show } from '../../layout/page.tsx'
import { hasRole } from '../../session/user.ts'
import type { PageContext } from '../../visit.ts'
import { CaseSubpage } from '../case/case-frame.tsx'
import { SaveConflict } from '../case/save-conflict.tsx'
import { bodyOf } from './assessment-body.ts'
import type { AssessmentDraft } from './assessment-draft.ts'
import { AssessmentNav } from './assessment-nav.tsx'
import { assessmentFields, isLineId } from './line-form.ts'
import { LineTables } from './line-table.tsx'
import { LockedNote } from './locked-note.tsx'
import { assessmentApi, assessmentPath, loadAssessment, mayWrite } from './load-assessment.ts'
import type { LoadedAssessment } from './load-assessment.ts'
import { AssessmentTag } from './overview.tsx'
import { hrefOfPlace, nameOfPlace, placeOf } from './problem-places.ts'
import { TotalsTable } from './totals-table.tsx'

/** One benefit assessment: read by everybody, written while its phase works, marked complete before the gate. */

const text = {
  proposed: { sv: 'Raderna är ett förslag från', en: 'The lines are a proposal from' },
  proposedTail: { sv: 'Gå igenom dem och spara.', en: 'Go through them and save.' },
  draftHelp: {
    sv: 'I ett utkast räcker det att varje rad har en benämning och att du anger om den är en nytta eller en kostnad. Vad som behövs i övrigt beror på radens slag och kontrolleras när du klarmarkerar.',
    en: 'In a draft it is enough that each line has a name and says whether it is a benefit or a cost. What else is needed depends on the kind of line and is checked when you mark it complete.',
  },
  edit: { sv: 'Ändra nyttovärderingen', en: 'Change the assessment' },
  save: { sv: 'Spara utkast', en: 'Save draft' },
  complete: { sv: 'Klarmarkera', en: 'Mark complete' },
  completeHelp: {
    sv: 'Klarmarkering gäller det som är sparat. Nyttovärderingen följer då med i beslutsunderlaget.',
    en: 'Marking complete is about what has been saved. The assessment then goes with the evidence.',
  },
  reopen: { sv: 'Öppna igen för ändring', en: 'Reopen for changes' },
  summary: { sv: 'Sammanfattning', en: 'Summary' },
  noCosts: { sv: 'Varför det inte finns några kostnader', en: 'Why there are no costs' },
  beginFrom: {
    sv: 'Vet du inte var du ska börja? En mall ställer vanliga frågor och gör rader av svaren.',
    en: 'Not sure where to begin? A template asks plain questions and makes lines of the answers.',
  },
  toTemplates: { sv: 'Börja från en mall', en: 'Begin from a template' },
  measuredApart: {
    sv: 'Nyttovärderingen visas som den frystes. Det som har mätts står för sig:',
    en: 'The assessment is shown as it was frozen. What has been measured stands apart:',
  },
  measurements: { sv: 'Mätvärden', en: 'Measurements' },
  saved: { sv: 'Sparat', en: 'Saved' },
  frozenFor: { sv: 'Fryst för beslutet', en: 'Frozen for the decision' },
} as const satisfies Record<string, Text>

interface AssessmentProps extends LoadedAssessment {
  readonly draft?: AssessmentDraft | undefined
  /** Why it could not be marked complete or reopened. */
  readonly refusal?: Refusal | undefined
}

const formId = 'nyttovardering'

/** What the form holds of an assessment. A line that is reckoned has its amounts from there. */
const contentOf = ({ summary, noCostsReason, lines }: Assessment): Readonly<Record<string, unknown>> => ({
  summary,
  noCostsReason,
  lines: lines.map(({ perYear, ...line }) => (line.calculation === undefined ? { ...line, perYear } : line)),
})

/** The amounts of a line that is reckoned are not typed; a row is known by the id that it carries. */
const createIsHidden = ({ lines }: Assessment, entered: Entered) => {
  const reckoned = new Set<string>(lines.flatMap(({ id, calculation }) => (calculation === undefined ? [] : [id])))
  return (pointer: string): boolean => {
    const [, row] = pointer.match(/^\/lines\/(\d+)\/perYear$/) ?? []
    return isLineId(pointer) || (row !== undefined && reckoned.has(entered.get(`/lines/${row}/id`) ?? ''))
  }
}

/** Of a line, what has a page of its own. */
const unshown = ['calculation', 'effect', 'endsOn'] as const

/** What was entered together with what the form does not show, as it was read: nothing is lost by saving the form. */
const withUnshown = (assessment: Assessment, content: Readonly<Record<string, unknown>>) => {
  const { chain, basis, lines } = bodyOf(assessment)
  const read = new Map(lines.map((line) => [line.id as string, line]))
  // A list of the form is an array of groups.
  const entered = (content['lines'] ?? []) as readonly { readonly id?: string }[]
  return {
    summary: '',
    ...content,
    lines: entered.map((line) => {
      const before: Readonly<Record<string, unknown>> = read.get(line.id ?? '') ?? {}
      const kept = unshown.filter((field) => before[field] !== undefined).map((field) => [field, before[field]] as const)
      return { ...Object.fromEntries<unknown>(kept), ...line }
    }),
    ...(chain && { chain }),
    ...(basis && { basis }),
  }
}

const mayComplete = ({ visit, loaded, assessment }: AssessmentProps): boolean =>
  assessment.lockedBecause === undefined && loaded.isCarrier && hasRole(visit.user, 'caseOfficer') && assessment.version > 0

const Form = ({ props, draft }: { props: AssessmentProps; draft: AssessmentDraft }) => {
  const { visit } = props
  const { locale } = visit
  const { t } = locale
  const action = assessmentPath(props)
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
      <button class="ds-sr-only" type="submit" name="_action" value="save" tabindex={-1} aria-hidden="true">
        {t(text.save)}
      </button>
      <input type="hidden" name="_version" value={String(draft.version)} />
      <p class="note">{t(text.draftHelp)}</p>
      <div class="fields">
        <Fields
          form={{
            locale,
            entered: draft.entered,
            errors: errorsByField(draft.refusal),
            options: {},
            action,
            focus: draft.focus,
            isHidden: createIsHidden(props.assessment, draft.entered),
            isSilentOnOptional: true,
          }}
          fields={assessmentFields(visit)}
        />
      </div>
      <div class="save-bar">
        <button class="ds-button" type="submit" name="_action" value="save">
          {t(text.save)}
        </button>
        <a class="ds-link" href={`/arenden/${props.loaded.record.caseId}/nytta`}>
          {t(words.cancel)}
        </a>
      </div>
    </form>
  )
}

const Step = ({ props, action, label, help }: { props: AssessmentProps; action: string; label: Text; help?: Text }) => (
  <form class="no-print" method="post" action={`${assessmentPath(props)}/${action}`}>
    <input type="hidden" name="_version" value={String(props.assessment.version)} />
    {help && <p class="note">{props.visit.locale.t(help)}</p>}
    <button class="ds-button" data-variant="secondary" type="submit">
      {props.visit.locale.t(label)}
    </button>
  </form>
)

const Standing = ({ visit, assessment }: AssessmentProps) => {
  const { locale } = visit
  const { t } = locale
  return (
    <>
      <p class="case-head">
        <AssessmentTag status={assessment.status} locale={locale} />
        {assessment.savedAt && assessment.savedBy && (
          <span>
            {t(text.saved)} {locale.moment(assessment.savedAt)}, {assessment.savedBy.name}, {t(words.version).toLowerCase()}{' '}
            {assessment.version}
          </span>
        )}
        {assessment.frozenFor && (
          <a class="ds-link" href={`/beslut/${assessment.frozenFor}`}>
            {t(text.frozenFor)}
          </a>
        )}
      </p>
      {assessment.proposedFrom && assessment.lockedBecause === undefined && (
        <Alert color="info">
          <p class="ds-paragraph">
            {t(text.proposed)} {t(assessmentNames[assessment.proposedFrom]).toLowerCase()}. {t(text.proposedTail)}
          </p>
        </Alert>
      )}
      <LockedNote locale={locale} assessment={assessment} />
    </>
  )
}

const Reading = (props: AssessmentProps) => {
  const { visit, loaded, assessment } = props
  const { t } = visit.locale
  return (
    <section>
      {assessment.summary && (
        <>
          <h2 class="ds-heading" data-size="xs">
            {t(text.summary)}
          </h2>
          <p class="prose measure">{assessment.summary}</p>
        </>
      )}
      <TotalsTable locale={visit.locale} totals={assessment.totals} />
      <LineTables of={props} isEditable={mayWrite(props)} />
      {assessment.status === 'frozen' && assessment.progress.length > 0 && (
        <p>
          {t(text.measuredApart)}{' '}
          <a class="ds-link" href={`/arenden/${loaded.record.caseId}/nytta/matningar`}>
            {t(text.measurements)}
          </a>
        </p>
      )}
      {assessment.noCostsReason && (
        <p>
          {t(text.noCosts)}: <span class="prose">{assessment.noCostsReason}</span>
        </p>
      )}
    </section>
  )
}

const TemplateHint = (props: AssessmentProps) => {
  const { t } = props.visit.locale
  return (
    <p class="measure">
      {t(text.beginFrom)}{' '}
      <a class="ds-link" href={`${assessmentPath(props)}/mall`}>
        {t(text.toTemplates)}
      </a>
    </p>
  )
}

const Conflict = ({ props, mine }: { props: AssessmentProps; mine: Readonly<Record<string, unknown>> }) => {
  const { visit, assessment } = props
  const { locale } = visit
  return (
    <SaveConflict
      locale={locale}
      theirs={[assessment.version]}
      differences={differencesBetween(assessmentFields(visit), contentOf(assessment), mine, { locale, options: {} })}
    />
  )
}

/** What is amiss with how a line is reckoned is put right on that line's page, and so on: each is told where it stands. */
const Refused = ({ props, refusal }: { props: AssessmentProps; refusal: Refusal }) => {
  const { visit, assessment, parameters } = props
  const { lines } = assessment
  const labels = createFieldLabels(assessmentFields(visit), visit.locale)
  return (
    <ErrorSummary
      refusal={refusal}
      labels={(pointer) => {
        const place = placeOf(pointer, lines)
        return place.page === 'assessment' ? labels(pointer) : nameOfPlace(place, { parameters, lines, t: visit.locale.t })
      }}
      hrefOf={(pointer) => {
        const place = placeOf(pointer, lines)
        return place.page === 'assessment' ? undefined : hrefOfPlace(props, place)
      }}
    />
  )
}

const AssessmentPage = (props: AssessmentProps) => {
  const { visit, loaded, assessment, draft } = props
  const { locale } = visit
  const { t } = locale
  const refusal = draft?.mine ? undefined : (draft?.refusal ?? props.refusal)
  const isWriting = draft !== undefined && mayWrite(props)
  return (
    <CaseSubpage
      visit={visit}
      loaded={loaded}
      title={`${t(assessmentNames[assessment.kind])} (${assessment.kind})`}
      isWide={!isWriting}
    >
      <AssessmentNav of={props} isEditable={mayWrite(props)} />
      {refusal && <Refused props={props} refusal={refusal} />}
      <Standing {...props} />
      {draft?.mine && <Conflict props={props} mine={draft.mine} />}
      {(!isWriting || assessment.version > 0 || assessment.lines.length > 0) && <Reading {...props} />}
      {isWriting && assessment.lines.length === 0 && <TemplateHint {...props} />}
      {mayComplete(props) && assessment.status === 'draft' && (
        <Step props={props} action="klarmarkering" label={text.complete} help={text.completeHelp} />
      )}
      {mayComplete(props) && assessment.status === 'complete' && <Step props={props} action="oppning" label={text.reopen} />}
      {isWriting && (
        <section aria-labelledby="andra">
          <h2 class="ds-heading" data-size="sm" id="andra">
            {t(text.edit)}
          </h2>
          <Form props={props} draft={draft} />
        </section>
      )}
    </CaseSubpage>
  )
}

const freshDraft = ({ visit, assessment }: LoadedAssessment, errors?: Refusal): AssessmentDraft => ({
  entered: writeForm(assessmentFields(visit), contentOf(assessment)),
  version: assessment.version,
  refusal: errors,
})

export const assessmentPage = async (c: PageContext) => {
  const props = await loadAssessment(c)
  return show(c, <AssessmentPage {...props} draft={freshDraft(props)} />)
}

export const saveAssessment = async (c: PageContext) => {
  const entered = new URLSearchParams(await c.req.text())
  const version = Number(entered.get('_version'))
  if (!Number.isSafeInteger(version)) throw new HTTPException(400)
  const props = await loadAssessment(c)
  const { visit } = props
  const rowAction = rowActionOf(entered.get('_action'))
  if (rowAction) {
    const focus = editRows(entered, rowAction)
    return show(c, <AssessmentPage {...props} draft={{ entered, version, focus, isChanged: true }} />)
  }
  const fields = assessmentFields(visit)
  const { content, errors } = readForm(fields, entered)
  if (errors.length > 0)
    return show(
      c,
      <AssessmentPage {...props} draft={{ entered, version, refusal: refusalOfErrors(errors, visit.locale), isChanged: true }} />,
      422,
    )
  const body = withUnshown(props.assessment, content)
  const api = assessmentApi({ caseId: props.caseId, kind: props.assessment.kind })
  const saved = await visit.api.write('PUT', api, body, assessmentView, { ifMatch: version })
  if (saved.ok) return c.redirect(`${assessmentPath(props)}?klart=assessmentSaved`, 303)
  const normal = writeForm(fields, content)
  const refusal = refusalOfProblem(saved.problem, visit.locale, fields)
  if (refusal.status !== 412) {
    // A refusal's status from a service is one that a page can carry too.
    return show(
      c,
      <AssessmentPage {...props} draft={{ entered: normal, version, refusal, isChanged: true }} />,
      refusal.status as ContentfulStatusCode,
    )
  }
  const fresh = await loadAssessment(c)
  return show(
    c,
    <AssessmentPage
      {...fresh}
      draft={{ entered: normal, version: fresh.assessment.version, refusal, mine: content, isChanged: true }}
    />,
    412,
  )
}

const step = async (c: PageContext, path: 'completions' | 'reopenings', notice: 'assessmentCompleted' | 'assessmentReopened') => {
  const entered = new URLSearchParams(await c.req.text())
  const props = await loadAssessment(c)
  const { visit } = props
  const api = `${assessmentApi({ caseId: props.caseId, kind: props.assessment.kind })}/${path}`
  const done = await visit.api.write('POST', api, undefined, assessmentView, { ifMatch: Number(entered.get('_version')) })
  if (done.ok) return c.redirect(`${assessmentPath(props)}?klart=${notice}`, 303)
  const refusal = refusalOfProblem(done.problem, visit.locale, assessmentFields(visit))
  // The form shows what is missing where it is filled in. A refusal's status from a service is one that a page can carry.
  return show(
    c,
    <AssessmentPage {...props} refusal={refusal} draft={freshDraft(props, refusal)} />,
    refusal.status as ContentfulStatusCode,
  )
}

export const completeAssessment = (c: PageContext) => step(c, 'completions', 'assessmentCompleted')
export const reopenAssessment = (c: PageContext) => step(c, 'reopenings', 'assessmentReopened')
