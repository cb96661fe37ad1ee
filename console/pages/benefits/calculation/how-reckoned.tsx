import type { Text } from '#contracts/language.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import { Facts } from '../../../layout/facts.tsx'
import { organisationName } from '../../../layout/names.ts'
import { Tag } from '../../../layout/tag.tsx'
import { methodOf, shareInWords, workingsInWords } from '../explain-line.ts'
import { linePath } from '../problem-places.ts'
import type { LoadedCalculation } from './load-calculation.ts'
import { usedRows } from './used-rows.ts'

/** Everything that somebody needs to reckon it all again and come to the same öre. */

const text = {
  title: { sv: 'Så är det räknat', en: 'How it is reckoned' },
  startsOn: { sv: 'År 0 börjar', en: 'Year 0 begins' },
  horizon: { sv: 'Tid', en: 'Time' },
  years: { sv: 'år efter investeringsåret', en: 'years after the year of investment' },
  priceYear: { sv: 'Prisnivå', en: 'Price level' },
  prices: { sv: 'års priser', en: 'prices' },
  rate: { sv: 'Diskonteringsränta', en: 'Discount rate' },
  parametersOn: { sv: 'Länets uppgifter som gällde', en: 'The county’s figures as of' },
  distribution: { sv: 'Fördelning', en: 'Distribution' },
  triangular: { sv: 'triangulär', en: 'triangular' },
  pert: { sv: 'PERT', en: 'PERT' },
  draws: { sv: 'Antal dragningar', en: 'Number of draws' },
  seed: { sv: 'Frö', en: 'Seed' },
  version: { sv: 'Nyttovärderingens version', en: 'Version of the assessment' },
  explained: {
    sv: 'Osäkerheten räknas genom att varje faktor dras slumpvis inom sitt spann så många gånger. Samma frö ger samma dragningar, så att kalkylen kan räknas om till samma öre.',
    en: 'The uncertainty is reckoned by drawing every factor at random within its span so many times. The same seed gives the same draws, so that the calculation can be repeated to the öre.',
  },
  rows: { sv: 'Länets uppgifter som kalkylen använder', en: 'The county’s figures that the calculation uses' },
  figure: { sv: 'Uppgift', en: 'Figure' },
  value: { sv: 'Värde', en: 'Value' },
  validFrom: { sv: 'Gäller från', en: 'Valid from' },
  source: { sv: 'Källa', en: 'Source' },
  example: { sv: 'Exempelvärde', en: 'Example value' },
  decided: { sv: 'Länets eget', en: 'The county’s own' },
  kind: { sv: 'Slag', en: 'Kind' },
  lines: { sv: 'Raderna', en: 'The lines' },
  line: { sv: 'Rad', en: 'Line' },
  method: { sv: 'Räknas som', en: 'Reckoned as' },
  rough: { sv: 'grovt uppskattat belopp per år', en: 'roughly estimated amount a year' },
  flows: { sv: 'Radernas belopp år för år', en: 'The lines’ amounts year by year' },
  year: { sv: 'År', en: 'Year' },
  presentValue: { sv: 'Nuvärde', en: 'Present value' },
  cost: { sv: 'kostnad', en: 'cost' },
  freed: { sv: 'frigjord resurs', en: 'freed resource' },
  money: { sv: 'pengar', en: 'money' },
  benefit: { sv: 'nytta', en: 'benefit' },
} as const satisfies Record<string, Text>

