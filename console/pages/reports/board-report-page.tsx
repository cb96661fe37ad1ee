import { calendarDate } from '#contracts/ids.ts'
import type { Text } from '#contracts/language.ts'
import { words } from '../../language/words.ts'
import { Page, show } from '../../layout/page.tsx'
import { Alert } from '../../layout/alert.tsx'
import { composeBoardReport } from '../../reports/board-report/board-report.ts'
import { loadBoardMaterial } from '../../reports/board-report/load-board-material.ts'
import type { Period } from '../../reports/board-report/load-board-material.ts'
import { PaperView } from '../../reports/paper-page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { sendPdf } from './send-pdf.ts'

/** The board's periodic report, to read and print and as a PDF. */

const text = {
  title: { sv: 'Rapport till nämnden', en: 'Report to the board' },
  asPdf: { sv: 'Hämta som PDF', en: 'Get as PDF' },
  filter: { sv: 'Välj period och organisation', en: 'Choose period and organisation' },
  from: { sv: 'Från och med', en: 'From' },
  till: { sv: 'Till och med', en: 'To' },
  wholeCounty: { sv: 'Hela länet', en: 'The whole county' },
  show: { sv: 'Visa', en: 'Show' },
  turned: {
    sv: 'Perioden slutar före den börjar. Den här rapporten är för dagarna i rätt ordning.',
    en: 'The period ends before it begins. This report is for the days in their right order.',
  },
} as const satisfies Record<string, Text>

/** The same day a month before, or the last of that month. */
const monthBefore = (day: string): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 2, Math.min(date, lastOfMonth))).toISOString().slice(0, day.length)
}

const dayIn = ({ query }: Visit, name: string): string | undefined => calendarDate.safeParse(query.get(name)).data

interface Asked {
  readonly period: Period
  readonly isTurned: boolean
}

/**
 * The last month up to today, unless another period is asked for; and until somebody has chosen, the organisation of
 * whoever asks, or the whole county for those of the lead organisation.
 */
const periodOf = (visit: Visit): Asked => {
  const { query, county, locale, user } = visit
  const till = dayIn(visit, 'till') ?? locale.today
  const from = dayIn(visit, 'fran') ?? monthBefore(till)
  const wanted = query.get('organisation') ?? (user?.organisation === county.leadOrganisation ? '' : (user?.organisation ?? ''))
  const organisation = county.organisations.find(({ id }) => id === wanted)?.id
  const isTurned = from > till
  return { period: { from: isTurned ? till : from, till: isTurned ? from : till, organisation }, isTurned }
}

const queryOf = ({ from, till, organisation }: Period): string =>
  new URLSearchParams({ fran: from, till, organisation: organisation ?? '' }).toString()

const DayField = ({ id, label, value }: { id: string; label: string; value: string }) => (
  <div class="ds-field">
    <label class="ds-label" for={id}>
      {label}
    </label>
    <input class="ds-input" type="date" id={id} name={id} value={value} />
  </div>
)

const PeriodForm = ({ visit, period }: { visit: Visit; period: Period }) => {
  const { t } = visit.locale
  return (
    <form class="filter" method="get" action="/rapporter/namnd" aria-label={t(text.filter)}>
      <DayField id="fran" label={t(text.from)} value={period.from} />
      <DayField id="till" label={t(text.till)} value={period.till} />
      <div class="ds-field">
        <label class="ds-label" for="organisation">
          {t(words.organisation)}
        </label>
        <select class="ds-input" id="organisation" name="organisation">
          <option value="">{t(text.wholeCounty)}</option>
          {visit.county.organisations.map(({ id, name }) => (
            <option value={id} selected={id === period.organisation}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button class="ds-button" data-variant="secondary" type="submit">
        {t(text.show)}
      </button>
    </form>
  )
}

export const boardReportPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const { period, isTurned } = periodOf(visit)
  const report = composeBoardReport(visit, await loadBoardMaterial(visit, period))
  return show(
    c,
    <Page visit={visit} title={t(text.title)} crumbs={[{ href: '/beslut', label: t(words.decisions) }]} isWide>
      <PeriodForm visit={visit} period={period} />
      {isTurned && (
        <div class="no-print">
          <Alert color="warning">
            <p class="ds-paragraph">{t(text.turned)}</p>
          </Alert>
        </div>
      )}
      <p class="actions">
        <a class="ds-button" href={`/rapporter/namnd.pdf?${queryOf(period)}`}>
          {t(text.asPdf)}
        </a>
        <button class="ds-button" data-variant="secondary" type="button" data-print hidden>
          {t(words.print)}
        </button>
      </p>
      <PaperView paper={report} locale={visit.locale} />
    </Page>,
  )
}

export const boardReportPdf = async (c: PageContext) => {
  const visit = visitOf(c)
  return sendPdf(c, composeBoardReport(visit, await loadBoardMaterial(visit, periodOf(visit).period)))
}
