import type { OptimismBias } from './optimism-bias.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { activeLines, estimateOf } from '../benefit-line.ts'
import type { BenefitLine } from '../benefit-line.ts'
import { demandIn } from '../demand.ts'
import type { RowDemand } from '../demand.ts'
import { activeShares, onceIn } from './active-years.ts'
import { lineMethods } from './line-method.ts'
import type { Model, ModelDriver, ModelLine, ModelUsage, ThreePoint } from './model.ts'
import { readDriver, readFigures } from './read-driver.ts'
import type { Read, Surroundings } from './read-driver.ts'
import { sharesOf } from './usage-curve.ts'
import type { ReadCurve, UsageCurve } from './usage-curve.ts'
import { rowAt } from './valid-at.ts'

/** How often the drivers are drawn; enough for a tenth to be told from a ninth. */
const draws = 10_000

export interface ReadModel {
  /** Of the lines that could be read; those with problems are left out. */
  readonly model: Model
  readonly problems: readonly FieldProblem[]
  /** Ids of the county's rows that it reckons with. */
  readonly used: readonly string[]
  readonly optimismBias: OptimismBias | undefined
}

const readCurve = (curve: UsageCurve, index: number): Read<ReadCurve> => {
  const demandOf = demandIn(['basis', 'curves', index])
  if (curve.form === 'table') {
    const years = curve.years.map(({ year, ...own }, at) => ({ year, read: readFigures(own, true, ['years', at], demandOf) }))
    const problems = [
      ...demandOf(years.length > 0, ['years'], 'required', 'Ange minst ett år.', 'Give at least one year.'),
      ...demandOf(
        years.every(({ year }, at) => at === 0 || year > (years[at - 1]?.year ?? 0)),
        ['years'],
        'notOrdered',
        'Åren ska stå i ordning, vart och ett en gång.',
        'The years must stand in order, each once.',
      ),
      ...years.flatMap(({ read }) => ('problems' in read ? read.problems : [])),
    ]
    if (problems.length > 0) return { problems }
    const shares = years.flatMap(({ year, read }) => ('value' in read ? [{ year, share: read.value }] : []))
    return { value: { form: 'table', years: shares }, used: [] }
  }
  const { midpointYear, rampYears, startYear = 0 } = curve
  const ceiling = readFigures(curve.ceiling, true, ['ceiling'], demandOf)
  const problems = [
    ...('problems' in ceiling ? ceiling.problems : []),
    ...demandOf(midpointYear !== undefined, ['midpointYear'], 'required', 'Ange ett år.', 'Give a year.'),
    ...demandOf(rampYears !== undefined, ['rampYears'], 'required', 'Ange antal år.', 'Give a number of years.'),
  ]
  if (problems.length > 0 || 'problems' in ceiling || midpointYear === undefined || rampYears === undefined) return { problems }
  return { value: { form: 'logistic', ceiling: ceiling.value, midpointYear, rampYears, startYear }, used: [] }
}

const readCurves = ({ basis }: Surroundings) => {
  const curves = new Map<string, readonly ThreePoint[]>()
  const problems: FieldProblem[] = []
  for (const [index, curve] of basis.curves.entries()) {
    const read = readCurve(curve, index)
    if ('problems' in read) problems.push(...read.problems)
    else curves.set(curve.id, sharesOf(read.value, basis.horizonYears))
  }
  return { curves, problems }
}

type Calculation = NonNullable<BenefitLine['calculation']>

const readUsage = (
  { usage }: Calculation,
  curves: ReadonlyMap<string, unknown>,
  demandOf: RowDemand,
): { usage: ModelUsage | undefined } | { problems: FieldProblem[] } => {
  if (!usage) return { usage: undefined }
  const { curve, effect, share } = usage
  const path = ['calculation', 'usage'] as const
  const problems = [
    ...demandOf(
      curves.has(curve),
      [...path, 'curve'],
      'unknownCurve',
      'Det finns ingen hel nyttjandekurva med det namnet.',
      'There is no whole usage curve of that name.',
    ),
    ...demandOf(
      effect !== 'until' || (share !== undefined && share > 0 && share <= 1),
      [...path, 'share'],
      'required',
      'Ange vid hur stor andel (1–100 %) det gamla arbetssättet kan avslutas.',
      'Give the share (1–100 %) at which the old way can end.',
    ),
  ]
  return problems.length > 0 ? { problems } : { usage: { curve, effect, share: share ?? 0 } }
}

