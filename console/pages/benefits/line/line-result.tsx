import type { Text } from '#contracts/language.ts'
import type { BenefitLine } from '../../../api/benefit-views.ts'
import type { Driver, MethodDriver, Reckoning, Workings } from '../../../api/reckoning-views.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import { Tag } from '../../../layout/tag.tsx'
import {
  curveName,
  curvesOf,
  figureInWords,
  inKronor,
  methodOf,
  oreOf,
  rowsFor,
  shareInWords,
  workingsInWords,
} from '../explain-line.ts'
import type { Result } from '../part-editor.tsx'
import { KeyFigures, NothingYet, ResultRegion } from '../result-region.tsx'
import { isMoneyUnit } from '../three-point.ts'
import type { LineProps } from './line-fields.ts'

/** What one line comes to, and what that is made of. */

const text = {
  heading: { sv: 'Det här ger raden', en: 'What the line comes to' },
  likely: { sv: 'Troligt', en: 'Likely' },
  lastYear: { sv: 'per år när användningen är som det sista året', en: 'a year with the use of the last year' },
  perYear: { sv: 'per år', en: 'a year' },
  between: { sv: 'mellan', en: 'between' },
  and: { sv: 'och', en: 'and' },
  onceSum: { sv: 'en gång', en: 'once' },
  made: { sv: 'Så blir det', en: 'How it comes about' },
  inPrices: { sv: 'Allt i %d års priser.', en: 'All in prices of %d.' },
  years: { sv: 'År för år', en: 'Year by year' },
  year: { sv: 'År', en: 'Year' },
  low: { sv: 'Lågt', en: 'Low' },
  high: { sv: 'Högt', en: 'High' },
  use: { sv: 'Andel', en: 'Share' },
  drivers: { sv: 'Talen och varifrån de kommer', en: 'The figures and where they come from' },
  assumption: { sv: 'Antagande', en: 'Assumption' },
  example: { sv: 'Exempel', en: 'Example' },
  county: { sv: 'Länets uppgift', en: "The county's figure" },
  from: { sv: 'gäller från', en: 'valid from' },
  noSource: { sv: 'Källa saknas', en: 'No source' },
  usage: { sv: 'Användning enligt', en: 'Use according to' },
} as const satisfies Record<string, Text>

const Provenance = ({ props, asked, driver }: { props: LineProps; asked: MethodDriver; driver: Driver | undefined }) => {
  const { locale } = props.visit
  const { t } = locale
  const row = rowsFor(props.parameters, asked).find(({ id }) => id === driver?.parameter)
  if (row)
    return (
      <>
        {t(text.county)}: {t(row.name)}, {figureInWords(locale, asked, oreOf(row))}, {t(text.from)}{' '}
        {locale.shortDay(row.validFrom)}. {row.isExample && <Tag color="warning">{t(text.example)}</Tag>}{' '}
        <span class="note">{row.source}</span>
      </>
    )
  if (!driver) return null
  return (
    <>
      {driver.isAssumption && <Tag color="warning">{t(text.assumption)}</Tag>}{' '}
      {driver.source ? (
        <span class="note">
          {driver.source}
          {driver.takenOn && `, ${locale.shortDay(driver.takenOn)}`}
        </span>
      ) : (
        !driver.isAssumption && <span class="missing">{t(text.noSource)}</span>
      )}
    </>
  )
}

const Drivers = ({ props, line, workings }: { props: LineProps; line: BenefitLine; workings: Workings }) => {
  const { locale } = props.visit
  const { t } = locale
  const method = methodOf(props.parameters, line.calculation?.method)
  return (
    <>
      <h3 class="ds-heading" data-size="2xs">
        {t(text.drivers)}
      </h3>
      <ul class="plain">
        {(method?.drivers ?? []).map((asked) => {
          const found = workings.drivers.find(({ key }) => key === asked.key)
          if (!found) return null
          const isCertain = found.low === found.high
          const span = isCertain
            ? ''
            : ` (${figureInWords(locale, { unit: asked.unit, unitName: { sv: '', en: '' } }, found.low).trim()}–${figureInWords(locale, { unit: asked.unit, unitName: { sv: '', en: '' } }, found.high).trim()})`
          return (
            <li>
              {t(asked.name)}: {figureInWords(locale, asked, found.likely)}
              {span}. <Provenance props={props} asked={asked} driver={line.calculation?.drivers[asked.key]} />
            </li>
          )
        })}
      </ul>
    </>
  )
}

