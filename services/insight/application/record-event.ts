import { eventDefinitions } from '#contracts/events.ts'
import type { AnyEvent } from '#contracts/event.ts'
import type { Measurement } from '#contracts/metrics.ts'
import { on } from '#lambda/inbox.ts'
import type { Consumed, Consumer } from '#lambda/inbox.ts'
import { applied } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { measurementsOf } from '../domain/event-measurements.ts'
import { appendEntry, entryContent } from '../domain/journal-chain.ts'
import { projectEvent } from '../domain/project-event.ts'
import type { InsightParts } from './insight-parts.ts'
import type { Recorded } from './journal-repository.ts'

/**
 * Writes an event into the journal of its case, as it was received, and moves the case in the portfolio. The
 * same event a second time changes nothing, however long after, and is not counted again.
 */
export const createRecordEvent =
  ({ journal }: InsightParts) =>
  async (event: AnyEvent, received: unknown, context: Context): Promise<Consumed> => {
    let measurements: readonly Measurement[] = []
    const recorded = await perform(
      {
        load: () => journal.load(event.subject),
        decide: (before) => {
          const appended = appendEntry(before.head, { event: entryContent.shape.event.parse(received), recordedAt: context.now })
          const recorded: Recorded = { ...appended, row: projectEvent(before.row, event), event }
          return { ...applied(before), recorded }
        },
        save: async (before, change, once) => {
          const saved = await journal.append(before, change.recorded, context, once)
          if (saved === 'saved') measurements = measurementsOf(event, before.row)
          return saved
        },
        present: () => ({ value: undefined }),
      },
      context,
    )
    return recorded.kind === 'refused' ? recorded : { ...recorded, measurements }
  }

/** The inbox takes every event there is: that is the journal. */
export const createJournalConsumers = (parts: InsightParts): Consumer[] => {
  const recordEvent = createRecordEvent(parts)
  return eventDefinitions.map((definition) => on(definition, (event, context, received) => recordEvent(event, received, context)))
}
