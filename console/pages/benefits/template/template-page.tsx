import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from '#contracts/language.ts'
import { benefitKindNames } from '#contracts/words.ts'
import { assessment as assessmentView } from '../../../api/benefit-views.ts'
import { at, refuseAsNotFound } from '../../../api/client.ts'
import { templateList } from '../../../api/reckoning-views.ts'
import type { Figures, Question, ServiceTemplate } from '../../../api/reckoning-views.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import { createFieldLabels } from '../../../forms/field-labels.ts'
import { Fields } from '../../../forms/form-field.tsx'
import type { FormState } from '../../../forms/form-field.tsx'
import { formWords } from '../../../forms/form-words.ts'
import { fieldId } from '../../../forms/pointer.ts'
import { readForm } from '../../../forms/read-form.ts'
import type { Entered } from '../../../forms/read-form.ts'
import { ErrorSummary, errorsByField, refusalOfErrors, refusalOfProblem } from '../../../forms/refusal.tsx'
import type { Refusal } from '../../../forms/refusal.tsx'
import { DataTable } from '../../../layout/data-table.tsx'
import { show } from '../../../layout/page.tsx'
import type { PageContext } from '../../../visit.ts'
import { CaseSubpage } from '../../case/case-frame.tsx'
import { AssessmentNav } from '../assessment-nav.tsx'
import { LockedNote } from '../locked-note.tsx'
import { ReckonBar, ReckonOnEnter } from '../reckon-buttons.tsx'
import { inKronor, lineInWords } from '../explain-line.ts'
import { assessmentApi, assessmentPath, loadAssessment, mayWrite, readAssessment } from '../load-assessment.ts'
import type { LoadedAssessment, ReckonedAssessment } from '../load-assessment.ts'
import { nameOfPlace, placeOf } from '../problem-places.ts'
import type { Place } from '../problem-places.ts'
import { reckonPreview } from '../reckon.ts'
import type { Reckoned } from '../reckon.ts'
import { KeyFigures, NothingYet, ResultRegion } from '../result-region.tsx'
import type { ToPutRight } from '../result-region.tsx'
import { mergeProposal, proposal as proposalView, proposedBody } from './merge-proposal.ts'
import type { Proposal } from './merge-proposal.ts'
import { answersOfForm, saidOfAll, templateFields } from './template-fields.ts'

/** From a kind of service and plain questions to lines, chain and usage curve in the draft. */

const text = {
  title: { sv: 'Börja från en mall', en: 'Begin from a template' },
  lead: {
    sv: 'Välj den sorts tjänst som liknar er mest. Du svarar på vanliga frågor, och svaren blir rader med nyttor och kostnader som du sedan kan ändra.',
    en: 'Choose the kind of service that is most like yours. You answer plain questions, and the answers become lines of benefits and costs that you can change afterwards.',
  },
  questions: { sv: 'Frågorna', en: 'The questions' },
  questionsHelp: {
    sv: 'Det troliga värdet räcker för att börja. Lågt och högt fyller du i när du vet mer, senast innan nyttovärderingen klarmarkeras. Anger du ingen källa märks talet som ett antagande. Hoppa över det du inte vet.',
    en: 'The likely value is enough to begin. Fill in low and high when you know more, at the latest before the assessment is marked complete. A figure without a source is marked as an assumption. Skip what you do not know.',
  },
  use: { sv: 'Hur många använder tjänsten?', en: 'How many use the service?' },
  useHelp: {
    sv: 'Ange andelen i procent år för år. År som du hoppar över ligger på en rak linje mellan de andra, och efter det sista ligger andelen kvar.',
    en: 'Give the share in per cent year by year. Years that you skip lie on a straight line between the others, and after the last the share stays.',
  },
  who: { sv: 'Vem och när', en: 'Who and when' },
  other: { sv: 'Välj en annan mall', en: 'Choose another template' },
  add: { sv: 'Lägg till raderna', en: 'Add the lines' },
  addHelp: {
    sv: 'Raderna läggs till i utkastet efter dem som redan finns. Inget skrivs över.',
    en: 'The lines are added to the draft after those that are there. Nothing is overwritten.',
  },
  heading: { sv: 'Det här ger svaren', en: 'What the answers give' },
  alone: { sv: 'Bara de nya raderna', en: 'The new lines alone' },
  presentValue: { sv: 'Nettonuvärde med frigjord resurs', en: 'Net present value with freed resources' },
  ofLines: { sv: 'rader i pengar är räknade', en: 'lines in money are reckoned' },
  of: { sv: 'av', en: 'of' },
  line: { sv: 'Rad', en: 'Line' },
  likely: { sv: 'Troligt per år', en: 'Likely a year' },
  lines: { sv: 'Raderna', en: 'The lines' },
  notReckoned: { sv: 'Inte räknad än', en: 'Not reckoned yet' },
  inWords: { sv: 'Bedöms med nivå', en: 'Judged by level' },
  once: { sv: 'en gång', en: 'once' },
  benefit: { sv: 'Nytta', en: 'Benefit' },
  cost: { sv: 'Kostnad', en: 'Cost' },
  givenIn: { sv: 'Svara i', en: 'Answer in' },
  failed: { sv: 'Det gick inte att räkna just nu.', en: 'It could not be reckoned just now.' },
} as const satisfies Record<string, Text>

