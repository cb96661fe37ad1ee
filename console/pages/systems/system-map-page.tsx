import type { Text } from '#contracts/language.ts'
import { systemCategories, systemCategoryNames, systemStatusNames, systemStatuses } from '#contracts/system-map.ts'
import { contractEndings, systemGroups, systemList } from '../../api/system-views.ts'
import type { SystemGroup, SystemSummary } from '../../api/system-views.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { organisationName } from '../../layout/names.ts'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { EndingsFigure } from './endings-figure.tsx'
import { FilterChoice, FilterText, MapFilter, OrganisationChoice, withQuery } from './map-filter.tsx'
import { pageQuery, selectionOf } from './map-selection.ts'
import type { MapSelection } from './map-selection.ts'
import { SystemMapNav } from './system-map-nav.tsx'
import { SystemStatusTag } from './system-status-tag.tsx'
import { mapPath, marketCrumb, systemPath, systemWords } from './system-words.ts'

/** The map: which systems there are, who has them, and which contracts run out first. */

const text = {
  lead: {
    sv: 'Vilka system länets organisationer har, av vem och hur länge avtalen löper. Varje organisation håller sin del aktuell; hela den offentliga sidan kan läsa.',
    en: "Which systems the county's organisations have, from whom, and how long the contracts run. Each organisation keeps its own part up to date; the whole public side can read.",
  },
  systems: { sv: 'System', en: 'Systems' },
  who: { sv: 'Vem har vad', en: 'Who has what' },
  whoLead: {
    sv: 'Samma system från samma leverantör, det som flest organisationer har först.',
    en: 'The same system from the same supplier, what most organisations have first.',
  },
  asList: { sv: 'Visa som lista', en: 'Show as a list' },
  asGroups: { sv: 'Visa vem som har vad', en: 'Show who has what' },
  none: { sv: 'Inga system passar urvalet.', en: 'No systems fit the selection.' },
  count: { sv: 'system', en: 'systems' },
  words: { sv: 'Ord i namn, syfte eller funktion', en: 'Words in name, purpose or function' },
  standard: { sv: 'Standard', en: 'Standard' },
  organisations: { sv: 'Organisationer', en: 'Organisations' },
  export: { sv: 'Hämta urvalet som', en: 'Get the selection as' },
  callOff: { sv: 'Avrop möjligt för namngivna', en: 'Call-off by those named' },
} as const satisfies Record<string, Text>

const Filter = ({ visit, selection }: { visit: Visit; selection: MapSelection }) => {
  const { t } = visit.locale
  return (
    <MapFilter visit={visit} action={mapPath}>
      <OrganisationChoice visit={visit} chosen={selection.organisation} />
      <FilterChoice
        visit={visit}
        name="kategori"
        title={systemWords.category}
        options={systemCategories.map((one) => [one, t(systemCategoryNames[one])] as const)}
        chosen={selection.category}
        none={systemWords.any}
      />
      <FilterChoice
        visit={visit}
        name="lage"
        title={words.status}
        options={systemStatuses.map((one) => [one, t(systemStatusNames[one])] as const)}
        chosen={selection.status}
        none={systemWords.any}
      />
      <FilterText visit={visit} name="ord" title={text.words} value={selection.text} />
      <FilterText visit={visit} name="leverantor" title={systemWords.supplier} value={selection.supplier} />
      <FilterText visit={visit} name="standard" title={text.standard} value={selection.standard} />
      {visit.query.get('visa') === 'grupper' && <input type="hidden" name="visa" value="grupper" />}
    </MapFilter>
  )
}

const endingWords = (visit: Visit, { contracts, endsOn, endsWithOptionsOn }: SystemSummary) => {
  const { t, shortDay } = visit.locale
  if (endsOn === undefined) return contracts > 0 ? t(systemWords.untilFurther) : '–'
  return (
    <>
      {shortDay(endsOn)}
      {endsWithOptionsOn !== undefined && endsWithOptionsOn !== endsOn && (
        <span class="note block">
          {t(systemWords.endsWithOptionsOn).toLocaleLowerCase('sv')} {shortDay(endsWithOptionsOn)}
        </span>
      )}
    </>
  )
}

const SystemTable = ({ visit, systems }: { visit: Visit; systems: readonly SystemSummary[] }) => {
  const { t } = visit.locale
  return (
    <DataTable
      caption={t(text.systems)}
      isCaptionHidden
      columns={[
        systemWords.system,
        words.organisation,
        systemWords.category,
        systemWords.supplier,
        words.status,
        systemWords.endsOn,
      ].map((label) => ({ label: t(label) }))}
      rows={systems.map((system) => [
        <a class="ds-link" href={systemPath(system.systemId)}>
          {system.name}
        </a>,
        organisationName(visit, system.organisation),
        t(systemCategoryNames[system.category]),
        system.supplier,
        <>
          <SystemStatusTag visit={visit} status={system.status} />
          {system.hasCallOff && <span class="note block">{t(text.callOff)}</span>}
        </>,
        endingWords(visit, system),
      ])}
    />
  )
}

