import type { County } from '#counties/county.ts'
import { addWorkingDays, dayOf, workingDaysBetween } from '#calendar/working-days.ts'
import type { Author } from '#contracts/actor.ts'
import type { CaseHeader } from '#contracts/case-header.ts'
import { gateOf, ownerOf } from '#contracts/flow.ts'
import type { DecisionRequestId, OrganisationId } from '#contracts/ids.ts'
import type { Gate, OpinionUnit, Phase, Role, StopReason } from '#contracts/words.ts'
import type { CaseRow, CaseStatus, CurrentPhase } from './case-row.ts'

/** Who has to act for the case to go on. */
type Ball =
  | { readonly with: 'role'; readonly role: Role; readonly organisation: OrganisationId }
  | { readonly with: 'person'; readonly person: Author }
  | {
      readonly with: 'offices'
      /** Empty for the moment that the gate needs to open the request. */
      readonly offices: readonly string[]
      readonly gate: Gate
      readonly requestId?: DecisionRequestId
      readonly dueOn?: string
    }
  | { readonly with: 'calendar'; readonly wakeOn?: string }
  | { readonly with: 'nobody' }

interface OpenOpinion {
  readonly opinionId: string
  readonly unit: OpinionUnit
  readonly dueOn: string
}

/** Where a case stands: everything that can be said without knowing what day it is. */
export interface Standing {
  readonly header: CaseHeader
  readonly phase: Phase
  readonly status: CaseStatus
  readonly phaseSince: string
  /** The day promised for the phase; while the case rests, the day it wakes. */
  readonly dueOn: string
  readonly ball: Ball
  readonly round: number
  readonly openOpinions: readonly OpenOpinion[]
  readonly assignee?: Author
  readonly stopReason?: StopReason
  readonly nextFollowUpOn?: string
  /** The day it was closed or completed. */
  readonly endedOn?: string
}

export const isOngoing = (status: CaseStatus): boolean => status !== 'closed' && status !== 'completed'

const ballOf = ({ phase, assignee, attempt, standing }: CurrentPhase, status: CaseStatus, organisation: OrganisationId): Ball => {
  switch (status) {
    case 'received':
      return { with: 'role', role: ownerOf[phase], organisation }
    case 'inProgress':
      return assignee ? { with: 'person', person: assignee.value } : { with: 'role', role: ownerOf[phase], organisation }
    case 'awaitingDecision':
      // Decided or expired: the phase follows within moments, and nobody has to do anything.
      if (attempt?.isSettled) return { with: 'nobody' }
      return {
        with: 'offices',
        offices: [...new Set(attempt?.opened?.rights.map(({ office }) => office))],
        gate: gateOf[phase],
        ...(attempt && { requestId: attempt.requestId }),
        ...(attempt?.opened && { dueOn: attempt.opened.dueOn }),
      }
    case 'onHold':
      return { with: 'calendar', ...(standing?.value.wakeOn !== undefined && { wakeOn: standing.value.wakeOn }) }
    case 'closed':
    case 'completed':
      return { with: 'nobody' }
  }
}

const openOpinionsOf = ({ opinions }: CurrentPhase): OpenOpinion[] =>
  Object.entries(opinions)
    .flatMap(([opinionId, { unit, dueOn, isSettled }]) => (dueOn === undefined || isSettled ? [] : [{ opinionId, unit, dueOn }]))
    .toSorted((a, b) => (`${a.dueOn}${a.opinionId}` < `${b.dueOn}${b.opinionId}` ? -1 : 1))

/** Undefined for an idea that is no case (yet). */
export const standingOf = ({ header, current }: CaseRow, county: County): Standing | undefined => {
  if (!header || !current) return undefined
  const { phase, touchedAt, receivedAt, dueOn, standing, assignee, attempt } = current
  const status = standing?.value.status ?? 'received'
  const promisedOn = dueOn?.value ?? addWorkingDays(dayOf(touchedAt), county.promises.phases[phase])
  const { wakeOn, stopReason, nextFollowUpOn } = standing?.value ?? {}
  return {
    header: header.value,
    phase,
    status,
    phaseSince: receivedAt ?? touchedAt,
    dueOn: status === 'onHold' ? (wakeOn ?? promisedOn) : promisedOn,
    ball: ballOf(current, status, header.value.organisation),
    round: attempt?.round ?? 0,
    // An opinion can be given while the phase works, not while the record is locked.
    openOpinions: status === 'inProgress' ? openOpinionsOf(current) : [],
    ...(assignee && { assignee: assignee.value }),
    ...(stopReason !== undefined && { stopReason }),
    ...(nextFollowUpOn !== undefined && { nextFollowUpOn }),
    ...(standing && !isOngoing(status) && { endedOn: dayOf(standing.at) }),
  }
}

/** `today` is the day in Sweden. A case that has ended is never overdue. */
export const isOverdue = ({ status, dueOn }: Pick<Standing, 'status' | 'dueOn'>, today: string): boolean =>
  isOngoing(status) && dueOn < today

/** Swedish working days since the idea came in, until today or until the case ended. */
export const ageWorkingDays = ({ header, endedOn }: Standing, today: string): number =>
  workingDaysBetween(dayOf(header.submittedAt), endedOn ?? today)

/** What has just become overdue first, then what falls due next. */
export const byConcern =
  (today: string) =>
  (a: Standing, b: Standing): number => {
    const isLate = isOverdue(a, today)
    if (isLate !== isOverdue(b, today)) return isLate ? -1 : 1
    const soonestFirst = a.dueOn === b.dueOn ? a.header.caseNumber.localeCompare(b.header.caseNumber) : a.dueOn < b.dueOn ? -1 : 1
    return isLate ? -soonestFirst : soonestFirst
  }
