import type { Child } from 'hono/jsx'
import { conditionTermNames, forceNames, libraryKindNames } from '#contracts/requirement-library.ts'
import type { Text } from '#contracts/language.ts'
import { requirementList } from '../../api/library-views.ts'
import type { Requirement } from '../../api/library-views.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { Page, show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { hasRole, isStaff } from '../../session/user.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { askedOf, isForAllTimes, searchOf } from './load-requirements.ts'
import type { FilterName } from './load-requirements.ts'
import { exportFormats } from './export-formats.ts'
import { libraryWords, standingColors, standingNames } from './words.ts'

/** The requirement library, to be searched by everybody. */

const text = {
  lead: {
    sv: 'Krav att återanvända. Varje krav har en källa, anger när det gäller och hur det verifieras, och säger till om det kan stänga ute små företag.',
    en: 'Requirements to reuse. Each has a source, says when it applies and how it is verified, and tells whether it may shut out small suppliers.',
  },
  search: { sv: 'Sök i kravbiblioteket', en: 'Search the requirement library' },
  text: { sv: 'Ord', en: 'Words' },
  condition: { sv: 'Gäller när tjänsten', en: 'Applies when the service' },
  time: { sv: 'Tid', en: 'Time' },
  today: { sv: 'Gäller i dag', en: 'In force today' },
  allTimes: { sv: 'Även framtida och avslutade', en: 'Also future and ended' },
  show: { sv: 'Sök', en: 'Search' },
  clear: { sv: 'Rensa', en: 'Clear' },
  none: { sv: 'Inget krav stämmer med sökningen.', en: 'No requirement matches the search.' },
  export: { sv: 'Hämta det som sökningen visar:', en: 'Download what the search shows:' },
  shutsOut: { sv: 'kan stänga ute små företag', en: 'may shut out small suppliers' },
} as const satisfies Record<string, Text>

const Choice = ({
  visit,
  name,
  label,
  options,
  first,
}: {
  visit: Visit
  name: FilterName | 'tid'
  label: string
  options: readonly { readonly value: string; readonly label: string }[]
  first: string
}) => (
  <div class="ds-field">
    <label class="ds-label" for={name}>
      {label}
    </label>
    <select class="ds-input" id={name} name={name}>
      <option value="">{first}</option>
      {options.map((option) => (
        <option value={option.value} selected={option.value === visit.query.get(name)}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
)

const Words = ({ visit, name, label }: { visit: Visit; name: FilterName; label: string }) => (
  <div class="ds-field">
    <label class="ds-label" for={name}>
      {label}
    </label>
    <input class="ds-input" id={name} name={name} value={visit.query.get(name) ?? ''} maxlength={100} />
  </div>
)

const named = (names: Readonly<Record<string, Text>>, { locale: { t } }: Visit) =>
  Object.entries(names).map(([value, label]) => ({ value, label: t(label) }))

const SearchForm = ({ visit }: { visit: Visit }) => {
  const { t } = visit.locale
  const all = t(words.all)
  return (
    <form method="get" action="/kravbibliotek" class="filter no-print" role="search" aria-label={t(text.search)}>
      <Words visit={visit} name="ord" label={t(text.text)} />
      <Choice visit={visit} name="slag" label={t(libraryWords.kind)} options={named(libraryKindNames, visit)} first={all} />
      <Choice visit={visit} name="styrka" label={t(libraryWords.force)} options={named(forceNames, visit)} first={all} />
      <Words visit={visit} name="kalla" label={t(libraryWords.source)} />
      <Choice visit={visit} name="villkor" label={t(text.condition)} options={named(conditionTermNames, visit)} first={all} />
      <Choice
        visit={visit}
        name="tid"
        label={t(text.time)}
        options={[{ value: 'alla', label: t(text.allTimes) }]}
        first={t(text.today)}
      />
      <button class="ds-button" data-variant="secondary" type="submit">
        {t(text.show)}
      </button>
      <a class="ds-link" href="/kravbibliotek">
        {t(text.clear)}
      </a>
    </form>
  )
}

const Ways = ({ visit }: { visit: Visit }) => {
  const { t } = visit.locale
  const { user } = visit
  const ways = [
    { href: '/kravbibliotek/kontroll', label: libraryWords.check },
    ...(isStaff(user) ? [{ href: '/kravbibliotek/forslag', label: libraryWords.suggestions }] : []),
    ...(isStaff(user) ? [{ href: '/kravbibliotek/forslag/nytt', label: libraryWords.suggest }] : []),
    ...(hasRole(user, 'curator') ? [{ href: '/kravbibliotek/nytt', label: libraryWords.add }] : []),
    ...(hasRole(user, 'curator') ? [{ href: '/kravbibliotek/import', label: libraryWords.import }] : []),
  ]
  return (
    <nav aria-label={t(words.requirementLibrary)} class="no-print">
      <ul class="links">
        {ways.map(({ href, label }) => (
          <li>
            <a class="ds-link" href={href}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const rowOf = (one: Requirement, { locale: { t } }: Visit): Child[] => [
  <a class="ds-link" href={`/kravbibliotek/${one.id}`}>
    {one.id}
  </a>,
  <>
    {t(one.text)}
    {one.barrier.level !== 'none' && <span class="note block">{t(text.shutsOut)}</span>}
    {one.standing !== 'inForce' && (
      <span class="block">
        <Tag color={standingColors[one.standing]}>{t(standingNames[one.standing])}</Tag>
      </span>
    )}
  </>,
  t(libraryKindNames[one.kind]),
  <>
    {one.sources.map(({ document, clause }) => (
      <span class="block">
        {document}, {clause}
      </span>
    ))}
  </>,
]

const pageSize = '50'

export const libraryPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const asked = askedOf(visit)
  asked.set('limit', pageSize)
  const cursor = visit.query.get('sida')
  if (cursor) asked.set('cursor', cursor)
  const read = await visit.api.read(`/v1/catalogue/library/requirements?${asked.toString()}`, requirementList)
  const { requirements } = read.value
  const next = searchOf(visit)
  if (read.nextCursor) next.set('sida', read.nextCursor)
  const search = searchOf(visit).toString()
  return show(
    c,
    <Page visit={visit} title={t(words.requirementLibrary)} crumbs={[{ href: '/marknad', label: t(words.market) }]}>
      <h1 class="ds-heading" data-size="lg">
        {t(words.requirementLibrary)}
      </h1>
      <p class="lead measure">{t(text.lead)}</p>
      <Ways visit={visit} />
      <SearchForm visit={visit} />
      {requirements.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <DataTable
          caption={t(isForAllTimes(visit) ? text.allTimes : text.today)}
          columns={[libraryWords.number, libraryWords.requirement, libraryWords.kind, libraryWords.sources].map((label) => ({
            label: t(label),
          }))}
          rows={requirements.map((one) => rowOf(one, visit))}
        />
      )}
      {read.nextCursor && (
        <p>
          <a class="ds-button" data-variant="secondary" href={`/kravbibliotek?${next.toString()}`}>
            {t(words.nextPage)}
          </a>
        </p>
      )}
      <p class="no-print">
        {t(text.export)}{' '}
        {exportFormats.map((format) => (
          <>
            <a class="ds-link" href={`/kravbibliotek/export.${format}${search ? `?${search}` : ''}`}>
              {format.toUpperCase()}
            </a>{' '}
          </>
        ))}
      </p>
    </Page>,
  )
}
