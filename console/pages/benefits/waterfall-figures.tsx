import type { Text } from '#contracts/language.ts'
import type { Waterfall } from '../../api/calculation-views.ts'
import { Figure } from '../../charts/figure.tsx'
import { drawWaterfall, withFewSteps } from '../../charts/waterfall.ts'
import type { WaterfallEntry } from '../../charts/waterfall.ts'
import { createAmounts } from '../../language/amounts.ts'
import type { Locale } from '../../language/locale.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { Tag } from '../../layout/tag.tsx'
import { shareInWords } from './explain-line.ts'

/** How the promise became what it is: each line's part in what changed from one assessment to the next, and why. */

const text = {
  title: { sv: 'Från löfte till utfall', en: 'From promise to outcome' },
  moneyTitle: { sv: 'Nettonuvärdet i pengar', en: 'The net present value in money' },
  freedTitle: {
    sv: 'Nettonuvärdet med frigjorda resurser',
    en: 'The net present value with freed resources',
  },
  how: {
    sv: 'Fyllda mörka staplar är nyttovärderingarnas nettonuvärden. Däremellan visar varje rad vad den ändrade: fylld stapel och plus är bättre, ofylld och minus är sämre.',
    en: 'Filled dark bars are the assessments’ net present values. Between them each row shows what it changed: a filled bar and a plus is better, an open one and a minus is worse.',
  },
  total: { sv: 'Nyttovärdering', en: 'Assessment' },
  better: { sv: 'Bättre', en: 'Better' },
  worse: { sv: 'Sämre', en: 'Worse' },
  step: { sv: 'Steg', en: 'Step' },
  line: { sv: 'Rad', en: 'Line' },
  change: { sv: 'Ändring', en: 'Change' },
  before: { sv: 'Före', en: 'Before' },
  after: { sv: 'Efter', en: 'After' },
  difference: { sv: 'Skillnad', en: 'Difference' },
  why: { sv: 'Varför', en: 'Why' },
  added: { sv: 'Ny', en: 'Added' },
  removed: { sv: 'Borttagen', en: 'Removed' },
  changed: { sv: 'Ändrad', en: 'Changed' },
  basis: { sv: 'Grunden ändrad', en: 'Basis changed' },
  usage: { sv: 'Nyttjandet ändrat', en: 'Use changed' },
  usageWhy: {
    sv: 'Raden är densamma, men fler eller färre väntas använda tjänsten.',
    en: 'The line is the same, but more or fewer are expected to use the service.',
  },
  basisWhy: {
    sv: 'Raden är densamma, men kalkylens grund har ändrats, till exempel horisont, prisnivå eller timkostnad.',
    en: 'The line is the same, but the calculation’s basis has changed, for example horizon, price level or hourly rate.',
  },
  mixed: {
    sv: 'Nyttovärderingarna räknas på olika grund, så en del av skillnaden kommer av det:',
    en: 'The assessments are reckoned on different bases, so part of the difference comes from that:',
  },
  years: { sv: 'år', en: 'years' },
  prices: { sv: 'års priser', en: 'prices' },
  rate: { sv: 'ränta', en: 'rate' },
  leftOut: {
    sv: 'har rader som inte går att räkna än. De ingår inte.',
    en: 'has lines that cannot be reckoned yet. They are not included.',
  },
} as const satisfies Record<string, Text>

type Kind = 'inHand' | 'withFreedResources'
type Step = Waterfall['steps'][number]

const colors = { added: 'success', removed: 'danger', changed: 'warning', usage: 'info', basis: 'info' } as const

/** More rows than this in a stage are read in the table. */
const mostSteps = 8

const changing = (steps: readonly Step[], kind: Kind): Step[] => steps.filter((step) => step[kind].difference !== 0)

const entriesOf = ({ assessments, steps }: Waterfall, kind: Kind, { language }: Locale): WaterfallEntry[] =>
  assessments.flatMap((assessment, index): WaterfallEntry[] => {
    const towards = index === 0 ? [] : changing(steps, kind).filter(({ to }) => to === assessment.kind)
    return [
      ...withFewSteps(
        towards.map((step) => ({ label: step.name, value: step[kind].difference, isTotal: false })),
        mostSteps,
        (count) => (language === 'sv' ? `${count} andra rader` : `${count} other lines`),
      ),
      { label: assessment.kind, value: assessment[kind], isTotal: true },
    ]
  })

