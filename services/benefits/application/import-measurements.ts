import * as z from 'zod'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { benefitLineId, calendarDate, caseId } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { pointerTo } from '#lambda/field-problem.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { answer, refused, unchanged } from '#lambda/outcome.ts'
import type { Applied } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { CaseBenefits } from '../domain/case-benefits.ts'
import { limits } from '../domain/limits.ts'
import { importedRow, judgeRows, rowFields, rowProblem, rowVerdicts } from '../domain/measurement-import.ts'
import type { ImportedRow, JudgedRow, JudgedRows, PlacedRow } from '../domain/measurement-import.ts'
import { mayAssess } from '../domain/permissions.ts'
import type { Measurement } from '../domain/record-measurement.ts'
import type { BenefitsParts } from './benefits-parts.ts'

export const importBody = z.strictObject({ rows: z.array(importedRow).min(1).max(limits.importedRows) })

const problemView = z.object({ field: z.enum(rowFields), code: z.string(), message: text })

const rowView = z.object({
  row: z.int().positive(),
  verdict: z.enum(rowVerdicts),
  caseId,
  caseNumber: z.string().optional(),
  caseTitle: z.string().optional(),
  lineId: benefitLineId,
  lineName: z.string().optional(),
  measure: z.string().optional(),
  unit: z.string().optional(),
  measuredOn: calendarDate,
  value: z.number(),
  problems: z.array(problemView),
})

const counts = {
  new: z.int().nonnegative(),
  alreadyRecorded: z.int().nonnegative(),
  refused: z.int().nonnegative(),
}

/** What would be stored. Nothing has been. */
export const importPreview = z.object({ ...counts, rows: z.array(rowView) })

/** `busy`: others were changing the case at the same moment; send the same again. */
const caseOutcomes = ['recorded', 'alreadyRecorded', 'refused', 'busy'] as const

export const importResult = z.object({
  recorded: z.int().nonnegative(),
  alreadyRecorded: z.int().nonnegative(),
  /** False when a case changed so, while the import ran, that its rows were refused: the other cases are recorded. */
  isComplete: z.boolean(),
  cases: z.array(
    z.object({
      caseId,
      caseNumber: z.string(),
      caseTitle: z.string(),
      outcome: z.enum(caseOutcomes),
      recorded: z.int().nonnegative(),
      alreadyRecorded: z.int().nonnegative(),
      problems: z.array(problemView.extend({ row: z.int().positive() })),
    }),
  ),
})
type ImportResult = z.infer<typeof importResult>
type CaseResult = ImportResult['cases'][number]

interface KnownCase {
  readonly record: CaseBenefits
  /** What the rows' lines have been measured to before. */
  readonly recorded: readonly Measurement[]
}

interface RowsOfCase {
  readonly caseId: CaseId
  readonly placed: readonly PlacedRow[]
}

interface JudgedCase extends RowsOfCase, JudgedRows {
  readonly record?: CaseBenefits | undefined
}

const byCase = (rows: readonly ImportedRow[]): RowsOfCase[] => {
  const placed = rows.map((given, index): PlacedRow => ({ index, number: given.row ?? index + 1, given }))
  return [...Map.groupBy(placed, ({ given }) => given.caseId)].map(([of, theirs]) => ({ caseId: of, placed: theirs }))
}

const refusedRows = (placed: readonly PlacedRow[], code: 'caseNotFound' | 'notYourCase'): JudgedRows => ({
  rows: placed.map((one): JudgedRow => ({ placed: one, verdict: 'refused', problems: [rowProblem('caseId', code)] })),
})

const importer = ({ repository, county }: BenefitsParts, actor: Actor, context: Context) => {
  /** The measurements are read after the record: one that came between changes the version, and the save is tried anew. */
  const load = async ({ caseId: of, placed }: RowsOfCase): Promise<KnownCase | undefined> => {
    const record = await repository.find(of)
    if (!record) return undefined
    const lineIds = [...new Set(placed.map(({ given }) => given.lineId))]
    return { record, recorded: await repository.measurementsOfLines(of, lineIds) }
  }

  const judge = ({ record, recorded }: KnownCase, placed: readonly PlacedRow[]): JudgedRows =>
    mayAssess(actor, record, county)
      ? refusedRows(placed, 'notYourCase')
      : judgeRows(record, placed, recorded, { newId: context.newId, now: context.now, author: authorOf(actor) })

  const judgeAll = (rows: readonly ImportedRow[]): Promise<JudgedCase[]> =>
    Promise.all(
      byCase(rows).map(async (one): Promise<JudgedCase> => {
        const known = await load(one)
        if (!known) return { ...one, ...refusedRows(one.placed, 'caseNotFound') }
        return { ...one, ...judge(known, one.placed), record: known.record }
      }),
    )

  return { load, judge, judgeAll }
}

const hasTooManyCases = (rows: readonly ImportedRow[]): boolean =>
  new Set(rows.map((row) => row.caseId)).size > limits.importedCases

const countOf = (rows: readonly JudgedRow[], verdict: JudgedRow['verdict']): number =>
  rows.filter((row) => row.verdict === verdict).length

const presentRow = (
  { placed, verdict, line, problems }: JudgedRow,
  record: CaseBenefits | undefined,
): z.infer<typeof rowView> => ({
  row: placed.number,
  verdict,
  caseId: placed.given.caseId,
  ...(record && { caseNumber: record.head.case.caseNumber, caseTitle: record.head.case.title }),
  lineId: placed.given.lineId,
  ...(line && { lineName: line.name }),
  ...(line?.measure !== undefined && { measure: line.measure }),
  ...(line?.unit !== undefined && { unit: line.unit }),
  measuredOn: placed.given.measuredOn,
  value: placed.given.value,
  problems: [...problems],
})

