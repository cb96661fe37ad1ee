import type { CalculationSummary } from '#contracts/assessment.ts'
import type { Text } from '#contracts/language.ts'
import { createAmounts } from '../../language/amounts.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import type { Visit } from '../../visit.ts'
import { intervalInWords, paybackInWords, probabilityInWords, verdictInWords } from '../benefits/calculation/money-in-words.ts'
import { LosersAlert, OrganisationTable, shortOfMoneyInWords } from '../benefits/calculation/organisations.tsx'
import { shareInWords } from '../benefits/explain-line.ts'

/** What the decision is weighed on, from the evidence as it was frozen: nothing here is reckoned again. */

const text = {
  caption: { sv: 'Kalkylen i beslutsunderlaget', en: 'The calculation in the evidence' },
  money: { sv: 'I pengar', en: 'In money' },
  withFreed: { sv: 'Med frigjorda resurser', en: 'With freed resources' },
  net: { sv: 'Nettonuvärde', en: 'Net present value' },
  interval: { sv: 'Åtta utfall av tio ligger (P10–P90)', en: 'Eight outcomes in ten lie (P10–P90)' },
  probability: { sv: 'Lönar sig', en: 'Pays' },
  payback: { sv: 'Intjänat', en: 'Earned back' },
  year: { sv: 'Netto år', en: 'Net in year' },
  bias: { sv: 'Nettonuvärde med påslag för optimism', en: 'Net present value with optimism bias' },
  breakEven: {
    sv: 'Lönar sig när minst så många använder tjänsten, frigjorda resurser inräknade:',
    en: 'Pays when at least so many use the service, freed resources counted:',
  },
  short: { sv: 'I pengar får de här ut mindre än de lägger:', en: 'In money these get less than they put in:' },
  nobody: {
    sv: 'Ingen organisation förlorar när frigjorda resurser räknas in.',
    en: 'No organisation loses when freed resources are counted.',
  },
  horizon: { sv: 'Räknat på', en: 'Reckoned over' },
  years: { sv: 'år', en: 'years' },
  prices: { sv: 'års priser', en: 'prices' },
  rate: { sv: 'diskonteringsränta', en: 'discount rate' },
  note: {
    sv: 'Frigjorda resurser är värderade i kronor men är inga pengar.',
    en: 'Freed resources are valued in kronor but are no money.',
  },
} as const satisfies Record<string, Text>

const orDash = (amount: number | undefined, told: (ore: number) => string): string => (amount === undefined ? '–' : told(amount))

const yearsOf = ({ inHand, withFreedResources }: CalculationSummary): number[] => [
  ...new Set([...inHand.years, ...withFreedResources.years].map(({ year }) => year)),
]

const FigureTable = ({ visit, summary }: { visit: Visit; summary: CalculationSummary }) => {
  const { locale } = visit
  const { t } = locale
  const { whole } = createAmounts(locale)
  const { inHand, withFreedResources, afterOptimismBias, horizonYears } = summary
  const both = (label: string, told: (of: CalculationSummary['inHand']) => string): [string, string, string] => [
    label,
    told(inHand),
    told(withFreedResources),
  ]
  return (
    <DataTable
      caption={t(text.caption)}
      columns={[{ label: t(words.what) }, { label: t(text.money), isNumber: true }, { label: t(text.withFreed), isNumber: true }]}
      rows={[
        both(t(text.net), ({ netPresentValue }) => whole(netPresentValue)),
        both(t(text.interval), (of) => intervalInWords(locale, of)),
        both(t(text.probability), ({ probabilityNotNegative }) => probabilityInWords(locale, probabilityNotNegative)),
        both(t(text.payback), ({ paybackYears }) => paybackInWords(locale, paybackYears, horizonYears)),
        ...yearsOf(summary).map((asked) =>
          both(`${t(text.year)} ${asked}`, ({ years }) => orDash(years.find(({ year }) => year === asked)?.net, whole)),
        ),
        ...(afterOptimismBias
          ? [[t(text.bias), whole(afterOptimismBias.inHand), whole(afterOptimismBias.withFreedResources)] as const]
          : []),
      ]}
    />
  )
}

const Basis = ({ visit, summary }: { visit: Visit; summary: CalculationSummary }) => {
  const { locale } = visit
  const { t } = locale
  const { horizonYears, priceYear, discountRate } = summary
  return (
    <p class="note measure">
      {t(text.horizon)} {horizonYears} {t(text.years)}, {priceYear} {t(text.prices)}, {shareInWords(locale, discountRate)}{' '}
      {t(text.rate)}. {t(text.note)}
    </p>
  )
}

export const CalculationOfEvidence = ({ visit, summary }: { visit: Visit; summary: CalculationSummary }) => {
  const { locale } = visit
  const { t } = locale
  const { inHand, withFreedResources, organisations, breakEvenUsage, horizonYears } = summary
  const short = shortOfMoneyInWords(visit, organisations)
  const isSomebodyLosing = organisations.some(({ isLosing }) => isLosing)
  return (
    <>
      <p class="lead">
        {verdictInWords(locale, {
          inHand: inHand.netPresentValue,
          withFreedResources: withFreedResources.netPresentValue,
          horizonYears,
        })}
      </p>
      <LosersAlert visit={visit} organisations={organisations} />
      <FigureTable visit={visit} summary={summary} />
      <ul class="plain">
        {breakEvenUsage !== undefined && (
          <li>
            {t(text.breakEven)} {shareInWords(locale, Math.round(breakEvenUsage * 1_000) / 1_000)}.
          </li>
        )}
        {!isSomebodyLosing && withFreedResources.netPresentValue >= 0 && <li>{t(text.nobody)}</li>}
        {short !== undefined && (
          <li>
            {t(text.short)} {short}.
          </li>
        )}
      </ul>
      <OrganisationTable visit={visit} organisations={organisations} />
      <Basis visit={visit} summary={summary} />
    </>
  )
}
