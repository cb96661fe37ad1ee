import type { Text } from '#contracts/language.ts'
import type { Influence } from '../../../api/calculation-views.ts'
import { Figure } from '../../../charts/figure.tsx'
import { drawTornado } from '../../../charts/tornado.ts'
import { createAmounts } from '../../../language/amounts.ts'
import { words } from '../../../language/words.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import { methodOf } from '../explain-line.ts'
import type { LoadedCalculation } from './load-calculation.ts'
import { intervalInWords, probabilityInWords } from './money-in-words.ts'
import { nameOfCurve } from './usage.tsx'

/** How sure the result is, and which figures it hangs on. */

const text = {
  title: { sv: 'Hur säkert resultatet är', en: 'How sure the result is' },
  spread: { sv: 'Nettonuvärdets spann', en: 'The span of the net present value' },
  money: { sv: 'I pengar', en: 'In money' },
  withFreed: { sv: 'Med frigjorda resurser', en: 'With freed resources' },
  low: { sv: 'Lågt: allt går dåligt', en: 'Low: all goes badly' },
  likely: { sv: 'Troligt', en: 'Likely' },
  high: { sv: 'Högt: allt går bra', en: 'High: all goes well' },
  p10: { sv: 'Nio utfall av tio är bättre än (P10)', en: 'Nine outcomes in ten are better than (P10)' },
  p50: { sv: 'Hälften är bättre än (P50)', en: 'Half are better than (P50)' },
  p90: { sv: 'Ett utfall av tio är bättre än (P90)', en: 'One outcome in ten is better than (P90)' },
  probability: { sv: 'Lönar sig, nettonuvärde minst noll', en: 'Pays, net present value at least zero' },
  moneyPays: { sv: 'I pengar lönar det sig', en: 'In money it pays' },
  freedPays: { sv: 'Med frigjorda resurser inräknade lönar det sig', en: 'With freed resources counted it pays' },
  eight: { sv: 'Åtta utfall av tio ligger', en: 'Eight outcomes in ten lie' },
  asymmetric: {
    sv: 'Utfallen dras ur varje faktors lägsta, troliga och högsta värde. Där spannet är större åt ena hållet hamnar mitten (P50) åt det hållet från det troliga.',
    en: 'The outcomes are drawn from each factor’s lowest, likely and highest figure. Where the span is greater one way, the middle (P50) lies that way from the likely figure.',
  },
  tornado: { sv: 'Vad resultatet hänger på mest', en: 'What the result hangs on most' },
  how: {
    sv: 'Varje rad visar vad nettonuvärdet med frigjorda resurser blir när bara den faktorn är låg respektive hög och allt annat är troligt. Strecket är det troliga resultatet, och talet hur mycket faktorn kan ändra det.',
    en: 'Each row shows what the net present value with freed resources becomes when only that factor is low or high and all else is likely. The mark is the likely result, and the number how much the factor can change it.',
  },
  atLow: { sv: 'När faktorn är låg', en: 'When the factor is low' },
  atHigh: { sv: 'När faktorn är hög', en: 'When the factor is high' },
  likelyResult: { sv: 'Troligt resultat', en: 'Likely result' },
  factor: { sv: 'Faktor', en: 'Factor' },
  use: { sv: 'Nyttjande', en: 'Use' },
  nothing: { sv: 'Inga faktorer har olika lågt och högt värde.', en: 'No factor has different low and high figures.' },
} as const satisfies Record<string, Text>

const mostShown = 10

/** `Lägre portokostnad: kostnad per gång`; the curve by its name. */
export const influenceInWords = (
  { visit, assessment, parameters, calculation }: LoadedCalculation,
  influence: Influence,
): string => {
  const { t } = visit.locale
  if (influence.curve !== undefined) return `${t(text.use)}: ${nameOfCurve(calculation, influence.curve)}`
  const line = assessment.lines.find(({ id }) => id === influence.lineId)
  // A rough line has one figure: its amount per year.
  const method = methodOf(parameters, line?.calculation?.method ?? 'amountPerYear')
  const driver = method?.drivers.find(({ key }) => key === influence.driver)
  return `${line?.name ?? '–'}: ${driver ? t(driver.name).toLowerCase() : (influence.driver ?? '')}`
}