export interface ImportCommand {
  readonly rows: readonly ImportedRow[]
  readonly actor: Actor
}

/** What an import would store, row by row as they were sent. Stores nothing. */
export const createPreviewImport =
  (parts: BenefitsParts) =>
  async ({ rows, actor }: ImportCommand, context: Context) => {
    if (hasTooManyCases(rows)) return refused('tooManyCases')
    const judged = await importer(parts, actor, context).judgeAll(rows)
    const all = judged.flatMap((one) => one.rows.map((row) => ({ row, record: one.record })))
    const verdicts = all.map(({ row }) => row)
    return answer({
      new: countOf(verdicts, 'new'),
      alreadyRecorded: countOf(verdicts, 'alreadyRecorded'),
      refused: countOf(verdicts, 'refused'),
      rows: all.toSorted((a, b) => a.row.placed.index - b.row.placed.index).map(({ row, record }) => presentRow(row, record)),
    })
  }

const problemsOf = (rows: readonly JudgedRow[]): FieldProblem[] =>
  rows.flatMap(({ placed, problems }) =>
    problems.map(({ field, code, message }) => ({
      pointer: pointerTo(['rows', placed.index, field]),
      code,
      message: { sv: `Rad ${placed.number}: ${message.sv}`, en: `Row ${placed.number}: ${message.en}` },
    })),
  )

const resultOf = (
  { caseId: of, record, placed }: JudgedCase & { readonly record: CaseBenefits },
  outcome: CaseResult['outcome'],
  rows: readonly JudgedRow[],
): CaseResult => {
  const { caseNumber, title } = record.head.case
  const recorded = outcome === 'recorded' ? countOf(rows, 'new') : 0
  return {
    caseId: of,
    caseNumber,
    caseTitle: title,
    outcome,
    recorded,
    alreadyRecorded: outcome === 'busy' || outcome === 'refused' ? 0 : placed.length - recorded,
    problems: rows.flatMap((row) => row.problems.map((problem) => ({ row: row.placed.number, ...problem }))),
  }
}

const summed = (cases: readonly CaseResult[]): ImportResult => ({
  recorded: cases.reduce((sum, one) => sum + one.recorded, 0),
  alreadyRecorded: cases.reduce((sum, one) => sum + one.alreadyRecorded, 0),
  isComplete: cases.every(({ outcome }) => outcome === 'recorded' || outcome === 'alreadyRecorded'),
  cases: [...cases],
})

/** As a change of the case together with what it was decided on. */
interface ImportChange extends Applied<KnownCase> {
  readonly change: NonNullable<JudgedRows['change']>
}

/**
 * Stores all rows, or refuses with what is wrong with which. Each case's rows are one transaction; over several cases the
 * answer says how far it came. What has been recorded before is passed by, so the same rows can be sent any number of times.
 */
export const createImportMeasurements =
  (parts: BenefitsParts) =>
  async ({ rows, actor }: ImportCommand, context: Context) => {
    if (hasTooManyCases(rows)) return refused('tooManyCases')
    const { load, judge, judgeAll } = importer(parts, actor, context)
    const judged = await judgeAll(rows)
    const problems = problemsOf(judged.flatMap((one) => one.rows))
    if (problems.length > 0) return refused('importRefused', problems)

    // Nothing is refused, so every case is known.
    const cases = judged.flatMap((one) => (one.record ? [{ ...one, record: one.record }] : []))
    const done = cases.filter(({ change }) => !change).map((one) => resultOf(one, 'alreadyRecorded', one.rows))
    const waiting = cases.filter(({ change }) => change)

    for (const [index, one] of waiting.entries()) {
      // The answer to the whole is stored with its last case: until then the same request goes on from where it is.
      const { once, ...others } = context
      const isLast = index === waiting.length - 1
      let latest: JudgedRows = one
      // One case after another: a failure between two leaves whole cases.
      // oxlint-disable-next-line no-await-in-loop
      const performed = await performOn<KnownCase, ImportChange, ImportResult, 'importRefused', 'caseNotFound'>(
        {
          load: () => load(one),
          missing: 'caseNotFound',
          decide: (known) => {
            latest = judge(known, one.placed)
            if (latest.rows.some(({ verdict }) => verdict === 'refused')) return refused('importRefused')
            if (!latest.change) return unchanged
            const { applied: after } = latest.change
            return { ...after, state: { ...known, record: after.state }, change: latest.change }
          },
          save: ({ record }, { change }, onceRow) =>
            parts.repository.save(record, change.applied, context, { once: onceRow, measurements: change.measurements }),
          present: () => ({
            value: summed([...done, resultOf(one, latest.change ? 'recorded' : 'alreadyRecorded', latest.rows)]),
          }),
        },
        isLast && once ? context : others,
      )
      if (performed.kind === 'repeated') return performed
      if (performed.kind === 'refused')
        done.push(resultOf(one, performed.code === 'busy' ? 'busy' : 'refused', performed.code === 'busy' ? [] : latest.rows))
      else done.push(resultOf(one, latest.change ? 'recorded' : 'alreadyRecorded', latest.rows))
    }
    return answer(summed(done))
  }
