import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { calendarDate, libraryRequirementId } from '#contracts/ids.ts'
import type { LibraryRequirementId } from '#contracts/ids.ts'
import { applied, refused } from '#lambda/outcome.ts'
import type { Applied, Refused, Transition } from '#lambda/outcome.ts'
import { perform, performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { addRequirement, changeRequirement, retireRequirement } from '../../domain/library/change-requirement.ts'
import type { RetireCommand } from '../../domain/library/change-requirement.ts'
import { libraryLimits as limits } from '../../domain/library/library-limits.ts'
import { ownIdAfter } from '../../domain/library/requirement-number.ts'
import { requirementContent } from '../../domain/library/requirement.ts'
import type { LibraryEntry, RequirementContent, StoredEntry } from '../../domain/library/requirement.ts'
import type { LibraryParts } from './library-parts.ts'
import type { OwnNumber } from './library-repository.ts'
import { presentRequirement } from './present-requirement.ts'

export const changeBody = z.strictObject({
  ...requirementContent.shape,
  /** Why it is changed. */
  note: z.string().trim().min(1).max(limits.reasonCharacters).optional(),
})

export const retireBody = z.strictObject({
  /** The last day in force. */
  validTo: calendarDate,
  reason: z.string().trim().min(1).max(limits.reasonCharacters),
  successor: libraryRequirementId.optional(),
})

export interface Numbered {
  readonly number: OwnNumber
  readonly entry?: LibraryEntry
}

/** The first own requirement of a kind gets number 500; each number is given once. */
export const takeNumber = (
  number: OwnNumber,
): { readonly id: LibraryRequirementId; readonly number: OwnNumber } | Refused<'libraryFull'> => {
  const id = ownIdAfter(number.kind, number.last)
  return id ? { id, number: { ...number, last: number.last + 1 } } : refused('libraryFull')
}

/** A requirement of the county's own. Refused when it must be put right first, or when the kind has no numbers left. */
export const createAddRequirement =
  ({ library }: LibraryParts) =>
  (content: RequirementContent, actor: Actor, context: Context) =>
    perform(
      {
        load: async (): Promise<Numbered> => ({ number: await library.findNumber(content.kind) }),
        decide: ({ number }): Applied<Numbered> | Refused<'libraryFull' | 'requirementInvalid'> => {
          const taken = takeNumber(number)
          if ('kind' in taken) return taken
          const added = addRequirement(
            { id: taken.id, journalId: context.newId(), content, origin: { kind: 'curator' } },
            { now: context.now, author: authorOf(actor) },
          )
          return added.kind === 'refused' ? added : applied({ number: taken.number, entry: added.state }, ...added.facts)
        },
        save: (_, { state: { number, entry }, facts }, once) => {
          if (!entry) throw new Error('nothing was added')
          return library.save({ before: undefined, entry, facts, once, number }, context)
        },
        present: ({ entry }) => {
          if (!entry) throw new Error('nothing was added')
          return { value: presentRequirement(entry, dayOf(context.now)), version: 1 }
        },
      },
      context,
    )

const changeEntry = <Code extends string>(
  { library }: LibraryParts,
  id: LibraryRequirementId,
  ifMatch: number,
  decide: (entry: LibraryEntry) => Transition<LibraryEntry, Code>,
  context: Context,
) =>
  performOn(
    {
      load: () => library.find(id),
      missing: 'requirementNotFound' as const,
      decide: (before: StoredEntry): Transition<StoredEntry, Code | 'staleVersion'> => {
        if (before.revision !== ifMatch) return refused('staleVersion')
        const decided = decide(before.entry)
        return decided.kind === 'applied'
          ? { ...decided, state: { entry: decided.state, revision: before.revision + 1 } }
          : decided
      },
      save: (before, { state: { entry }, facts }, once) => library.save({ before, entry, facts, once }, context),
      present: ({ entry, revision }) => ({ value: presentRequirement(entry, dayOf(context.now)), version: revision }),
    },
    context,
  )

export interface ChangeCommand {
  readonly id: LibraryRequirementId
  readonly ifMatch: number
  readonly actor: Actor
}

/** A new version. The words that stand already, sent again, keep them before what a release has offered. */
export const createChangeRequirement =
  (parts: LibraryParts) =>
  ({ id, ifMatch, actor }: ChangeCommand, { note, ...content }: z.infer<typeof changeBody>, context: Context) =>
    changeEntry(
      parts,
      id,
      ifMatch,
      (entry) => changeRequirement(entry, { content, note }, { now: context.now, author: authorOf(actor) }),
      context,
    )

/** Refused where the successor is not in the library. */
export const createRetireRequirement =
  (parts: LibraryParts) =>
  async ({ id, ifMatch, actor }: ChangeCommand, command: RetireCommand, context: Context) => {
    if (command.successor !== undefined && !(await parts.library.find(command.successor))) return refused('successorNotFound')
    return changeEntry(
      parts,
      id,
      ifMatch,
      (entry) => retireRequirement(entry, command, { now: context.now, author: authorOf(actor) }),
      context,
    )
  }