const readDrivers = (
  { method, drivers }: Calculation,
  surroundings: Surroundings,
  index: number,
): Read<readonly ModelDriver[]> => {
  const asked = lineMethods[method].drivers
  const path = ['lines', index, 'calculation', 'drivers'] as const
  const unknown = Object.keys(drivers)
    .filter((key) => !(key in asked))
    .flatMap((key) =>
      demandIn(path)(
        false,
        [key],
        'unknownDriver',
        'Metoden har ingen sådan faktor. Ta bort den eller byt metod.',
        'The method has no such driver. Remove it or change the method.',
      ),
    )
  const read = Object.entries(asked).map(([key, of]): Read<ModelDriver> => {
    const given = drivers[key]
    const demandOf = demandIn([...path, key])
    return given
      ? readDriver(key, given, of, surroundings, demandOf)
      : {
          problems: demandOf(false, [], 'required', `Ange ${of.name.sv.toLowerCase()}.`, `Give the ${of.name.en.toLowerCase()}.`),
        }
  })
  const problems = [...unknown, ...read.flatMap((one) => ('problems' in one ? one.problems : []))]
  if (problems.length > 0) return { problems }
  const whole = read.flatMap((one) => ('value' in one ? [one] : []))
  return { value: whole.map(({ value }) => value), used: whole.flatMap(({ used }) => used) }
}

/** One line in figures. Qualitative lines are never reckoned; a rough one counts with its band, every year from 1. */
const readLine = (
  line: BenefitLine,
  index: number,
  surroundings: Surroundings,
  curves: ReadonlyMap<string, unknown>,
): Read<ModelLine> | undefined => {
  const { id, side, kind, organisation, calculation } = line
  const { basis } = surroundings
  if (kind === undefined || kind === 'qualitative') return undefined
  const demandOf = demandIn(['lines', index])
  const withoutActor = demandOf(
    organisation !== undefined,
    ['organisation'],
    'required',
    'Välj den organisation som får nyttan eller bär kostnaden.',
    'Choose the organisation that gains or bears it.',
  )
  if (organisation === undefined) return { problems: withoutActor }
  const running = { from: line.startsOn, until: line.endsOn }
  const { investmentStartsOn, horizonYears } = basis
  const place = { id, side, kind, organisation }
  if (!calculation) {
    const band = estimateOf(line)
    if (!band)
      return {
        problems: demandOf(
          false,
          ['calculation'],
          'notReckoned',
          'Ange hur beloppet räknas fram.',
          'Say how the amount is reckoned.',
        ),
      }
    const driver: ModelDriver = { key: 'perYear', value: band, byYear: new Map() }
    const activeShare = activeShares(investmentStartsOn, horizonYears, running)
    return { value: { ...place, drivers: [driver], divisor: 1, activeShare }, used: [] }
  }
  const usage = readUsage(calculation, curves, demandOf)
  const drivers = readDrivers(calculation, surroundings, index)
  const problems = [usage, drivers].flatMap((read) => ('problems' in read ? read.problems : []))
  if (problems.length > 0 || 'problems' in usage || 'problems' in drivers) return { problems }
  const { divisor, isOnce } = lineMethods[calculation.method]
  const activeShare = isOnce
    ? onceIn(investmentStartsOn, horizonYears, line.startsOn)
    : activeShares(investmentStartsOn, horizonYears, running)
  return { value: { ...place, drivers: drivers.value, divisor, usage: usage.usage, activeShare }, used: drivers.used }
}

/** From an assessment's lines to figures in one price level; what cannot be read is told, with the field and the remedy. */
export const readModel = (
  { lines }: { readonly lines: readonly BenefitLine[] },
  surroundings: Surroundings,
  kind: AssessmentKind,
): ReadModel => {
  const { basis, parameters } = surroundings
  const { curves, problems } = readCurves(surroundings)
  const counted = new Set(activeLines(lines))
  const read = lines.flatMap((line, index) => (counted.has(line) ? (readLine(line, index, surroundings, curves) ?? []) : []))
  const whole = read.flatMap((one) => ('value' in one ? [one] : []))
  const discount = rowAt(parameters.discountRates, basis.parametersOn)
  const noRate = demandIn(['basis'])(
    discount !== undefined,
    ['parametersOn'],
    'parameterNotValid',
    'Länet hade ingen diskonteringsränta den dagen. Välj en senare dag.',
    'The county had no discount rate on that day. Choose a later one.',
  )
  const bias = rowAt(parameters.optimismBias, basis.parametersOn)
  return {
    model: {
      lines: whole.map(({ value }) => value),
      curves,
      discountRate: discount?.rate ?? 0,
      horizonYears: basis.horizonYears,
      distribution: basis.distribution,
      correlations: basis.correlations,
      seed: basis.seed,
      draws,
    },
    problems: [...noRate, ...problems, ...read.flatMap((one) => ('problems' in one ? one.problems : []))],
    used: [...new Set([discount?.id, bias?.id, ...whole.flatMap(({ used }) => used)])].filter((id) => id !== undefined),
    optimismBias: bias && { costs: bias.costs, benefits: bias.benefits, mitigatedShare: bias.mitigatedShare[kind] },
  }
}
