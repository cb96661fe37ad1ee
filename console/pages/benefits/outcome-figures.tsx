import type { Text } from '#contracts/language.ts'
import type { Outcome } from '../../api/calculation-views.ts'
import { drawBand } from '../../charts/band.tsx'
import type { BandPoint } from '../../charts/band.tsx'
import { Figure } from '../../charts/figure.tsx'
import type { Locale } from '../../language/locale.ts'
import { DataTable } from '../../layout/data-table.tsx'
import type { IconName } from '../../layout/icons.tsx'
import { Tag } from '../../layout/tag.tsx'

/** What was promised of each measure, against what has been measured. */

const text = {
  title: { sv: 'Förväntat mot uppmätt', en: 'Expected against measured' },
  standing: { sv: 'Hur långt nyttorna har kommit', en: 'How far the benefits have come' },
  line: { sv: 'Rad', en: 'Line' },
  measure: { sv: 'Mått', en: 'Measure' },
  baseline: { sv: 'Utgångsvärde', en: 'Baseline' },
  latest: { sv: 'Senast', en: 'Latest' },
  target: { sv: 'Mål', en: 'Target' },
  progress: { sv: 'Av vägen', en: 'Of the way' },
  status: { sv: 'Läge', en: 'Standing' },
  planned: { sv: 'ska tas senast', en: 'to be taken by' },
  how: {
    sv: 'Linjen är det förväntade och fältet spannet från lågt till högt. Ringarna är utgångsvärdet och mätningarna.',
    en: 'The line is what is expected and the area the span from low to high. The rings are the baseline and the measurements.',
  },
  expected: { sv: 'Förväntat', en: 'Expected' },
  band: { sv: 'Lågt till högt', en: 'Low to high' },
  measured: { sv: 'Uppmätt', en: 'Measured' },
  day: { sv: 'Dag', en: 'Day' },
  low: { sv: 'Lågt', en: 'Low' },
  high: { sv: 'Högt', en: 'High' },
  usageCurve: {
    sv: 'Det förväntade följer nyttjandekurvan, eftersom nyttan kommer när fler använder tjänsten. Fältet är lågt till högt nyttjande.',
    en: 'What is expected follows the usage curve, since the benefit comes as more use the service. The area is low to high use.',
  },
  straightLine: {
    sv: 'Det förväntade är en rak linje till målet, eftersom raden inte räknas efter nyttjande. Fältet är lika brett som radens belopp.',
    en: 'What is expected is a straight line to the target, since the line is not reckoned by use. The area is as wide as the line’s amount.',
  },
  straightAlone: {
    sv: 'Det förväntade är en rak linje till målet, eftersom raden inte räknas efter nyttjande.',
    en: 'What is expected is a straight line to the target, since the line is not reckoned by use.',
  },
  promisedIn: { sv: 'Lovat i', en: 'Promised in' },
} as const satisfies Record<string, Text>

const statuses = {
  reached: { name: { sv: 'Målet är nått', en: 'Target reached' }, color: 'success', icon: 'check' },
  onTheWay: { name: { sv: 'På väg', en: 'On the way' }, color: 'success', icon: 'check' },
  behind: { name: { sv: 'Efter', en: 'Behind' }, color: 'warning', icon: 'clock' },
  targetMissed: { name: { sv: 'Målet missades', en: 'Target missed' }, color: 'danger', icon: 'cross' },
  measurementDue: {
    name: { sv: 'Ska mätas: måldagen har passerat', en: 'To be measured: the target’s day has passed' },
    color: 'warning',
    icon: 'clock',
  },
  notMeasured: { name: { sv: 'Inte mätt', en: 'Not measured' }, color: 'neutral', icon: 'question' },
  noBaseline: { name: { sv: 'Utgångsvärde saknas', en: 'No baseline' }, color: 'warning', icon: 'question' },
  noTarget: { name: { sv: 'Mål eller måldag saknas', en: 'No target or no day for it' }, color: 'neutral', icon: 'question' },
} as const satisfies Record<
  Outcome['status'],
  { readonly name: Text; readonly color: 'success' | 'warning' | 'danger' | 'neutral'; readonly icon: IconName }
