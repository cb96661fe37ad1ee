import type { Text } from '#contracts/language.ts'
import { careStep, targetGroup } from '#contracts/market.ts'
import { callList, focusGroupList, needList } from '../../api/forum-views.ts'
import { words } from '../../language/words.ts'
import { Page, show } from '../../layout/page.tsx'
import { hasRole, isStaff } from '../../session/user.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { CallItems } from './calendar/call-list.tsx'
import { FocusGroupItems } from './focus-groups/focus-group-list.tsx'
import { forumPlaces } from './forum-places.ts'
import { NeedList } from './needs/need-list.tsx'
import { careStepOptions, targetGroupOptions } from './options.ts'
import { text } from './words.ts'

/** The start of the forum: needs to answer, what goes on, and the way to everything else. */

const own = {
  lead: {
    sv: 'Vården och omsorgen berättar vad som behövs. Företag, forskare, invånare och medarbetare hjälps åt att hitta vägar. Alla ser samma sak vid samma tid.',
    en: 'Care tells what is needed. Companies, researchers, residents and staff help each other to find ways. Everybody sees the same at the same time.',
  },
  newNeed: { sv: 'Beskriv ett behov', en: 'Describe a need' },
  openNeeds: { sv: 'Öppna behov', en: 'Open needs' },
  endedNeeds: { sv: 'Avslutade behov', en: 'Ended needs' },
  ours: { sv: 'Vår organisations behov', en: "Our organisation's needs" },
  show: { sv: 'Visa', en: 'Show' },
  word: { sv: 'Ord i texten', en: 'Word in the text' },
  filter: { sv: 'Visa behov', en: 'Show needs' },
  clear: { sv: 'Rensa', en: 'Clear' },
  none: { sv: 'Inga behov här just nu.', en: 'No needs here at the moment.' },
  noneOurs: { sv: 'Er organisation har inte beskrivit något behov än.', en: 'Your organisation has not described any need yet.' },
  soon: { sv: 'På gång', en: 'Coming up' },
  noCalls: { sv: 'Inget i kalendern just nu.', en: 'Nothing in the calendar at the moment.' },
  noGroups: { sv: 'Ingen fokusgrupp söker deltagare just nu.', en: 'No focus group seeks participants at the moment.' },
  places: { sv: 'I forumet', en: 'In the forum' },
} as const satisfies Record<string, Text>

const pageSize = 20
const shownCalls = 4
const shownGroups = 3

const lists = ['open', 'ended', 'own'] as const
type List = (typeof lists)[number]

const listNames = { open: own.openNeeds, ended: own.endedNeeds, own: own.ours } as const satisfies Record<List, Text>

const listOf = ({ query, user }: Visit): List => {
  const asked = lists.find((list) => list === query.get('visa')) ?? 'open'
  return asked === 'own' && !isStaff(user) ? 'open' : asked
}

/** What the filter asks for, as the service's query; what it does not know is left out. */
const filterOf = ({ query, county }: Visit): Record<string, string> => {
  const group = targetGroup.safeParse(query.get('malgrupp')).data
  const step = careStep.safeParse(query.get('steg')).data
  const organisation = county.organisations.find(({ id }) => id === query.get('organisation'))?.id
  const word = query.get('ord')?.trim().slice(0, 40) ?? ''
  return {
    ...(group && { targetGroup: group }),
    ...(step && { careStep: step }),
    ...(organisation && { organisation }),
    ...(word.length > 1 && { word }),
  }
}

const pathOf = (visit: Visit, list: List): string => {
  const cursor = visit.query.get('sida')
  const page = { limit: String(pageSize), ...(cursor && { cursor }) }
  if (list === 'own') return `/v1/forum/own-needs?${new URLSearchParams(page).toString()}`
  return `/v1/forum/needs?${new URLSearchParams({ list, ...filterOf(visit), ...page }).toString()}`
}

