import type { FormField } from '#phase/field.ts'
import type { Text } from '#contracts/language.ts'
import type { BenefitLine } from '../../../api/benefit-views.ts'
import type { Driver, Figures, LineCalculation, Method, MethodDriver, UsageEffect } from '../../../api/reckoning-views.ts'
import { usageEffects } from '../../../api/reckoning-views.ts'
import type { FormFields } from '../../../forms/action-form.tsx'
import type { Entered } from '../../../forms/read-form.ts'
import { curveName, curvesOf, figureInWords, methodOf, oreOf, rowsFor } from '../explain-line.ts'
import type { CountyRow } from '../explain-line.ts'
import type { ReckonedAssessment } from '../load-assessment.ts'
import { asStored, asTyped, hasFigures, isMoneyUnit, percent, priceYearField, shareOf, threePointFields } from '../three-point.ts'

/** The form of how one line is reckoned. Limits as in services/benefits/domain/limits.ts. */

const longestHorizon = 30

const text = {
  method: { sv: 'Hur räknas beloppet fram?', en: 'How is the amount reckoned?' },
  from: { sv: 'Varifrån kommer talet?', en: 'Where does the figure come from?' },
  own: { sv: 'Egna tal', en: 'Figures of your own' },
  notValid: { sv: 'gäller inte den dagen', en: 'does not hold that day' },
  source: { sv: 'Källa', en: 'Source' },
  takenOn: { sv: 'Hämtat den', en: 'Taken on' },
  assumption: { sv: 'Antagande', en: 'Assumption' },
  isAssumption: { sv: 'Talet är ett antagande som ska ersättas', en: 'The figure is an assumption, to be replaced' },
  priceYear: { sv: 'I vilket års priser?', en: 'In which year’s prices?' },
  group: { sv: 'Varierar tillsammans med', en: 'Varies together with' },
  byYear: { sv: 'Andra tal vissa år', en: 'Other figures in some years' },
  inYear: { sv: 'År', en: 'Year' },
  year: { sv: 'År efter start (0 är investeringsåret)', en: 'Year from the start (0 is the investment year)' },
  effect: { sv: 'Beror beloppet på hur många som använder tjänsten?', en: 'Does the amount depend on how many use the service?' },
  none: { sv: 'Nej, det är lika stort ändå', en: 'No, it is the same anyway' },
  scales: { sv: 'Ja, det följer dem som använder tjänsten', en: 'Yes, it goes with those who use the service' },
  scalesRest: {
    sv: 'Ja, det följer dem som inte använder tjänsten (det gamla arbetssättet)',
    en: 'Yes, it goes with those who do not use the service (the old way)',
  },
  until: { sv: 'Det finns bara tills tillräckligt många använder tjänsten', en: 'It is there only until enough use the service' },
  curve: { sv: 'Nyttjandekurva', en: 'Usage curve' },
  share: { sv: 'Upphör när så stor andel använder tjänsten', en: 'Ends when this share uses the service' },
  usage: { sv: 'Användning', en: 'Use' },
  drivers: { sv: 'Faktorer', en: 'Drivers' },
  startsOn: { sv: 'Börjar den', en: 'Starts on' },
  startsOnHelp: { sv: 'Utan dag: från år 1.', en: 'Without a day: from year 1.' },
  onceOn: { sv: 'Betalas den', en: 'Paid on' },
  onceOnHelp: { sv: 'Utan dag: i investeringsåret.', en: 'Without a day: in the investment year.' },
  endsOn: { sv: 'Upphör den', en: 'Ends on' },
  endsOnHelp: { sv: 'Första dagen då den inte längre finns.', en: 'The first day on which it is no longer there.' },
  chainEffect: { sv: 'Följer av effekten', en: 'Follows from the effect' },
  percent: { sv: '%', en: '%' },
} as const satisfies Record<string, Text>

export interface LineProps extends ReckonedAssessment {
  readonly line: BenefitLine
}

/** The day whose rows of the county's parameters hold, as the basis says; today where it does not. */
export const parametersDay = ({ assessment, visit }: ReckonedAssessment): string =>
  assessment.basis?.parametersOn ?? visit.locale.today

const isValidAt = ({ validFrom, validTo }: CountyRow, day: string): boolean =>
  validFrom <= day && (validTo === undefined || day <= validTo)

const same = (label: string): Text => ({ sv: label, en: label })

