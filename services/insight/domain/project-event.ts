import type { AnyEvent, EventDefinition, EventOf } from '#contracts/event.ts'
import {
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
  decisionRequested,
  ideaAccepted,
  ideaAnswered,
  ideaMerged,
  ideaSubmitted,
  opinionGiven,
  opinionRequested,
  opinionWithdrawn,
} from '#contracts/events.ts'
import { phaseOfGate } from '#contracts/flow.ts'
import type { DecisionRequestId, OpinionId } from '#contracts/ids.ts'
import type { CaseHeader } from '#contracts/case-header.ts'
import { phases } from '#contracts/words.ts'
import type { OpinionUnit, Phase } from '#contracts/words.ts'
import { latest, momentOf } from './case-row.ts'
import type { Attempt, CaseRow, CurrentPhase } from './case-row.ts'

interface Change {
  readonly type: string
  readonly change: (row: CaseRow, event: AnyEvent) => CaseRow
}

const after = <D extends EventDefinition>(definition: D, change: (row: CaseRow, event: EventOf<D>) => CaseRow): Change => ({
  type: definition.type,
  // Called only with events of the definition's own type, which the inbox has parsed with it.
  change: change as Change['change'],
})

const earlier = (a: string, b: string): string => (a < b ? a : b)
const later = (a: string, b: string): string => (a > b ? a : b)

/**
 * A change that concerns one phase. News of a phase that the case has left changes nothing; the first news of a
 * later phase starts it afresh.
 */
const inPhase = (
  row: CaseRow,
  phase: Phase,
  event: AnyEvent,
  change: (current: CurrentPhase) => Partial<CurrentPhase> = () => ({}),
): CaseRow => {
  const held = row.current
  if (held && phases.indexOf(held.phase) > phases.indexOf(phase)) return row
  const moment = momentOf(event)
  const current: CurrentPhase =
    held?.phase === phase ? { ...held, touchedAt: earlier(held.touchedAt, moment) } : { phase, touchedAt: moment, opinions: {} }
  return { ...row, current: { ...current, ...change(current) } }
}

const triaged = ({ idea: _, ...row }: CaseRow): CaseRow => ({ ...row, isTriaged: true })

const withHeader = (row: CaseRow, event: AnyEvent, header: CaseHeader): CaseRow => ({
  ...triaged(row),
  header: latest(row.header, event, header),
})

const withOpinion = (
  { opinions }: CurrentPhase,
  { opinionId, unit }: { opinionId: OpinionId; unit: OpinionUnit },
  news: { dueOn?: string; isSettled?: boolean },
): Partial<CurrentPhase> => {
  const known = opinions[opinionId] ?? { unit, isSettled: false }
  return { opinions: { ...opinions, [opinionId]: { ...known, ...news } } }
}

/** `<caseId>-<gate>-<round>`; not every event about a request repeats the round beside it. */
const roundOf = (requestId: DecisionRequestId): number => Number(requestId.slice(requestId.lastIndexOf('-') + 1))

const withAttempt = (
  { attempt }: CurrentPhase,
  requestId: DecisionRequestId,
  news: (attempt: Attempt) => Partial<Attempt> = () => ({}),
): Partial<CurrentPhase> => {
  const round = roundOf(requestId)
  if (attempt && attempt.round > round) return {}
  const known = attempt?.round === round ? attempt : { round, requestId, conflicted: [], isSettled: false }
  return { attempt: { ...known, ...news(known) } }
}

