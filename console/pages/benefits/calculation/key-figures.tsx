import type { Child } from 'hono/jsx'
import type { Text } from '#contracts/language.ts'
import type { CalculationView, Money } from '../../../api/calculation-views.ts'
import { createAmounts } from '../../../language/amounts.ts'
import { words } from '../../../language/words.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import type { Visit } from '../../../visit.ts'
import { intervalInWords, paybackInWords, probabilityInWords, verdictInWords } from './money-in-words.ts'
import { losersInWords, shortOfMoneyInWords } from './organisations.tsx'
import { usageInWords } from './usage.tsx'

/** What somebody who has one minute reads. Money in hand and freed resources never become one sum of money. */

const text = {
  title: { sv: 'Kort sagt', en: 'In short' },
  gives: { sv: 'Ger', en: 'Gives' },
  costs: { sv: 'Kostar', en: 'Costs' },
  earned: { sv: 'Intjänat', en: 'Earned back' },
  sure: { sv: 'Hur säkert', en: 'How sure' },
  usage: { sv: 'Nyttjande', en: 'Use' },
  loses: { sv: 'Vem förlorar', en: 'Who loses' },
  nobody: {
    sv: 'Ingen organisation, när frigjorda resurser räknas in.',
    en: 'No organisation, when freed resources are counted.',
  },
  short: { sv: 'I pengar får de här ut mindre än de lägger:', en: 'In money these get less than they put in:' },
  everybodyLoses: {
    sv: 'Kalkylen går med förlust som helhet.',
    en: 'The calculation as a whole makes a loss.',
  },
  inMoney: { sv: 'i pengar', en: 'in money' },
  inFreed: { sv: 'i frigjorda resurser', en: 'in freed resources' },
  inOwn: { sv: 'i egna resurser', en: 'in own resources' },
  and: { sv: 'och', en: 'and' },
  moneyPays: { sv: 'I pengar lönar det sig', en: 'In money it pays' },
  freedPays: { sv: 'Med frigjorda resurser inräknade lönar det sig', en: 'With freed resources counted it pays' },
  money: { sv: 'I pengar', en: 'In money' },
  withFreed: { sv: 'Med frigjorda resurser', en: 'With freed resources' },
  table: { sv: 'Nyckeltal', en: 'Key figures' },
  presentBenefits: { sv: 'Nytta, nuvärde', en: 'Benefits, present value' },
  presentCosts: { sv: 'Kostnader, nuvärde', en: 'Costs, present value' },
  net: { sv: 'Nettonuvärde', en: 'Net present value' },
  year: { sv: 'Netto år', en: 'Net in year' },
  outside: { sv: 'efter kalkylens sista år', en: 'after the last year reckoned' },
  ratio: { sv: 'Nytta för varje krona i kostnad', en: 'Benefit for each krona of cost' },
  payback: { sv: 'Intjänat', en: 'Earned back' },
  interval: { sv: 'Åtta utfall av tio ligger', en: 'Eight outcomes in ten lie' },
  probability: { sv: 'Lönar sig', en: 'Pays' },
  annuity: { sv: 'Jämnt fördelat per år', en: 'Spread evenly per year' },
  note: {
    sv: 'Bara det som står i pengar går att använda till annat. Frigjorda resurser är till exempel arbetstid som räcker till mer: de är värderade i kronor för att kunna jämföras, men de är inga pengar. Nuvärde är vad kommande års belopp är värda första året.',
    en: 'Only what stands in money can be spent on other things. Freed resources are for instance working time that suffices for more: they are valued in kronor so as to be compared, but they are no money. Present value is what later years’ amounts are worth in the first year.',
  },
} as const satisfies Record<string, Text>

/** PTS, Digitaliseringssnurran: the first year and the fifth are always shown. */
const shownYears = [1, 5] as const

const freedOf = ({ calculation: { organisations } }: CalculationView, of: 'gainsFreedResources' | 'givesUpResources'): number =>
  organisations.reduce((sum, organisation) => sum + organisation[of], 0)

const Points = ({ points }: { points: readonly (readonly [string, Child])[] }) => (
  <dl class="points">
    {points.map(([lead, told]) => (
      <div>
        <dt>{lead}</dt>
        <dd>{told}</dd>
      </div>
    ))}
  </dl>
)

const sentence = (told: string): string => `${told.charAt(0).toUpperCase()}${told.slice(1)}.`

const losersOf = (visit: Visit, { calculation }: CalculationView): string => {
  const { t } = visit.locale
  const { organisations, withFreedResources } = calculation
  const losers = losersInWords(visit, organisations)
  const whole = t(withFreedResources.netPresentValue >= 0 ? text.nobody : text.everybodyLoses)
  const short = shortOfMoneyInWords(visit, organisations)
  return [losers === undefined ? whole : `${losers}.`, ...(short === undefined ? [] : [`${t(text.short)} ${short}.`])].join(' ')
}

