import type { Author } from '#contracts/actor.ts'
import type { Digest, LibraryRequirementId } from '#contracts/ids.ts'
import { firstVersion } from './change-requirement.ts'
import type { LibraryEntry, RequirementContent } from './requirement.ts'

/** The library as it ships: numbered, so that a county knows what it has. */
export interface LibraryRelease {
  readonly release: number
  readonly requirements: readonly ReleasedRequirement[]
}

export interface ReleasedRequirement {
  readonly id: LibraryRequirementId
  readonly content: RequirementContent
}

export interface Installing extends ReleasedRequirement {
  readonly release: number
  /** Of the content. */
  readonly digest: Digest
  readonly journalId: string
  readonly now: string
  readonly author: Author
}

export type InstallStep =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'added' | 'changed' | 'offered'; readonly entry: LibraryEntry }

/**
 * What a release does to one requirement. What it has not changed since the last release is left alone, whatever a curator has
 * written. What it has changed becomes a new version where nobody else has; where a curator has changed or retired it too, the
 * curator's version stands and the release's words are put beside it for a curator to take or leave.
 */
export const installRequirement = (
  before: LibraryEntry | undefined,
  { id, content, release, digest, journalId, now, author }: Installing,
): InstallStep => {
  const origin = { kind: 'release', release } as const
  const released = { release, digest }
  if (!before)
    return { kind: 'added', entry: { journalId, current: firstVersion(id, content, origin, { now, author }), released } }
  if (before.released?.digest === digest) return { kind: 'unchanged' }
  const { current } = before
  if (current.origin.kind !== 'release') return { kind: 'offered', entry: { ...before, released, offer: { release, content } } }
  return {
    kind: 'changed',
    entry: {
      ...before,
      released,
      current: { id, version: current.version + 1, content, origin, changedAt: now, changedBy: author },
    },
  }
}
