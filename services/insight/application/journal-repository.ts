import type { AnyEvent } from '#contracts/event.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { CaseRow } from '../domain/case-row.ts'
import type { ChainHead, EntryContent, StoredEntry } from '../domain/journal-chain.ts'
import type { Link } from '../domain/verify-chain.ts'

/** The case as the journal has it before an event. */
export interface JournalState {
  readonly head: ChainHead | undefined
  readonly row: CaseRow | undefined
}

/** What one event adds and changes. */
export interface Recorded {
  readonly head: ChainHead
  readonly entry: StoredEntry
  readonly row: CaseRow
  readonly event: AnyEvent
}

export interface JournalPage {
  readonly entries: readonly (EntryContent & { readonly hash: string })[]
  readonly cursor?: string
}

export interface PageRequest {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** What the use cases need of storage. There is no way to change or remove an entry. */
export interface JournalRepository {
  readonly load: (caseId: CaseId) => Promise<JournalState>
  /**
   * One transaction: head, entry, row and tasks, and the row that tells that the message has been taken, which is kept
   * for good: the same message is `repeated`, however long after. A head that has moved since `before` is a conflict.
   */
  readonly append: (before: JournalState, recorded: Recorded, context: Context, once: Item | undefined) => Promise<Saved>
  readonly hasJournal: (caseId: CaseId) => Promise<boolean>
  /** Oldest first. A page ends early where its entries grow large; `unreadable` when an entry has been tampered with. */
  readonly listEntries: (caseId: CaseId, page: PageRequest) => Promise<JournalPage | 'unreadable'>
  /** Head and entries of one moment, for verification; `changing` when events came in all the while. */
  readonly inspect: (caseId: CaseId) => Promise<{ head: ChainHead | undefined; links: readonly Link[] } | 'changing'>
  /** The events of all entries, in the order that they came; `unreadable` when an entry has been tampered with. */
  readonly readEvents: (caseId: CaseId) => Promise<readonly AnyEvent[] | 'unreadable'>
  readonly listJournals: (page: PageRequest) => Promise<{ caseIds: readonly CaseId[]; cursor?: string }>
}