const Basis = ({ of }: { of: LoadedCalculation }) => {
  const { locale } = of.visit
  const { t } = locale
  const { basis, discountRate, calculation } = of.calculation
  const { seed, draws } = calculation.uncertainty
  return (
    <Facts
      rows={[
        [t(text.startsOn), basis.investmentStartsOn && locale.day(basis.investmentStartsOn)],
        [t(text.horizon), `${basis.horizonYears ?? ''} ${t(text.years)}`],
        [t(text.priceYear), `${basis.priceYear ?? ''} ${t(text.prices)}`],
        [t(text.rate), shareInWords(locale, discountRate)],
        [t(text.parametersOn), basis.parametersOn && locale.day(basis.parametersOn)],
        [t(text.distribution), t(basis.distribution === 'pert' ? text.pert : text.triangular)],
        [t(text.draws), locale.number(draws)],
        // A name for the draws rather than a number: written as it is typed.
        [t(text.seed), String(seed)],
        [t(text.version), of.assessment.version > 0 ? `${of.assessment.kind}, ${of.assessment.version}` : undefined],
      ]}
    />
  )
}

const Rows = ({ of }: { of: LoadedCalculation }) => {
  const { locale } = of.visit
  const { t } = locale
  return (
    <DataTable
      caption={t(text.rows)}
      columns={[text.figure, text.value, text.validFrom, text.kind, text.source].map((label) => ({ label: t(label) }))}
      rows={usedRows(of).map(({ id, name, value, validFrom, validTo, source, isExample }) => [
        <>
          {name}
          <span class="note block">{id}</span>
        </>,
        value,
        validTo ? `${locale.shortDay(validFrom)}–${locale.shortDay(validTo)}` : locale.shortDay(validFrom),
        <Tag color={isExample ? 'warning' : 'success'}>{t(isExample ? text.example : text.decided)}</Tag>,
        source,
      ])}
    />
  )
}

const Lines = ({ of }: { of: LoadedCalculation }) => {
  const { visit, assessment, parameters, calculation } = of
  const { locale } = visit
  const { t, money } = locale
  const { years, lines } = calculation.calculation
  const reckoned = lines.flatMap(({ lineId, flow, presentValue }) => {
    const line = assessment.lines.find(({ id }) => id === lineId)
    return line ? [{ line, flow, presentValue }] : []
  })
  const howOf = (line: (typeof reckoned)[number]['line']): string => {
    const method = methodOf(parameters, line.calculation?.method)
    const workings = calculation.workings.find(({ lineId }) => lineId === line.id)
    return method && workings ? workingsInWords(locale, method, workings) : t(text.rough)
  }
  const sideOf = ({ side, kind }: (typeof reckoned)[number]['line']): string =>
    [t(side === 'cost' ? text.cost : text.benefit), t(kind === 'financial' ? text.money : text.freed)].join(', ')
  return (
    <>
      <DataTable
        caption={t(text.lines)}
        columns={[
          { label: t(text.line) },
          { label: t(text.kind) },
          { label: t(text.method) },
          { label: t(text.presentValue), isNumber: true },
        ]}
        rows={reckoned.map(({ line, presentValue }) => [
          <>
            <a class="ds-link" href={linePath(of, line.id)}>
              {line.name}
            </a>
            {line.organisation && <span class="note block">{organisationName(visit, line.organisation)}</span>}
          </>,
          sideOf(line),
          howOf(line),
          money(presentValue),
        ])}
      />
      <details class="reveal reveal--printed">
        <summary>{t(text.flows)}</summary>
        <DataTable
          caption={t(text.flows)}
          columns={[
            { label: t(text.line) },
            ...years.map((year) => ({ label: `${t(text.year)} ${year}`, isNumber: true })),
            { label: t(text.presentValue), isNumber: true },
          ]}
          rows={reckoned.map(({ line, flow, presentValue }) => [
            `${line.name} (${sideOf(line)})`,
            ...years.map((year) => money(flow[year] ?? 0)),
            money(presentValue),
          ])}
        />
      </details>
    </>
  )
}

export const HowReckoned = ({ of }: { of: LoadedCalculation }) => {
  const { t } = of.visit.locale
  return (
    <section aria-labelledby="sa-raknat">
      <h2 class="ds-heading" data-size="sm" id="sa-raknat">
        {t(text.title)}
      </h2>
      <Basis of={of} />
      <p class="note measure">{t(text.explained)}</p>
      <Rows of={of} />
      <Lines of={of} />
    </section>
  )
}
