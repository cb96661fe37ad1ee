import type { Text } from '#contracts/language.ts'
import type { CalculationView } from '../../../api/calculation-views.ts'
import { drawBand } from '../../../charts/band.tsx'
import { Figure } from '../../../charts/figure.tsx'
import type { Locale } from '../../../language/locale.ts'
import { Alert } from '../../../layout/alert.tsx'
import { DataTable } from '../../../layout/data-table.tsx'
import { curveName, shareInWords } from '../explain-line.ts'
import type { LoadedCalculation } from './load-calculation.ts'
import { rowOf } from './used-rows.ts'

/** From what share of use the service pays, against the share that is expected, year by year. */

const text = {
  title: { sv: 'Från vilket nyttjande det lönar sig', en: 'From what use it pays' },
  breakEven: { sv: 'Lönar sig från', en: 'Pays from' },
  warning: { sv: 'Varningsnivå', en: 'Warning level' },
  year: { sv: 'År', en: 'Year' },
  low: { sv: 'Lågt', en: 'Low' },
  likely: { sv: 'Troligt', en: 'Likely' },
  high: { sv: 'Högt', en: 'High' },
  caption: { sv: 'Nyttjande år för år', en: 'Use year by year' },
  how: {
    sv: 'Linjen är det troliga nyttjandet och fältet spannet från lågt till högt. Streckade linjer är nivåer att jämföra med.',
    en: 'The line is the likely use and the area the span from low to high. Dashed lines are levels to compare with.',
  },
  lineOfUse: { sv: 'Troligt nyttjande', en: 'Likely use' },
  bandOfUse: { sv: 'Lågt till högt nyttjande', en: 'Low to high use' },
  counted: {
    sv: 'Nivån gäller om lika många använder tjänsten varje år efter det första, med frigjorda resurser inräknade. Sista året, när allt är igång, räcker',
    en: 'The level holds if as many use the service every year after the first, freed resources counted. In the last year, when all is running, it takes',
  },
  tooLow: { sv: 'Så lågt nyttjande brukar innebära förlust', en: 'So low use usually means loss' },
  belowLevel: {
    sv: 'Det troliga nyttjandet sista året är lägre än länets varningsnivå',
    en: 'The likely use in the last year is below the county’s warning level',
  },
  source: { sv: 'Källa', en: 'Source' },
  notByUse: {
    sv: 'Ingen rad är räknad efter hur många som använder tjänsten.',
    en: 'No line is reckoned by how many use the service.',
  },
  neverPays: {
    sv: 'Inget nyttjande räcker för att det ska löna sig.',
    en: 'No use is enough for it to pay.',
  },
  alwaysPays: {
    sv: 'Lönar sig oavsett hur många som använder tjänsten.',
    en: 'Pays however many use the service.',
  },
} as const satisfies Record<string, Text>

/** A share with one decimal of a per cent: a threshold is never told finer than it can be known. */
export const percentOf = (share: number): number => Math.round(share * 1_000) / 1_000

type Curve = CalculationView['curves'][number]

/** The curve's likely share in the last year. */
const lastLikely = ({ shares }: Curve): number => shares.at(-1)?.likely ?? 0

/** Whether any line goes with how many use the service: a rough one does not. */
const goesWithUse = ({ workings }: CalculationView): boolean =>
  workings.some(({ years }) => years.some(({ use }) => use !== undefined))

/** From what use it pays, against the use that is expected; undefined where no use is expected at all. */
export const usageInWords = (locale: Locale, view: CalculationView): string | undefined => {
  const { curves, calculation } = view
  const [curve] = curves
  if (!curve) return undefined
  const { overHorizon } = calculation.breakEven
  const share = (of: number): string => shareInWords(locale, percentOf(of))
  const expected = `${locale.t(text.likely)} ${locale.t(text.year).toLowerCase()} ${calculation.years.at(-1) ?? 0}: ${share(lastLikely(curve))}.`
  if (!goesWithUse(view)) return `${locale.t(text.notByUse)} ${expected}`
  if (overHorizon === undefined) return `${locale.t(text.neverPays)} ${expected}`
  if (overHorizon === 0) return `${locale.t(text.alwaysPays)} ${expected}`
  return locale.language === 'sv'
    ? `Lönar sig när minst ${share(overHorizon)} använder tjänsten, frigjorda resurser inräknade. ${expected}`
    : `Pays when at least ${share(overHorizon)} use the service, freed resources counted. ${expected}`
}

