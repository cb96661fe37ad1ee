import * as z from 'zod'
import type { Author } from '#contracts/actor.ts'
import { benefitLineId, calendarDate, caseId } from '#contracts/ids.ts'
import type { Text } from '#contracts/language.ts'
import { applied } from '#lambda/outcome.ts'
import type { Applied } from '#lambda/outcome.ts'
import { benefitsProblems } from '../refusals.ts'
import type { BenefitLine } from './benefit-line.ts'
import { lineInForce } from './case-benefits.ts'
import type { CaseBenefits } from './case-benefits.ts'
import { limits } from './limits.ts'
import { recordMeasurement } from './record-measurement.ts'
import type { Measurement } from './record-measurement.ts'

/** Measurements that come many at a time, from a file or from another system. */

export const importedRow = z.strictObject({
  /** Where it stands in the sender's file, for what is told about it; counted from 1 when left out. */
  row: z.int().positive().max(limits.fileRows).optional(),
  caseId,
  lineId: benefitLineId,
  measuredOn: calendarDate,
  value: z.number().min(-limits.measuredValue).max(limits.measuredValue),
  /** Left out, the value is taken to be in the line's own unit; given, it must be that unit. */
  unit: z.string().trim().max(limits.unitCharacters).optional(),
  source: z.string().trim().min(1).max(limits.sourceCharacters),
  comment: z.string().trim().max(limits.commentCharacters).optional(),
})
export type ImportedRow = z.infer<typeof importedRow>

/** A row with its place in the sender's list. */
export interface PlacedRow {
  readonly index: number
  readonly number: number
  readonly given: ImportedRow
}

export const rowFields = ['caseId', 'lineId', 'measuredOn', 'value', 'unit'] as const

export interface RowProblem {
  readonly field: (typeof rowFields)[number]
  readonly code: string
  readonly message: Text
}

/** The same line, day and value is the same measurement, whoever sends it and however often. */
export const rowVerdicts = ['new', 'alreadyRecorded', 'refused'] as const

export interface JudgedRow {
  readonly placed: PlacedRow
  readonly verdict: (typeof rowVerdicts)[number]
  readonly line?: BenefitLine | undefined
  readonly problems: readonly RowProblem[]
}

export interface JudgedRows {
  readonly rows: readonly JudgedRow[]
  /** The case with all that is new, and what happened; undefined when nothing is new or something is refused. */
  readonly change?: { readonly applied: Applied<CaseBenefits>; readonly measurements: readonly Measurement[] }
}

const fieldOfRefusal = {
  lineNotFound: 'lineId',
  lineWithoutMeasure: 'lineId',
  tooManyMeasurements: 'lineId',
  measuredInFuture: 'measuredOn',
  measuredBeforeBaseline: 'measuredOn',
} as const satisfies Record<string, RowProblem['field']>

const isRowRefusal = (code: string): code is keyof typeof fieldOfRefusal => Object.hasOwn(fieldOfRefusal, code)

/** A refusal as it is told of one row: what is wrong, and how to put it right. */
export const rowProblem = (field: RowProblem['field'], code: keyof typeof benefitsProblems): RowProblem => {
  const { title, detail } = benefitsProblems[code]
  return { field, code, message: { sv: `${title.sv}. ${detail.sv}`, en: `${title.en}. ${detail.en}` } }
}

const folded = (unit: string): string => unit.trim().toLocaleLowerCase('sv')

const unitProblems = (line: BenefitLine | undefined, given: string | undefined): RowProblem[] => {
  if (!line?.measure || !given || (line.unit !== undefined && folded(line.unit) === folded(given))) return []
  const message: Text =
    line.unit === undefined
      ? {
          sv: `Raden har ingen enhet, men filen anger ”${given}”. Ta bort enheten, eller ange den i nyttovärderingen.`,
          en: `The line has no unit, but the file says “${given}”. Remove the unit, or give it in the assessment.`,
        }
      : {
          sv: `Raden mäts i ”${line.unit}”, inte ”${given}”. Räkna om värdet till ${line.unit} och ändra enheten.`,
          en: `The line is measured in “${line.unit}”, not “${given}”. Convert the value to ${line.unit} and change the unit.`,
        }
  return [{ field: 'unit', code: 'unitDoesNotFit', message }]
}

