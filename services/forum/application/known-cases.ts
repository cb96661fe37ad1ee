import type { CaseHeader } from '#contracts/case-header.ts'
import type { EventDefinition, EventOf } from '#contracts/event.ts'
import { caseClosed, caseCompleted, caseHandedOver, caseHeld, caseReceived, caseReturned, caseWoken } from '#contracts/events.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { Phase } from '#contracts/words.ts'
import { on } from '#lambda/inbox.ts'
import type { Consumer } from '#lambda/inbox.ts'
import type { Transition } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import { caseFares, followCase } from '../domain/known-case.ts'
import type { CaseStanding, KnownCase } from '../domain/known-case.ts'

/** Shared by the areas of the forum: a need and a dialogue both begin in a case. */
export interface KnownCaseRepository {
  readonly find: (caseId: CaseId) => Promise<{ known: KnownCase; version: number } | undefined>
  /** `version` is that of what was found, 0 when nothing was. */
  readonly save: (change: { known: KnownCase; version: number; once: Item | undefined }, context: Context) => Promise<Saved>
}

/** The forum hears of cases as the phases receive them and hand them over. */
export const createCaseConsumers = (cases: KnownCaseRepository): Consumer[] => {
  const change = (caseId: CaseId, decide: (known: KnownCase | undefined) => Transition<KnownCase, never>, context: Context) =>
    perform(
      {
        load: async () => cases.find(caseId),
        decide: (found) => {
          const decided = decide(found?.known)
          if (decided.kind !== 'applied') return decided
          return { ...decided, state: { known: decided.state, version: found?.version ?? 0 } }
        },
        save: (_, { state }, once) => cases.save({ ...state, once }, context),
        present: () => ({ value: undefined }),
      },
      context,
    )
  const follow = (header: CaseHeader, phase: Phase, context: Context) =>
    change(header.caseId, (known) => followCase(known, { header, phase }), context)
  const fares = <D extends EventDefinition>(definition: D, standingOf: (event: EventOf<D>) => CaseStanding): Consumer =>
    on(definition, (event, context) => change(event.subject, (known) => caseFares(known, standingOf(event)), context))
  return [
    on(caseReceived, ({ data }, context) => follow(data.case, data.phase, context)),
    on(caseHandedOver, ({ data }, context) => follow(data.case, data.to, context)),
    fares(caseReturned, ({ time }) => ({ status: 'ongoing', asOf: time })),
    fares(caseWoken, ({ time }) => ({ status: 'ongoing', asOf: time })),
    fares(caseHeld, ({ time }) => ({ status: 'onHold', asOf: time })),
    fares(caseClosed, ({ time, data: { decision } }) => ({
      status: 'stopped',
      asOf: time,
      ...(decision.ruling.outcome === 'stop' && { reason: decision.ruling.stopReason }),
    })),
    fares(caseCompleted, ({ time, data: { forumFeedback } }) => ({
      status: 'completed',
      asOf: time,
      ...(forumFeedback && { feedback: forumFeedback }),
    })),
  ]
}
