import type { Text } from '#contracts/language.ts'
import { anything, reportedKinds, reportList } from '../../../api/forum-views.ts'
import type { Report } from '../../../api/forum-views.ts'
import { ActionForm } from '../../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../../forms/action-form.tsx'
import { words } from '../../../language/words.ts'
import { Page, show } from '../../../layout/page.tsx'
import { visitOf } from '../../../visit.ts'
import type { PageContext, Visit } from '../../../visit.ts'
import { forumCrumbs, goOn, sendForm, statusOf } from '../forum-form.tsx'
import { Markdown } from '../markdown.tsx'
import { reportedKindNames, text } from '../words.ts'

/** The facilitator's queue: what has been reported, and what is done about it. */

const own = {
  lead: {
    sv: 'Det du döljer försvinner genast för alla utom den som har skrivit, som får veta skälet.',
    en: 'What you hide is gone at once for everybody but its author, who is told the reason.',
  },
  none: { sv: 'Inget väntar på granskning.', en: 'Nothing waits for review.' },
  waiting: { sv: 'Väntar på granskning', en: 'Waiting for review' },
  decided: { sv: 'Avgjorda', en: 'Decided' },
  noneDecided: { sv: 'Inget har avgjorts än.', en: 'Nothing has been decided yet.' },
  reported: { sv: 'Anmält av', en: 'Reported by' },
  because: { sv: 'Skäl till anmälan', en: 'Reason of the report' },
  what: { sv: 'Vad ska hända?', en: 'What is to happen?' },
  hide: { sv: 'Dölj innehållet', en: 'Hide the content' },
  dismiss: { sv: 'Låt det stå', en: 'Let it stand' },
  why: { sv: 'Skäl, som den som har skrivit får läsa', en: 'Reason, which the author reads' },
  decide: { sv: 'Avgör', en: 'Decide' },
  hidden: { sv: 'Dolt', en: 'Hidden' },
  dismissed: { sv: 'Fick stå kvar', en: 'Was left standing' },
} as const satisfies Record<string, Text>

const fields: FormFields = {
  outcome: {
    kind: 'choice',
    label: own.what,
    options: [
      { value: 'hidden', label: own.hide },
      { value: 'dismissed', label: own.dismiss },
    ],
    isRequired: true,
  },
  reason: { kind: 'prose', label: own.why, maxLength: 1_000, isRequired: true },
}

const kindName = ({ locale: { t } }: Visit, kind: string): string => {
  const known = reportedKinds.find((one) => one === kind)
  return known ? t(reportedKindNames[known]) : kind
}

const Reported = ({ visit, report, children }: { visit: Visit; report: Report; children?: unknown }) => {
  const { t, moment } = visit.locale
  return (
    <li>
      <h3 class="ds-heading" data-size="2xs">
        {kindName(visit, report.about.kind)}: {report.title}
      </h3>
      <p class="note">
        {t(own.reported)} {report.reportedBy}, {moment(report.reportedAt)}
      </p>
      <p class="prose measure">
        <strong>{t(own.because)}:</strong> {report.reason}
      </p>
      {!report.decided && report.text !== '' && (
        <div class="paper">
          <Markdown text={report.text} level="h4" />
        </div>
      )}
      {report.decided && (
        <p class="measure">
          <strong>{t(report.decided.outcome === 'hidden' ? own.hidden : own.dismissed)}:</strong> {report.decided.reason}{' '}
          <span class="note">
            {report.decided.by}, {moment(report.decided.at)}
          </span>
        </p>
      )}
      {children}
    </li>
  )
}

const scopeOf = (reportId: string): string => `granskning-${reportId}`

const present = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { api, locale } = visit
  const { t } = locale
  const [{ value: waiting }, { value: decided }] = await Promise.all([
    api.read('/v1/forum/reports?limit=50', reportList),
    api.read('/v1/forum/reports?list=decided&limit=20', reportList),
  ])
  return show(
    c,
    <Page visit={visit} title={t(text.review)} crumbs={forumCrumbs(visit)}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.review)}
      </h1>
      <p class="measure">{t(own.lead)}</p>
      <section aria-labelledby="vantar">
        <h2 class="ds-heading" data-size="sm" id="vantar">
          {t(own.waiting)}
        </h2>
        {waiting.reports.length === 0 ? (
          <p class="empty">{t(own.none)}</p>
        ) : (
          <ul class="market-list">
            {waiting.reports.map((report) => (
              <Reported visit={visit} report={report}>
                <ActionForm
                  visit={visit}
                  scope={scopeOf(report.reportId)}
                  action={`/forum/granskning/${encodeURIComponent(report.reportId)}`}
                  fields={fields}
                  submit={t(own.decide)}
                  failed={failed}
                />
              </Reported>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="avgjorda">
        <h2 class="ds-heading" data-size="sm" id="avgjorda">
          {t(own.decided)}
        </h2>
        {decided.reports.length === 0 ? (
          <p class="empty">{t(own.noneDecided)}</p>
        ) : (
          <ul class="market-list">
            {decided.reports.map((report) => (
              <Reported visit={visit} report={report} />
            ))}
          </ul>
        )}
      </section>
      <p class="no-print">
        <a class="ds-link" href="/forum">
          {t(words.forum)}
        </a>
      </p>
    </Page>,
    statusOf(failed),
  )
}

export const reviewPage = (c: PageContext) => present(c)

export const decideReport = async (c: PageContext) => {
  const reportId = c.req.param('reportId') ?? ''
  const sent = await sendForm(c, {
    scope: scopeOf(reportId),
    fields,
    method: 'POST',
    path: `/v1/forum/reports/${encodeURIComponent(reportId)}/decisions`,
    schema: anything,
  })
  return sent.ok ? goOn(c, '/forum/granskning', 'reportDecided') : present(c, sent.failed)
}
