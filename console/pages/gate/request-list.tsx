import { gateNames, phaseNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { requestList } from '../../api/gate-views.ts'
import type { RequestRow } from '../../api/gate-views.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { Due } from '../../layout/due.tsx'
import { officeName, organisationName } from '../../layout/names.ts'
import { Page, show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { hasRole } from '../../session/user.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'

/** Decisions that wait, have been made or have expired. */

const lists = {
  open: { sv: 'Väntar på beslut', en: 'Awaiting a decision' },
  decided: { sv: 'Beslutade', en: 'Decided' },
  expired: { sv: 'Tiden har gått ut', en: 'Expired' },
} as const satisfies Record<string, Text>

const text = {
  lead: { sv: 'Begäran om beslut vid länets beslutspunkter.', en: "Requests for decisions at the county's gates." },
  report: { sv: 'Rapport till nämnden', en: 'Report to the board' },
  none: { sv: 'Inga beslut här.', en: 'No decisions here.' },
  possible: { sv: 'Fortsätt är möjligt', en: 'Go is possible' },
  impossible: { sv: 'Kriterier återstår', en: 'Criteria remain' },
  mayDecide: { sv: 'Får besluta', en: 'May decide' },
  evidence: { sv: 'Underlag', en: 'Evidence' },
} as const satisfies Record<string, Text>

type ListName = keyof typeof lists

const listName = (asked: string | null): ListName =>
  asked !== null && Object.hasOwn(lists, asked) ? (asked as ListName) : 'open' // hasOwn has just said so

const cellsOf = (visit: Visit, request: RequestRow, name: ListName) => {
  const { locale } = visit
  const { t } = locale
  return [
    <>
      <a class="ds-link" href={`/beslut/${request.requestId}`}>
        {request.case.title}
      </a>
      <span class="note block">
        {request.case.caseNumber} · {organisationName(visit, request.case.organisation)}
      </span>
    </>,
    <>
      {t(gateNames[request.gate])}
      <span class="note block">
        {t(phaseNames[request.phase])}, {t(words.round).toLowerCase()} {request.round}
      </span>
    </>,
    locale.list(request.offices.map((office) => officeName(visit, office))),
    request.isGoPossible ? (
      <Tag color="success" icon="check">
        {t(text.possible)}
      </Tag>
    ) : (
      <Tag color="warning" icon="cross">
        {t(text.impossible)}
      </Tag>
    ),
    <Due date={request.dueOn} isOverdue={name === 'open' && request.dueOn < locale.today} locale={locale} />,
  ]
}

export const requestListPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const name = listName(visit.query.get('visa'))
  const cursor = visit.query.get('sida')
  const read = await visit.api.read(
    `/v1/gates/decision-requests?status=${name}&limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    requestList,
  )
  const { requests } = read.value
  return show(
    c,
    <Page visit={visit} title={t(words.decisions)} isWide>
      <h1 class="ds-heading" data-size="lg">
        {t(words.decisions)}
      </h1>
      <p>{t(text.lead)}</p>
      {hasRole(visit.user, 'decisionMaker', 'caseOfficer', 'operations') && (
        <p>
          <a class="ds-link" href="/rapporter/namnd">
            {t(text.report)}
          </a>
        </p>
      )}
      <nav aria-label={t(words.decisions)}>
        <ul class="links">
          {Object.entries(lists).map(([key, label]) => (
            <li>
              <a class="ds-link" href={`/beslut?visa=${key}`} aria-current={key === name ? 'page' : undefined}>
                {t(label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {requests.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <DataTable
          caption={t(lists[name])}
          columns={[words.case, words.gate, text.mayDecide, text.evidence, words.dueOn].map((label) => ({ label: t(label) }))}
          rows={requests.map((request) => cellsOf(visit, request, name))}
        />
      )}
      {read.nextCursor && (
        <p>
          <a class="ds-button" data-variant="secondary" href={`/beslut?visa=${name}&sida=${encodeURIComponent(read.nextCursor)}`}>
            {t(words.nextPage)}
          </a>
        </p>
      )}
    </Page>,
  )
}
