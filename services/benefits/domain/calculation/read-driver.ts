import type { BenefitParameters } from '#counties/benefits/parameters.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import type { RowDemand } from '../demand.ts'
import type { WholeBasis } from './basis.ts'
import { isMoney, unitNames } from './driver.ts'
import type { Driver, Figures } from './driver.ts'
import type { LineMethod } from './line-method.ts'
import type { ModelDriver, ThreePoint } from './model.ts'
import { isValidAt, rowAt } from './valid-at.ts'

export interface Surroundings {
  readonly basis: WholeBasis
  readonly parameters: BenefitParameters
}

export type Read<Value> =
  | { readonly value: Value; readonly used: readonly string[] }
  | { readonly problems: readonly FieldProblem[] }

type DriverOfMethod = LineMethod['drivers'][string]

/** Three figures that are all there, not negative, in order, and - for shares - at most one. */
export const readFigures = (
  { low, likely, high }: Figures,
  isShare: boolean,
  path: readonly PropertyKey[],
  demandOf: RowDemand,
): { readonly value: ThreePoint } | { readonly problems: FieldProblem[] } => {
  const given = { low, likely, high }
  const missing = (['low', 'likely', 'high'] as const).flatMap((field) => {
    const figure = given[field]
    const at = [...path, field]
    return [
      ...demandOf(figure !== undefined, at, 'required', 'Ange ett tal.', 'Give a number.'),
      ...demandOf(
        (figure ?? 0) >= 0,
        at,
        'negative',
        'Talet får inte vara mindre än noll.',
        'The number must not be below zero.',
      ),
      ...demandOf(
        !isShare || (figure ?? 0) <= 1,
        at,
        'aboveWhole',
        'Andelen får inte vara större än 100 %.',
        'The share must not be above 100 %.',
      ),
    ]
  })
  if (missing.length > 0 || low === undefined || likely === undefined || high === undefined) return { problems: missing }
  const disorder = demandOf(
    low <= likely && likely <= high,
    path,
    'notOrdered',
    'Lågt får inte vara över troligt, och troligt inte över högt.',
    'Low must not be above likely, nor likely above high.',
  )
  return disorder.length > 0 ? { problems: disorder } : { value: { low, likely, high } }
}

/** What a sum of one year's prices is in another's: times index of the one, divided by index of the other. */
const priceFactor = (from: number, { basis, parameters }: Surroundings): { factor: number; used: string[] } | undefined => {
  if (from === basis.priceYear) return { factor: 1, used: [] }
  const index = rowAt(parameters.priceIndexes, basis.parametersOn)
  const [before, after] = [index?.values[String(from)], index?.values[String(basis.priceYear)]]
  return index && before !== undefined && after !== undefined ? { factor: after / before, used: [index.id] } : undefined
}

const times = ({ low, likely, high }: ThreePoint, factor: number): ThreePoint => ({
  low: low * factor,
  likely: likely * factor,
  high: high * factor,
})

const hasFigures = ({ low, likely, high, byYear }: Driver): boolean =>
  [low, likely, high].some((figure) => figure !== undefined) || (byYear?.length ?? 0) > 0

/** The county's own figure, where the driver points at one. */
const readParameter = (
  id: string,
  table: DriverOfMethod['parameters'],
  { basis, parameters }: Surroundings,
  demandOf: RowDemand,
): { ore: number; priceYear: number } | { problems: FieldProblem[] } => {
  const staff = table === 'staffRates' ? parameters.staffRates.find((row) => row.id === id) : undefined
  const price = table === 'unitPrices' ? parameters.unitPrices.find((row) => row.id === id) : undefined
  const row = staff ?? price
  if (!row)
    return {
      problems: demandOf(
        false,
        ['parameter'],
        'unknownParameter',
        'Länet har ingen sådan uppgift för den här faktorn. Välj en annan eller ange egna tal.',
        'The county has no such figure for this driver. Choose another or give figures of your own.',
      ),
    }
  if (!isValidAt(row, basis.parametersOn))
    return {
      problems: demandOf(
        false,
        ['parameter'],
        'parameterNotValid',
        `Uppgiften gäller ${row.validFrom}–${row.validTo ?? ''} men kalkylen räknar med det som gällde ${basis.parametersOn}. Välj en som gällde då.`,
        `The figure holds ${row.validFrom}–${row.validTo ?? ''} but the calculation reckons with what held on ${basis.parametersOn}. Choose one that held then.`,
      ),
    }
  return { ore: staff?.orePerHour ?? price?.ore ?? 0, priceYear: row.priceYear }
}