/** A curve that has no name is called by its id. */
export const nameOfCurve = ({ basis }: CalculationView, id: string): string => {
  const curve = basis.curves?.find((one) => one.id === id)
  return curve ? curveName(curve) : id
}

const Warning = ({ of, curve }: { of: LoadedCalculation; curve: Curve }) => {
  const { locale } = of.visit
  const { t } = locale
  const { usageWarning: warning } = of.calculation
  if (!warning || lastLikely(curve) >= warning.below) return null
  const row = rowOf(of, warning.parameter)
  return (
    <Alert color="warning" title={t(text.tooLow)}>
      <p class="ds-paragraph">
        {t(text.belowLevel)} ({shareInWords(locale, warning.below)}). {row && `${t(text.source)}: ${row.source}.`}
      </p>
    </Alert>
  )
}

const CurveFigure = ({ of, curve, finding }: { of: LoadedCalculation; curve: Curve; finding: string }) => {
  const { locale } = of.visit
  const { t } = locale
  const { breakEven } = of.calculation.calculation
  const { usageWarning: warning } = of.calculation
  const share = (value: number): string => shareInWords(locale, percentOf(value))
  const references = [
    ...(breakEven.overHorizon === undefined
      ? []
      : [{ value: breakEven.overHorizon, label: `${t(text.breakEven)} ${share(breakEven.overHorizon)}` }]),
    ...(warning ? [{ value: warning.below, label: `${t(text.warning)} ${share(warning.below)}` }] : []),
  ]
  const name = nameOfCurve(of.calculation, curve.id)
  return (
    <Figure
      locale={locale}
      id={`diagram-nyttjande-${curve.id}`}
      finding={`${name}. ${finding}`}
      title={`${t(text.caption)}: ${name}`}
      description={t(text.how)}
      draw={(size) =>
        drawBand(
          {
            band: curve.shares.map((point, at) => ({ at, ...point })),
            ticks: curve.shares.map((_, at) => ({ at, label: String(at) })),
            references,
            valueLabel: share,
          },
          size,
        )
      }
      legend={[
        { mark: 'line', label: t(text.lineOfUse) },
        { mark: 'band', label: t(text.bandOfUse) },
        ...references.map(({ label }, index) => ({
          mark: index === 0 ? ('reference' as const) : ('reference2' as const),
          label,
        })),
      ]}
      table={
        <DataTable
          caption={`${t(text.caption)}: ${name}`}
          columns={[
            { label: t(text.year) },
            ...[text.low, text.likely, text.high].map((label) => ({ label: t(label), isNumber: true })),
          ]}
          rows={curve.shares.map(({ low, likely, high }, year) => [String(year), share(low), share(likely), share(high)])}
        />
      }
    />
  )
}

export const Usage = ({ of }: { of: LoadedCalculation }) => {
  const { locale } = of.visit
  const { t } = locale
  const { calculation } = of
  const { inLastYear, overHorizon } = calculation.calculation.breakEven
  const told = usageInWords(locale, calculation)
  if (told === undefined) return null
  return (
    <section aria-labelledby="nyttjande">
      <h2 class="ds-heading" data-size="sm" id="nyttjande">
        {t(text.title)}
      </h2>
      {calculation.curves.map((curve) => (
        <>
          <Warning of={of} curve={curve} />
          <CurveFigure of={of} curve={curve} finding={told} />
        </>
      ))}
      {inLastYear !== undefined && overHorizon !== undefined && (
        <p class="note measure">
          {t(text.counted)} {shareInWords(locale, percentOf(inLastYear))}.
        </p>
      )}
    </section>
  )
}