const formId = 'mall'

interface TemplateProps extends ReckonedAssessment {
  readonly template: ServiceTemplate
}

interface Outcome {
  readonly proposal: Proposal | undefined
  readonly reckoned: Reckoned | undefined
  readonly problems: readonly ToPutRight[]
}

interface Draft {
  readonly entered: Entered
  readonly refusal?: Refusal | undefined
}

const noTemplate = (): never =>
  refuseAsNotFound(
    'templateNotFound',
    { sv: 'Mallen finns inte', en: 'There is no such template' },
    { sv: 'Välj en av mallarna i listan.', en: 'Choose one of the templates in the list.' },
  )

const pathOf = (of: ReckonedAssessment): string => `${assessmentPath(of)}/mall`
const templatePath = (of: TemplateProps): string => `${pathOf(of)}?mall=${encodeURIComponent(of.template.id)}`

const readTemplates = async ({ visit }: ReckonedAssessment): Promise<readonly ServiceTemplate[]> =>
  (await visit.api.read('/v1/benefits/templates', templateList)).value.templates

/** Asked with an organisation, whether or not one has been chosen yet: a preview stands for none. */
const propose = ({ visit, template }: TemplateProps, content: Readonly<Record<string, unknown>>) => {
  const { organisation, ...answers } = answersOfForm(visit, template, content)
  return visit.api.write(
    'POST',
    at`/v1/benefits/templates/${template.id}/proposals`,
    { ...answers, organisation: organisation || visit.county.leadOrganisation },
    proposalView,
  )
}

/** Of a question that has not been answered nobody needs to be told; of an answer that cannot be right they do. */
const isUnanswered = (message: string, known: ReadonlySet<string>): boolean => known.has(message)

const hasSameFigures = (answer: Figures | undefined, driver: Figures): boolean =>
  answer !== undefined && (['low', 'likely', 'high'] as const).every((figure) => answer[figure] === driver[figure])

/** Where what is amiss was asked: a driver has its figures from the question that was answered with the same. */
const askedAt = (
  { visit: { locale }, template, parameters }: TemplateProps,
  place: Place,
  { answers, lines }: { answers: Readonly<Record<string, Figures>>; lines: Proposal['lines'] },
): Omit<ToPutRight, 'message'> => {
  if (place.page === 'basis') return { href: `#${fieldId('/use')}`, label: locale.t(text.use) }
  const driver = place.line?.calculation?.drivers[place.pointer.split('/')[2] ?? '']
  const question = template.questions.find(({ key }) => driver !== undefined && hasSameFigures(answers[key], driver))
  return question
    ? { href: `#${fieldId(`/answers/${question.key}/likely`)}`, label: locale.t(question.text) }
    : { href: `#${fieldId('/answers')}`, label: nameOfPlace(place, { parameters, lines, t: locale.t }) }
}

/** One answer can go into several lines. */
const onceEach = (problems: readonly ToPutRight[]): ToPutRight[] =>
  problems.filter(
    ({ href, message }, index) => problems.findIndex((other) => other.href === href && other.message === message) === index,
  )

