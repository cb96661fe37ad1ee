import type { BenefitParameters } from '#counties/benefits/parameters.ts'
import type { Text } from '#contracts/language.ts'
import { reckoning as reckoningView } from '../../../api/reckoning-views.ts'
import type { Basis } from '../../../api/reckoning-views.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import { Fields } from '../../../forms/form-field.tsx'
import type { FormState } from '../../../forms/form-field.tsx'
import type { Locale } from '../../../language/locale.ts'
import { Facts } from '../../../layout/facts.tsx'
import { DataTable } from '../../../layout/data-table.tsx'
import { Tag } from '../../../layout/tag.tsx'
import { bodyOf } from '../assessment-body.ts'
import { curveName, inKronor, shareInWords } from '../explain-line.ts'
import { assessmentApi, assessmentPath } from '../load-assessment.ts'
import type { ReckonedAssessment } from '../load-assessment.ts'
import { createPartPages } from '../part-editor.tsx'
import type { Result } from '../part-editor.tsx'
import { KeyFigures, NothingYet, ResultRegion } from '../result-region.tsx'
import { basisFields, basisInForm, basisOfForm, prepareCurves } from './basis-fields.ts'
import { UsageFigure } from './usage-figure.tsx'

/** What all lines of an assessment are reckoned on: time, price level, the county's figures, use. */

const text = {
  title: { sv: 'Kalkylens grund', en: "The calculation's basis" },
  lead: {
    sv: 'Det här gäller alla rader. Är du osäker kan du låta det stå som det är.',
    en: 'This holds for all lines. If you are uncertain, leave it as it is.',
  },
  time: { sv: 'Tid och priser', en: 'Time and prices' },
  uncertainty: { sv: 'Osäkerhet', en: 'Uncertainty' },
  presentValue: { sv: 'Nettonuvärde i pengar', en: 'Net present value in money' },
  discount: { sv: 'Diskonteringsränta', en: 'Discount rate' },
  rows: { sv: 'Länets uppgifter som gäller', en: "The county's figures that hold on" },
  what: { sv: 'Uppgift', en: 'Figure' },
  value: { sv: 'Värde', en: 'Value' },
  valid: { sv: 'Gäller från', en: 'Valid from' },
  source: { sv: 'Källa', en: 'Source' },
  example: { sv: 'Exempel', en: 'Example' },
  horizon: { sv: 'Antal år', en: 'Number of years' },
  years: { sv: 'år', en: 'years' },
  bias: { sv: 'Påslag för optimism på kostnader', en: 'Optimism bias on costs' },
  mitigated: { sv: 'redan hanterat:', en: 'already mitigated:' },
  index: { sv: 'Prisindex', en: 'Price index' },
  warning: { sv: 'Lägsta andel som brukar löna sig', en: 'Least share that usually pays' },
  perHour: { sv: 'per timme', en: 'an hour' },
  each: { sv: 'per gång', en: 'each' },
  prices: { sv: 'års priser', en: 'prices' },
  lowUse: {
    sv: 'Andelen är lägre än vad som brukar löna sig',
    en: 'The share is lower than what usually pays',
  },
  startsOn: { sv: 'Investeringen börjar', en: 'The investment starts' },
  priceYear: { sv: 'Prisnivå', en: 'Price level' },
  parametersOn: { sv: 'Länets uppgifter per', en: "The county's figures as of" },
  seed: { sv: 'Frö', en: 'Seed' },
} as const satisfies Record<string, Text>

interface BasisProps extends ReckonedAssessment {
  /** With nothing left out. */
  readonly whole: Basis
}

const isWhole = (basis: Basis | undefined): basis is Basis =>
  basis?.investmentStartsOn !== undefined &&
  basis.horizonYears !== undefined &&
  basis.priceYear !== undefined &&
  basis.parametersOn !== undefined &&
  basis.distribution !== undefined &&
  basis.seed !== undefined