const Years = ({ props, line, workings }: { props: LineProps; line: BenefitLine; workings: Workings }) => {
  const { locale } = props.visit
  const { t } = locale
  const money = (ore: number): string => inKronor(locale, ore)
  const shown = workings.years.filter(({ low, likely, high }) => low !== 0 || likely !== 0 || high !== 0)
  const goesWithUse = line.calculation?.usage !== undefined
  return (
    <DataTable
      caption={t(text.years)}
      columns={[
        { label: t(text.year) },
        ...(goesWithUse ? [{ label: t(text.use), isNumber: true }] : []),
        { label: t(text.low), isNumber: true },
        { label: t(text.likely), isNumber: true },
        { label: t(text.high), isNumber: true },
      ]}
      rows={shown.map(({ year, low, likely, high, use }) => [
        `${t(text.year)} ${year}`,
        ...(goesWithUse ? [use === undefined ? '–' : shareInWords(locale, use)] : []),
        money(low),
        money(likely),
        money(high),
      ])}
    />
  )
}

const Summary = ({
  props,
  line,
  workings,
  reckoning,
}: {
  props: LineProps
  line: BenefitLine
  workings: Workings
  reckoning: Reckoning
}) => {
  const { locale } = props.visit
  const { t } = locale
  const money = (ore: number): string => inKronor(locale, ore)
  const method = methodOf(props.parameters, line.calculation?.method)
  const band = method?.isOnce ? workings.product : reckoning.bands.find(({ lineId }) => lineId === line.id)
  if (!band) return <NothingYet locale={locale} />
  const tail = method?.isOnce ? text.onceSum : line.calculation?.usage ? text.lastYear : text.perYear
  return (
    <p>
      <strong class="result__sum">{money(band.likely)}</strong> {t(tail)}
      {band.low !== band.high && (
        <>
          , {t(text.between)} {money(band.low)} {t(text.and)} {money(band.high)}
        </>
      )}
      .
    </p>
  )
}

export const LineResult = ({ props, result }: { props: LineProps; result: Result }) => {
  const { visit, parameters } = props
  const { locale } = visit
  const { t } = locale
  const { reckoned, problems } = result
  const line = result.body.lines.find(({ id }) => id === props.line.id)
  const reckoning = reckoned?.reckoning
  const workings = reckoning?.workings.find(({ lineId }) => lineId === props.line.id)
  const method = methodOf(parameters, line?.calculation?.method)
  const usage = line?.calculation?.usage
  const curve = curvesOf(props).find(({ id }) => id === usage?.curve)
  const isMoney = method?.drivers.some(({ unit }) => isMoneyUnit(unit)) ?? true
  return (
    <ResultRegion
      locale={locale}
      heading={text.heading}
      problems={problems}
      isLikelyAlone={(reckoned?.filledIn ?? 0) > 0}
      summary={
        line && workings && reckoning ? (
          <Summary props={props} line={line} workings={workings} reckoning={reckoning} />
        ) : (
          <NothingYet locale={locale} />
        )
      }
    >
      {line && workings && reckoning && (
        <>
          {method && line.calculation && (
            <p class="formula">
              <span class="ds-sr-only">{t(text.made)}: </span>
              {workingsInWords(locale, method, workings)}
            </p>
          )}
          {isMoney && <p class="note">{t(text.inPrices).replace('%d', String(reckoning.basis.priceYear ?? ''))}</p>}
          <Years props={props} line={line} workings={workings} />
          {usage && curve && (
            <p class="note">
              {t(text.usage)} ”{curveName(curve)}”.
            </p>
          )}
          <Drivers props={props} line={line} workings={workings} />
        </>
      )}
      {reckoning && <KeyFigures locale={locale} reckoning={reckoning} />}
    </ResultRegion>
  )
}
