import type { DialogueStatus, InformationPackage } from '#contracts/dialogue.ts'
import type { Fact } from '#contracts/event.ts'
import type { CaseId, DialogueId } from '#contracts/ids.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { Page, PageOf } from '../documents.ts'
import type { Dialogue, DialogueState } from '../../domain/dialogues/dialogue.ts'

/** What the use cases need of storage. A save is one transaction: state, log, the case's package, outbox. */
export interface DialogueRepository {
  /** With its whole log. */
  readonly find: (id: DialogueId) => Promise<Dialogue | undefined>
  /** Planned and open ones by the day that comes first; ended ones with the latest first. */
  readonly list: (status: DialogueStatus, page: PageOf) => Promise<Page<DialogueState>>
  /** The latest version of a case's package. */
  readonly findPackage: (caseId: CaseId) => Promise<InformationPackage | undefined>
  readonly findPackageVersion: (caseId: CaseId, version: number) => Promise<InformationPackage | undefined>
  /** `before` is what the change was decided on: its version is a condition of the write, as is that of the package. */
  readonly save: (
    change: {
      readonly before: Dialogue | undefined
      readonly after: Dialogue
      readonly package?: { readonly before: InformationPackage | undefined; readonly after: InformationPackage } | undefined
      readonly facts: readonly Fact[]
      readonly once: Item | undefined
    },
    context: Context,
  ) => Promise<Saved>
}