/** What has been left out is the service's to fill in. */
const wholeBasis = async ({ visit, caseId, assessment }: ReckonedAssessment): Promise<Basis> => {
  if (isWhole(assessment.basis)) return assessment.basis
  const api = assessmentApi({ caseId, kind: assessment.kind })
  return (await visit.api.read(`${api}/calculation`, reckoningView)).value.basis
}

type Row = readonly [
  name: string,
  value: string,
  row:
    | BenefitParameters['horizons'][number]
    | BenefitParameters['discountRates'][number]
    | BenefitParameters['staffRates'][number]
    | BenefitParameters['unitPrices'][number]
    | BenefitParameters['priceIndexes'][number]
    | BenefitParameters['optimismBias'][number]
    | BenefitParameters['usageWarnings'][number],
]

const rowsOn = ({ visit, parameters: { parameters }, assessment }: BasisProps, day: string): Row[] => {
  const { locale } = visit
  const { t, money } = locale
  const holds = ({ validFrom, validTo }: Row[2]): boolean => validFrom <= day && (validTo === undefined || day <= validTo)
  const all: Row[] = [
    ...parameters.discountRates.map((row): Row => [t(text.discount), shareInWords(locale, row.rate), row]),
    ...parameters.horizons.map((row): Row => [t(text.horizon), `${row.years} ${t(text.years)}`, row]),
    ...parameters.staffRates.map((row): Row => [
      t(row.name),
      `${money(row.orePerHour)} ${t(text.perHour)}, ${row.priceYear} ${t(text.prices)}`,
      row,
    ]),
    ...parameters.unitPrices.map((row): Row => [
      t(row.name),
      `${money(row.ore)} ${t(text.each)}, ${row.priceYear} ${t(text.prices)}`,
      row,
    ]),
    ...parameters.priceIndexes.map((row): Row => [t(text.index), row.name, row]),
    ...parameters.optimismBias.map((row): Row => {
      const { upper, lower } = row.costs
      const [most, least, mitigated] = [upper, lower, row.mitigatedShare[assessment.kind]].map((share) =>
        shareInWords(locale, share),
      )
      return [t(text.bias), `${most}–${least}, ${t(text.mitigated)} ${mitigated}`, row]
    }),
    ...parameters.usageWarnings.map((row): Row => [t(text.warning), shareInWords(locale, row.below), row]),
  ]
  return all.filter(([, , row]) => holds(row))
}

const CountyRows = ({ props, day }: { props: BasisProps; day: string }) => {
  const { locale } = props.visit
  const { t } = locale
  return (
    <details class="reveal">
      <summary>
        {t(text.rows)} {locale.day(day)}
      </summary>
      <DataTable
        caption={`${t(text.rows)} ${locale.day(day)}`}
        isCaptionHidden
        columns={[{ label: t(text.what) }, { label: t(text.value) }, { label: t(text.valid) }, { label: t(text.source) }]}
        rows={rowsOn(props, day).map(([name, value, row]) => [
          name,
          value,
          locale.shortDay(row.validFrom),
          <>
            {row.isExample && <Tag color="warning">{t(text.example)}</Tag>} {row.source}
          </>,
        ])}
      />
    </details>
  )
}

const keysOf = {
  time: ['investmentStartsOn', 'horizonYears', 'priceYear', 'parametersOn'],
  draws: ['distribution', 'seed', 'correlations'],
}

const only = (fields: FormFields, keys: readonly string[]): FormFields =>
  Object.fromEntries(keys.flatMap((key) => (fields[key] ? [[key, fields[key]]] : [])))

const BasisForm = ({ props, form, fields }: { props: BasisProps; form: FormState; fields: FormFields }) => {
  const { t } = props.visit.locale
  const isDrawsOpen = [...form.errors.keys(), form.focus ?? ''].some((key) =>
    keysOf.draws.some((field) => key.startsWith(`/${field}`)),
  )
  return (
    <>
      <section aria-labelledby="tid">
        <h2 class="ds-heading" data-size="xs" id="tid">
          {t(text.time)}
        </h2>
        <div class="fields fields--pairs">
          <Fields form={form} fields={only(fields, keysOf.time)} />
        </div>
      </section>
      <section class="curves fields--years" data-slider-share>
        <Fields form={form} fields={only(fields, ['curves'])} />
      </section>
      <details class="reveal" open={isDrawsOpen || (props.whole.correlations?.length ?? 0) > 0 || undefined}>
        <summary>{t(text.uncertainty)}</summary>
        <div class="fields">
          <Fields form={form} fields={only(fields, keysOf.draws)} />
        </div>
      </details>
    </>
  )
}

