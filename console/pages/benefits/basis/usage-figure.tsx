import type { Text } from '#contracts/language.ts'
import type { Band } from '../../../api/reckoning-views.ts'
import { drawBand } from '../../../charts/band.tsx'
import { Figure } from '../../../charts/figure.tsx'
import type { Locale } from '../../../language/locale.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import { shareInWords } from '../explain-line.ts'

/** How large a share uses the service, year by year: the likely line within the band from low to high. */

const text = {
  in: { sv: 'år', en: 'in year' },
  title: { sv: 'Andelen år för år', en: 'The share year by year' },
  how: {
    sv: 'Linjen är den troliga andelen och fältet spannet från låg till hög.',
    en: 'The line is the likely share and the area the span from low to high.',
  },
  lineOfUse: { sv: 'Trolig andel', en: 'Likely share' },
  bandOfUse: { sv: 'Låg till hög andel', en: 'Low to high share' },
  year: { sv: 'År', en: 'Year' },
  low: { sv: 'Lågt', en: 'Low' },
  likely: { sv: 'Troligt', en: 'Likely' },
  high: { sv: 'Högt', en: 'High' },
  between: { sv: 'mellan', en: 'between' },
  and: { sv: 'och', en: 'and' },
  likelyUse: { sv: 'troligen', en: 'probably' },
} as const satisfies Record<string, Text>

const findingOf = (locale: Locale, name: string, shares: readonly Band[], share: (value: number) => string): string => {
  const { t } = locale
  const lastYear = shares.length - 1
  const [first, last] = [shares[1], shares[lastYear]]
  if (!first || !last) return name
  const span = last.low === last.high ? '' : ` (${t(text.between)} ${share(last.low)} ${t(text.and)} ${share(last.high)})`
  return `${name}: ${t(text.likelyUse)} ${share(first.likely)} ${t(text.in)} 1 ${t(text.and)} ${share(last.likely)} ${t(text.in)} ${lastYear}${span}.`
}

export const UsageFigure = ({
  locale,
  id,
  name,
  shares,
}: {
  locale: Locale
  id: string
  name: string
  shares: readonly Band[]
}) => {
  const { t } = locale
  const share = (value: number): string => shareInWords(locale, Math.round(value * 1_000) / 1_000)
  return (
    <Figure
      locale={locale}
      id={id}
      finding={findingOf(locale, name, shares, share)}
      title={`${t(text.title)}: ${name}`}
      description={t(text.how)}
      room="column"
      draw={(size) =>
        drawBand(
          {
            band: shares.map((point, at) => ({ at, ...point })),
            ticks: shares.map((_, at) => ({ at, label: String(at) })),
            valueLabel: share,
          },
          size,
        )
      }
      legend={[
        { mark: 'line', label: t(text.lineOfUse) },
        { mark: 'band', label: t(text.bandOfUse) },
      ]}
      table={
        <DataTable
          caption={`${t(text.title)}: ${name}`}
          columns={[
            { label: t(text.year) },
            ...[text.low, text.likely, text.high].map((label) => ({ label: t(label), isNumber: true })),
          ]}
          rows={shares.map(({ low, likely, high }, year) => [`${t(text.year)} ${year}`, share(low), share(likely), share(high)])}
        />
      }
    />
  )
}