const GroupTable = ({ visit, groups }: { visit: Visit; groups: readonly SystemGroup[] }) => {
  const { t } = visit.locale
  return (
    <DataTable
      caption={t(text.who)}
      isCaptionHidden
      columns={[{ label: t(systemWords.system) }, { label: t(systemWords.supplier) }, { label: t(text.organisations) }]}
      rows={groups.map(({ name, supplier, systems }) => [
        name,
        supplier,
        <ul class="plain">
          {systems.map((system) => (
            <li>
              <a class="ds-link" href={systemPath(system.systemId)}>
                {organisationName(visit, system.organisation)}
              </a>{' '}
              <span class="note">{endingWords(visit, system)}</span>
            </li>
          ))}
        </ul>,
      ])}
    />
  )
}

const Exports = ({ visit, selection }: { visit: Visit; selection: MapSelection }) => {
  const { t } = visit.locale
  return (
    <p class="no-print">
      {t(text.export)}{' '}
      {(['xlsx', 'csv', 'json'] as const).map((format) => (
        <>
          <a class="ds-link" href={withQuery(`${mapPath}/export.${format}`, pageQuery(selection))}>
            {{ xlsx: 'Excel', csv: 'CSV', json: 'JSON' }[format]}
          </a>{' '}
        </>
      ))}
    </p>
  )
}

const pageSize = '50'
const groupLimit = '100'

const Systems = async ({ visit, selection }: { visit: Visit; selection: MapSelection }) => {
  const { t, number } = visit.locale
  const cursor = visit.query.get('sida') ?? undefined
  const read = await visit.api.read(withQuery('/v1/catalogue/systems', { ...selection, limit: pageSize, cursor }), systemList)
  const { total, systems } = read.value
  return (
    <>
      <p>
        {number(total)} {t(text.count)}.{' '}
        <a class="ds-link no-print" href={withQuery(mapPath, { ...pageQuery(selection), visa: 'grupper' })}>
          {t(text.asGroups)}
        </a>
      </p>
      {systems.length === 0 ? <p class="empty">{t(text.none)}</p> : <SystemTable visit={visit} systems={systems} />}
      {read.nextCursor && (
        <p class="no-print">
          <a
            class="ds-button"
            data-variant="secondary"
            href={withQuery(mapPath, { ...pageQuery(selection), sida: read.nextCursor })}
          >
            {t(words.nextPage)}
          </a>
        </p>
      )}
    </>
  )
}

const Groups = async ({ visit, selection }: { visit: Visit; selection: MapSelection }) => {
  const { t } = visit.locale
  const read = await visit.api.read(withQuery('/v1/catalogue/system-groups', { ...selection, limit: groupLimit }), systemGroups)
  const { groups } = read.value
  return (
    <>
      <p>
        {t(text.whoLead)}{' '}
        <a class="ds-link no-print" href={withQuery(mapPath, pageQuery(selection))}>
          {t(text.asList)}
        </a>
      </p>
      {groups.length === 0 ? <p class="empty">{t(text.none)}</p> : <GroupTable visit={visit} groups={groups} />}
    </>
  )
}

export const systemMapPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const selection = selectionOf(visit)
  const { organisation, category } = selection
  const isGrouped = visit.query.get('visa') === 'grupper'
  const { value: endings } = await visit.api.read(
    withQuery('/v1/catalogue/contract-endings', { organisation, category }),
    contractEndings,
  )
  return show(
    c,
    <Page visit={visit} title={t(words.systemMap)} crumbs={[marketCrumb(t)]} isWide>
      <h1 class="ds-heading" data-size="lg">
        {t(words.systemMap)}
      </h1>
      <p class="lead">{t(text.lead)}</p>
      <SystemMapNav visit={visit} />
      <Filter visit={visit} selection={selection} />
      <section aria-labelledby="system">
        <h2 class="ds-heading" data-size="sm" id="system">
          {t(isGrouped ? text.who : text.systems)}
        </h2>
        {isGrouped ? await Groups({ visit, selection }) : await Systems({ visit, selection })}
        <Exports visit={visit} selection={selection} />
      </section>
      <section aria-labelledby="loper-ut">
        <h2 class="ds-heading" data-size="sm" id="loper-ut">
          {t(systemWords.planning)}
        </h2>
        <EndingsFigure visit={visit} read={endings} />
        <p>
          <a class="ds-link" href={withQuery(`${mapPath}/avtal`, { organisation, kategori: category })}>
            {t(systemWords.planning)}
          </a>
        </p>
      </section>
    </Page>,
  )
}