>

export const OutcomeTag = ({ locale, status }: { locale: Locale; status: Outcome['status'] }) => {
  const { name, color, icon } = statuses[status]
  return (
    <Tag color={color} icon={icon}>
      {locale.t(name)}
    </Tag>
  )
}

/** As fine as a measure is read in a drawing; what was typed stands in the table of measurements. */
const tidy = (value: number): number => {
  const size = Math.abs(value)
  return size >= 1_000 ? Number(value.toPrecision(4)) : Number(value.toFixed(size >= 10 ? 1 : 2))
}

const valueOf = (locale: Locale, { unit }: Outcome, value: number): string =>
  `${locale.number(tidy(value))}${unit ? `\u00a0${unit}` : ''}`

const withDay = (locale: Locale, value: string, date: string | undefined): string =>
  date ? `${value} (${locale.shortDay(date)})` : value

export const OutcomeTable = ({ locale, outcomes }: { locale: Locale; outcomes: readonly Outcome[] }) => {
  const { t } = locale
  const exact = ({ unit }: Outcome, value: number): string => `${locale.number(value)}${unit ? ` ${unit}` : ''}`
  const baselineOf = (outcome: Outcome): string => {
    const { baseline, baselinePlannedBy } = outcome
    if (baseline) return withDay(locale, exact(outcome, baseline.value), baseline.takenOn)
    return baselinePlannedBy ? `${t(text.planned)} ${locale.shortDay(baselinePlannedBy)}` : '–'
  }
  return (
    <DataTable
      caption={t(text.standing)}
      columns={[
        { label: t(text.line) },
        { label: t(text.status) },
        { label: t(text.measure) },
        { label: t(text.baseline) },
        { label: t(text.latest) },
        { label: t(text.target) },
        { label: t(text.progress), isNumber: true },
      ]}
      rows={outcomes.map((outcome) => [
        outcome.name,
        <OutcomeTag locale={locale} status={outcome.status} />,
        outcome.measure,
        baselineOf(outcome),
        outcome.latest ? withDay(locale, exact(outcome, outcome.latest.value), outcome.latest.measuredOn) : '–',
        outcome.target ? withDay(locale, exact(outcome, outcome.target.value), outcome.target.reachedOn) : '–',
        outcome.progress === undefined ? '–' : locale.share(outcome.progress),
      ])}
    />
  )
}

const dayMilliseconds = 86_400_000
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMilliseconds
const dateOf = (day: number): string => new Date(day * dayMilliseconds).toISOString().slice(0, 10)

/** The turns of the years, or where the course is too short for them its first and last day. */
const ticksOf = (locale: Locale, first: number, last: number) => {
  const [from, to] = [Number(dateOf(first).slice(0, 4)), Number(dateOf(last).slice(0, 4))]
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
    .map((year) => ({ at: dayNumber(`${year}-01-01`), label: String(year) }))
    .filter(({ at }) => at >= first && at <= last)
  return years.length >= 2 ? years : [first, last].map((at) => ({ at, label: locale.shortDay(dateOf(at)) }))
}

const findingOf = (locale: Locale, outcome: Outcome): string => {
  const { name, latest, status } = outcome
  const standing = `${name}: ${locale.t(statuses[status].name).toLowerCase()}.`
  if (!latest) return standing
  const sv = locale.language === 'sv'
  const value = withDay(locale, valueOf(locale, outcome, latest.value), latest.measuredOn)
  if (!latest.expected) return `${standing} ${sv ? 'Senast' : 'Latest'} ${value}.`
  const { low, likely, high } = latest.expected
  const [least, most] = [Math.min(low, high), Math.max(low, high)]
  const span = tidy(least) === tidy(most) ? '' : ` (${locale.number(tidy(least))}–${locale.number(tidy(most))})`
  const expected = `${valueOf(locale, outcome, likely)}${span}`
  return sv ? `${standing} Senast ${value}, väntat då ${expected}.` : `${standing} Latest ${value}, expected then ${expected}.`
}