const changes: readonly Change[] = [
  after(ideaSubmitted, (row, event) =>
    row.isTriaged
      ? row
      : { ...row, idea: { title: event.data.title, submittedAt: momentOf(event), answerDueOn: event.data.answerDueOn } },
  ),
  after(ideaAccepted, (row, event) => inPhase(withHeader(row, event, event.data.case), 'ideas', event)),
  after(ideaMerged, triaged),
  after(ideaAnswered, triaged),

  after(caseReceived, (row, event) =>
    inPhase(withHeader(row, event, event.data.case), event.data.phase, event, (current) => ({
      receivedAt: later(current.receivedAt ?? '', momentOf(event)),
      dueOn: latest(current.dueOn, event, event.data.dueOn),
      standing: latest(current.standing, event, { status: 'received' as const }),
    })),
  ),
  after(caseAssigned, (row, event) =>
    inPhase(row, event.data.phase, event, (current) => ({
      standing: latest(current.standing, event, { status: 'inProgress' as const }),
      assignee: latest(current.assignee, event, event.data.assignee),
    })),
  ),
  after(opinionRequested, (row, event) =>
    inPhase(row, event.data.phase, event, (current) => withOpinion(current, event.data, { dueOn: event.data.dueOn })),
  ),
  after(opinionGiven, (row, event) =>
    inPhase(row, event.data.phase, event, (current) => withOpinion(current, event.data, { isSettled: true })),
  ),
  after(opinionWithdrawn, (row, event) =>
    inPhase(row, event.data.phase, event, (current) => withOpinion(current, event.data, { isSettled: true })),
  ),
  after(decisionRequested, (row, event) =>
    inPhase(withHeader(row, event, event.data.evidence.case), event.data.evidence.phase, event, (current) => ({
      standing: latest(current.standing, event, { status: 'awaitingDecision' as const }),
      ...withAttempt(current, event.data.requestId),
    })),
  ),
  after(decisionOpened, (row, event) =>
    inPhase(row, phaseOfGate(event.data.gate), event, (current) =>
      withAttempt(current, event.data.requestId, () => ({
        opened: { rights: event.data.rights ?? event.data.offices.map((office) => ({ office })), dueOn: event.data.dueOn },
      })),
    ),
  ),
  after(conflictDeclared, (row, event) =>
    inPhase(row, phaseOfGate(event.data.gate), event, (current) =>
      withAttempt(current, event.data.requestId, ({ conflicted }) => ({
        conflicted: [...new Set([...conflicted, event.data.person.subject])].toSorted(),
      })),
    ),
  ),
  after(decisionMade, (row, event) =>
    inPhase(row, event.data.phase, event, (current) => withAttempt(current, event.data.requestId, () => ({ isSettled: true }))),
  ),
  after(decisionExpired, (row, event) =>
    inPhase(row, event.data.phase, event, (current) => withAttempt(current, event.data.requestId, () => ({ isSettled: true }))),
  ),
  after(caseReturned, (row, event) =>
    inPhase(row, event.data.phase, event, (current) => ({
      standing: latest(current.standing, event, { status: 'inProgress' as const }),
      dueOn: latest(current.dueOn, event, event.data.dueOn),
    })),
  ),
  after(caseHeld, (row, event) =>
    inPhase(row, event.data.phase, event, (current) => ({
      standing: latest(current.standing, event, { status: 'onHold' as const, wakeOn: event.data.wakeOn }),
    })),
  ),
  after(caseWoken, (row, event) =>
    inPhase(row, event.data.phase, event, (current) => ({
      standing: latest(current.standing, event, { status: 'inProgress' as const }),
      dueOn: latest(current.dueOn, event, event.data.dueOn),
    })),
  ),
  // The next phase has the case from here on, though it has not confirmed it yet.
  after(caseHandedOver, (row, event) => inPhase(withHeader(row, event, event.data.case), event.data.to, event)),
  after(caseClosed, (row, event) => {
    const { ruling } = event.data.decision
    return inPhase(row, event.data.phase, event, (current) => ({
      standing: latest(current.standing, event, {
        status: 'closed' as const,
        ...(ruling.outcome === 'stop' && { stopReason: ruling.stopReason }),
      }),
    }))
  }),
  after(caseCompleted, (row, event) =>
    inPhase(row, event.data.phase, event, (current) => ({
      standing: latest(current.standing, event, { status: 'completed' as const, nextFollowUpOn: event.data.nextFollowUpOn }),
    })),
  ),
]

const changeOf = new Map(changes.map(({ type, change }) => [type, change]))

/**
 * The row after one more event. Events of a case may come in any order and more than once: the row in the end is
 * the same. Events that say nothing about where the case stands - saved sections, assessments - change nothing.
 */
export const projectEvent = (row: CaseRow | undefined, event: AnyEvent): CaseRow => {
  const before: CaseRow = row ?? { caseId: event.subject, isTriaged: false }
  return changeOf.get(event.type)?.(before, event) ?? before
}
