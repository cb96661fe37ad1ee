import type { CaseId } from '#contracts/ids.ts'
import type { CaseRecord } from '#phase/domain/case-record.ts'
import type { Applied } from '#lambda/outcome.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { IdeaState, IdeaStatus } from '../domain/idea.ts'

/** How many cases a year has had; the next one gets the next number. */
export interface CaseCounter {
  readonly year: string
  readonly used: number
}

export interface IdeaRepository {
  readonly find: (ideaId: CaseId) => Promise<IdeaState | undefined>
  readonly findByReceipt: (receiptDigest: string) => Promise<IdeaState | undefined>
  /** Submitted ones by the day they must be answered; the others newest first. */
  readonly list: (
    status: IdeaStatus,
    page: { limit: number; cursor?: string | undefined },
  ) => Promise<{ states: readonly IdeaState[]; cursor?: string }>
  readonly findCounter: (year: string) => Promise<CaseCounter>
  readonly save: (
    before: IdeaState | undefined,
    change: Applied<IdeaState>,
    context: Context,
    also: {
      once?: Item | undefined
      /** An accepted idea: its record in the idea phase, and the number that it took. */
      accepted?: { record: Applied<CaseRecord>; counter: CaseCounter }
    },
  ) => Promise<Saved>
}
