import type { FormField } from '#phase/field.ts'
import type { Text } from '#contracts/language.ts'
import type { Basis, Figures, UsageCurve } from '../../../api/reckoning-views.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import { addAction, editRows, rowActionOf } from '../../../forms/edit-rows.ts'
import { rowsOf } from '../../../forms/read-form.ts'
import type { Entered } from '../../../forms/read-form.ts'
import type { Locale } from '../../../language/locale.ts'
import { asStored, asTyped, hasFigures, priceYearField, threePointFields } from '../three-point.ts'

/** The form of what all lines are reckoned on. Limits as in services/benefits/domain/limits.ts and calculation/basis.ts. */

const longestHorizon = 30
const mostCurves = 10
const mostCorrelations = 10
const largestSeed = 2_147_483_647

const text = {
  startsOn: { sv: 'Investeringen börjar den', en: 'The investment starts on' },
  startsOnHelp: {
    sv: 'Första dagen i år 0. År 1 börjar ett år senare.',
    en: 'The first day of year 0. Year 1 starts a year later.',
  },
  horizon: { sv: 'Antal år efter investeringsåret', en: 'Years after the investment year' },
  years: { sv: 'år', en: 'years' },
  priceYear: { sv: 'Allt räknas i priserna år', en: 'Everything is reckoned in the prices of' },
  parametersOn: { sv: 'Länets uppgifter som gällde den', en: "The county's figures that held on" },
  distribution: { sv: 'Hur troliga är värdena mellan lågt och högt?', en: 'How likely are the values between low and high?' },
  triangular: { sv: 'Jämnt fallande från det troliga (triangel)', en: 'Evenly falling from the likely one (triangular)' },
  pert: { sv: 'Samlade närmare det troliga (PERT)', en: 'Gathered closer to the likely one (PERT)' },
  seed: { sv: 'Frö för slumpen', en: 'Seed of the draws' },
  seedHelp: {
    sv: 'Samma frö ger samma resultat. Det behöver sällan ändras.',
    en: 'The same seed gives the same result. It seldom needs changing.',
  },
  curves: { sv: 'Nyttjandekurvor', en: 'Usage curves' },
  curvesHelp: {
    sv: 'Hur stor andel av dem som skulle kunna använda tjänsten gör det, år för år.',
    en: 'How large a share of those who could use the service do so, year by year.',
  },
  curve: { sv: 'Nyttjandekurva', en: 'Usage curve' },
  name: { sv: 'Vad andelen är en andel av', en: 'What the share is a share of' },
  nameHelp: { sv: 'Till exempel: andel av breven som är digitala.', en: 'For example: share of the letters that are digital.' },
  form: { sv: 'Hur anges kurvan?', en: 'How is the curve given?' },
  table: { sv: 'År för år', en: 'Year by year' },
  logistic: { sv: 'Som en S-kurva', en: 'As an S curve' },
  byYear: { sv: 'Andel år för år, i procent', en: 'Share year by year, in per cent' },
  byYearHelp: {
    sv: 'Mellan två år räknas en rak linje. Efter det sista året ligger andelen kvar.',
    en: 'Between two years a straight line is reckoned. After the last year the share stays.',
  },
  inYear: { sv: 'År', en: 'Year' },
  year: { sv: 'År', en: 'Year' },
  ceiling: { sv: 'Andel på sikt, i procent', en: 'Share in the long run, in per cent' },
  midpoint: { sv: 'Halvvägs i mitten av år', en: 'Half-way in the middle of year' },
  ramp: { sv: 'År från en tiondel till nio tiondelar', en: 'Years from a tenth to nine tenths' },
  start: { sv: 'Ingen användning före år', en: 'No use before year' },
  correlations: { sv: 'Tal som varierar tillsammans', en: 'Figures that vary together' },
  correlationsHelp: {
    sv: 'Till exempel tider som alla beror på samma bemanning. Gruppen väljs sedan vid varje faktor.',
    en: 'Times that all depend on the same staffing, for example. The group is then chosen at each driver.',
  },
  correlation: { sv: 'Grupp', en: 'Group' },
  group: { sv: 'Gruppens namn', en: 'Name of the group' },
  coefficient: { sv: 'Hur starkt, 0–1', en: 'How strongly, 0–1' },
} as const satisfies Record<string, Text>

const integer = (label: Text, min: number, max: number, named: { help?: Text; unit?: Text } = {}): FormField => ({
  kind: 'integer',
  label,
  min,
  max,
  ...named,
  isRequired: false,
})

/** A bound that is wide enough for no hint to be drawn beside every field. */
const wide = 1_000_000

const logistic: FormField = {
  kind: 'group',
  label: text.logistic,
  fields: {
    ceiling: { kind: 'group', label: text.ceiling, fields: threePointFields, isRequired: false },
    midpointYear: { kind: 'decimal', label: text.midpoint, min: 0, max: wide, isRequired: false },
    rampYears: { kind: 'decimal', label: text.ramp, min: 0, max: wide, isRequired: false },
    startYear: integer(text.start, 0, wide),
  },
  isRequired: false,
}

