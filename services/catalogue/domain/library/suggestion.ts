import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import type { Actor, Author } from '#contracts/actor.ts'
import { authorOf } from '#contracts/actor.ts'
import { librarySuggestionAnswered, librarySuggestionMade } from '#contracts/catalogue-events.ts'
import { fact } from '#contracts/event.ts'
import { caseId, libraryRequirementId, librarySuggestionId, organisationId, timestamp } from '#contracts/ids.ts'
import type { LibraryRequirementId, LibrarySuggestionId } from '#contracts/ids.ts'
import { libraryKind, verification } from '#contracts/requirement-library.ts'
import { applied, refused } from '#lambda/outcome.ts'
import type { Applied, Refused } from '#lambda/outcome.ts'
import { libraryLimits as limits } from './library-limits.ts'
import { requirementSource } from './requirement.ts'

/** A requirement that somebody has written in a case and gives back, for a curator to take in or decline. */

export const suggestionBody = z.strictObject({
  text: z.strictObject({
    sv: z.string().trim().min(1).max(limits.textCharacters),
    en: z.string().trim().min(1).max(limits.textCharacters).optional(),
  }),
  kind: libraryKind,
  verification,
  /** What others would gain by it. */
  reason: z.string().trim().min(1).max(limits.reasonCharacters),
  source: requirementSource.optional(),
  /** The case that it was written in. */
  caseId: caseId.optional(),
})
export type SuggestionBody = z.infer<typeof suggestionBody>

export const suggestionStatuses = ['open', 'accepted', 'declined'] as const
export const suggestionStatus = z.enum(suggestionStatuses)
export type SuggestionStatus = z.infer<typeof suggestionStatus>

export const suggestion = z.object({
  suggestionId: librarySuggestionId,
  ...suggestionBody.shape,
  status: suggestionStatus,
  madeBy: author,
  organisation: organisationId.optional(),
  madeAt: timestamp,
  answer: z
    .object({
      by: author,
      at: timestamp,
      /** Why it was declined, or what the curator wants to say. */
      reason: z.string().optional(),
      requirementId: libraryRequirementId.optional(),
    })
    .optional(),
})
export type Suggestion = z.infer<typeof suggestion>

export const makeSuggestion = (
  suggestionId: LibrarySuggestionId,
  body: SuggestionBody,
  actor: Actor,
  now: string,
): Applied<Suggestion> =>
  applied<Suggestion>(
    {
      suggestionId,
      ...body,
      status: 'open',
      madeBy: authorOf(actor),
      ...(actor.organisation !== undefined && { organisation: actor.organisation }),
      madeAt: now,
    },
    fact(librarySuggestionMade, { suggestionId, kind: body.kind }),
  )

interface Answering {
  readonly now: string
  readonly author: Author
}

/** The requirement that it led to is written by the curator, in the same transaction. Refused when it has been answered. */
export const acceptSuggestion = (
  before: Suggestion,
  requirementId: LibraryRequirementId,
  { now, author: by }: Answering,
): Applied<Suggestion> | Refused<'suggestionAnswered'> =>
  before.status === 'open'
    ? applied<Suggestion>(
        { ...before, status: 'accepted', answer: { by, at: now, requirementId } },
        fact(librarySuggestionAnswered, { suggestionId: before.suggestionId, status: 'accepted', requirementId }),
      )
    : refused('suggestionAnswered')

/** The sender reads the reason. Refused when it has been answered. */
export const declineSuggestion = (
  before: Suggestion,
  reason: string,
  { now, author: by }: Answering,
): Applied<Suggestion> | Refused<'suggestionAnswered'> =>
  before.status === 'open'
    ? applied<Suggestion>(
        { ...before, status: 'declined', answer: { by, at: now, reason } },
        fact(librarySuggestionAnswered, { suggestionId: before.suggestionId, status: 'declined' }),
      )
    : refused('suggestionAnswered')

/** Curators read all; everybody else the ones they have sent. */
export const mayReadSuggestion = ({ madeBy }: Suggestion, actor: Actor): boolean =>
  actor.roles.includes('curator') || madeBy.subject === actor.subject
