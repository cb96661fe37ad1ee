import type { AnyEvent } from '#contracts/event.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { CaseRow } from '../domain/case-row.ts'
import type { ChainHead, EntryContent, StoredEntry } from '../domain/journal-chain.ts'
import type { TimelineEvent } from '../domain/timeline.ts'
import type { Link } from '../domain/verify-chain.ts'

/** The case as the journal has it before an event. */
export interface JournalState {
  readonly head: ChainHead | undefined
  readonly row: CaseRow | undefined
  /** The event is in the chain already. */
  readonly isRecorded: boolean
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

interface TimelinePage {
  readonly events: readonly TimelineEvent[]
  readonly cursor?: string
}

export interface PageRequest {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** What the use cases need of storage. There is no way to change or remove an entry. */
export interface JournalRepository {
  readonly load: (event: AnyEvent) => Promise<JournalState>
  /** One transaction: head, entry, timeline, row and tasks, inbox row. A head that has moved since `before` is a conflict. */
  readonly append: (before: JournalState, recorded: Recorded, context: Context, once: Item | undefined) => Promise<Saved>
  readonly hasJournal: (caseId: CaseId) => Promise<boolean>
  /** Oldest first. A page ends early where its entries grow large; `unreadable` when an entry has been tampered with. */
  readonly listEntries: (caseId: CaseId, page: PageRequest) => Promise<JournalPage | 'unreadable'>
  /** Head and entries of one moment, for verification; `changing` when events came in all the while. */
  readonly inspect: (caseId: CaseId) => Promise<{ head: ChainHead | undefined; links: readonly Link[] } | 'changing'>
  /** By the time of the events, oldest first. */
  readonly listTimeline: (caseId: CaseId, page: PageRequest) => Promise<TimelinePage>
  readonly listJournals: (page: PageRequest) => Promise<{ caseIds: readonly CaseId[]; cursor?: string }>
}