export const KeyFigureTable = ({ visit, view }: { visit: Visit; view: CalculationView }) => {
  const { locale } = visit
  const { t } = locale
  const { whole } = createAmounts(locale)
  const { inHand, withFreedResources, uncertainty } = view.calculation
  const horizonYears = view.calculation.years.at(-1) ?? 0
  const both = (of: (money: Money) => string): [string, string] => [of(inHand), of(withFreedResources)]
  const rows: readonly (readonly [string, string, string])[] = [
    [t(text.presentBenefits), ...both((money) => whole(money.presentBenefits))],
    [t(text.presentCosts), ...both((money) => whole(money.presentCosts))],
    [t(text.net), ...both((money) => whole(money.netPresentValue))],
    ...shownYears.map(
      (year) =>
        [
          `${t(text.year)} ${year}`,
          ...both(({ net }) => {
            const of = net[year]
            return of === undefined ? t(text.outside) : whole(of)
          }),
        ] as const,
    ),
    [t(text.annuity), ...both(({ annuity }) => whole(annuity))],
    [
      t(text.ratio),
      ...both(({ benefitCostRatio }) =>
        benefitCostRatio === undefined ? '–' : `${locale.number(Math.round(benefitCostRatio * 100) / 100)} kr`,
      ),
    ],
    [t(text.payback), ...both((money) => paybackInWords(locale, money.paybackYears, horizonYears))],
    [t(text.interval), intervalInWords(locale, uncertainty.inHand), intervalInWords(locale, uncertainty.withFreedResources)],
    [
      t(text.probability),
      probabilityInWords(locale, uncertainty.inHand.probabilityNotNegative),
      probabilityInWords(locale, uncertainty.withFreedResources.probabilityNotNegative),
    ],
  ]
  return (
    <DataTable
      caption={t(text.table)}
      columns={[{ label: t(words.what) }, { label: t(text.money), isNumber: true }, { label: t(text.withFreed), isNumber: true }]}
      rows={rows}
    />
  )
}

export const KeyFigures = ({ visit, view }: { visit: Visit; view: CalculationView }) => {
  const { locale } = visit
  const { t } = locale
  const { rounded } = createAmounts(locale)
  const { inHand, withFreedResources, uncertainty, years } = view.calculation
  const horizonYears = years.at(-1) ?? 0
  const [gained, givenUp] = [freedOf(view, 'gainsFreedResources'), freedOf(view, 'givesUpResources')]
  const use = usageInWords(locale, view)
  const pays = (of: Money): string => paybackInWords(locale, of.paybackYears, horizonYears)
  const sure = (of: { readonly probabilityNotNegative: number }): string => probabilityInWords(locale, of.probabilityNotNegative)
  const hasFreed = gained > 0 || givenUp > 0
  return (
    <section class="verdict" aria-labelledby="kort-sagt">
      <h2 class="ds-heading" data-size="sm" id="kort-sagt">
        {t(text.title)}
      </h2>
      <p class="lead">
        {verdictInWords(locale, {
          inHand: inHand.netPresentValue,
          withFreedResources: withFreedResources.netPresentValue,
          horizonYears,
        })}
      </p>
      <Points
        points={[
          [
            t(text.gives),
            `${rounded(inHand.presentBenefits)} ${t(text.inMoney)}${gained > 0 ? ` ${t(text.and)} ${rounded(gained)} ${t(text.inFreed)}` : ''}.`,
          ],
          [
            t(text.costs),
            `${rounded(inHand.presentCosts)} ${t(text.inMoney)}${givenUp > 0 ? ` ${t(text.and)} ${rounded(givenUp)} ${t(text.inOwn)}` : ''}.`,
          ],
          [
            t(text.earned),
            `${sentence(`${t(text.money)}: ${pays(inHand)}`)}${hasFreed ? ` ${sentence(`${t(text.withFreed)}: ${pays(withFreedResources)}`)}` : ''}`,
          ],
          [
            t(text.sure),
            `${t(text.moneyPays)} ${sure(uncertainty.inHand)}.${hasFreed ? ` ${t(text.freedPays)} ${sure(uncertainty.withFreedResources)}.` : ''}`,
          ],
          ...(use === undefined ? [] : [[t(text.usage), use] as const]),
          [t(text.loses), losersOf(visit, view)],
        ]}
      />
      <p class="note measure">{t(text.note)}</p>
    </section>
  )
}