/** The course goes on, at its level, to the last measurement. */
const courseOf = ({ expected, measurements }: Outcome): BandPoint[] => {
  const points = (expected?.points ?? []).map(({ on, ...figures }) => ({ at: dayNumber(on), ...figures }))
  const last = points.at(-1)
  const measured = measurements.at(-1)
  return last && measured && dayNumber(measured.measuredOn) > last.at
    ? [...points, { ...last, at: dayNumber(measured.measuredOn) }]
    : points
}

const OutcomeFigure = ({ locale, outcome }: { locale: Locale; outcome: Outcome }) => {
  const { t } = locale
  const { expected, baseline, target, measurements, lineId, name } = outcome
  const band = courseOf(outcome)
  const [first, last] = [band[0], band.at(-1)]
  if (!expected || !first || !last) return null
  const all = [...(baseline ? [{ measuredOn: baseline.takenOn, value: baseline.value }] : []), ...measurements]
  const number = (value: number): string => locale.number(tidy(value))
  const hasBand = band.some(({ low, high }) => tidy(low) !== tidy(high))
  const explained = expected.shape === 'usageCurve' ? text.usageCurve : hasBand ? text.straightLine : text.straightAlone
  return (
    <Figure
      locale={locale}
      id={`diagram-${lineId}`}
      finding={findingOf(locale, outcome)}
      title={`${t(text.title)}: ${name}, ${outcome.measure}${outcome.unit ? ` (${outcome.unit})` : ''}`}
      description={t(text.how)}
      room="half"
      draw={(size) =>
        drawBand(
          {
            band,
            ticks: ticksOf(locale, first.at, last.at),
            points: all.map(({ measuredOn, value }) => ({ at: dayNumber(measuredOn), value, label: number(value) })),
            references: target
              ? [{ value: target.value, label: `${t(text.target)} ${valueOf(locale, outcome, target.value)}` }]
              : [],
            referencesAt: 'start',
            valueLabel: number,
          },
          size,
        )
      }
      legend={[
        { mark: 'line', label: `${t(text.expected)} (${t(text.promisedIn).toLowerCase()} ${outcome.promisedIn})` },
        ...(hasBand ? [{ mark: 'band' as const, label: t(text.band) }] : []),
        { mark: 'point', label: t(text.measured) },
        ...(target ? [{ mark: 'reference' as const, label: t(text.target) }] : []),
      ]}
      table={
        <>
          <p class="note">{t(explained)}</p>
          <DataTable
            caption={`${t(text.title)}: ${outcome.measure}`}
            columns={[
              { label: t(text.day) },
              ...[text.low, text.expected, text.high, text.measured].map((label) => ({ label: t(label), isNumber: true })),
            ]}
            rows={[
              ...expected.points.map(({ on, low, likely, high }) => ({
                on,
                cells: [number(low), number(likely), number(high), '–'],
              })),
              ...all.map(({ measuredOn, value }) => ({
                on: measuredOn,
                cells: ['–', '–', '–', locale.number(value)],
              })),
            ]
              .toSorted((a, b) => a.on.localeCompare(b.on))
              .map(({ on, cells }) => [locale.day(on), ...cells])}
          />
        </>
      }
    />
  )
}

export const OutcomeFigures = ({ locale, outcomes }: { locale: Locale; outcomes: readonly Outcome[] }) => {
  const { t } = locale
  const drawn = outcomes.filter(({ expected }) => expected !== undefined)
  if (drawn.length === 0) return null
  return (
    <section aria-labelledby="forvantat">
      <h2 class="ds-heading" data-size="sm" id="forvantat">
        {t(text.title)}
      </h2>
      <div class="charts">
        {drawn.map((outcome) => (
          <OutcomeFigure locale={locale} outcome={outcome} />
        ))}
      </div>
    </section>
  )
}
