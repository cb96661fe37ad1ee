import type { Text } from '#contracts/language.ts'
import type { BenefitLine } from '../../api/benefit-views.ts'
import type { ReckoningParameters } from '../../api/reckoning-views.ts'
import { fieldId } from '../../forms/pointer.ts'
import type { ReadAssessment } from './load-assessment.ts'
import { assessmentPath } from './load-assessment.ts'

/**
 * Where on the console's pages something stands that a service points at. Assessments are one document for the service and
 * several pages for people: its lines, how each is reckoned, the basis, the chain.
 */
export interface Place {
  readonly page: 'assessment' | 'line' | 'basis' | 'chain'
  /** Of the line's page. */
  readonly line?: BenefitLine | undefined
  /** The field in that page's form. */
  readonly pointer: string
}

const text = {
  basis: { sv: 'Kalkylens grund', en: "The calculation's basis" },
  chain: { sv: 'Effektkedjan', en: 'The chain of effects' },
  line: { sv: 'Rad', en: 'Line' },
} as const satisfies Record<string, Text>

/** A driver's own pages name the field `from` where the service has a parameter, and the whole driver where it has a unit. */
const inLineForm = (rest: readonly string[]): string => {
  const [first, ...more] = rest
  if (first === undefined) return '/method'
  const [key, field, ...deeper] = more
  if (first !== 'drivers' || key === undefined) return ['', ...rest].join('/')
  if (field === 'parameter') return `/drivers/${key}/from`
  if (field === undefined || field === 'unit') return `/drivers/${key}`
  return ['', 'drivers', key, field, ...deeper].join('/')
}

/** The two forms of a curve stand apart, so that one can be shown at a time. */
const inBasisForm = (rest: readonly string[]): string => {
  const [first, index, field, ...deeper] = rest
  const isLogistic = field === 'ceiling' || field === 'midpointYear' || field === 'rampYears' || field === 'startYear'
  if (first === 'curves' && index !== undefined && isLogistic) return ['', first, index, 'logistic', field, ...deeper].join('/')
  return ['', ...rest].join('/')
}

const ofLine = (fields: readonly string[], line: BenefitLine, pointer: string): Place => {
  const [field, ...rest] = fields
  if (field === 'calculation') return { page: 'line', line, pointer: inLineForm(rest) }
  if (field === 'effect' || field === 'endsOn') return { page: 'line', line, pointer: `/${field}` }
  return { page: 'assessment', pointer }
}

/** @param lines as they were sent: a pointer counts them. */
export const placeOf = (pointer: string, lines: readonly BenefitLine[]): Place => {
  const [first, second, ...rest] = pointer.split('/').slice(1)
  if (first === 'basis') return { page: 'basis', pointer: inBasisForm(second === undefined ? [] : [second, ...rest]) }
  if (first === 'chain') return { page: 'chain', pointer: ['', ...(second === undefined ? [] : [second, ...rest])].join('/') }
  const line = first === 'lines' && second !== undefined ? lines[Number(second)] : undefined
  return line ? ofLine(rest, line, pointer) : { page: 'assessment', pointer }
}

export const linePath = (of: Pick<ReadAssessment, 'caseId' | 'assessment'>, lineId: string): string =>
  `${assessmentPath(of)}/rader/${lineId}`

const pathOf = (of: Pick<ReadAssessment, 'caseId' | 'assessment'>, { page, line }: Place): string => {
  if (page === 'line' && line) return linePath(of, line.id)
  if (page === 'basis') return `${assessmentPath(of)}/grund`
  if (page === 'chain') return `${assessmentPath(of)}/kedja`
  return assessmentPath(of)
}

/** A link to the field, on whichever page it stands. */
export const hrefOfPlace = (of: Pick<ReadAssessment, 'caseId' | 'assessment'>, place: Place): string =>
  `${pathOf(of, place)}#${fieldId(place.pointer)}`

const driverName = (parameters: ReckoningParameters, { line, pointer }: Place): Text | undefined => {
  const [area, key] = pointer.split('/').slice(1)
  if (area !== 'drivers') return undefined
  const method = parameters.methods.find(({ id }) => id === line?.calculation?.method)
  return method?.drivers.find((driver) => driver.key === key)?.name
}

/** What is amiss is about, in words: the line and its driver, or the page. */
export const nameOfPlace = (
  place: Place,
  { parameters, lines, t }: { parameters: ReckoningParameters; lines: readonly BenefitLine[]; t: (of: Text) => string },
): string | undefined => {
  if (place.page === 'basis') return t(text.basis)
  if (place.page === 'chain') return t(text.chain)
  if (place.page === 'line' && place.line) {
    const driver = driverName(parameters, place)
    return [place.line.name, ...(driver ? [t(driver).toLowerCase()] : [])].join(', ')
  }
  const [first, index] = place.pointer.split('/').slice(1)
  return first === 'lines' && index !== undefined
    ? (lines[Number(index)]?.name ?? `${t(text.line)} ${Number(index) + 1}`)
    : undefined
}