/** A driver in figures, in the calculation's price level; or what keeps it from being read. */
export const readDriver = (
  key: string,
  driver: Driver,
  asked: DriverOfMethod,
  surroundings: Surroundings,
  demandOf: RowDemand,
): Read<ModelDriver> => {
  const { basis } = surroundings
  const wrongUnit = demandOf(
    driver.unit === asked.unit,
    ['unit'],
    'wrongUnit',
    `Enheten passar inte: här ska det vara ${unitNames[asked.unit].sv}.`,
    `The unit does not fit: this is ${unitNames[asked.unit].en}.`,
  )
  if (wrongUnit.length > 0) return { problems: wrongUnit }
  const group = driver.group ? { group: driver.group } : {}
  const unknownGroup = demandOf(
    !driver.group || basis.correlations.some((correlation) => correlation.group === driver.group),
    ['group'],
    'unknownGroup',
    'Gruppen finns inte bland kalkylens samvariationer.',
    "The group is not among the calculation's correlations.",
  )
  if (unknownGroup.length > 0) return { problems: unknownGroup }

  if (driver.parameter) {
    const both = demandOf(
      !hasFigures(driver),
      ['parameter'],
      'figuresAndParameter',
      'Ange antingen egna tal eller en av länets uppgifter, inte båda.',
      "Give either figures of your own or one of the county's, not both.",
    )
    if (both.length > 0) return { problems: both }
    const read = readParameter(driver.parameter, asked.parameters, surroundings, demandOf)
    if ('problems' in read) return read
    const price = priceFactor(read.priceYear, surroundings)
    if (!price) return { problems: mixedPriceLevels(read.priceYear, basis.priceYear, ['parameter'], demandOf) }
    const ore = read.ore * price.factor
    return {
      value: { key, value: { low: ore, likely: ore, high: ore }, byYear: new Map(), ...group },
      used: [driver.parameter, ...price.used],
    }
  }

  const isShare = asked.unit === 'share'
  const whole = readFigures(driver, isShare, [], demandOf)
  const years = (driver.byYear ?? []).map(({ year, ...own }, index) => ({
    year,
    read: readFigures(own, isShare, ['byYear', index], demandOf),
  }))
  const problems = [whole, ...years.map(({ read }) => read)].flatMap((read) => ('problems' in read ? read.problems : []))
  const price = isMoney(asked.unit) ? priceFactor(driver.priceYear ?? basis.priceYear, surroundings) : { factor: 1, used: [] }
  if (!price) problems.push(...mixedPriceLevels(driver.priceYear ?? 0, basis.priceYear, ['priceYear'], demandOf))
  if (problems.length > 0 || !price || 'problems' in whole) return { problems }
  const byYear = new Map(
    years.flatMap(({ year, read }) => ('value' in read ? [[year, times(read.value, price.factor)] as const] : [])),
  )
  return { value: { key, value: times(whole.value, price.factor), byYear, ...group }, used: price.used }
}

const mixedPriceLevels = (from: number, to: number, field: readonly PropertyKey[], demandOf: RowDemand): FieldProblem[] =>
  demandOf(
    false,
    field,
    'mixedPriceLevels',
    `Beloppet är i ${from} års priser men kalkylen i ${to} års, och länet har inget prisindex för de två åren. Räkna om beloppet eller byt kalkylens prisnivå.`,
    `The sum is in prices of ${from} but the calculation in those of ${to}, and the county has no price index for the two years. Convert the sum or change the calculation's price level.`,
  )
