import type { Text } from '#contracts/language.ts'
import type { Band } from '../../../api/reckoning-views.ts'
import type { Locale } from '../../../language/locale.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import { shareInWords } from '../explain-line.ts'

/** How large a share uses the service, year by year: the likely line within the band from low to high. */

const text = {
  in: { sv: 'år', en: 'in year' },
  table: { sv: 'Andelen år för år', en: 'The share year by year' },
  year: { sv: 'År', en: 'Year' },
  low: { sv: 'Lågt', en: 'Low' },
  likely: { sv: 'Troligt', en: 'Likely' },
  high: { sv: 'Högt', en: 'High' },
  between: { sv: 'mellan', en: 'between' },
  and: { sv: 'och', en: 'and' },
  likelyUse: { sv: 'troligen', en: 'probably' },
} as const satisfies Record<string, Text>

const width = 360
const height = 190
const edge = { left: 46, right: 12, top: 12, bottom: 28 } as const
const ticks = [0, 0.25, 0.5, 0.75, 1] as const

const x = (year: number, last: number): number => edge.left + (year / Math.max(1, last)) * (width - edge.left - edge.right)
const y = (share: number): number => edge.top + (1 - share) * (height - edge.top - edge.bottom)
const round = (value: number): number => Math.round(value * 10) / 10
const points = (places: readonly (readonly [number, number])[]): string =>
  places.map(([across, down]) => `${round(across)},${round(down)}`).join(' ')

const Drawing = ({ locale, id, sentence, shares }: { locale: Locale; id: string; sentence: string; shares: readonly Band[] }) => {
  const last = shares.length - 1
  const along = (figure: keyof Band) => shares.map((share, year) => [x(year, last), y(share[figure])] as const)
  const every = Math.ceil(shares.length / 11)
  return (
    <svg class="plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-finding`}>
      <title id={`${id}-finding`}>{sentence}</title>
      {ticks.map((share) => (
        <>
          <line class="plot__grid" x1={edge.left} x2={width - edge.right} y1={y(share)} y2={y(share)} />
          <text class="plot__label" x={edge.left - 6} y={y(share) + 4} text-anchor="end">
            {shareInWords(locale, share)}
          </text>
        </>
      ))}
      {shares.map((_, year) =>
        year % every === 0 ? (
          <text class="plot__label" x={x(year, last)} y={height - 8} text-anchor="middle">
            {String(year)}
          </text>
        ) : null,
      )}
      <polygon class="plot__band" points={points([...along('low'), ...along('high').toReversed()])} />
      <polyline class="plot__line" points={points(along('likely'))} />
      {along('likely').map(([across, down]) => (
        <circle class="plot__point" cx={round(across)} cy={round(down)} r="3" />
      ))}
    </svg>
  )
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
  const lastYear = shares.length - 1
  const [first, last] = [shares[1], shares[lastYear]]
  const told =
    first && last
      ? `${name}: ${t(text.likelyUse)} ${share(first.likely)} ${t(text.in)} 1 ${t(text.and)} ${share(last.likely)} ${t(text.in)} ${lastYear}${last.low === last.high ? '' : ` (${t(text.between)} ${share(last.low)} ${t(text.and)} ${share(last.high)})`}.`
      : name
  return (
    <figure class="figure-frame">
      <Drawing locale={locale} id={id} sentence={told} shares={shares} />
      <figcaption>{told}</figcaption>
      <details class="reveal">
        <summary>{t(text.table)}</summary>
        <DataTable
          caption={`${t(text.table)}: ${name}`}
          isCaptionHidden
          columns={[
            { label: t(text.year) },
            ...[text.low, text.likely, text.high].map((label) => ({ label: t(label), isNumber: true })),
          ]}
          rows={shares.map(({ low, likely, high }, year) => [`${t(text.year)} ${year}`, share(low), share(likely), share(high)])}
        />
      </details>
    </figure>
  )
}
