import type { Text } from '#contracts/language.ts'
import type { CalculationView } from '../../../api/calculation-views.ts'
import { drawBand } from '../../../charts/band.tsx'
import { Figure } from '../../../charts/figure.tsx'
import { createAmounts } from '../../../language/amounts.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import type { Visit } from '../../../visit.ts'
import { paybackInWords } from './money-in-words.ts'

/** When money goes out and comes in, and when it has been earned back. Not discounted: so is payback reckoned. */

const text = {
  title: { sv: 'År för år', en: 'Year by year' },
  caption: { sv: 'Belopp per år', en: 'Amounts by year' },
  year: { sv: 'År', en: 'Year' },
  investment: { sv: 'investering', en: 'investment' },
  benefits: { sv: 'Nytta i pengar', en: 'Benefits in money' },
  costs: { sv: 'Kostnader i pengar', en: 'Costs in money' },
  net: { sv: 'Netto i pengar', en: 'Net in money' },
  cumulative: { sv: 'Hittills i pengar', en: 'So far in money' },
  freed: { sv: 'Frigjorda resurser, netto', en: 'Freed resources, net' },
  all: { sv: 'Hittills med frigjorda resurser', en: 'So far with freed resources' },
  moneyTitle: { sv: 'Pengar in minus pengar ut, hittills', en: 'Money in less money out, so far' },
  freedTitle: {
    sv: 'Med frigjorda resurser inräknade, hittills',
    en: 'With freed resources counted, so far',
  },
  how: {
    sv: 'Linjen är det troliga och fältet spannet från lågt till högt: när allt går dåligt och när allt går bra. Under noll är mer ute än inne.',
    en: 'The line is the likely course and the area the span from low to high: when all goes badly and when all goes well. Below zero more is out than in.',
  },
  line: { sv: 'Troligt', en: 'Likely' },
  band: { sv: 'Lågt till högt', en: 'Low to high' },
  note: {
    sv: 'Beloppen är i fasta priser och inte omräknade till nuvärde, därför är de större än nuvärdena ovan. De är avrundade till hela kronor. År 0 är investeringsåret.',
    en: 'The amounts are in fixed prices and not discounted, so they are greater than the present values above. They are rounded to whole kronor. Year 0 is the year of investment.',
  },
} as const satisfies Record<string, Text>

type Kind = 'inHand' | 'withFreedResources'

const findingOf = ({ locale }: Visit, { calculation }: CalculationView, kind: Kind): string => {
  const { rounded } = createAmounts(locale)
  const { paybackYears, cumulative } = calculation[kind]
  const horizonYears = calculation.years.at(-1) ?? 0
  const [last, deepest] = [cumulative.at(-1) ?? 0, Math.min(0, ...cumulative)]
  const payback = paybackInWords(locale, paybackYears, horizonYears)
  if (locale.language === 'sv') {
    const what = kind === 'inHand' ? 'I pengar' : 'Med frigjorda resurser inräknade'
    const depth = deepest < 0 ? ` Som mest ligger ${rounded(-deepest)} ute.` : ''
    return paybackYears === undefined
      ? `${what} tjänas satsningen inte in på ${horizonYears} år: då fattas ${rounded(-last)}.${depth}`
      : `${what} är satsningen intjänad ${payback} och har efter ${horizonYears} år gett ${rounded(last)} mer än den kostat.${depth}`
  }
  const what = kind === 'inHand' ? 'In money' : 'With freed resources counted'
  const depth = deepest < 0 ? ` At most ${rounded(-deepest)} is out.` : ''
  return paybackYears === undefined
    ? `${what} it is not earned back within ${horizonYears} years: then ${rounded(-last)} is lacking.${depth}`
    : `${what} it is earned back ${payback} and has after ${horizonYears} years given ${rounded(last)} more than it cost.${depth}`
}

const Course = ({ visit, view, kind }: { visit: Visit; view: CalculationView; kind: Kind }) => {
  const { locale } = visit
  const { t } = locale
  const { short, whole } = createAmounts(locale)
  const { calculation } = view
  const { low, high } = calculation.cumulativeBands[kind]
  const { cumulative } = calculation[kind]
  const band = calculation.years.map((year) => ({
    at: year,
    low: low[year] ?? 0,
    likely: cumulative[year] ?? 0,
    high: high[year] ?? 0,
  }))
  const title = t(kind === 'inHand' ? text.moneyTitle : text.freedTitle)
  return (
    <Figure
      locale={locale}
      id={kind === 'inHand' ? 'diagram-pengar' : 'diagram-frigjort'}
      finding={findingOf(visit, view, kind)}
      title={title}
      room="half"
      description={t(text.how)}
      draw={(size) =>
        drawBand(
          {
            band,
            ticks: band.map(({ at }) => ({ at, label: `${locale.language === 'sv' ? 'år' : 'year'} ${at}` })),
            valueLabel: short,
          },
          size,
        )
      }
      legend={[
        { mark: 'line', label: t(text.line) },
        { mark: 'band', label: t(text.band) },
      ]}
      table={
        <DataTable
          caption={title}
          columns={[
            { label: t(text.year) },
            { label: locale.language === 'sv' ? 'Lågt' : 'Low', isNumber: true },
            { label: t(text.line), isNumber: true },
            { label: locale.language === 'sv' ? 'Högt' : 'High', isNumber: true },
          ]}
          rows={band.map((point) => [String(point.at), whole(point.low), whole(point.likely), whole(point.high)])}
        />
      }
    />
  )
}

export const YearByYear = ({ visit, view }: { visit: Visit; view: CalculationView }) => {
  const { t } = visit.locale
  const { whole } = createAmounts(visit.locale)
  const { years, inHand, withFreedResources } = view.calculation
  const at = (flow: readonly number[], year: number): number => flow[year] ?? 0
  return (
    <section aria-labelledby="ar-for-ar">
      <h2 class="ds-heading" data-size="sm" id="ar-for-ar">
        {t(text.title)}
      </h2>
      <div class="charts">
        <Course visit={visit} view={view} kind="inHand" />
        <Course visit={visit} view={view} kind="withFreedResources" />
      </div>
      <DataTable
        caption={t(text.caption)}
        columns={[
          { label: t(text.year) },
          ...[text.benefits, text.costs, text.net, text.cumulative, text.freed, text.all].map((label) => ({
            label: t(label),
            isNumber: true,
          })),
        ]}
        rows={years.map((year) => [
          year === 0 ? `0 (${t(text.investment)})` : String(year),
          whole(at(inHand.benefits, year)),
          whole(at(inHand.costs, year)),
          <strong>{whole(at(inHand.net, year))}</strong>,
          whole(at(inHand.cumulative, year)),
          whole(at(withFreedResources.net, year) - at(inHand.net, year)),
          whole(at(withFreedResources.cumulative, year)),
        ])}
      />
      <p class="note measure">{t(text.note)}</p>
    </section>
  )
}
