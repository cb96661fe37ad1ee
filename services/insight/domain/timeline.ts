import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { catalogueEvents } from '#contracts/catalogue-events.ts'
import type { AnyEvent, EventDefinition, EventOf } from '#contracts/event.ts'
import {
  assessmentCompleted,
  assessmentFrozen,
  assessmentReopened,
  assessmentSaved,
  caseAssigned,
  caseClosed,
  caseCompleted,
  caseHandedOver,
  caseHeld,
  caseReceived,
  caseReturned,
  caseWoken,
  conflictDeclared,
  decisionExpired,
  decisionMade,
  decisionOpened,
  decisionReminded,
  decisionRequested,
  eventRefused,
  ideaAccepted,
  ideaAnswered,
  ideaMerged,
  ideaSubmitted,
  measurementRecorded,
  opinionGiven,
  opinionRequested,
  opinionWithdrawn,
  redriveContinued,
  redriveEnded,
  redriveRequested,
  redriveStopRequested,
  sectionSaved,
} from '#contracts/events.ts'
import type { Decision } from '#contracts/decision.ts'
import { phaseOfGate } from '#contracts/flow.ts'
import { forumEvents } from '#contracts/forum-events.ts'
import { unmetMandatory } from '#contracts/go.ts'
import { eventId, timestamp } from '#contracts/ids.ts'
import { phase } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { momentOf } from './case-row.ts'

/** An event as somebody reads it: without the evidence and dossiers that services hand each other. */
export const timelineEvent = z.object({
  id: eventId,
  time: timestamp,
  type: z.string(),
  actor: author,
  phase: phase.optional(),
  data: z.record(z.string(), z.unknown()),
})
export type TimelineEvent = z.infer<typeof timelineEvent>

interface Telling {
  readonly definition: EventDefinition
  readonly tell: (data: AnyEvent['data']) => { phase?: Phase; data: Record<string, unknown> }
}

const telling = <D extends EventDefinition>(
  definition: D,
  tell: (data: EventOf<D>['data']) => { phase?: Phase; data: Record<string, unknown> },
): Telling => ({
  definition,
  // Called only with data that the definition's own schema has parsed.
  tell,
})

const decisionData = ({ ruling, decidedBy, office, delegation }: Decision) => ({
  ...ruling,
  decidedBy: decidedBy.name,
  office,
  delegation,
})

/** For the events whose data, apart from the phase, is short and is what a reader wants. */
const allOf = <D extends { phase: Phase }>({ phase: in_, ...data }: D) => ({ phase: in_, data })

const tellings: readonly Telling[] = [
  telling(ideaSubmitted, ({ title, submittedBy, answerDueOn }) => ({
    phase: 'ideas',
    data: { title, submittedBy, answerDueOn },
  })),
  telling(ideaAccepted, ({ case: { caseNumber, title, organisation } }) => ({
    phase: 'ideas',
    data: { caseNumber, title, organisation },
  })),
  telling(ideaMerged, (data) => ({ phase: 'ideas', data })),
  telling(ideaAnswered, (data) => ({ phase: 'ideas', data })),
  telling(caseReceived, ({ phase: in_, dueOn }) => ({ phase: in_, data: { dueOn } })),
  telling(caseAssigned, ({ phase: in_, assignee }) => ({ phase: in_, data: { assignee: assignee.name } })),
  telling(sectionSaved, ({ phase: in_, section, version, status }) => ({ phase: in_, data: { section, version, status } })),
  telling(opinionRequested, allOf),
  telling(opinionGiven, allOf),
  telling(opinionWithdrawn, allOf),
  telling(decisionRequested, ({ requestId, digest, evidence }) => ({
    phase: evidence.phase,
    data: {
      requestId,
      gate: evidence.gate,
      round: evidence.round,
      ...(evidence.value !== undefined && { value: evidence.value }),
      unmet: unmetMandatory(evidence.criteria).map(({ id }) => id),
      digest,
    },
  })),
  telling(caseHandedOver, ({ from, to }) => ({ phase: from, data: { from, to } })),
  telling(caseReturned, allOf),
  telling(caseHeld, allOf),
  telling(caseWoken, allOf),
  telling(caseClosed, ({ phase: in_, decision }) => ({ phase: in_, data: decisionData(decision) })),
  telling(caseCompleted, allOf),
  telling(decisionOpened, ({ requestId, gate, round, offices, isGoPossible, dueOn, expiresAt }) => ({
    phase: phaseOfGate(gate),
    data: { requestId, gate, round, offices, isGoPossible, dueOn, expiresAt },
  })),
  telling(decisionReminded, (data) => ({ phase: phaseOfGate(data.gate), data })),
  telling(conflictDeclared, ({ requestId, gate, person, reason }) => ({
    phase: phaseOfGate(gate),
    data: { requestId, gate, person: person.name, reason },
  })),
  telling(decisionMade, ({ requestId, gate, phase: in_, round, decision }) => ({
    phase: in_,
    data: { requestId, gate, round, ...decisionData(decision) },
  })),
  telling(decisionExpired, allOf),
  telling(assessmentSaved, (data) => ({ data })),
  telling(assessmentCompleted, ({ phase: in_, snapshot: { kind, version, lines, totals } }) => ({
    phase: in_,
    data: { kind, version, lines: lines.length, totals },
  })),
  telling(assessmentReopened, allOf),
  telling(assessmentFrozen, (data) => ({ data })),
  telling(measurementRecorded, (data) => ({ data })),
  telling(eventRefused, (data) => ({ data })),
  telling(redriveRequested, (data) => ({ data })),
  telling(redriveContinued, ({ redriveId, queue, step, moved }) => ({ data: { redriveId, queue, step, moved: moved.length } })),
  telling(redriveStopRequested, (data) => ({ data })),
  telling(redriveEnded, (data) => ({ data })),
  // What lives in the market tells only what everybody there may read.
  ...[...catalogueEvents, ...forumEvents].map((definition) => telling(definition, (data) => ({ data }))),
]

/** By this text events stand in the order in which they happened. */
export const placeInTime = (event: AnyEvent): string => `${momentOf(event)}#${event.id}`

const tellingOf = new Map(tellings.map((entry) => [entry.definition.type as string, entry]))

/** The name of an event as the timeline shows it. */
export const eventName = (type: string) => tellingOf.get(type)?.definition.summary ?? { sv: type, en: type }

/** What a reader needs of an event. Of one whose data this version cannot read: who, when and by which name. */
export const tellEvent = (event: AnyEvent): TimelineEvent => {
  const known = tellingOf.get(event.type)
  const read = known?.definition.data.safeParse(event.data)
  const told = known && read?.success ? known.tell(read.data) : { data: {} }
  const in_ = told.phase ?? event.phase
  return {
    id: event.id,
    time: momentOf(event),
    type: event.type,
    actor: event.actor,
    ...(in_ && { phase: in_ }),
    data: told.data,
  }
}
