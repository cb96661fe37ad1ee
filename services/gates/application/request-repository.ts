import type { Evidence } from '#contracts/evidence.ts'
import type { DecisionRequestId } from '#contracts/ids.ts'
import type { Applied } from '#lambda/outcome.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { RequestState } from '../domain/decision-request.ts'

/** What goes to the state machine, from the outbox like everything else that goes out, with the trace of what caused it. */
export type MachineCommand = { readonly requestId: DecisionRequestId; readonly traceparent?: string } & (
  | { readonly kind: 'start' }
  | { readonly kind: 'resume'; readonly token: string }
)

export type Listing = 'open' | 'decided' | 'expired'

export interface RequestRepository {
  readonly find: (requestId: DecisionRequestId) => Promise<RequestState | undefined>
  /** What a decision is asked for on, as the phase froze it. */
  readonly findEvidence: (requestId: DecisionRequestId) => Promise<Evidence | undefined>
  /** Open ones by due date, decided ones by when they were, expired ones by when they were received; oldest first. */
  readonly list: (
    listing: Listing,
    page: { limit: number; cursor?: string | undefined },
  ) => Promise<{ states: readonly RequestState[]; cursor?: string }>
  /** Decided at this moment or before it, the latest first. */
  readonly listDecided: (
    upTo: string,
    page: { limit: number; cursor?: string | undefined },
  ) => Promise<{ states: readonly RequestState[]; cursor?: string }>
  readonly save: (
    before: RequestState | undefined,
    change: Applied<RequestState>,
    context: Context,
    also: { once?: Item | undefined; command?: MachineCommand | undefined; evidence?: Evidence },
  ) => Promise<Saved>
}