const outcomeOf = async (props: TemplateProps, entered: Entered): Promise<Outcome> => {
  const { locale } = props.visit
  const fields = templateFields(props.visit, props.template)
  const { content, errors } = readForm(fields, entered)
  const labels = createFieldLabels(fields, locale)
  const unreadable = errors.map(({ pointer, message }) => ({
    href: `#${fieldId(pointer)}`,
    label: labels(pointer),
    message: locale.t(message),
  }))
  const proposed = await propose(props, content)
  if (!proposed.ok) {
    const { errors: told } = refusalOfProblem(proposed.problem, locale, fields)
    return {
      proposal: undefined,
      reckoned: undefined,
      problems: [
        ...unreadable,
        ...told.map(({ pointer, message }) => ({ href: `#${fieldId(pointer)}`, label: labels(pointer), message })),
      ],
    }
  }
  const body = proposedBody(props.assessment, proposed.value)
  const reckoned = await reckonPreview(props, body)
  const { answers } = answersOfForm(props.visit, props.template, content)
  const missing = new Set(
    (reckoned.reckoning?.problems ?? [])
      .filter(({ code }) => code === 'required' || code === 'unknownCurve')
      .map(({ message }) => locale.t(message)),
  )
  const wrong = reckoned.problems
    .filter(({ message }) => !isUnanswered(message, missing))
    .map(({ pointer, message }) => ({
      ...askedAt(props, placeOf(pointer, body.lines), { answers, lines: proposed.value.lines }),
      message,
    }))
  return { proposal: proposed.value, reckoned, problems: onceEach([...unreadable, ...wrong]) }
}

const TemplateResult = ({ props, outcome }: { props: TemplateProps; outcome: Outcome }) => {
  const { locale } = props.visit
  const { t } = locale
  const money = (ore: number): string => inKronor(locale, ore)
  const { proposal, reckoned, problems } = outcome
  const reckoning = reckoned?.reckoning
  const bands = new Map(reckoning?.workings.map((line) => [line.lineId, line.product]))
  const perYear = new Map(reckoning?.bands.map((line): [string, number] => [line.lineId, line.likely]))
  const inMoney = (proposal?.lines ?? []).filter(({ calculation }) => calculation !== undefined)
  const counted = inMoney.filter(({ id }) => bands.has(id)).length
  const amountOf = (line: Proposal['lines'][number]): string => {
    if (!line.calculation) return t(text.inWords)
    const likely = perYear.get(line.id)
    if (likely !== undefined) return money(likely)
    const once = bands.get(line.id)
    return once ? `${money(once.likely)} ${t(text.once)}` : t(text.notReckoned)
  }
  return (
    <ResultRegion
      locale={locale}
      heading={text.heading}
      problems={problems}
      isLikelyAlone={(reckoned?.filledIn ?? 0) > 0}
      summary={
        reckoning && counted > 0 ? (
          <p>
            {t(text.presentValue)}:{' '}
            <strong class="result__sum">{money(reckoning.calculation.withFreedResources.netPresentValue)}</strong>. {counted}{' '}
            {t(text.of)} {inMoney.length} {t(text.ofLines)}.
          </p>
        ) : (
          <NothingYet locale={locale} />
        )
      }
    >
      {reckoning && counted > 0 && <KeyFigures locale={locale} reckoning={reckoning} caption={text.alone} />}
      {proposal && (
        <DataTable
          caption={t(text.lines)}
          columns={[{ label: t(text.line) }, { label: t(text.likely), isNumber: true }]}
          rows={proposal.lines.map((line) => [
            <>
              {line.name}
              <span class="note block">
                {t(line.side === 'benefit' ? text.benefit : text.cost)}
                {line.kind && `, ${t(benefitKindNames[line.kind]).toLowerCase()}`}
              </span>
              {bands.has(line.id) && <span class="note block">{lineInWords(locale, props.parameters, line)}</span>}
            </>,
            amountOf(line),
          ])}
        />
      )}
    </ResultRegion>
  )
}

const only = (fields: FormFields, ...keys: readonly string[]): FormFields =>
  Object.fromEntries(keys.flatMap((key) => (fields[key] ? [[key, fields[key]]] : [])))