const curveFields: FormFields = {
  name: { kind: 'text', label: text.name, help: text.nameHelp, maxLength: 200, isRequired: false },
  form: {
    kind: 'choice',
    label: text.form,
    options: [
      { value: 'table', label: text.table },
      { value: 'logistic', label: text.logistic },
    ],
    isRequired: true,
  },
  years: {
    kind: 'list',
    label: text.byYear,
    help: text.byYearHelp,
    item: {
      kind: 'group',
      label: text.inYear,
      fields: { year: { ...integer(text.year, 0, wide), isRequired: true }, ...threePointFields },
      isRequired: true,
    },
    min: 0,
    max: longestHorizon + 1,
    isRequired: false,
  },
  logistic,
  // Last: the cursor goes to the first field of a new row.
  id: { kind: 'text', label: { sv: 'Id', en: 'Id' }, maxLength: 40, isRequired: false },
}

export const basisFields = ({ today }: Locale, { priceYear }: Basis): FormFields => ({
  investmentStartsOn: { kind: 'date', label: text.startsOn, help: text.startsOnHelp, isRequired: false },
  horizonYears: integer(text.horizon, 1, longestHorizon, { unit: text.years }),
  priceYear: priceYearField(text.priceYear, today, priceYear, true),
  parametersOn: { kind: 'date', label: text.parametersOn, isRequired: false },
  curves: {
    kind: 'list',
    label: text.curves,
    help: text.curvesHelp,
    item: { kind: 'group', label: text.curve, fields: curveFields, isRequired: true },
    min: 0,
    max: mostCurves,
    isRequired: false,
  },
  distribution: {
    kind: 'choice',
    label: text.distribution,
    options: [
      { value: 'triangular', label: text.triangular },
      { value: 'pert', label: text.pert },
    ],
    isRequired: true,
  },
  seed: integer(text.seed, 0, largestSeed, { help: text.seedHelp }),
  correlations: {
    kind: 'list',
    label: text.correlations,
    help: text.correlationsHelp,
    item: {
      kind: 'group',
      label: text.correlation,
      fields: {
        group: { kind: 'text', label: text.group, maxLength: 40, isRequired: true },
        coefficient: { kind: 'decimal', label: text.coefficient, min: 0, max: wide, isRequired: true },
      },
      isRequired: true,
    },
    min: 0,
    max: mostCorrelations,
    isRequired: false,
  },
})

interface FormCurve {
  readonly id?: string
  readonly name?: string
  readonly form?: UsageCurve['form']
  readonly years?: readonly (Figures & { readonly year?: number })[]
  readonly logistic?: {
    readonly ceiling?: Figures
    readonly midpointYear?: number
    readonly rampYears?: number
    readonly startYear?: number
  }
}

/** What the form holds; as `basisFields` describes it. */
interface FormContent extends Omit<Basis, 'curves' | 'priceYear'> {
  readonly priceYear?: string
  readonly curves?: readonly FormCurve[]
}

const curveInForm = (curve: UsageCurve): FormCurve => {
  const { id, name, form } = curve
  const of = { id, ...(name !== undefined && { name }), form }
  if (form === 'table') return { ...of, years: curve.years.map(({ year, ...share }) => ({ year, ...asTyped('share', share) })) }
  const { midpointYear, rampYears, startYear } = curve
  return {
    ...of,
    logistic: {
      ceiling: asTyped('share', curve.ceiling),
      ...(midpointYear !== undefined && { midpointYear }),
      ...(rampYears !== undefined && { rampYears }),
      ...(startYear !== undefined && { startYear }),
    },
  }
}

const curveOfForm = ({ id = '', name, form = 'table', years = [], logistic: s = {} }: FormCurve): UsageCurve => {
  const of = { id, ...(name !== undefined && { name }) }
  if (form === 'table')
    return {
      ...of,
      form,
      // A year without shares is a row that nobody has filled in.
      years: years.flatMap(({ year, ...share }) =>
        year === undefined || !hasFigures(share) ? [] : [{ year, ...asStored('share', share) }],
      ),
    }
  const { ceiling = {}, ...rest } = s
  return { ...of, form, ceiling: asStored('share', ceiling), ...rest }
}

export const basisInForm = ({ curves = [], priceYear, ...basis }: Basis): Readonly<Record<string, unknown>> => ({
  ...basis,
  ...(priceYear !== undefined && { priceYear: String(priceYear) }),
  curves: curves.map(curveInForm),
})

export const basisOfForm = (content: Readonly<Record<string, unknown>>): Basis => {
  const { curves = [], priceYear, ...basis }: FormContent = content
  return { ...basis, ...(priceYear !== undefined && { priceYear: Number(priceYear) }), curves: curves.map(curveOfForm) }
}

const firstYears = [1, 2, 3] as const

/** A new curve gets an id that no other has, and rows for the first years. */
export const prepareCurves = (entered: Entered): void => {
  const rows = rowsOf(entered, '/curves')
  const ids = new Set(rows.map((row) => entered.get(`/curves/${row}/id`)).filter(Boolean))
  for (const row of rows) {
    const at = `/curves/${row}`
    if (entered.get(`${at}/id`)) continue
    const id =
      Array.from({ length: ids.size + 1 }, (_, index) => `curve-${index + 1}`).find((candidate) => !ids.has(candidate)) ?? ''
    ids.add(id)
    entered.set(`${at}/id`, id)
    if (!entered.get(`${at}/form`)) entered.set(`${at}/form`, 'table')
    if (rowsOf(entered, `${at}/years`).length > 0) continue
    for (const year of firstYears) {
      const add = rowActionOf(addAction(`${at}/years`))
      const added = add && editRows(entered, add)
      if (added) entered.set(`${added}/year`, String(year))
    }
  }
}
