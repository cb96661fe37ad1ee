import type { Text } from '#contracts/language.ts'
import { measureList } from '../../api/measure-views.ts'
import type { Measure } from '../../api/measure-views.ts'
import { words } from '../../language/words.ts'
import { Page, show } from '../../layout/page.tsx'
import { hasRole } from '../../session/user.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { measuresPath } from './load-measures.ts'
import type { MeasureFilter } from './load-measures.ts'
import { MeasureTable } from './measure-list.tsx'

/** What is to be measured in all cases: the list that somebody who answers for benefits works from. */

const text = {
  title: { sv: 'Mätningar att göra', en: 'Measurements to take' },
  lead: {
    sv: 'Varje nytta med ett mått mäts innan tjänsten införs, sedan minst en gång om året, och på måldagen. Det som brådskar mest står först.',
    en: "Every benefit with a measure is measured before the service is introduced, then at least once a year, and on the target's day. The most urgent comes first.",
  },
  filter: { sv: 'Visa en del av mätningarna', en: 'Show some of the measurements' },
  show: { sv: 'Visa', en: 'Show' },
  allOrganisations: { sv: 'Alla', en: 'All' },
  owner: { sv: 'Ansvarig för nyttan', en: 'Owner of the benefit' },
  ownerHelp: { sv: 'Så som det står på raden.', en: 'As it stands on the line.' },
  none: { sv: 'Inget att mäta här.', en: 'Nothing to measure here.' },
  portfolio: { sv: 'Nyttoportfölj', en: 'Portfolio of benefits' },
  import: { sv: 'Registrera från en fil', en: 'Record from a file' },
} as const satisfies Record<string, Text>

export const measureStatusNames = {
  missed: { sv: 'Försenade', en: 'Overdue' },
  due: { sv: 'Inom 30 dagar', en: 'Within 30 days' },
  upcoming: { sv: 'Senare', en: 'Later' },
} as const satisfies Record<Measure['status'], Text>

const allStatuses: Text = { sv: 'Alla', en: 'All' }

const statusOf = (asked: string | null): Measure['status'] | undefined =>
  asked !== null && Object.hasOwn(measureStatusNames, asked) ? (asked as Measure['status']) : undefined // hasOwn has just said so

/** One's own organisation until something else has been chosen. */
const filterOf = ({ query, user }: Visit): MeasureFilter => ({
  organisation: query.get('organisation') ?? user?.organisation,
  status: statusOf(query.get('lage')),
  owner: query.get('ansvarig')?.trim() ?? undefined,
})

const pageQuery = ({ organisation, status, owner }: MeasureFilter, cursor: string): string =>
  new URLSearchParams({ organisation: organisation ?? '', lage: status ?? '', ansvarig: owner ?? '', sida: cursor }).toString()

const FilterForm = ({ visit, filter }: { visit: Visit; filter: MeasureFilter }) => {
  const { t } = visit.locale
  return (
    <form method="get" action="/nytta/matningar" class="filter no-print" aria-label={t(text.filter)}>
      <div class="ds-field">
        <label class="ds-label" for="organisation">
          {t(words.organisation)}
        </label>
        <select class="ds-input" id="organisation" name="organisation">
          <option value="" selected={!filter.organisation}>
            {t(text.allOrganisations)}
          </option>
          {visit.county.organisations.map(({ id, name }) => (
            <option value={id} selected={id === filter.organisation}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="ds-field">
        <label class="ds-label" for="lage">
          {t(words.status)}
        </label>
        <select class="ds-input" id="lage" name="lage">
          <option value="" selected={filter.status === undefined}>
            {t(allStatuses)}
          </option>
          {Object.entries(measureStatusNames).map(([status, name]) => (
            <option value={status} selected={status === filter.status}>
              {t(name)}
            </option>
          ))}
        </select>
      </div>
      <div class="ds-field">
        <label class="ds-label" for="ansvarig">
          {t(text.owner)}
        </label>
        <input
          class="ds-input"
          id="ansvarig"
          name="ansvarig"
          value={filter.owner}
          maxlength={200}
          aria-describedby="ansvarig-help"
        />
        <p class="note" id="ansvarig-help">
          {t(text.ownerHelp)}
        </p>
      </div>
      <button class="ds-button" data-variant="secondary" type="submit">
        {t(text.show)}
      </button>
    </form>
  )
}

export const measuresPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const filter = filterOf(visit)
  const read = await visit.api.read(measuresPath(filter, 50, visit.query.get('sida') ?? undefined), measureList)
  const { cases } = read.value
  return show(
    c,
    <Page visit={visit} title={t(text.title)} isWide>
      <h1 class="ds-heading" data-size="lg">
        {t(text.title)}
      </h1>
      <p>{t(text.lead)}</p>
      <nav aria-label={t(words.benefits)} class="no-print">
        <ul class="links">
          <li>
            <a class="ds-link" href="/nytta">
              {t(text.portfolio)}
            </a>
          </li>
          {hasRole(visit.user, 'caseOfficer', 'specialist') && (
            <li>
              <a class="ds-link" href="/nytta/matningar/import">
                {t(text.import)}
              </a>
            </li>
          )}
        </ul>
      </nav>
      <FilterForm visit={visit} filter={filter} />
      {cases.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <MeasureTable visit={visit} cases={cases} caption={t(text.title)} />
      )}
      {read.nextCursor && (
        <p>
          <a class="ds-button" data-variant="secondary" href={`/nytta/matningar?${pageQuery(filter, read.nextCursor)}`}>
            {t(words.nextPage)}
          </a>
        </p>
      )}
    </Page>,
  )
}