const fieldsOf = (fields: FormFields, key: string): FormFields => {
  const found = fields[key]
  return found?.kind === 'group' ? found.fields : {}
}

const QuestionForm = ({
  props,
  question,
  form,
  fields,
}: {
  props: TemplateProps
  question: Question
  form: FormState
  fields: FormFields
}) => {
  const { t } = props.visit.locale
  const pointer = `/answers/${question.key}`
  return (
    <fieldset class="ds-fieldset group driver" id={fieldId(pointer)} tabindex={-1}>
      <legend class="ds-label">{t(question.text)}</legend>
      <p class="note driver__unit">
        {question.help && `${t(question.help)} `}
        {t(text.givenIn)} {question.unit === 'share' ? '%' : t(question.unitName)}.
      </p>
      <div class="fields fields--three">
        <Fields form={form} fields={only(fields, 'low', 'likely', 'high')} pointer={pointer} />
      </div>
      <div class="fields">
        <Fields form={form} fields={only(fields, 'source')} pointer={pointer} />
      </div>
    </fieldset>
  )
}

const TemplateForm = ({ props, draft }: { props: TemplateProps; draft: Draft }) => {
  const { visit, template } = props
  const { locale } = visit
  const { t } = locale
  const fields = templateFields(visit, template)
  const action = templatePath(props)
  const form: FormState = {
    locale,
    entered: draft.entered,
    errors: errorsByField(draft.refusal),
    options: {},
    action,
    isSilentOnOptional: true,
  }
  return (
    <form
      class="form"
      method="post"
      action={action}
      id={formId}
      data-guard
      data-reckon={`${pathOf(props)}/rakning?mall=${encodeURIComponent(template.id)}`}
      data-reckon-failed={t(text.failed)}
      novalidate
    >
      <ReckonOnEnter locale={locale} action={action} />
      <section aria-labelledby="fragor" id={fieldId('/answers')}>
        <h2 class="ds-heading" data-size="xs" id="fragor">
          {t(text.questions)}
        </h2>
        <p class="note">{t(text.questionsHelp)}</p>
        {template.questions.map((question) => (
          <QuestionForm
            props={props}
            question={question}
            form={form}
            fields={fieldsOf(fieldsOf(fields, 'answers'), question.key)}
          />
        ))}
      </section>
      <section aria-labelledby="anvandning" id={fieldId('/use')}>
        <h2 class="ds-heading" data-size="xs" id="anvandning">
          {t(text.use)}
        </h2>
        <p class="note">
          {t(template.use)}. {t(text.useHelp)}
        </p>
        {Object.entries(fieldsOf(fields, 'use')).map(([year, field]) => (
          <fieldset class="ds-fieldset use-year" data-slider-share>
            <legend class="ds-label">{t(field.label)}</legend>
            <div class="fields fields--three">
              <Fields form={form} fields={field.kind === 'group' ? field.fields : {}} pointer={`/use/${year}`} />
            </div>
          </fieldset>
        ))}
      </section>
      <section aria-labelledby="vem">
        <h2 class="ds-heading" data-size="xs" id="vem">
          {t(text.who)}
        </h2>
        <div class="fields fields--single">
          <Fields form={form} fields={only(fields, 'organisation', 'owner')} />
          <Fields form={form} fields={fieldsOf(fields, 'baselinePlan')} pointer="/baselinePlan" />
        </div>
      </section>
      <p class="note">{t(text.addHelp)}</p>
      <ReckonBar locale={locale} action={action} done={{ value: 'add', label: text.add }} cancelHref={assessmentPath(props)} />
    </form>
  )
}

const Frame = ({ of, children }: { of: LoadedAssessment; children: Child }) => {
  const { visit, loaded, assessment } = of
  return (
    <CaseSubpage visit={visit} loaded={loaded} title={`${visit.locale.t(text.title)} (${assessment.kind})`}>
      <AssessmentNav of={of} isEditable={mayWrite(of)} />
      <LockedNote locale={visit.locale} assessment={assessment} />
      {children}
    </CaseSubpage>
  )
}

