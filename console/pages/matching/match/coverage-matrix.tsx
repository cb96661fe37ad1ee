import type { Text } from '#contracts/language.ts'
import type { RankedProduct } from '../../../api/matching-views.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import { Tag } from '../../../layout/tag.tsx'
import type { Visit } from '../../../visit.ts'
import type { RequirementRow } from '../section-rows.ts'
import { coverageColors, coverageNames } from './match-words.ts'

/** Requirements by products. On a narrow screen each requirement becomes a card with a line for each product. */

const text = {
  caption: { sv: 'Hur produkterna täcker kraven', en: 'How the products cover the requirements' },
  requirement: { sv: 'Krav', en: 'Requirement' },
  must: { sv: 'Ska-krav', en: 'Must' },
  weighted: { sv: 'Viktat krav', en: 'Weighted' },
} as const satisfies Record<string, Text>

export const CoverageMatrix = ({
  visit,
  products,
  rows,
}: {
  visit: Visit
  products: readonly RankedProduct[]
  rows: readonly RequirementRow[]
}) => {
  const { t } = visit.locale
  const asked = products[0]?.requirements ?? []
  return (
    <DataTable
      caption={t(text.caption)}
      columns={[{ label: t(text.requirement) }, ...products.map(({ rank, name }) => ({ label: `${rank}. ${name}` }))]}
      rows={asked.map(({ id, level }, index) => [
        <>
          {id} {rows.find((row) => row.id === id)?.text}
          <span class="note block">{t(text[level])}</span>
        </>,
        ...products.map(({ requirements }) => {
          const coverage = requirements[index]?.coverage ?? 'unknown'
          return <Tag color={coverageColors[coverage]}>{t(coverageNames[coverage])}</Tag>
        }),
      ])}
    />
  )
}