const Select = ({
  visit,
  name,
  label,
  options,
}: {
  visit: Visit
  name: string
  label: string
  options: readonly { readonly value: string; readonly label: string }[]
}) => (
  <div class="ds-field">
    <label class="ds-label" for={`filter-${name}`}>
      {label}
    </label>
    <select class="ds-input" id={`filter-${name}`} name={name}>
      <option value="">{visit.locale.t(words.all)}</option>
      {options.map((option) => (
        <option value={option.value} selected={visit.query.get(name) === option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
)

const Filter = ({ visit, list }: { visit: Visit; list: List }) => {
  const { t } = visit.locale
  return (
    <form method="get" action="/forum" class="filter no-print">
      {list !== 'open' && <input type="hidden" name="visa" value={list} />}
      <div class="ds-field">
        <label class="ds-label" for="filter-ord">
          {t(own.word)}
        </label>
        <input class="ds-input" type="search" id="filter-ord" name="ord" maxlength={40} value={visit.query.get('ord') ?? ''} />
      </div>
      <Select
        visit={visit}
        name="malgrupp"
        label={t(text.targetGroups)}
        options={targetGroupOptions.map(({ value, label }) => ({ value, label: t(label) }))}
      />
      <Select
        visit={visit}
        name="steg"
        label={t(text.careSteps)}
        options={careStepOptions.map(({ value, label }) => ({ value, label: t(label) }))}
      />
      <Select
        visit={visit}
        name="organisation"
        label={t(words.organisation)}
        options={visit.county.organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <button class="ds-button" data-variant="secondary" type="submit">
        {t(own.show)}
      </button>
      <a class="ds-link" href="/forum">
        {t(own.clear)}
      </a>
    </form>
  )
}

const Lists = ({ visit, list }: { visit: Visit; list: List }) => (
  <nav aria-label={visit.locale.t(own.filter)} class="no-print">
    <ul class="links">
      {lists
        .filter((one) => one !== 'own' || isStaff(visit.user))
        .map((one) => (
          <li>
            <a
              class="ds-link"
              href={one === 'open' ? '/forum' : `/forum?visa=${one}`}
              aria-current={one === list ? 'page' : undefined}
            >
              {visit.locale.t(listNames[one])}
            </a>
          </li>
        ))}
    </ul>
  </nav>
)

const nextHref = ({ query }: Visit, cursor: string): string => {
  const next = new URLSearchParams(query)
  next.set('sida', cursor)
  next.delete('klart')
  return `/forum?${next.toString()}`
}

export const forumPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { api, locale, user } = visit
  const { t } = locale
  const list = listOf(visit)
  const [needs, { value: calendar }, { value: groups }] = await Promise.all([
    api.read(pathOf(visit, list), needList),
    api.read('/v1/forum/calls', callList),
    api.read(`/v1/forum/focus-groups?status=open&limit=${shownGroups}`, focusGroupList),
  ])
  return show(
    c,
    <Page visit={visit} title={t(words.forum)} crumbs={[{ href: '/marknad', label: t(words.market) }]} isWide>
      <h1 class="ds-heading" data-size="lg">
        {t(words.forum)}
      </h1>
      <p class="lead">{t(own.lead)}</p>
      <div class="columns">
        <div>
          {hasRole(user, 'caseOfficer', 'forumFacilitator') && (
            <p class="actions no-print">
              <a class="ds-button" href="/forum/behov/nytt">
                {t(own.newNeed)}
              </a>
            </p>
          )}
          <Lists visit={visit} list={list} />
          {list !== 'own' && <Filter visit={visit} list={list} />}
          <section aria-labelledby="behov">
            <h2 class="ds-heading" data-size="sm" id="behov">
              {t(listNames[list])}
            </h2>
            <NeedList visit={visit} needs={needs.value.needs} level="h3" empty={t(list === 'own' ? own.noneOurs : own.none)} />
            {needs.nextCursor && (
              <p>
                <a class="ds-button" data-variant="secondary" href={nextHref(visit, needs.nextCursor)}>
                  {t(words.nextPage)}
                </a>
              </p>
            )}
          </section>
        </div>
        <aside aria-label={t(own.places)}>
          <h2 class="ds-heading" data-size="2xs">
            {t(own.places)}
          </h2>
          <ul class="plain">
            {forumPlaces
              .filter(({ isFor }) => !isFor || isFor(user))
              .map(({ href, label }) => (
                <li>
                  <a class="ds-link" href={href}>
                    {t(label)}
                  </a>
                </li>
              ))}
          </ul>
          <h2 class="ds-heading" data-size="2xs">
            {t(own.soon)}
          </h2>
          <CallItems visit={visit} calls={calendar.calls.slice(0, shownCalls)} empty={t(own.noCalls)} />
          <h2 class="ds-heading" data-size="2xs">
            {t(text.focusGroups)}
          </h2>
          <FocusGroupItems visit={visit} groups={groups.focusGroups} empty={t(own.noGroups)} />
        </aside>
      </div>
    </Page>,
  )
}
