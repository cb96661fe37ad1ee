import { phaseNames, phases } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { board as boardView, caseList, caseStatuses } from '../api/insight-views.ts'
import type { Board, CaseRow } from '../api/insight-views.ts'
import { caseStatusNames, words } from '../language/words.ts'
import { DataTable } from '../layout/data-table.tsx'
import { Due } from '../layout/due.tsx'
import { Icon } from '../layout/icons.tsx'
import { ballHolder, organisationName } from '../layout/names.ts'
import { Page, show } from '../layout/page.tsx'
import { withSoftHyphens } from '../layout/soft-hyphens.ts'
import { CaseStatusTag, OverdueTag } from '../layout/tag.tsx'
import { visitOf } from '../visit.ts'
import type { PageContext, Visit } from '../visit.ts'

/** The county's cases: seven phases side by side, or a list when somebody has asked for a part of them. */

const text = {
  title: { sv: 'Ärenden', en: 'Cases' },
  lead: {
    sv: 'Länets ärenden i de sju faserna. De som har bråttom ligger först.',
    en: "The county's cases in the seven phases. The most urgent come first.",
  },
  filter: { sv: 'Visa en del av ärendena', en: 'Show some of the cases' },
  show: { sv: 'Visa', en: 'Show' },
  clear: { sv: 'Visa alla', en: 'Show all' },
  empty: { sv: 'Inga ärenden här.', en: 'No cases here.' },
  found: { sv: 'Ärenden som stämmer med urvalet', en: 'Cases that match' },
  none: { sv: 'Inga ärenden stämmer med urvalet.', en: 'No cases match.' },
  more: { sv: 'Visa alla i fasen', en: 'Show all in the phase' },
  late: { sv: 'försenade', en: 'overdue' },
  lateOne: { sv: 'försenat', en: 'overdue' },
  ongoing: { sv: 'pågående', en: 'ongoing' },
  due: { sv: 'Klart senast', en: 'Due on' },
  age: { sv: 'Ålder', en: 'Age' },
} as const satisfies Record<string, Text>

const CaseCard = ({ visit, row }: { visit: Visit; row: CaseRow }) => {
  const { locale } = visit
  return (
    <li class={row.isOverdue ? 'case-card case-card--overdue' : 'case-card'}>
      <p class="case-card__number">{row.caseNumber}</p>
      <a class="ds-link case-card__title" href={`/arenden/${row.caseId}`}>
        {withSoftHyphens(row.title)}
      </a>
      <p class="case-card__organisation">{organisationName(visit, row.organisation)}</p>
      <p class="case-card__ball">
        <Icon name="person" />
        <span>
          <span class="ds-sr-only">{locale.t(words.ball)}: </span>
          {/* All the offices that may decide stand on the case's own page. */}
          {row.ball.with === 'offices' ? locale.t(words.deciders) : ballHolder(visit, row.ball)}
        </span>
      </p>
      <p class="case-card__tags">
        <CaseStatusTag status={row.status} locale={locale} />
        {row.isOverdue && <OverdueTag locale={locale} />}
      </p>
      <p class="note">
        {locale.t(text.due)} <time datetime={row.dueOn}>{locale.shortDay(row.dueOn)}</time>
        <span class="block">
          {locale.t(text.age)} {row.ageWorkingDays} {locale.t(row.ageWorkingDays === 1 ? words.workingDay : words.workingDays)}
        </span>
      </p>
    </li>
  )
}

const Columns = ({ visit, board }: { visit: Visit; board: Board }) => {
  const { t } = visit.locale
  return (
    <div class="board">
      {board.phases.map(({ phase, total, overdue, cases }, index) => (
        <section class="board__column" aria-labelledby={`fas-${phase}`}>
          <h2 class="board__name" id={`fas-${phase}`}>
            <span class="board__number" aria-hidden="true">
              {index + 1}
            </span>
            {t(phaseNames[phase])}
          </h2>
          <p class="board__count">
            {total} {t(text.ongoing)}
            {overdue > 0 && (
              <span class="board__late">
                , {overdue} {t(overdue === 1 ? text.lateOne : text.late)}
              </span>
            )}
          </p>
          {cases.length === 0 ? (
            <p class="empty">{t(text.empty)}</p>
          ) : (
            <ul class="board__cases">
              {cases.map((row) => (
                <CaseCard visit={visit} row={row} />
              ))}
            </ul>
          )}
          {total > cases.length && (
            <p>
              <a class="ds-link" href={`/arenden?fas=${phase}`}>
                {t(text.more)} ({total})
              </a>
            </p>
          )}
        </section>
      ))}
    </div>
  )
}

