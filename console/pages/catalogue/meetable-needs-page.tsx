import type { Text } from '#contracts/language.ts'
import { productView } from '../../api/catalogue-views.ts'
import { at } from '../../api/client.ts'
import { meetableNeeds } from '../../api/need-match-views.ts'
import type { MeetableNeeds } from '../../api/need-match-views.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { NeedName } from '../matching/kindred/known-need.tsx'

/** The other direction: needs that a product could meet, and by which of its words. For its supplier and the public side. */

const text = {
  title: { sv: 'Behov som produkten kan möta', en: 'Needs that the product could meet' },
  lead: {
    sv: 'Öppna behov, rangordnade efter hur produktens egen beskrivning svarar mot dem. Rangen är densamma vem som än säljer.',
    en: "Open needs, ranked by how the product's own description answers them. The rank is the same whoever sells.",
  },
  caption: { sv: 'Behov', en: 'Needs' },
  answers: { sv: 'Svarar mot behovet till', en: 'Answers the need by' },
  functions: { sv: 'Funktioner i behovet, och orden som svarar', en: 'Functions of the need, and the words that answer' },
  notOffered: { sv: 'beskrivs inte', en: 'is not described' },
  none: { sv: 'Inget öppet behov liknar det som produkten beskriver.', en: 'No open need is like what the product describes.' },
} as const satisfies Record<string, Text>

const Functions = ({ visit, functions }: { visit: Visit; functions: MeetableNeeds['needs'][number]['functions'] }) => (
  <ul class="plain">
    {functions.map(({ name, isOffered, passages: [passage] }) => (
      <li>
        {name}
        <span class="note block">{isOffered && passage ? `”${passage.text}”` : visit.locale.t(text.notOffered)}</span>
      </li>
    ))}
  </ul>
)

export const meetableNeedsPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t, share } = visit.locale
  const productId = c.req.param('productId') ?? ''
  const [{ value: product }, { value: found }] = await Promise.all([
    visit.api.read(at`/v1/catalogue/products/${productId}`, productView),
    visit.api.read(at`/v1/catalogue/products/${productId}/needs`, meetableNeeds),
  ])
  const { name } = product.content
  return show(
    c,
    <Page
      visit={visit}
      title={t(text.title)}
      crumbs={[
        { href: '/marknad', label: t(words.market) },
        { href: '/katalog', label: t(words.catalogue) },
        { href: at`/katalog/produkter/${productId}`, label: name },
      ]}
    >
      <h1 class="ds-heading" data-size="lg">
        {t(text.title)}
      </h1>
      <p class="case-head">{name}</p>
      <p class="measure">{t(text.lead)}</p>
      {found.needs.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <DataTable
          caption={t(text.caption)}
          columns={[{ label: t(text.caption) }, { label: t(text.answers), isNumber: true }, { label: t(text.functions) }]}
          rows={found.needs.map(({ rank, need, relevance, functions }) => [
            <>
              {rank}. <NeedName visit={visit} need={need} />
            </>,
            share(relevance),
            functions.length === 0 ? '–' : <Functions visit={visit} functions={functions} />,
          ])}
        />
      )}
    </Page>,
  )
}