/** The county's rows that hold, and the one that has been chosen whether it does or not. */
const countyOptions = (props: LineProps, asked: MethodDriver, chosen: string | undefined) => {
  const { locale } = props.visit
  const day = parametersDay(props)
  return rowsFor(props.parameters, asked)
    .filter((row) => isValidAt(row, day) || row.id === chosen)
    .map((row) => {
      const told = `${locale.t(row.name)}: ${figureInWords(locale, asked, oreOf(row))}`
      return { value: row.id, label: same(isValidAt(row, day) ? told : `${told} (${locale.t(text.notValid)})`) }
    })
}

const date = (label: Text, help?: Text): FormField => ({ kind: 'date', label, ...(help && { help }), isRequired: false })

const correlationGroups = ({ assessment }: LineProps): string[] =>
  (assessment.basis?.correlations ?? []).map(({ group }) => group)

const driverFields = (props: LineProps, asked: MethodDriver, chosen: string | undefined): FormFields => {
  const options = countyOptions(props, asked, chosen)
  const groups = correlationGroups(props)
  return {
    ...(options.length > 0 && {
      from: { kind: 'choice', label: text.from, options: [{ value: 'own', label: text.own }, ...options], isRequired: true },
    }),
    ...threePointFields,
    source: { kind: 'text', label: text.source, maxLength: 300, isRequired: false },
    takenOn: date(text.takenOn),
    isAssumption: {
      kind: 'choices',
      label: text.assumption,
      options: [{ value: 'yes', label: text.isAssumption }],
      isRequired: false,
    },
    ...(isMoneyUnit(asked.unit) && {
      priceYear: priceYearField(
        text.priceYear,
        props.visit.locale.today,
        props.line.calculation?.drivers[asked.key]?.priceYear,
        false,
      ),
    }),
    ...(groups.length > 0 && {
      group: {
        kind: 'choice',
        label: text.group,
        options: groups.map((group) => ({ value: group, label: same(group) })),
        isRequired: false,
      },
    }),
    byYear: {
      kind: 'list',
      label: text.byYear,
      item: {
        kind: 'group',
        label: text.inYear,
        fields: {
          year: { kind: 'integer', label: text.year, min: 0, max: longestHorizon, isRequired: true },
          ...threePointFields,
        },
        isRequired: true,
      },
      min: 0,
      max: longestHorizon,
      isRequired: false,
    },
  }
}

const usageFields = (props: LineProps): FormFields => ({
  effect: {
    kind: 'choice',
    label: text.effect,
    options: [{ value: 'none', label: text.none }, ...usageEffects.map((value) => ({ value, label: text[value] }))],
    isRequired: true,
  },
  curve: {
    kind: 'choice',
    label: text.curve,
    options: curvesOf(props).map((curve) => ({ value: curve.id, label: same(curveName(curve)) })),
    isRequired: true,
  },
  share: { kind: 'decimal', label: text.share, min: 1, max: 100, unit: text.percent, isRequired: false },
})

/** The method that has been chosen in the form, else the line's own. */
export const chosenMethod = ({ parameters, line }: LineProps, entered: Entered): Method | undefined =>
  methodOf(parameters, entered.has('/method') ? (entered.get('/method') ?? undefined) : line.calculation?.method)

export const lineReckoningFields = (props: LineProps, entered: Entered): FormFields => {
  const method = chosenMethod(props, entered)
  const { chain } = props.assessment
  return {
    method: {
      kind: 'choice',
      label: text.method,
      options: props.parameters.methods.map(({ id, name }) => ({ value: id, label: name })),
      isRequired: true,
    },
    ...(method && {
      drivers: {
        kind: 'group',
        label: text.drivers,
        fields: Object.fromEntries(
          method.drivers.map((asked): [string, FormField] => [
            asked.key,
            {
              kind: 'group',
              label: asked.name,
              fields: driverFields(
                props,
                asked,
                entered.get(`/drivers/${asked.key}/from`) ?? props.line.calculation?.drivers[asked.key]?.parameter,
              ),
              isRequired: false,
            },
          ]),
        ),
        isRequired: true,
      },
      usage: { kind: 'group', label: text.usage, fields: usageFields(props), isRequired: true },
    }),
    startsOn: method?.isOnce ? date(text.onceOn, text.onceOnHelp) : date(text.startsOn, text.startsOnHelp),
    ...(!method?.isOnce && { endsOn: date(text.endsOn, text.endsOnHelp) }),
    ...(chain && {
      effect: {
        kind: 'choice',
        label: text.chainEffect,
        options: chain.effects.map(({ id, name }) => ({ value: id, label: same(name) })),
        isRequired: false,
      },
    }),
  }
}

interface FormDriver extends Figures {
  readonly from?: string
  readonly source?: string
  readonly takenOn?: string
  readonly isAssumption?: readonly string[]
  readonly priceYear?: string
  readonly group?: string
  readonly byYear?: readonly (Figures & { readonly year?: number })[]
}