const Choice = ({ of, templates }: { of: LoadedAssessment; templates: readonly ServiceTemplate[] }) => {
  const { t } = of.visit.locale
  return (
    <Frame of={of}>
      <p class="measure">{t(text.lead)}</p>
      <ul class="templates">
        {templates.map(({ id, name, about }) => (
          <li class="ds-card">
            <h2 class="ds-heading" data-size="2xs">
              <a class="ds-link" href={`${pathOf(of)}?mall=${encodeURIComponent(id)}`}>
                {t(name)}
              </a>
            </h2>
            <p>{t(about)}</p>
          </li>
        ))}
      </ul>
    </Frame>
  )
}

const TemplatePage = ({ props, draft, outcome }: { props: TemplateProps & LoadedAssessment; draft: Draft; outcome: Outcome }) => {
  const { visit, template } = props
  const { t } = visit.locale
  return (
    <Frame of={props}>
      {draft.refusal && (
        <ErrorSummary refusal={draft.refusal} labels={createFieldLabels(templateFields(visit, template), visit.locale)} />
      )}
      <p class="lead line-name">{t(template.name)}</p>
      <p class="measure">
        {t(template.about)}{' '}
        <a class="ds-link" href={pathOf(props)}>
          {t(text.other)}
        </a>
      </p>
      {mayWrite(props) && (
        <div class="beside">
          <TemplateForm props={props} draft={draft} />
          <TemplateResult props={props} outcome={outcome} />
        </div>
      )}
    </Frame>
  )
}

const chosen = async <Read extends ReckonedAssessment>(read: Read): Promise<Read & { readonly template: ServiceTemplate }> => {
  const asked = read.visit.query.get('mall')
  const template = (await readTemplates(read)).find(({ id }) => id === asked)
  return { ...read, template: template ?? noTemplate() }
}

const templatePage = async (c: PageContext) => {
  const loaded = await loadAssessment(c)
  if (!loaded.visit.query.has('mall')) return show(c, <Choice of={loaded} templates={await readTemplates(loaded)} />)
  const props = await chosen(loaded)
  // The case's own organisation is the likeliest.
  const entered = new URLSearchParams({ '/organisation': loaded.loaded.record.organisation })
  const outcome = mayWrite(props) ? await outcomeOf(props, entered) : { proposal: undefined, reckoned: undefined, problems: [] }
  return show(c, <TemplatePage props={props} draft={{ entered }} outcome={outcome} />)
}

const addFromTemplate = async (c: PageContext) => {
  const entered = new URLSearchParams(await c.req.text())
  const props = await chosen(await loadAssessment(c))
  const { visit, caseId, assessment } = props
  const fields = templateFields(visit, props.template)
  const again = async (refusal: Refusal | undefined, status: ContentfulStatusCode) =>
    show(c, <TemplatePage props={props} draft={{ entered, refusal }} outcome={await outcomeOf(props, entered)} />, status)
  if (entered.get('_action') !== 'add') return again(undefined, 200)
  const { content, errors } = readForm(fields, entered)
  const faults = entered.get('/organisation') ? errors : [...errors, { pointer: '/organisation', message: formWords.chooseOne }]
  if (faults.length > 0) return again(refusalOfErrors(faults, visit.locale), 422)
  const proposed = await propose(props, content)
  // A refusal's status from a service is one that a page can carry too.
  const refuse = (refusal: Refusal) => again(refusal, refusal.status as ContentfulStatusCode)
  if (!proposed.ok) return refuse(refusalOfProblem(proposed.problem, visit.locale, fields))
  const body = mergeProposal(assessment, proposed.value, saidOfAll(content))
  const saved = await visit.api.write('PUT', assessmentApi({ caseId, kind: assessment.kind }), body, assessmentView, {
    ifMatch: assessment.version,
  })
  if (!saved.ok) return refuse(refusalOfProblem(saved.problem, visit.locale, fields))
  return c.redirect(`${assessmentPath(props)}?klart=linesAdded`, 303)
}

/** For the script that reckons while somebody answers. */
const previewTemplate = async (c: PageContext) => {
  const entered = new URLSearchParams(await c.req.text())
  const props = await chosen(await readAssessment(c))
  return c.html(<TemplateResult props={props} outcome={await outcomeOf(props, entered)} />)
}

export const templatePages = { page: templatePage, save: addFromTemplate, preview: previewTemplate }
