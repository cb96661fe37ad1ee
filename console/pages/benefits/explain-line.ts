import type { Text } from '#contracts/language.ts'
import type { BenefitLine } from '../../api/benefit-views.ts'
import type { Driver, Method, MethodDriver, ReckoningParameters, UsageCurve, Workings } from '../../api/reckoning-views.ts'
import type { Locale } from '../../language/locale.ts'
import type { ReckonedAssessment } from './load-assessment.ts'
import { isMoneyUnit, percent } from './three-point.ts'

/** How a line is reckoned, in words with its figures: `50 400 gånger per år × 3 minuter ÷ 60 × 450 kr per timme`. */

const text = {
  perYear: { sv: 'per år', en: 'a year' },
  once: { sv: 'en gång', en: 'once' },
  missing: { sv: 'saknas', en: 'is missing' },
  scales: { sv: 'följer dem som använder tjänsten', en: 'goes with those who use the service' },
  scalesRest: { sv: 'följer dem som inte använder tjänsten', en: 'goes with those who do not use the service' },
  until: { sv: 'tills så många använder tjänsten', en: 'until so many use the service' },
} as const satisfies Record<string, Text>

const minutesPerHour = 60

/** What a unit of money is told after the sum: `kr per timme` without the currency, which the sum has. */
const afterSum = (unitName: string): string => unitName.replace(/^kronor ?/, '')

export const shareInWords = ({ number }: Locale, share: number): string => `${number(percent(share))}\u00a0%`

export const figureInWords = (
  locale: Locale,
  { unit, unitName }: Pick<MethodDriver, 'unit' | 'unitName'>,
  value: number,
): string => {
  if (unit === 'share') return shareInWords(locale, value)
  const named = locale.t(unitName)
  return isMoneyUnit(unit) ? `${locale.money(value)} ${afterSum(named)}`.trim() : `${locale.number(value)} ${named}`
}

const orePerKrona = 100

/** Whole kronor, for what has been reckoned: its öre say nothing that anybody knows. */
export const inKronor = ({ money }: Locale, ore: number): string => money(Math.round(ore / orePerKrona) * orePerKrona)

export type CountyRow =
  | ReckoningParameters['parameters']['staffRates'][number]
  | ReckoningParameters['parameters']['unitPrices'][number]

export const oreOf = (row: CountyRow): number => ('ore' in row ? row.ore : row.orePerHour)

/** The county's rows that a driver may be taken from. */
export const rowsFor = (
  { parameters }: ReckoningParameters,
  { parameters: table }: Pick<MethodDriver, 'parameters'>,
): CountyRow[] => (table === undefined ? [] : [...parameters[table]])

export const methodOf = ({ methods }: ReckoningParameters, id: string | undefined): Method | undefined =>
  methods.find((method) => method.id === id)

const likelyOf = (driver: Driver | undefined, asked: MethodDriver, parameters: ReckoningParameters): number | undefined => {
  const row = driver?.parameter === undefined ? undefined : rowsFor(parameters, asked).find(({ id }) => id === driver.parameter)
  return row ? oreOf(row) : driver?.likely
}

/** The factors with their signs. Minutes are divided into hours where they stand, so that the formula reads as it is reckoned. */
const formula = (locale: Locale, method: Method, valueOf: (driver: MethodDriver) => number | undefined): string =>
  method.drivers
    .map((driver) => {
      const value = valueOf(driver)
      const told =
        value === undefined
          ? `(${locale.t(driver.name).toLowerCase()} ${locale.t(text.missing)})`
          : figureInWords(locale, driver, value)
      return driver.unit === 'minutes' ? `${told} ÷ ${minutesPerHour}` : told
    })
    .join(' × ')

const usageInWords = (locale: Locale, { calculation }: BenefitLine): string => {
  const usage = calculation?.usage
  if (!usage) return ''
  const share = usage.effect === 'until' && usage.share !== undefined ? ` (${shareInWords(locale, usage.share)})` : ''
  return `, ${locale.t(text[usage.effect])}${share}`
}

/** In one line, from what has been written. Undefined where nothing says how the line is reckoned. */
export const lineInWords = (locale: Locale, parameters: ReckoningParameters, line: BenefitLine): string | undefined => {
  const { calculation } = line
  const method = methodOf(parameters, calculation?.method)
  if (!calculation || !method) return undefined
  const told = formula(locale, method, (asked) => likelyOf(calculation.drivers[asked.key], asked, parameters))
  return `${told}${method.isOnce ? `, ${locale.t(text.once)}` : ''}${usageInWords(locale, line)}`
}

/** With what it comes to, in the calculation's own figures. */
export const workingsInWords = (locale: Locale, method: Method, { drivers, product }: Workings): string => {
  const told = formula(locale, method, ({ key }) => drivers.find((driver) => driver.key === key)?.likely)
  return `${told} = ${inKronor(locale, product.likely)} ${locale.t(method.isOnce ? text.once : text.perYear)}`
}

export const curvesOf = ({ assessment }: Pick<ReckonedAssessment, 'assessment'>): readonly UsageCurve[] =>
  assessment.basis?.curves ?? []

/** A curve that has no name is called by its id. */
export const curveName = ({ id, name }: Pick<UsageCurve, 'id' | 'name'>): string => name || id
