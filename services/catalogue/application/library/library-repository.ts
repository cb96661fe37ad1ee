import type { Fact } from '#contracts/event.ts'
import type { Digest, LibraryRequirementId, LibrarySuggestionId } from '#contracts/ids.ts'
import type { LibraryKind } from '#contracts/requirement-library.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { LibraryEntry, RequirementVersion, StoredEntry } from '../../domain/library/requirement.ts'
import type { Suggestion, SuggestionStatus } from '../../domain/library/suggestion.ts'

export interface PageRequest {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** The last number that the county has given a requirement of a kind. */
export interface OwnNumber {
  readonly kind: LibraryKind
  readonly last: number
  /** 0 before the first. */
  readonly revision: number
}

export interface StoredSuggestion {
  readonly suggestion: Suggestion
  /** 0 for a new one. */
  readonly revision: number
}

export interface InstalledRelease {
  readonly release: number
  /** Of the whole release. */
  readonly digest: Digest
  readonly revision: number
}

/** Everything that one change writes: all or nothing. */
export interface LibraryChange {
  /** Undefined for a requirement that is new. */
  readonly before: StoredEntry | undefined
  readonly entry: LibraryEntry
  readonly facts: readonly Fact[]
  readonly once: Item | undefined
  /** The number that the new requirement took. */
  readonly number?: OwnNumber | undefined
  /** The suggestion that it answers, with its new state. */
  readonly suggestion?: StoredSuggestion | undefined
}

export interface LibraryRepository {
  readonly find: (id: LibraryRequirementId) => Promise<StoredEntry | undefined>
  /** By number. */
  readonly list: (page: PageRequest) => Promise<{ readonly entries: readonly LibraryEntry[]; readonly cursor?: string }>
  readonly all: () => Promise<readonly LibraryEntry[]>
  /** The newest first. */
  readonly versions: (id: LibraryRequirementId) => Promise<readonly RequirementVersion[]>
  readonly findNumber: (kind: LibraryKind) => Promise<OwnNumber>
  readonly save: (change: LibraryChange, context: Context) => Promise<Saved>

  readonly findRelease: () => Promise<InstalledRelease | undefined>
  readonly saveRelease: (
    installed: InstalledRelease,
    journal: { readonly journalId: string; readonly facts: readonly Fact[] },
    context: Context,
  ) => Promise<Saved>

  readonly findSuggestion: (id: LibrarySuggestionId) => Promise<StoredSuggestion | undefined>
  /** The newest first. */
  readonly listSuggestions: (
    of: { readonly status: SuggestionStatus } | { readonly madeBy: string },
    page: PageRequest,
  ) => Promise<{ readonly suggestions: readonly Suggestion[]; readonly cursor?: string }>
  readonly saveSuggestion: (
    stored: StoredSuggestion,
    more: { readonly facts: readonly Fact[]; readonly once: Item | undefined },
    context: Context,
  ) => Promise<Saved>
}
