import * as z from 'zod'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { librarySuggestionId } from '#contracts/ids.ts'
import type { LibrarySuggestionId } from '#contracts/ids.ts'
import { answer, applied, refused } from '#lambda/outcome.ts'
import type { Applied, Refused } from '#lambda/outcome.ts'
import { perform, performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { addRequirement } from '../../domain/library/change-requirement.ts'
import { libraryLimits as limits } from '../../domain/library/library-limits.ts'
import type { LibraryEntry, RequirementContent } from '../../domain/library/requirement.ts'
import {
  acceptSuggestion,
  declineSuggestion,
  makeSuggestion,
  mayReadSuggestion,
  suggestion,
} from '../../domain/library/suggestion.ts'
import type { Suggestion, SuggestionBody, SuggestionStatus } from '../../domain/library/suggestion.ts'
import { takeNumber } from './change-library.ts'
import type { LibraryParts } from './library-parts.ts'
import type { OwnNumber, PageRequest, StoredSuggestion } from './library-repository.ts'

export const suggestionView = suggestion
export const suggestionList = z.object({ suggestions: z.array(suggestionView) })

export const declineBody = z.strictObject({ reason: z.string().trim().min(1).max(limits.reasonCharacters) })

/** Anybody on the public side may give a requirement back. */
export const createMakeSuggestion =
  ({ library }: LibraryParts) =>
  (body: SuggestionBody, actor: Actor, context: Context) => {
    const made = makeSuggestion(librarySuggestionId.parse(context.newId()), body, actor, context.now)
    return perform<Suggestion | undefined, Applied<Suggestion | undefined>, Suggestion, never>(
      {
        load: async () => undefined,
        decide: () => made,
        save: (_, { facts }, once) => library.saveSuggestion({ suggestion: made.state, revision: 0 }, { facts, once }, context),
        present: () => ({ value: made.state, version: 1 }),
      },
      context,
    )
  }

export const createListSuggestions =
  ({ library }: LibraryParts) =>
  async (of: { readonly status: SuggestionStatus } | { readonly madeBy: string }, page: PageRequest) => {
    const { suggestions, cursor } = await library.listSuggestions(of, page)
    return { ...answer({ suggestions: [...suggestions] }), ...(cursor !== undefined && { cursor }) }
  }

/** What somebody else has sent does not exist for the one who asks. */
export const createReadSuggestion =
  ({ library }: LibraryParts) =>
  async (id: LibrarySuggestionId, actor: Actor) => {
    const stored = await library.findSuggestion(id)
    return stored && mayReadSuggestion(stored.suggestion, actor)
      ? answer(stored.suggestion, stored.revision)
      : refused('suggestionNotFound')
  }

interface Accepting {
  readonly stored: StoredSuggestion
  readonly number: OwnNumber
  readonly entry?: LibraryEntry
}

/** The suggestion becomes a requirement as the curator has written it, and the sender sees which. */
export const createAcceptSuggestion =
  ({ library }: LibraryParts) =>
  (id: LibrarySuggestionId, content: RequirementContent, actor: Actor, context: Context) =>
    performOn(
      {
        load: async (): Promise<Accepting | undefined> => {
          const [stored, number] = await Promise.all([library.findSuggestion(id), library.findNumber(content.kind)])
          return stored && { stored, number }
        },
        missing: 'suggestionNotFound' as const,
        decide: ({
          stored,
          number,
        }): Applied<Accepting> | Refused<'libraryFull' | 'requirementInvalid' | 'suggestionAnswered'> => {
          const taken = takeNumber(number)
          if ('kind' in taken) return taken
          const by = { now: context.now, author: authorOf(actor) }
          const accepted = acceptSuggestion(stored.suggestion, taken.id, by)
          if (accepted.kind === 'refused') return accepted
          const added = addRequirement(
            { id: taken.id, journalId: id, content, origin: { kind: 'suggestion', suggestionId: id } },
            by,
          )
          if (added.kind === 'refused') return added
          return applied(
            { stored: { ...stored, suggestion: accepted.state }, number: taken.number, entry: added.state },
            ...accepted.facts,
            ...added.facts,
          )
        },
        save: (_, { state: { stored, number, entry }, facts }, once) => {
          if (!entry) throw new Error('nothing was accepted')
          return library.save({ before: undefined, entry, facts, once, number, suggestion: stored }, context)
        },
        present: ({ stored }) => ({ value: stored.suggestion, version: stored.revision + 1 }),
      },
      context,
    )

export const createDeclineSuggestion =
  ({ library }: LibraryParts) =>
  (id: LibrarySuggestionId, reason: string, actor: Actor, context: Context) =>
    performOn(
      {
        load: () => library.findSuggestion(id),
        missing: 'suggestionNotFound' as const,
        decide: (before: StoredSuggestion): Applied<StoredSuggestion> | Refused<'suggestionAnswered'> => {
          const declined = declineSuggestion(before.suggestion, reason, { now: context.now, author: authorOf(actor) })
          return declined.kind === 'refused'
            ? declined
            : { ...declined, state: { suggestion: declined.state, revision: before.revision } }
        },
        save: (_, { state, facts }, once) => library.saveSuggestion(state, { facts, once }, context),
        present: ({ suggestion: state, revision }) => ({ value: state, version: revision + 1 }),
      },
      context,
    )
