import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod'
import type { Text } from '#contracts/language.ts'
import { assessment as assessmentView, assessmentList, measurements as measurementsView } from '../../api/benefit-views.ts'
import type { BenefitLine, Measurements } from '../../api/benefit-views.ts'
import { outcomes as outcomesView } from '../../api/calculation-views.ts'
import { at } from '../../api/client.ts'
import { ActionForm } from '../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../forms/action-form.tsx'
import { readForm } from '../../forms/read-form.ts'
import { refusalOfErrors, refusalOfProblem } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { show } from '../../layout/page.tsx'
import { hasRole } from '../../session/user.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { CaseSubpage } from '../case/case-frame.tsx'
import { loadCase } from '../case/load-case.ts'
import { OutcomeFigures, OutcomeTable } from './outcome-figures.tsx'

/** What has been measured of the promised benefits, and how far each has come. */

const text = {
  title: { sv: 'Mätningar', en: 'Measurements' },
  lead: {
    sv: 'Varje nytta med ett mått följs från utgångsvärde till mål.',
    en: 'Every benefit with a measure is followed from baseline to target.',
  },
  all: { sv: 'Alla mätningar', en: 'All measurements' },
  none: { sv: 'Inget har mätts än.', en: 'Nothing has been measured yet.' },
  line: { sv: 'Rad', en: 'Line' },
  value: { sv: 'Värde', en: 'Value' },
  source: { sv: 'Källa', en: 'Source' },
  record: { sv: 'Registrera en mätning', en: 'Record a measurement' },
  fromFile: { sv: 'Registrera flera från en fil', en: 'Record several from a file' },
  noMeasures: {
    sv: 'Ingen rad har ett mått än. Ange mått i nyttovärderingen först.',
    en: 'No line has a measure yet. Give measures in the assessment first.',
  },
  measuredOn: { sv: 'Mätt den', en: 'Measured on' },
} as const satisfies Record<string, Text>

const scope = 'matning'

/** Lines that can be measured, as the latest written assessment has them. */
const loadLines = async (visit: Visit, caseId: string): Promise<BenefitLine[]> => {
  const { assessments } = (await visit.api.read(at`/v1/benefits/cases/${caseId}/assessments`, assessmentList)).value
  const latest = assessments.findLast(({ status }) => status !== 'empty')
  if (!latest) return []
  const { lines } = (await visit.api.read(at`/v1/benefits/cases/${caseId}/assessments/${latest.kind}`, assessmentView)).value
  return lines.filter(({ measure, isRemoved }) => measure !== undefined && isRemoved !== true)
}

/** Limits as in services/benefits/domain/limits.ts. */
const fieldsOf = (lines: readonly BenefitLine[]): FormFields => ({
  lineId: {
    kind: 'choice',
    label: text.line,
    options: lines.map(({ id, name, measure }) => ({
      value: id,
      label: { sv: `${name}: ${measure}`, en: `${name}: ${measure}` },
    })),
    isRequired: true,
  },
  measuredOn: { kind: 'date', label: text.measuredOn, isRequired: true },
  value: { kind: 'decimal', label: text.value, min: -1_000_000_000_000, max: 1_000_000_000_000, isRequired: true },
  source: {
    kind: 'text',
    label: text.source,
    help: { sv: 'Var siffran kommer ifrån.', en: 'Where the figure comes from.' },
    maxLength: 300,
    isRequired: true,
  },
  comment: { kind: 'prose', label: words.comment, maxLength: 2_000, isRequired: false },
})

const AllMeasurements = ({ visit, read }: { visit: Visit; read: Measurements }) => {
  const { locale } = visit
  const { t } = locale
  const nameOf = (lineId: string): string => read.lines.find((line) => line.lineId === lineId)?.name ?? '–'
  return (
    <>
      <DataTable
        caption={t(text.all)}
        columns={[
          { label: t(text.line) },
          { label: t(text.measuredOn) },
          { label: t(text.value), isNumber: true },
          { label: t(text.source) },
          { label: t(words.who) },
        ]}
        rows={read.measurements.map(({ lineId, measuredOn, value, source, comment, recordedBy }) => [
          nameOf(lineId),
          locale.day(measuredOn),
          locale.number(value),
          comment ? `${source}. ${comment}` : source,
          recordedBy.name,
        ])}
      />
    </>
  )
}

const present = async (c: PageContext, visit: Visit, failed?: FailedForm) => {
  const { t } = visit.locale
  const loaded = await loadCase(visit, c.req.param('caseId') ?? '')
  const { caseId } = loaded.record
  const cursor = visit.query.get('sida')
  const [read, lines, { value: expected }] = await Promise.all([
    visit.api.read(
      at`/v1/benefits/cases/${caseId}/measurements` + `?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      measurementsView,
    ),
    loadLines(visit, caseId),
    visit.api.read(at`/v1/benefits/cases/${caseId}/outcomes`, outcomesView),
  ])
  return show(
    c,
    <CaseSubpage visit={visit} loaded={loaded} title={t(text.title)}>
      <p>{t(text.lead)}</p>
      {expected.outcomes.length > 0 && <OutcomeTable locale={visit.locale} outcomes={expected.outcomes} />}
      <OutcomeFigures locale={visit.locale} outcomes={expected.outcomes} />
      {read.value.measurements.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <AllMeasurements visit={visit} read={read.value} />
      )}
      {read.nextCursor && (
        <p>
          <a
            class="ds-button"
            data-variant="secondary"
            href={`/arenden/${caseId}/nytta/matningar?sida=${encodeURIComponent(read.nextCursor)}`}
          >
            {t(words.nextPage)}
          </a>
        </p>
      )}
      {hasRole(visit.user, 'caseOfficer', 'specialist') && (
        <section class="no-print" aria-labelledby="registrera">
          <h2 class="ds-heading" data-size="sm" id="registrera">
            {t(text.record)}
          </h2>
          {lines.length === 0 ? (
            <p class="empty">{t(text.noMeasures)}</p>
          ) : (
            <div class="form">
              <ActionForm
                visit={visit}
                scope={scope}
                action={`/arenden/${caseId}/nytta/matningar`}
                fields={fieldsOf(lines)}
                submit={t(text.record)}
                failed={failed}
              />
              <p>
                <a class="ds-link" href={`/nytta/matningar/import?arende=${caseId}`}>
                  {t(text.fromFile)}
                </a>
              </p>
            </div>
          )}
        </section>
      )}
    </CaseSubpage>,
    // A refusal's status from a service is one that a page can carry too.
    (failed?.refusal.status ?? 200) as ContentfulStatusCode,
  )
}

export const measurementsPage = (c: PageContext) => present(c, visitOf(c))

export const recordMeasurement = async (c: PageContext) => {
  const visit = visitOf(c)
  const caseId = c.req.param('caseId') ?? ''
  const entered = new URLSearchParams(await c.req.text())
  const fields = fieldsOf(await loadLines(visit, caseId))
  const { content, errors } = readForm(fields, entered)
  if (errors.length > 0) return present(c, visit, { scope, entered, refusal: refusalOfErrors(errors, visit.locale) })
  const done = await visit.api.write('POST', at`/v1/benefits/cases/${caseId}/measurements`, content, z.unknown())
  if (!done.ok) return present(c, visit, { scope, entered, refusal: refusalOfProblem(done.problem, visit.locale, fields) })
  return c.redirect(at`/arenden/${caseId}/nytta/matningar` + '?klart=measured', 303)
}
