import * as z from 'zod'
import { libraryRequirementId } from '#contracts/ids.ts'
import type { LibraryRequirementId } from '#contracts/ids.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { contentProblems } from './content-problems.ts'
import { libraryLimits as limits } from './library-limits.ts'
import { isSameContent, requirementContent } from './requirement.ts'
import type { LibraryEntry, RequirementContent } from './requirement.ts'

/** Requirements that come many at a time, from a file or another system. */

export const importedRequirement = z.strictObject({
  /** Where it stands in the sender's file, for what is told about it; counted from 1 when left out. */
  row: z.int().positive().max(limits.fileRows).optional(),
  /** Of the requirement that gets a new version; left out for a new one. */
  id: libraryRequirementId.optional(),
  content: requirementContent,
})
export type ImportedRequirement = z.infer<typeof importedRequirement>

export const importVerdicts = ['new', 'changed', 'unchanged', 'refused'] as const
export type ImportVerdict = (typeof importVerdicts)[number]

export interface JudgedRequirement {
  readonly index: number
  readonly row: number
  readonly verdict: ImportVerdict
  readonly id: LibraryRequirementId | undefined
  readonly content: RequirementContent
  readonly problems: readonly FieldProblem[]
}

const rowProblem = (pointer: string, code: string, sv: string, en: string): FieldProblem => ({
  pointer,
  code,
  message: { sv, en },
})

const folded = (words: string): string => words.trim().toLocaleLowerCase('sv').replaceAll(/\s+/gu, ' ')

/**
 * What each row would do. A row with a number changes that requirement; a row without one is new, unless the same Swedish text
 * is there already: then it is that requirement, so that the same file can be sent again. Two rows for one requirement, a
 * number that nobody has and a retired requirement are refused.
 */
export const judgeImport = (
  rows: readonly ImportedRequirement[],
  entries: readonly LibraryEntry[],
): readonly JudgedRequirement[] => {
  const byId = new Map(entries.map((entry) => [entry.current.id, entry]))
  const byText = new Map(entries.map((entry) => [folded(entry.current.content.text.sv), entry]))
  const found = rows.map(({ id, content }) => (id === undefined ? byText.get(folded(content.text.sv)) : byId.get(id)))
  return rows.map(({ row, id, content }, index) => {
    const known = found[index]
    const target = known?.current.id ?? id
    const isRepeated = rows.some(
      (other, at) =>
        at < index &&
        ((target !== undefined && (found[at]?.current.id ?? other.id) === target) ||
          folded(other.content.text.sv) === folded(content.text.sv)),
    )
    const problems = [
      ...(id !== undefined && !known
        ? [
            rowProblem(
              '/id',
              'requirementNotFound',
              `${id} finns inte i biblioteket. Rätta numret, eller lämna det tomt för ett nytt krav.`,
              `${id} is not in the library. Correct the number, or leave it empty for a new requirement.`,
            ),
          ]
        : []),
      ...(isRepeated
        ? [
            rowProblem(
              id === undefined ? '/content/text/sv' : '/id',
              'repeated',
              'Kravet finns på en tidigare rad i filen. Behåll en av dem.',
              'The requirement is on an earlier row of the file. Keep one of them.',
            ),
          ]
        : []),
      ...(known?.current.retirement
        ? [
            rowProblem(
              '/id',
              'requirementRetired',
              'Kravet är avslutat och kan inte ändras. Lägg in ett nytt i stället.',
              'The requirement is retired and cannot be changed. Add a new one instead.',
            ),
          ]
        : []),
      ...contentProblems(content).map((problem) => ({ ...problem, pointer: `/content${problem.pointer}` })),
    ]
    const verdict: ImportVerdict =
      problems.length > 0 ? 'refused' : !known ? 'new' : isSameContent(known.current.content, content) ? 'unchanged' : 'changed'
    return { index, row: row ?? index + 1, verdict, id: target, content, problems }
  })
}