const Tornado = ({ of }: { of: LoadedCalculation }) => {
  const { locale } = of.visit
  const { t } = locale
  const { short, rounded, whole } = createAmounts(locale)
  const { tornado, withFreedResources } = of.calculation.calculation
  const shown = tornado.slice(0, mostShown).map((influence) => ({ ...influence, label: influenceInWords(of, influence) }))
  const [first] = shown
  if (!first) return <p class="empty">{t(text.nothing)}</p>
  const [from, to] = [Math.min(first.atLow, first.atHigh), Math.max(first.atLow, first.atHigh)]
  const crosses = from < 0 && to >= 0
  const finding =
    locale.language === 'sv'
      ? `Störst betydelse har ”${first.label}”: resultatet blir mellan ${rounded(from)} och ${rounded(to)}. ${crosses ? 'Den faktorn ensam avgör om det lönar sig.' : from >= 0 ? 'Ingen enskild faktor gör det till en förlust.' : 'Ingen enskild faktor gör det lönsamt.'}`
      : `“${first.label}” matters most: the result is between ${rounded(from)} and ${rounded(to)}. ${crosses ? 'That factor alone decides whether it pays.' : from >= 0 ? 'No single factor makes it a loss.' : 'No single factor makes it pay.'}`
  return (
    <Figure
      locale={locale}
      id="diagram-kansligast"
      finding={finding}
      title={t(text.tornado)}
      description={t(text.how)}
      draw={(size) =>
        drawTornado(shown, withFreedResources.netPresentValue, size, {
          span: short,
          tick: short,
        })
      }
      legend={[
        { mark: 'low', label: t(text.atLow) },
        { mark: 'high', label: t(text.atHigh) },
        { mark: 'net', label: t(text.likelyResult) },
      ]}
      table={
        <DataTable
          caption={t(text.tornado)}
          columns={[
            { label: t(text.factor) },
            { label: t(text.atLow), isNumber: true },
            { label: t(text.atHigh), isNumber: true },
          ]}
          rows={shown.map(({ label, atLow, atHigh }) => [label, whole(atLow), whole(atHigh)])}
        />
      }
    />
  )
}

export const Uncertainty = ({ of }: { of: LoadedCalculation }) => {
  const { locale } = of.visit
  const { t } = locale
  const { whole } = createAmounts(locale)
  const { scenarios, uncertainty } = of.calculation.calculation
  const { inHand, withFreedResources } = uncertainty
  const amounts = (label: Text, money: number, all: number): [string, string, string] => [t(label), whole(money), whole(all)]
  return (
    <section aria-labelledby="sakerhet">
      <h2 class="ds-heading" data-size="sm" id="sakerhet">
        {t(text.title)}
      </h2>
      <p class="measure">
        {t(text.moneyPays)} {probabilityInWords(locale, inHand.probabilityNotNegative)}. {t(text.eight)}{' '}
        {intervalInWords(locale, inHand)}. {t(text.freedPays)}{' '}
        {probabilityInWords(locale, withFreedResources.probabilityNotNegative)}, {t(text.eight).toLowerCase()}{' '}
        {intervalInWords(locale, withFreedResources)}.
      </p>
      <DataTable
        caption={t(text.spread)}
        columns={[
          { label: t(words.what) },
          { label: t(text.money), isNumber: true },
          { label: t(text.withFreed), isNumber: true },
        ]}
        rows={[
          amounts(text.low, scenarios.inHand.low, scenarios.withFreedResources.low),
          amounts(text.likely, scenarios.inHand.likely, scenarios.withFreedResources.likely),
          amounts(text.high, scenarios.inHand.high, scenarios.withFreedResources.high),
          amounts(text.p10, inHand.p10, withFreedResources.p10),
          amounts(text.p50, inHand.p50, withFreedResources.p50),
          amounts(text.p90, inHand.p90, withFreedResources.p90),
          [
            t(text.probability),
            probabilityInWords(locale, inHand.probabilityNotNegative),
            probabilityInWords(locale, withFreedResources.probabilityNotNegative),
          ],
        ]}
      />
      <p class="note measure">{t(text.asymmetric)}</p>
      <h3 class="ds-heading" data-size="xs">
        {t(text.tornado)}
      </h3>
      <Tornado of={of} />
    </section>
  )
}
