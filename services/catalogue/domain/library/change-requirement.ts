import type { Author } from '#contracts/actor.ts'
import { libraryRequirementAdded, libraryRequirementChanged, libraryRequirementRetired } from '#contracts/catalogue-events.ts'
import { fact } from '#contracts/event.ts'
import type { LibraryRequirementId } from '#contracts/ids.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Applied, Refused, Unchanged } from '#lambda/outcome.ts'
import { contentProblems } from './content-problems.ts'
import { isSameContent } from './requirement.ts'
import type { LibraryEntry, RequirementContent, RequirementOrigin, RequirementVersion } from './requirement.ts'

/** A curator's work: each change is a new version, and the old ones stand. */

interface By {
  readonly now: string
  readonly author: Author
}

export const firstVersion = (
  id: LibraryRequirementId,
  content: RequirementContent,
  origin: RequirementOrigin,
  { now, author }: By,
): RequirementVersion => ({ id, version: 1, content, origin, changedAt: now, changedBy: author })

/** A requirement of the county's own. Refused when its content must be put right first. */
export const addRequirement = (
  {
    id,
    journalId,
    content,
    origin,
  }: {
    readonly id: LibraryRequirementId
    readonly journalId: string
    readonly content: RequirementContent
    readonly origin: Exclude<RequirementOrigin, { kind: 'release' }>
  },
  by: By,
): Applied<LibraryEntry> | Refused<'requirementInvalid'> => {
  const problems = contentProblems(content)
  if (problems.length > 0) return refused('requirementInvalid', problems)
  return applied<LibraryEntry>(
    { journalId, current: firstVersion(id, content, origin, by) },
    fact(libraryRequirementAdded, { requirementId: id, kind: content.kind, origin: origin.kind }),
  )
}

/**
 * A new version of a requirement, which also answers what a release has offered. The same words again change nothing but that:
 * saved once more over an offer, they say that the county keeps its own. Refused for a retired requirement.
 */
export const changeRequirement = (
  entry: LibraryEntry,
  { content, note }: { readonly content: RequirementContent; readonly note: string | undefined },
  { now, author }: By,
): Applied<LibraryEntry> | Unchanged | Refused<'requirementInvalid' | 'requirementRetired'> => {
  const { current } = entry
  if (current.retirement) return refused('requirementRetired')
  const problems = contentProblems(content)
  if (problems.length > 0) return refused('requirementInvalid', problems)
  const { offer, ...answered } = entry
  if (isSameContent(content, current.content)) return offer ? applied<LibraryEntry>(answered) : unchanged
  const version = current.version + 1
  return applied<LibraryEntry>(
    {
      ...answered,
      current: {
        id: current.id,
        version,
        content,
        origin: { kind: 'curator' },
        changedAt: now,
        changedBy: author,
        ...(note !== undefined && { note }),
      },
    },
    fact(libraryRequirementChanged, { requirementId: current.id, version }),
  )
}

export interface RetireCommand {
  readonly validTo: string
  readonly reason: string
  readonly successor?: LibraryRequirementId | undefined
}

/** The requirement is in force to a last day, for a reason, and may point at the one that takes over. */
export const retireRequirement = (
  entry: LibraryEntry,
  { validTo, reason, successor }: RetireCommand,
  { now, author }: By,
): Applied<LibraryEntry> | Refused<'requirementRetired' | 'requirementInvalid'> => {
  const { current } = entry
  if (current.retirement) return refused('requirementRetired')
  if (validTo < current.content.validFrom)
    return refused(
      'requirementInvalid',
      contentProblems({ ...current.content, validTo }).filter(({ pointer }) => pointer === '/validTo'),
    )
  if (successor === current.id)
    return refused('requirementInvalid', [
      {
        pointer: '/successor',
        code: 'itself',
        message: { sv: 'Ett krav kan inte ersätta sig självt.', en: 'A requirement cannot take over from itself.' },
      },
    ])
  const version = current.version + 1
  const { offer: _, ...kept } = entry
  return applied<LibraryEntry>(
    {
      ...kept,
      current: {
        ...current,
        version,
        content: { ...current.content, validTo },
        origin: { kind: 'curator' },
        changedAt: now,
        changedBy: author,
        note: reason,
        retirement: { reason, ...(successor !== undefined && { successor }) },
      },
    },
    fact(libraryRequirementRetired, {
      requirementId: current.id,
      version,
      validTo,
      ...(successor !== undefined && { successor }),
    }),
  )
}
