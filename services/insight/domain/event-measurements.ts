import { dayOf, workingDaysBetween } from '#calendar/working-days.ts'
import type { AnyEvent, EventDefinition, EventOf } from '#contracts/event.ts'
import { caseClosed, caseCompleted, caseHandedOver, caseReceived, decisionMade, redriveEnded } from '#contracts/events.ts'
import { measure, metrics } from '#contracts/metrics.ts'
import type { Measurement } from '#contracts/metrics.ts'
import type { CaseRow } from './case-row.ts'

/** What an event adds to the county's figures. */

interface Rule {
  readonly type: string
  readonly measurementsOf: (event: AnyEvent, before: CaseRow | undefined) => readonly Measurement[]
}

const when = <D extends EventDefinition>(
  definition: D,
  measurementsOf: (event: EventOf<D>, before: CaseRow | undefined) => readonly Measurement[],
): Rule => ({
  type: definition.type,
  // Called only with events of the definition's own type, which the inbox has parsed with it.
  measurementsOf: measurementsOf as Rule['measurementsOf'],
})

/**
 * Unknown, and left out, in the rare case that the decision is heard of before its request: the two have different
 * senders.
 */
const waitOf = ({ data: { gate, decision } }: EventOf<typeof decisionMade>, before: CaseRow | undefined): Measurement[] => {
  const standing = before?.current?.standing
  if (standing?.value.status !== 'awaitingDecision') return []
  const days = workingDaysBetween(dayOf(standing.at), dayOf(decision.decidedAt))
  return [measure(metrics.decisionWaitWorkingDays, days, { gate })]
}

const rules: readonly Rule[] = [
  when(caseReceived, ({ data: { phase } }) => [measure(metrics.casesReceived, 1, { phase })]),
  when(caseHandedOver, ({ data: { from: phase } }) => [measure(metrics.casesHandedOver, 1, { phase })]),
  when(caseClosed, ({ data: { phase } }) => [measure(metrics.casesClosed, 1, { phase })]),
  when(caseCompleted, ({ data: { phase } }) => [measure(metrics.casesCompleted, 1, { phase })]),
  when(decisionMade, (event, before) => [
    measure(metrics.decisionsMade, 1, { gate: event.data.gate, outcome: event.data.decision.ruling.outcome }),
    ...waitOf(event, before),
  ]),
  when(redriveEnded, ({ data: { queue, moved } }) => (moved > 0 ? [measure(metrics.messagesRedriven, moved, { queue })] : [])),
]

/** @param before what was known of the case before the event. */
export const measurementsOf = (event: AnyEvent, before: CaseRow | undefined): readonly Measurement[] =>
  rules.find(({ type }) => type === event.type)?.measurementsOf(event, before) ?? []
