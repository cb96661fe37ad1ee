import * as z from 'zod'
import type { Actor } from '#contracts/actor.ts'
import { libraryRequirementId } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { pointerTo } from '#lambda/field-problem.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { libraryLimits as limits } from '../../domain/library/library-limits.ts'
import { importVerdicts, importedRequirement, judgeImport } from '../../domain/library/requirement-import.ts'
import type { ImportVerdict, ImportedRequirement, JudgedRequirement } from '../../domain/library/requirement-import.ts'
import { createAddRequirement, createChangeRequirement } from './change-library.ts'
import type { LibraryParts } from './library-parts.ts'

export const importBody = z.strictObject({ rows: z.array(importedRequirement).min(1).max(limits.importedRows) })

const counts = {
  new: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
}

/** What would be stored. Nothing has been. */
export const importPreview = z.object({
  ...counts,
  refused: z.int().nonnegative(),
  rows: z.array(
    z.object({
      row: z.int().positive(),
      verdict: z.enum(importVerdicts),
      id: libraryRequirementId.optional(),
      text,
      problems: z.array(z.object({ pointer: z.string(), code: z.string(), message: text })),
    }),
  ),
})

/** `failed`: somebody changed the requirement meanwhile, or many write at once; send the same again. */
const rowOutcomes = ['added', 'changed', 'unchanged', 'failed'] as const

export const importResult = z.object({
  ...counts,
  isComplete: z.boolean(),
  rows: z.array(z.object({ row: z.int().positive(), outcome: z.enum(rowOutcomes), id: libraryRequirementId.optional() })),
})

const countOf = (rows: readonly JudgedRequirement[], verdict: ImportVerdict): number =>
  rows.filter((row) => row.verdict === verdict).length

/** What an import would store, row by row as they were sent. Stores nothing. */
export const createPreviewImport =
  ({ library }: LibraryParts) =>
  async ({ rows }: { readonly rows: readonly ImportedRequirement[] }) => {
    const judged = judgeImport(rows, await library.all())
    return answer({
      new: countOf(judged, 'new'),
      changed: countOf(judged, 'changed'),
      unchanged: countOf(judged, 'unchanged'),
      refused: countOf(judged, 'refused'),
      rows: judged.map(({ row, verdict, id, content, problems }) => ({
        row,
        verdict,
        ...(id !== undefined && { id }),
        text: content.text,
        problems: [...problems],
      })),
    })
  }

const problemsOf = (judged: readonly JudgedRequirement[]): FieldProblem[] =>
  judged.flatMap(({ index, row, problems }) =>
    problems.map(({ pointer, code, message }) => ({
      pointer: `${pointerTo(['rows', index])}${pointer}`,
      code,
      message: { sv: `Rad ${row}: ${message.sv}`, en: `Row ${row}: ${message.en}` },
    })),
  )

type RowResult = z.infer<typeof importResult>['rows'][number]

/**
 * Stores all rows, or refuses with what is wrong with which. Each requirement is a transaction of its own; the answer says what
 * became of each row. What stands already is passed by, so the same rows can be sent any number of times.
 */
export const createImportRequirements = (parts: LibraryParts) => {
  const add = createAddRequirement(parts)
  const change = createChangeRequirement(parts)

  const store = async (judged: JudgedRequirement, actor: Actor, context: Context): Promise<RowResult> => {
    const { row, verdict, id, content } = judged
    if (verdict === 'unchanged') return { row, outcome: 'unchanged', ...(id !== undefined && { id }) }
    if (id === undefined) {
      const added = await add(content, actor, context)
      return added.kind === 'answer' ? { row, outcome: 'added', id: added.value.id } : { row, outcome: 'failed' }
    }
    const stored = await parts.library.find(id)
    if (!stored) return { row, outcome: 'failed', id }
    const changed = await change({ id, ifMatch: stored.revision, actor }, content, context)
    return { row, outcome: changed.kind === 'answer' ? 'changed' : 'failed', id }
  }

  return async ({ rows }: { readonly rows: readonly ImportedRequirement[] }, actor: Actor, context: Context) => {
    const judged = judgeImport(rows, await parts.library.all())
    const problems = problemsOf(judged)
    if (problems.length > 0) return refused('libraryImportRefused', problems)
    // Each row is told for itself: no single answer is kept for the key, and the same rows do nothing twice.
    const { once: _, ...alone } = context
    const done: RowResult[] = []
    for (const one of judged) {
      // One after another: they share the numbers of their kind.
      // oxlint-disable-next-line no-await-in-loop
      done.push(await store(one, actor, alone))
    }
    const outcomes = (outcome: RowResult['outcome']): number => done.filter((row) => row.outcome === outcome).length
    return answer({
      new: outcomes('added'),
      changed: outcomes('changed'),
      unchanged: outcomes('unchanged'),
      isComplete: outcomes('failed') === 0,
      rows: done,
    })
  }
}
