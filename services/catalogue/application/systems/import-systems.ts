import * as z from 'zod'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { systemId } from '#contracts/ids.ts'
import type { OrganisationId, SystemId } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { companiesOf } from '../../domain/systems/check-system.ts'
import { importVerdicts, importedSystem, judgeImport } from '../../domain/systems/judge-import.ts'
import type { ImportedSystem, JudgedSystem } from '../../domain/systems/judge-import.ts'
import { systemLimits } from '../../domain/systems/limits.ts'
import { changeSystem, registerSystem } from '../../domain/systems/save-system.ts'
import type { SystemState } from '../../domain/systems/save-system.ts'
import { editsFor, knownCompanies, surroundingsOf } from './save-system.ts'
import type { SystemParts } from './system-parts.ts'

export const systemImportBody = z.strictObject({
  systems: z.array(importedSystem).min(1).max(systemLimits.importedSystems),
})

const count = z.int().nonnegative()

/** What would be stored. Nothing has been. */
export const systemImportPreview = z.object({
  new: count,
  changed: count,
  unchanged: count,
  refused: count,
  systems: z.array(
    z.object({
      row: z.int().positive(),
      name: z.string(),
      supplier: z.string(),
      contracts: count,
      verdict: z.enum(importVerdicts),
      problems: z.array(z.object({ row: z.int().positive(), pointer: z.string(), code: z.string(), message: text })),
    }),
  ),
})

export const systemImportResult = z.object({
  registered: count,
  changed: count,
  unchanged: count,
  /** False when a system was being changed by others meanwhile: send the same again, and what is left is stored. */
  isComplete: z.boolean(),
  systems: z.array(
    z.object({
      row: z.int().positive(),
      name: z.string(),
      systemId: systemId.optional(),
      outcome: z.enum(['registered', 'changed', 'unchanged', 'notStored']),
    }),
  ),
})
type ImportResult = z.infer<typeof systemImportResult>
type SystemResult = ImportResult['systems'][number]

export interface ImportCommand {
  readonly systems: readonly ImportedSystem[]
  readonly actor: Actor
}

const judge = async (parts: SystemParts, own: OrganisationId, imported: readonly ImportedSystem[]) => {
  const systems = await parts.listing.ofOrganisation(own)
  const contents = [...imported, ...systems].map(({ content }) => content)
  return judgeImport(imported, {
    own,
    organisations: new Set(parts.county.organisations.map(({ id }) => id)),
    companies: await knownCompanies(parts, contents.flatMap(companiesOf)),
    systems,
  })
}

const countOf = (judged: readonly JudgedSystem[], verdict: JudgedSystem['verdict']): number =>
  judged.filter((one) => one.verdict === verdict).length

const ownOf = ({ county }: SystemParts, actor: Actor): OrganisationId | undefined =>
  county.organisations.some(({ id }) => id === editsFor(actor)) ? editsFor(actor) : undefined

/** What an import would do to the editor's own part of the map, system by system. Stores nothing. */
export const createPreviewSystemImport =
  (parts: SystemParts) =>
  async ({ systems, actor }: ImportCommand) => {
    const own = ownOf(parts, actor)
    if (own === undefined) return refused('notYourOrganisation')
    const judged = await judge(parts, own, systems)
    return answer({
      new: countOf(judged, 'new'),
      changed: countOf(judged, 'changed'),
      unchanged: countOf(judged, 'unchanged'),
      refused: countOf(judged, 'refused'),
      systems: judged.map(({ row, verdict, content, problems }) => ({
        row,
        name: content.name,
        supplier: content.supplier.name,
        contracts: content.contracts.length,
        verdict,
        problems: [...problems],
      })),
    })
  }

const problemsOf = (judged: readonly JudgedSystem[]): FieldProblem[] =>
  judged.flatMap(({ problems }, index) =>
    problems.map(({ row, pointer, code, message }) => ({
      pointer: `/systems/${index}/content${pointer}`,
      code,
      message: { sv: `Rad ${row}: ${message.sv}`, en: `Row ${row}: ${message.en}` },
    })),
  )

const summed = (systems: readonly SystemResult[]): ImportResult => ({
  registered: systems.filter(({ outcome }) => outcome === 'registered').length,
  changed: systems.filter(({ outcome }) => outcome === 'changed').length,
  unchanged: systems.filter(({ outcome }) => outcome === 'unchanged').length,
  isComplete: systems.every(({ outcome }) => outcome !== 'notStored'),
  systems: [...systems],
})

const resultOf = (
  { row, content, before }: JudgedSystem,
  outcome: SystemResult['outcome'],
  id: SystemId | undefined = before?.systemId,
): SystemResult => ({ row, name: content.name, ...(id && { systemId: id }), outcome })

/**
 * Stores all systems, or refuses with what is wrong on which row. Each system is one transaction; what is there already,
 * word for word, is passed by, so the same file can be sent any number of times.
 */
export const createImportSystems =
  (parts: SystemParts) =>
  async ({ systems, actor }: ImportCommand, context: Context) => {
    const own = ownOf(parts, actor)
    if (own === undefined) return refused('notYourOrganisation')
    const judged = await judge(parts, own, systems)
    const problems = problemsOf(judged)
    if (problems.length > 0) return refused('systemImportRefused', problems)
    const { systems: names } = await parts.systems.register(own)
    if (names.length + countOf(judged, 'new') > systemLimits.systems) return refused('tooManySystems')

    const done = judged.filter(({ verdict }) => verdict === 'unchanged').map((one) => resultOf(one, 'unchanged'))
    const waiting = judged.filter(({ verdict }) => verdict !== 'unchanged')
    const ordered = (): ImportResult => summed(done.toSorted((a, b) => a.row - b.row))

    for (const [index, one] of waiting.entries()) {
      // The answer to the whole is stored with its last system: until then the same request goes on from where it is.
      const { once, ...others } = context
      const isLast = index === waiting.length - 1
      const id = one.before?.systemId ?? systemId.parse(context.newId())
      const outcome = one.before ? 'changed' : 'registered'
      // One system after another: a failure between two leaves whole systems.
      // oxlint-disable-next-line no-await-in-loop
      const surroundings = await surroundingsOf(parts, own, one.content, one.before?.systemId)
      const saving = { content: one.content, surroundings, author: authorOf(actor) }
      // oxlint-disable-next-line no-await-in-loop -- as above
      const performed = await perform(
        {
          load: async (): Promise<SystemState> => ({
            system: one.before && (await parts.systems.find(one.before.systemId)),
            register: await parts.systems.register(own),
          }),
          decide: ({ system, register }) =>
            system && one.before
              ? changeSystem({ system, register }, saving, one.before.version, context.now)
              : registerSystem({ system: undefined, register }, id, saving, context.now),
          save: (before: SystemState, { state, facts }, onceRow) =>
            parts.systems.save(
              {
                system: state.system,
                registerBefore: before.register,
                register: state.register,
                facts,
                once: onceRow,
              },
              context,
            ),
          present: () => ({ value: summed([...done, resultOf(one, outcome, id)].toSorted((a, b) => a.row - b.row)) }),
        },
        isLast && once ? context : others,
      )
      if (performed.kind === 'repeated') return performed
      done.push(
        resultOf(one, performed.kind === 'refused' ? 'notStored' : outcome, performed.kind === 'refused' ? undefined : id),
      )
    }
    return answer(ordered())
  }
