import type { InformationPackage } from '#contracts/dialogue.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { FrozenEvidence } from '#contracts/evidence.ts'
import type { PhaseStatus } from '#contracts/words.ts'
import type { Applied } from '#lambda/outcome.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { CaseRecord, RecordHead, SavedSection, SectionState } from '../domain/case-record.ts'

export interface CasePage {
  readonly heads: readonly { head: RecordHead; version: number }[]
  readonly cursor?: string
}

/** What the use cases need of storage. A save is one transaction: state, history, outbox, inbox row. */
export interface CaseRepository {
  readonly find: (caseId: CaseId) => Promise<CaseRecord | undefined>
  readonly hasCase: (caseId: CaseId) => Promise<boolean>
  readonly findEvidence: (caseId: CaseId, round: number) => Promise<FrozenEvidence | undefined>
  /** The latest version, or the one asked for. */
  readonly findSection: (caseId: CaseId, section: string, version?: number) => Promise<SavedSection | undefined>
  /** Newest first, without contents. */
  readonly listSectionVersions: (caseId: CaseId, section: string) => Promise<readonly SectionState[]>
  /** Oldest first. */
  readonly list: (status: PhaseStatus, page: { limit: number; cursor?: string | undefined }) => Promise<CasePage>
  /** Cases on hold whose day has come. */
  readonly findToWake: (today: string, limit: number) => Promise<readonly CaseId[]>
  /** What the forum has told of a case's dialogues, also before the phase has the case. */
  readonly findInformationPackage: (caseId: CaseId) => Promise<InformationPackage | undefined>
  /** For a case that the phase does not have yet: it waits there for it. */
  readonly keepInformationPackage: (
    caseId: CaseId,
    before: InformationPackage | undefined,
    told: InformationPackage,
    once: Item | undefined,
    context: Context,
  ) => Promise<Saved>
  /** `before` is the record that the change was decided on: its version and status are conditions of the write. */
  readonly save: (
    before: CaseRecord | undefined,
    change: Applied<CaseRecord>,
    context: Context,
    also: { once?: Item | undefined; evidence?: FrozenEvidence },
  ) => Promise<Saved>
}