const Curves = ({ props, result, day }: { props: BasisProps; result: Result; day: string }) => {
  const { locale } = props.visit
  const { t } = locale
  const warning = props.parameters.parameters.usageWarnings.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo),
  )
  return (
    <>
      {(result.body.basis?.curves ?? []).map((curve) => {
        const found = result.reckoned?.reckoning?.curves.find(({ id }) => id === curve.id)
        if (!found) return null
        const last = found.shares.at(-1)
        return (
          <>
            <UsageFigure locale={locale} id={`kurva-${curve.id}`} name={curveName(curve)} shares={found.shares} />
            {warning && last && last.likely < warning.below && (
              <p class="note">
                {t(text.lowUse)} ({shareInWords(locale, warning.below)}). {warning.source}.
              </p>
            )}
          </>
        )
      })}
    </>
  )
}

const BasisResult = ({ props, result }: { props: BasisProps; result: Result }) => {
  const { locale } = props.visit
  const { t } = locale
  const reckoning = result.reckoned?.reckoning
  const day = reckoning?.basis.parametersOn ?? locale.today
  return (
    <ResultRegion
      locale={locale}
      problems={result.problems}
      isLikelyAlone={(result.reckoned?.filledIn ?? 0) > 0}
      summary={
        reckoning ? (
          <p>
            {t(text.presentValue)}:{' '}
            <strong class="result__sum">{inKronor(locale, reckoning.calculation.inHand.netPresentValue)}</strong>
          </p>
        ) : (
          <NothingYet locale={locale} />
        )
      }
    >
      <Curves props={props} result={result} day={day} />
      {reckoning && (
        <>
          <KeyFigures locale={locale} reckoning={reckoning} />
          <p class="note">
            {t(text.discount)}: {shareInWords(locale, reckoning.discountRate)}.
          </p>
        </>
      )}
      <CountyRows props={props} day={day} />
    </ResultRegion>
  )
}

const told = (locale: Locale, date: string | undefined): string | undefined => date && locale.day(date)

const Reading = ({ props: { visit, whole } }: { props: BasisProps }) => {
  const { locale } = visit
  const { t } = locale
  return (
    <Facts
      rows={[
        [t(text.startsOn), told(locale, whole.investmentStartsOn)],
        [t(text.horizon), whole.horizonYears && String(whole.horizonYears)],
        [t(text.priceYear), whole.priceYear && String(whole.priceYear)],
        [t(text.parametersOn), told(locale, whole.parametersOn)],
        [t(text.seed), whole.seed === undefined ? undefined : String(whole.seed)],
      ]}
    />
  )
}

const Lead = ({ props }: { props: BasisProps }) => <p class="measure">{props.visit.locale.t(text.lead)}</p>

export const basisPages = createPartPages<BasisProps>({
  page: 'basis',
  title: ({ visit, assessment }) => `${visit.locale.t(text.title)} (${assessment.kind})`,
  path: (props) => `${assessmentPath(props)}/grund`,
  extend: async (_, read) => ({ ...read, whole: await wholeBasis(read) }),
  fields: ({ visit, whole }) => basisFields(visit.locale, whole),
  contentOf: ({ whole }) => basisInForm(whole),
  prepare: (_, entered) => prepareCurves(entered),
  bodyWith: ({ assessment }, content) => ({ ...bodyOf(assessment), basis: basisOfForm(content) }),
  isReckoned: true,
  Lead,
  Fields: BasisForm,
  Result: BasisResult,
  Reading,
})