const repeatedProblem = (number: number): RowProblem => ({
  field: 'measuredOn',
  code: 'repeatedRow',
  message: {
    sv: `Samma rad och dag finns redan på filens rad ${number}. Behåll den ena.`,
    en: `The same line and day already stand on row ${number} of the file. Keep one of them.`,
  },
})

const crowded: RowProblem = {
  field: 'caseId',
  code: 'tooManyRowsOfCase',
  message: {
    sv: `Högst ${limits.importedRowsPerCase} nya mätningar av ett ärende åt gången. Dela upp filen.`,
    en: `At most ${limits.importedRowsPerCase} new measurements of one case at a time. Split the file.`,
  },
}

const sameDay = ({ lineId, measuredOn }: Pick<Measurement, 'lineId' | 'measuredOn'>): string => `${lineId}#${measuredOn}`
const identity = (one: Pick<Measurement, 'lineId' | 'measuredOn' | 'value'>): string => `${sameDay(one)}#${one.value}`

export interface Taking {
  readonly newId: () => string
  readonly now: string
  readonly author: Author
}

const measurementOf = (
  { lineId, measuredOn, value, source, comment }: ImportedRow,
  { newId, now, author }: Taking,
): Measurement => ({
  id: newId(),
  lineId,
  measuredOn,
  value,
  source,
  ...(comment && { comment }),
  recordedAt: now,
  recordedBy: author,
})

/**
 * Holds each row of one case against the case: new, already recorded, or refused with what is wrong and how to put it
 * right. All that is new becomes one change, or none of it where a row is refused.
 * @param recorded the measurements that the rows' lines have.
 */
export const judgeRows = (
  record: CaseBenefits,
  placed: readonly PlacedRow[],
  recorded: readonly Measurement[],
  taking: Taking,
): JudgedRows => {
  const known = new Set(recorded.map(identity))
  const seen = new Map<string, number>()
  const measurements: Measurement[] = []
  let after = applied(record)

  const judge = ({ number, given }: PlacedRow, line: BenefitLine | undefined): Omit<JudgedRow, 'placed' | 'line'> => {
    const earlier = seen.get(sameDay(given))
    if (earlier === undefined) seen.set(sameDay(given), number)
    const problems = [...unitProblems(line, given.unit), ...(earlier === undefined ? [] : [repeatedProblem(earlier)])]
    if (problems.length === 0 && known.has(identity(given))) return { verdict: 'alreadyRecorded', problems }
    const taken = measurementOf(given, taking)
    const transition = recordMeasurement(after.state, taken, taking.now)
    if (transition.kind === 'refused' && isRowRefusal(transition.code))
      problems.push(rowProblem(fieldOfRefusal[transition.code], transition.code))
    if (measurements.length >= limits.importedRowsPerCase) problems.push(crowded)
    if (problems.length > 0 || transition.kind !== 'applied') return { verdict: 'refused', problems }
    after = { ...transition, facts: [...after.facts, ...transition.facts] }
    measurements.push(taken)
    return { verdict: 'new', problems }
  }

  const rows = placed.map((one): JudgedRow => {
    const line = lineInForce(record, one.given.lineId)
    return { placed: one, line, ...judge(one, line) }
  })
  if (measurements.length === 0 || rows.some(({ verdict }) => verdict === 'refused')) return { rows }
  // Many measurements, one change: the version counts changes.
  return { rows, change: { applied: { ...after, state: { ...after.state, version: record.version + 1 } }, measurements } }
}
