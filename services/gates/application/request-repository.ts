import type { DecisionRequestId } from '#contracts/ids.ts'
import type { Applied } from '#lambda/outcome.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { RequestState } from '../domain/decision-request.ts'

/** What goes to the state machine, from the outbox like everything else that goes out. */
export type MachineCommand =
  | { readonly kind: 'start'; readonly requestId: DecisionRequestId }
  | { readonly kind: 'resume'; readonly requestId: DecisionRequestId; readonly token: string }

export type Listing = 'open' | 'decided' | 'expired'

export interface RequestRepository {
  readonly find: (requestId: DecisionRequestId) => Promise<RequestState | undefined>
  /** Open ones by due date, the others by when they were received; oldest first. */
  readonly list: (
    listing: Listing,
    page: { limit: number; cursor?: string | undefined },
  ) => Promise<{ states: readonly RequestState[]; cursor?: string }>
  readonly save: (
    before: RequestState | undefined,
    change: Applied<RequestState>,
    context: Context,
    also: { once?: Item | undefined; command?: MachineCommand | undefined },
  ) => Promise<Saved>
}