const Select = ({
  id,
  label,
  picked,
  options,
  all,
}: {
  id: string
  label: string
  picked: string
  options: readonly (readonly [string, string])[]
  all: string
}) => (
  <div class="ds-field">
    <label class="ds-label" for={id}>
      {label}
    </label>
    <select class="ds-input" id={id} name={id}>
      <option value="">{all}</option>
      {options.map(([value, name]) => (
        <option value={value} selected={value === picked}>
          {name}
        </option>
      ))}
    </select>
  </div>
)

interface Filter {
  readonly organisation: string
  readonly phase: string
  readonly status: string
}

/** The address is Swedish, the API English; what the lists do not hold is no filter. */
const filterOf = ({ query, county }: Visit): Filter => {
  const one = (name: string, allowed: readonly string[]): string => allowed.find((value) => value === query.get(name)) ?? ''
  return {
    organisation: one(
      'organisation',
      county.organisations.map(({ id }) => id),
    ),
    phase: one('fas', phases),
    status: one('lage', caseStatuses),
  }
}

const FilterForm = ({ visit, filter, isActive }: { visit: Visit; filter: Filter; isActive: boolean }) => {
  const { locale, county } = visit
  const { t } = locale
  return (
    <form class="filter" method="get" action="/arenden" role="search" aria-label={t(text.filter)}>
      <Select
        id="organisation"
        label={t(words.organisation)}
        picked={filter.organisation}
        all={t(words.all)}
        options={county.organisations.map(({ id, name }) => [id, name] as const)}
      />
      <Select
        id="fas"
        label={t(words.phase)}
        picked={filter.phase}
        all={t(words.all)}
        options={phases.map((phase) => [phase, t(phaseNames[phase])] as const)}
      />
      <Select
        id="lage"
        label={t(words.status)}
        picked={filter.status}
        all={t(words.all)}
        options={caseStatuses.map((status) => [status, t(caseStatusNames[status])] as const)}
      />
      <button class="ds-button" data-variant="secondary" type="submit">
        {t(text.show)}
      </button>
      {isActive && (
        <a class="ds-link" href="/arenden">
          {t(text.clear)}
        </a>
      )}
    </form>
  )
}

const Rows = ({ visit, cases }: { visit: Visit; cases: readonly CaseRow[] }) => {
  const { locale } = visit
  const { t } = locale
  if (cases.length === 0) return <p class="empty">{t(text.none)}</p>
  return (
    <DataTable
      caption={t(text.found)}
      columns={[words.case, words.organisation, words.phase, words.status, words.ball, words.dueOn].map((label) => ({
        label: t(label),
      }))}
      rows={cases.map((row) => [
        <>
          <a class="ds-link" href={`/arenden/${row.caseId}`}>
            {row.title}
          </a>
          <span class="note block">{row.caseNumber}</span>
        </>,
        organisationName(visit, row.organisation),
        t(phaseNames[row.phase]),
        <CaseStatusTag status={row.status} locale={locale} />,
        ballHolder(visit, row.ball),
        <Due date={row.dueOn} isOverdue={row.isOverdue} locale={locale} />,
      ])}
    />
  )
}

const pageSize = 50

const apiQuery = ({ organisation, phase, status }: Filter, cursor: string | null): string => {
  const parameters = { organisation, phase, status, cursor: cursor ?? '', limit: String(pageSize) }
  return new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '')).toString()
}

const nextHref = ({ query }: Visit, cursor: string): string => {
  const parameters = new URLSearchParams(query)
  parameters.set('sida', cursor)
  return `/arenden?${parameters.toString()}`
}

export const boardPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const filter = filterOf(visit)
  const isActive = Object.values(filter).some((value) => value !== '')
  const listed = isActive
    ? await visit.api.read(`/v1/insight/cases?${apiQuery(filter, visit.query.get('sida'))}`, caseList)
    : undefined
  return show(
    c,
    <Page visit={visit} title={t(text.title)} isWide>
      <h1 class="ds-heading" data-size="lg">
        {t(text.title)}
      </h1>
      <p>{t(text.lead)}</p>
      <FilterForm visit={visit} filter={filter} isActive={isActive} />
      {listed ? (
        <Rows visit={visit} cases={listed.value.cases} />
      ) : (
        <Columns visit={visit} board={(await visit.api.read('/v1/insight/board', boardView)).value} />
      )}
      {listed?.nextCursor && (
        <p>
          <a class="ds-button" data-variant="secondary" href={nextHref(visit, listed.nextCursor)}>
            {t(words.nextPage)}
          </a>
        </p>
      )}
    </Page>,
  )
}
