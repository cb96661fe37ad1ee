import type { Text } from '#contracts/language.ts'
import { callList, needList } from '../../api/forum-views.ts'
import { words } from '../../language/words.ts'
import { marketPlaces } from '../../layout/market-places.ts'
import { Page, show } from '../../layout/page.tsx'
import { isStaff, isSupplier } from '../../session/user.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext } from '../../visit.ts'
import { CallItems } from '../forum/calendar/call-list.tsx'
import { NeedList } from '../forum/needs/need-list.tsx'

/** Where need meets supply: the way in to the market's areas, and what is new there. */

const text = {
  lead: {
    sv: 'Här möts vårdens och omsorgens behov och det som företagen kan erbjuda. Alla får samma information vid samma tid.',
    en: 'Here the needs of care meet what companies can offer. Everybody gets the same information at the same time.',
  },
  places: { sv: 'Platser på marknaden', en: 'Places of the market' },
  latest: { sv: 'Senaste behoven', en: 'Latest needs' },
  allNeeds: { sv: 'Alla behov', en: 'All needs' },
  noNeeds: { sv: 'Inga öppna behov just nu.', en: 'No open needs at the moment.' },
  soon: { sv: 'På gång', en: 'Coming up' },
  calendar: { sv: 'Hela kalendern', en: 'The whole calendar' },
  noCalls: { sv: 'Inget i kalendern just nu.', en: 'Nothing in the calendar at the moment.' },
  supplierTitle: { sv: 'Är du leverantör?', en: 'Are you a supplier?' },
  supplier: {
    sv: 'Beskriv ditt företag och dina produkter en gång. De hittas av alla organisationer i länet, på samma villkor som andras.',
    en: "Describe your company and your products once. Every organisation of the county finds them, on the same terms as others'.",
  },
  signIn: { sv: 'Logga in som leverantör', en: 'Sign in as a supplier' },
} as const satisfies Record<string, Text>

const shownNeeds = 4
const shownCalls = 4

export const marketPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { api, locale, user } = visit
  const { t } = locale
  const [{ value: needs }, { value: calendar }] = await Promise.all([
    api.read(`/v1/forum/needs?limit=${shownNeeds}`, needList),
    api.read('/v1/forum/calls', callList),
  ])
  const places = marketPlaces.filter(({ isForStaff }) => !isForStaff || isStaff(user))
  return show(
    c,
    <Page visit={visit} title={t(words.market)} isWide>
      <h1 class="ds-heading" data-size="lg">
        {t(words.market)}
      </h1>
      <p class="lead">{t(text.lead)}</p>
      <div class="columns">
        <div>
          <section aria-labelledby="platser">
            <h2 class="ds-heading" data-size="sm" id="platser">
              {t(text.places)}
            </h2>
            <ul class="market-list">
              {places.map(({ href, label, about }) => (
                <li>
                  <h3 class="ds-heading" data-size="2xs">
                    <a class="ds-link" href={href}>
                      {t(label)}
                    </a>
                  </h3>
                  <p class="measure">{t(about)}</p>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="senaste">
            <h2 class="ds-heading" data-size="sm" id="senaste">
              {t(text.latest)}
            </h2>
            <NeedList visit={visit} needs={needs.needs} level="h3" empty={t(text.noNeeds)} />
            <p>
              <a class="ds-link" href="/forum">
                {t(text.allNeeds)}
              </a>
            </p>
          </section>
        </div>
        <aside aria-labelledby="pa-gang">
          <h2 class="ds-heading" data-size="2xs" id="pa-gang">
            {t(text.soon)}
          </h2>
          <CallItems visit={visit} calls={calendar.calls.slice(0, shownCalls)} empty={t(text.noCalls)} />
          <p>
            <a class="ds-link" href="/forum/kalender">
              {t(text.calendar)}
            </a>
          </p>
          {!isStaff(user) && (
            <>
              <h2 class="ds-heading" data-size="2xs">
                {t(text.supplierTitle)}
              </h2>
              <p>{t(text.supplier)}</p>
              <p>
                <a class="ds-link" href="/mitt-foretag">
                  {t(isSupplier(user) ? words.myCompany : text.signIn)}
                </a>
              </p>
            </>
          )}
        </aside>
      </div>
    </Page>,
  )
}
