import type { Text } from '#contracts/language.ts'
import type { KindredNeeds } from '../../../api/need-match-views.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import { Tag } from '../../../layout/tag.tsx'
import type { Visit } from '../../../visit.ts'
import { NeedName } from './known-need.tsx'

const text = {
  caption: { sv: 'Liknande behov', en: 'Kindred needs' },
  need: { sv: 'Behov', en: 'Need' },
  likeness: { sv: 'Likhet', en: 'Likeness' },
  functions: { sv: 'Funktioner som båda rör', en: 'Functions that both touch on' },
  duplicate: { sv: 'Troligen samma behov', en: 'Probably the same need' },
  none: { sv: 'Inget annat behov liknar det här.', en: 'No other need is like this one.' },
} as const satisfies Record<string, Text>

/** Needs that are like one, the likest first, with what they have in common. */
export const KindredList = ({ visit, needs }: { visit: Visit; needs: KindredNeeds['needs'] }) => {
  const { t, share, list } = visit.locale
  return needs.length === 0 ? (
    <p class="empty">{t(text.none)}</p>
  ) : (
    <DataTable
      caption={t(text.caption)}
      columns={[{ label: t(text.need) }, { label: t(text.likeness), isNumber: true }, { label: t(text.functions) }]}
      rows={needs.map(({ need, likeness, isLikelyDuplicate, functions }) => [
        <>
          <NeedName visit={visit} need={need} />
          {isLikelyDuplicate && <Tag color="warning">{t(text.duplicate)}</Tag>}
        </>,
        share(likeness),
        functions.length === 0 ? '–' : list(functions.map(({ name }) => name)),
      ])}
    />
  )
}