interface FormUsage {
  readonly effect?: UsageEffect | 'none'
  readonly curve?: string
  readonly share?: number
}

/** What the form holds; as `lineReckoningFields` describes it. */
interface FormContent {
  readonly method?: string
  readonly drivers?: Readonly<Record<string, FormDriver>>
  readonly usage?: FormUsage
  readonly startsOn?: string
  readonly endsOn?: string
  readonly effect?: string
}

const driverInForm = ({ unit, parameter, isAssumption, byYear, ...driver }: Driver): FormDriver => ({
  from: parameter ?? 'own',
  ...asTyped(unit, driver),
  ...(driver.source !== undefined && { source: driver.source }),
  ...(driver.takenOn !== undefined && { takenOn: driver.takenOn }),
  ...(isAssumption && { isAssumption: ['yes'] }),
  ...(driver.priceYear !== undefined && { priceYear: String(driver.priceYear) }),
  ...(driver.group !== undefined && { group: driver.group }),
  byYear: (byYear ?? []).map(({ year, ...figures }) => ({ year, ...asTyped(unit, figures) })),
})

/** Undefined where nothing has been given: then the service asks for the driver as a whole. */
const driverOfForm = (unit: string, given: FormDriver): Driver | undefined => {
  const group = given.group === undefined ? {} : { group: given.group }
  if (given.from !== undefined && given.from !== 'own') return { unit, parameter: given.from, ...group }
  const byYear = (given.byYear ?? []).flatMap(({ year, ...figures }) =>
    year === undefined ? [] : [{ year, ...asStored(unit, figures) }],
  )
  const isGiven = hasFigures(given) || byYear.length > 0 || given.source !== undefined || given.takenOn !== undefined
  if (!isGiven) return undefined
  return {
    unit,
    ...asStored(unit, given),
    ...(byYear.length > 0 && { byYear }),
    ...(given.priceYear !== undefined && { priceYear: Number(given.priceYear) }),
    ...(given.source !== undefined && { source: given.source }),
    ...(given.takenOn !== undefined && { takenOn: given.takenOn }),
    ...(given.isAssumption?.includes('yes') && { isAssumption: true }),
    ...group,
  }
}

export const lineInForm = ({ line, assessment }: LineProps): Readonly<Record<string, unknown>> => {
  const { calculation, startsOn, endsOn, effect } = line
  const usage = calculation?.usage
  const curve = usage?.curve ?? (assessment.basis?.curves?.length === 1 ? assessment.basis.curves[0]?.id : undefined)
  const form: FormContent = {
    ...(calculation && {
      method: calculation.method,
      drivers: Object.fromEntries(Object.entries(calculation.drivers).map(([key, driver]) => [key, driverInForm(driver)])),
    }),
    usage: {
      effect: usage?.effect ?? 'none',
      ...(curve !== undefined && { curve }),
      ...(usage?.share !== undefined && { share: percent(usage.share) }),
    },
    ...(startsOn !== undefined && { startsOn }),
    ...(endsOn !== undefined && { endsOn }),
    ...(effect !== undefined && { effect }),
  }
  return { ...form }
}

const calculationOfForm = (method: Method, { drivers = {}, usage }: FormContent): LineCalculation => ({
  method: method.id,
  drivers: Object.fromEntries(
    method.drivers.flatMap(({ key, unit }) => {
      const driver = driverOfForm(unit, drivers[key] ?? {})
      return driver ? [[key, driver] as const] : []
    }),
  ),
  ...(usage?.effect !== undefined &&
    usage.effect !== 'none' && {
      usage: {
        curve: usage.curve ?? '',
        effect: usage.effect,
        ...(usage.effect === 'until' && usage.share !== undefined && { share: shareOf(usage.share) }),
      },
    }),
})

/** The line with what its page has written; without a method it has no calculation. */
export const lineOfForm = ({ line, parameters }: LineProps, content: Readonly<Record<string, unknown>>): BenefitLine => {
  const form: FormContent = content
  const { calculation: _, startsOn: __, endsOn: ___, effect: ____, ...rest } = line
  const method = methodOf(parameters, form.method)
  // A reckoned band is the calculation's own; a typed one stays until there is one.
  const { perYear, ...others } = rest
  return {
    ...others,
    ...(method ? { calculation: calculationOfForm(method, form) } : perYear && { perYear }),
    ...(form.startsOn !== undefined && { startsOn: form.startsOn }),
    ...(form.endsOn !== undefined && !method?.isOnce && { endsOn: form.endsOn }),
    ...(form.effect !== undefined && { effect: form.effect }),
  }
}