const findingOf = ({ assessments, steps }: Waterfall, kind: Kind, locale: Locale): string => {
  const { rounded, signed } = createAmounts(locale)
  const [first, last] = [assessments[0], assessments.at(-1)]
  if (!first || !last) return ''
  const greatest = changing(steps, kind).toSorted((a, b) => Math.abs(b[kind].difference) - Math.abs(a[kind].difference))[0]
  const because = greatest ? `${greatest.name} (${signed(greatest[kind].difference)}, ${greatest.to})` : ''
  if (locale.language === 'sv') {
    const what = kind === 'inHand' ? 'I pengar' : 'Med frigjorda resurser'
    return greatest
      ? `${what} gick nettonuvärdet från ${rounded(first[kind])} i ${first.kind} till ${rounded(last[kind])} i ${last.kind}. Störst ändring: ${because}.`
      : `${what} är nettonuvärdet oförändrat från ${first.kind} till ${last.kind}: ${rounded(last[kind])}.`
  }
  const what = kind === 'inHand' ? 'In money' : 'With freed resources'
  return greatest
    ? `${what} the net present value went from ${rounded(first[kind])} in ${first.kind} to ${rounded(last[kind])} in ${last.kind}. The greatest change: ${because}.`
    : `${what} the net present value is the same in ${first.kind} and ${last.kind}: ${rounded(last[kind])}.`
}

/** Where something under a line has moved, that comes before what the line's own reason says. */
const whyOf = (change: Step['change'], reason: string | undefined, { t }: Locale): string => {
  const under = change === 'usage' ? t(text.usageWhy) : change === 'basis' ? t(text.basisWhy) : undefined
  return [under, reason].filter((part) => part !== undefined).join(' ') || '–'
}

const StepTable = ({ locale, waterfall, kind }: { locale: Locale; waterfall: Waterfall; kind: Kind }) => {
  const { t } = locale
  const { whole, signed } = createAmounts(locale)
  const exact = (ore: number): string => (ore > 0 ? `+${whole(ore)}` : whole(ore))
  const steps = changing(waterfall.steps, kind)
  return (
    <DataTable
      caption={`${t(kind === 'inHand' ? text.moneyTitle : text.freedTitle)}: ${waterfall.assessments.map((one) => `${one.kind} ${signed(one[kind])}`).join(', ')}`}
      columns={[
        { label: t(text.line) },
        { label: t(text.step) },
        { label: t(text.change) },
        { label: t(text.before), isNumber: true },
        { label: t(text.after), isNumber: true },
        { label: t(text.difference), isNumber: true },
        { label: t(text.why) },
      ]}
      rows={steps.map(({ name, from, to, change, reason, ...moves }) => [
        name,
        `${from}–${to}`,
        <Tag color={colors[change]}>{t(text[change])}</Tag>,
        whole(moves[kind].before),
        whole(moves[kind].after),
        <strong>{exact(moves[kind].difference)}</strong>,
        whyOf(change, reason, locale),
      ])}
    />
  )
}

const Mixed = ({ locale, assessments }: { locale: Locale; assessments: Waterfall['assessments'] }) => {
  const { t } = locale
  const bases = assessments.map(({ horizonYears, priceYear, discountRate }) =>
    [
      `${horizonYears} ${t(text.years)}`,
      `${priceYear} ${t(text.prices)}`,
      `${shareInWords(locale, discountRate)} ${t(text.rate)}`,
    ].join(', '),
  )
  const left = assessments.filter(({ problems }) => problems > 0).map(({ kind }) => kind)
  return (
    <>
      {new Set(bases).size > 1 && (
        <p class="note measure">
          {t(text.mixed)} {assessments.map(({ kind }, index) => `${kind} ${bases[index] ?? ''}`).join('; ')}.
        </p>
      )}
      {left.length > 0 && (
        <p class="note measure">
          {locale.list(left)} {t(text.leftOut)}
        </p>
      )}
    </>
  )
}

const WaterfallFigure = ({ locale, waterfall, kind }: { locale: Locale; waterfall: Waterfall; kind: Kind }) => {
  const { t } = locale
  const { short, rounded, signed } = createAmounts(locale)
  const entries = entriesOf(waterfall, kind, locale)
  return (
    <Figure
      locale={locale}
      id={kind === 'inHand' ? 'diagram-vattenfall-pengar' : 'diagram-vattenfall-frigjort'}
      finding={findingOf(waterfall, kind, locale)}
      title={t(kind === 'inHand' ? text.moneyTitle : text.freedTitle)}
      description={t(text.how)}
      draw={(size) => drawWaterfall(entries, size, { total: rounded, step: signed, tick: short })}
      legend={[
        { mark: 'total', label: t(text.total) },
        { mark: 'up', label: t(text.better) },
        { mark: 'down', label: t(text.worse) },
      ]}
      table={<StepTable locale={locale} waterfall={waterfall} kind={kind} />}
    />
  )
}

/** Nothing until there are two assessments to go between. */
export const WaterfallFigures = ({ locale, waterfall }: { locale: Locale; waterfall: Waterfall }) => {
  const { t } = locale
  if (waterfall.assessments.length < 2) return null
  return (
    <section aria-labelledby="vattenfall">
      <h2 class="ds-heading" data-size="sm" id="vattenfall">
        {t(text.title)}
      </h2>
      <WaterfallFigure locale={locale} waterfall={waterfall} kind="inHand" />
      <WaterfallFigure locale={locale} waterfall={waterfall} kind="withFreedResources" />
      <Mixed locale={locale} assessments={waterfall.assessments} />
    </section>
  )
}
