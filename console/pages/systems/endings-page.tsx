import type { Text } from '#contracts/language.ts'
import { systemCategories, systemCategoryNames } from '#contracts/system-map.ts'
import { contractEndings } from '../../api/system-views.ts'
import type { ContractEnding } from '../../api/system-views.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { organisationName } from '../../layout/names.ts'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { EndingsFigure, EndingsTable } from './endings-figure.tsx'
import { FilterChoice, MapFilter, OrganisationChoice, chosenOf, chosenOrganisation, withQuery } from './map-filter.tsx'
import { SystemMapNav } from './system-map-nav.tsx'
import { mapCrumbs, mapPath, systemWords } from './system-words.ts'

/** The planning window: contracts that run out, so that those whose turn comes at the same time can buy together. */

const text = {
  lead: {
    sv: 'Avtal som löper ut, eller där en option måste avgöras, under planeringsperioden. Två år räcker normalt för att gå från behov till införd tjänst.',
    en: 'Contracts that run out, or where an option must be decided on, within the planning window. Two years are usually enough to go from need to a service in use.',
  },
  window: { sv: 'Hur långt fram', en: 'How far ahead' },
  months: { sv: 'månader', en: 'months' },
  together: { sv: 'Kategorier där flera kan köpa tillsammans', en: 'Categories where several can buy together' },
  togetherNone: {
    sv: 'Ingen kategori har avtal hos mer än en organisation under perioden.',
    en: 'No category has contracts at more than one organisation within the window.',
  },
  organisations: { sv: 'Organisationer', en: 'Organisations' },
  period: { sv: 'Löper ut', en: 'Run out' },
  all: { sv: 'Alla avtal under perioden', en: 'All contracts within the window' },
  more: {
    sv: 'Fler avtal finns än som visas. Välj organisation eller kategori.',
    en: 'There are more contracts than are shown. Choose an organisation or a category.',
  },
} as const satisfies Record<string, Text>

const windows = ['6', '12', '18', '24', '36', '48', '60'] as const
/** As in services/catalogue/domain/systems/limits.ts. */
const usualWindow = '24'

interface SharedCategory {
  readonly category: ContractEnding['category']
  readonly endings: readonly ContractEnding[]
  readonly organisations: readonly string[]
}

/** Where more than one organisation has a contract that runs out; most organisations first. */
export const sharedCategories = (endings: readonly ContractEnding[]): SharedCategory[] =>
  [...Map.groupBy(endings, ({ category }) => category)]
    .map(([category, ofCategory]) => ({
      category,
      endings: ofCategory,
      organisations: [...new Set(ofCategory.map(({ organisation }) => organisation))],
    }))
    .filter(({ organisations }) => organisations.length > 1)
    .toSorted((a, b) => b.organisations.length - a.organisations.length)

const SharedTable = ({ visit, endings }: { visit: Visit; endings: readonly ContractEnding[] }) => {
  const { t, shortDay, number } = visit.locale
  const shared = sharedCategories(endings)
  if (shared.length === 0) return <p class="empty">{t(text.togetherNone)}</p>
  return (
    <DataTable
      caption={t(text.together)}
      isCaptionHidden
      columns={[
        { label: t(systemWords.category) },
        { label: t(text.organisations) },
        { label: t(systemWords.contracts), isNumber: true },
        { label: t(text.period) },
      ]}
      rows={shared.map(({ category, endings: ofCategory, organisations }) => {
        const days = ofCategory.flatMap(({ contract }) => contract.endsOn ?? []).toSorted()
        const [first, last] = [days[0], days.at(-1)]
        return [
          <a class="ds-link" href={withQuery(`${mapPath}/samkop`, { kategori: category })}>
            {t(systemCategoryNames[category])}
          </a>,
          organisations.map((one) => organisationName(visit, one)).join(', '),
          number(ofCategory.length),
          first && last && first !== last ? `${shortDay(first)} – ${shortDay(last)}` : first ? shortDay(first) : '–',
        ]
      })}
    />
  )
}

export const endingsPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const organisation = chosenOrganisation(visit)
  const category = chosenOf(visit, 'kategori', systemCategories)
  const months = chosenOf(visit, 'manader', windows) ?? usualWindow
  const { value: read } = await visit.api.read(
    withQuery('/v1/catalogue/contract-endings', { organisation, category, months }),
    contractEndings,
  )
  return show(
    c,
    <Page visit={visit} title={t(systemWords.planning)} crumbs={mapCrumbs(t)} isWide>
      <h1 class="ds-heading" data-size="lg">
        {t(systemWords.planning)}
      </h1>
      <p class="lead">{t(text.lead)}</p>
      <SystemMapNav visit={visit} />
      <MapFilter visit={visit} action={`${mapPath}/avtal`}>
        <FilterChoice
          visit={visit}
          name="manader"
          title={text.window}
          options={windows.map((one) => [one, `${one} ${t(text.months)}`] as const)}
          chosen={months}
        />
        <OrganisationChoice visit={visit} chosen={organisation} />
        <FilterChoice
          visit={visit}
          name="kategori"
          title={systemWords.category}
          options={systemCategories.map((one) => [one, t(systemCategoryNames[one])] as const)}
          chosen={category}
          none={systemWords.any}
        />
      </MapFilter>
      <EndingsFigure visit={visit} read={read} />
      {organisation === undefined && (
        <section aria-labelledby="tillsammans">
          <h2 class="ds-heading" data-size="sm" id="tillsammans">
            {t(text.together)}
          </h2>
          <SharedTable visit={visit} endings={read.endings} />
        </section>
      )}
      {read.endings.length > 0 && (
        <section aria-labelledby="alla">
          <h2 class="ds-heading" data-size="sm" id="alla">
            {t(text.all)}
          </h2>
          <EndingsTable visit={visit} endings={read.endings} caption={t(text.all)} isCaptionHidden />
          {read.total > read.endings.length && <p class="note">{t(text.more)}</p>}
        </section>
      )}
    </Page>,
  )
}
