import type { Text } from '#contracts/language.ts'
import type { Totals } from '../../api/benefit-views.ts'
import type { Locale } from '../../language/locale.ts'
import { DataTable } from '../../layout/data-table.tsx'

/** The sums of an assessment. Freed resource stands by itself: it is valued in money but is no money in hand. */

const text = {
  caption: { sv: 'Summor per år', en: 'Sums per year' },
  what: { sv: 'Vad', en: 'What' },
  low: { sv: 'Lågt', en: 'Low' },
  likely: { sv: 'Troligt', en: 'Likely' },
  high: { sv: 'Högt', en: 'High' },
  benefits: { sv: 'Ekonomisk nytta', en: 'Financial benefit' },
  costs: { sv: 'Kostnader i pengar', en: 'Costs in money' },
  net: { sv: 'Ekonomisk nytta minus kostnader', en: 'Financial benefit less costs' },
  freed: { sv: 'Frigjord resurs', en: 'Freed resource' },
  taken: { sv: 'Resurs som tas i anspråk', en: 'Resource taken up' },
  qualitative: { sv: 'Kvalitativa rader', en: 'Qualitative lines' },
  benefitLines: { sv: 'nyttor', en: 'benefits' },
  costLines: { sv: 'kostnader', en: 'costs' },
} as const satisfies Record<string, Text>

export const TotalsTable = ({ locale, totals }: { locale: Locale; totals: Totals }) => {
  const { t, money } = locale
  const rows = [
    [text.benefits, totals.financial.benefits],
    [text.costs, totals.financial.costs],
    [text.net, totals.financial.net],
    [text.freed, totals.redistributed.benefits],
    [text.taken, totals.redistributed.costs],
  ] as const
  return (
    <>
      <DataTable
        caption={t(text.caption)}
        columns={[
          { label: t(text.what) },
          ...[text.low, text.likely, text.high].map((label) => ({ label: t(label), isNumber: true })),
        ]}
        rows={rows.map(([label, { low, likely, high }]) => [t(label), money(low), money(likely), money(high)])}
      />
      <p class="note">
        {t(text.qualitative)}: {totals.qualitative.benefits} {t(text.benefitLines)}, {totals.qualitative.costs}{' '}
        {t(text.costLines)}.
      </p>
    </>
  )
}
