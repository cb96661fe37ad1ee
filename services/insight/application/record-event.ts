import { eventDefinitions } from '#contracts/events.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { on } from '#lambda/inbox.ts'
import type { Consumer } from '#lambda/inbox.ts'
import { applied, unchanged } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { appendEntry, entryContent } from '../domain/journal-chain.ts'
import { projectEvent } from '../domain/project-event.ts'
import type { InsightParts } from './insight-parts.ts'
import type { JournalState, Recorded } from './journal-repository.ts'

type Step = JournalState & { readonly recorded?: Recorded }

/**
 * Writes an event into the journal of its case, as it was received, and moves the case in the portfolio. The
 * same event a second time changes nothing, however long after.
 */
export const createRecordEvent =
  ({ journal }: InsightParts) =>
  (event: AnyEvent, received: unknown, context: Context) =>
    perform<Step, undefined, never>(
      {
        load: () => journal.load(event),
        decide: (before) => {
          if (before.isRecorded) return unchanged
          const appended = appendEntry(before.head, { event: entryContent.shape.event.parse(received), recordedAt: context.now })
          return applied({ ...before, recorded: { ...appended, row: projectEvent(before.row, event), event } })
        },
        // `decide` has just made it.
        save: (before, { state }, once) => journal.append(before, state.recorded!, context, once),
        present: () => ({ value: undefined }),
      },
      context,
    )

/** The inbox takes every event there is: that is the journal. */
export const createJournalConsumers = (parts: InsightParts): Consumer[] => {
  const recordEvent = createRecordEvent(parts)
  return eventDefinitions.map((definition) => on(definition, (event, context, received) => recordEvent(event, received, context)))
}
