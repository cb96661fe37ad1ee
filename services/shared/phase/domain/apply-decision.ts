import type { County } from '#counties/county.ts'
import type { Decision } from '#contracts/decision.ts'
import type { FrozenEvidence } from '#contracts/evidence.ts'
import { fact } from '#contracts/event.ts'
import { caseClosed, caseCompleted, caseHandedOver, caseHeld, caseReturned } from '#contracts/events.ts'
import { phaseAfter } from '#contracts/flow.ts'
import { unmetMandatory } from '#contracts/go.ts'
import type { DecisionRequestId } from '#contracts/ids.ts'
import { refused, unchanged } from '#lambda/outcome.ts'
import type { Applied, Transition } from '#lambda/outcome.ts'
import type { PhaseDefinition } from '../phase.ts'
import type { PhaseRefusalCode } from '../refusals.ts'
import type { CaseRecord, RecordHead } from './case-record.ts'
import { changed } from './change-record.ts'
import { phaseDueOn } from './receive-case.ts'
import { evidenceOfRecord } from './request-decision.ts'

export interface MadeDecision {
  readonly requestId: DecisionRequestId
  readonly round: number
  readonly decision: Decision
}

interface Surroundings {
  readonly phase: PhaseDefinition
  readonly county: County
  readonly now: string
  readonly frozen: FrozenEvidence
}

/** The record when the decision it waited for is there: nothing pending any more, the decision remembered. */
const settled = (record: CaseRecord, { requestId, round, decision }: MadeDecision): CaseRecord => {
  const { pending: _, ...head } = record.head
  return { ...record, head: { ...head, decisions: [...head.decisions, { requestId, round, decision }] } }
}

/** The record as it was decided on: it was locked, but for what benefits and the forum may have told more of. */
const asFrozen = (record: CaseRecord, { evidence }: FrozenEvidence): CaseRecord => ({
  ...record,
  assessment: evidence.assessment,
  informationPackage: evidence.informationPackage,
})

const goOn = (record: CaseRecord, { phase, county, frozen }: Surroundings): Applied<CaseRecord> => {
  const { dossier } = record
  const { case: header } = record.head
  const seen = evidenceOfRecord(asFrozen(record, frozen), county)
  const to = phaseAfter(phase.phase)
  if (to) {
    const carried = { ...dossier, ...phase.handOver(seen) }
    return changed(record, { status: 'handedOver' }, [
      fact(caseHandedOver, { case: header, from: phase.phase, to, dossier: carried }, { phase: to }),
    ])
  }
  const nextFollowUpOn = phase.nextFollowUpOn?.(seen)
  if (!nextFollowUpOn) throw new Error('the last phase has passed its gate without a date for the next follow-up')
  const forumFeedback = phase.forumFeedback?.(seen)
  return changed(record, { status: 'closed' }, [
    fact(caseCompleted, { phase: phase.phase, nextFollowUpOn, ...(forumFeedback && { forumFeedback }) }, { phase: phase.phase }),
  ])
}

const follow = (record: CaseRecord, { decision, round }: MadeDecision, around: Surroundings): Applied<CaseRecord> => {
  const { ruling } = decision
  const { phase } = around.phase
  switch (ruling.outcome) {
    case 'go':
      return goOn(record, around)
    case 'revise': {
      const dueOn = ruling.remedyBy ?? phaseDueOn(phase, around.county, around.now)
      const head: Partial<RecordHead> = { status: 'inProgress', missing: ruling.missing, dueOn }
      return changed(record, head, [
        fact(caseReturned, { phase, round, why: 'revised', missing: ruling.missing, dueOn }, { phase }),
      ])
    }
    case 'hold':
      return changed(record, { status: 'onHold', wakeOn: ruling.wakeOn, dueOn: ruling.wakeOn }, [
        fact(caseHeld, { phase, wakeOn: ruling.wakeOn }, { phase }),
      ])
    case 'stop':
      return changed(record, { status: 'closed' }, [fact(caseClosed, { phase, decision }, { phase })])
  }
}

/**
 * What a decision does to the case: `go` hands it over, `revise` brings it back for another round, `hold` lets
 * it rest until a day, `stop` closes it. The same decision a second time changes nothing; a decision on other
 * evidence, or a `go` that the frozen criteria forbid, is refused here too, whatever the gate has said.
 */
export const applyDecision = (
  record: CaseRecord,
  made: MadeDecision,
  around: Surroundings,
): Transition<CaseRecord, PhaseRefusalCode> => {
  const { pending, decisions } = record.head
  if (decisions.some(({ requestId }) => requestId === made.requestId)) return unchanged
  if (pending?.requestId !== made.requestId) return refused('noPendingDecision')
  if (pending.digest !== made.decision.evidenceDigest || around.frozen.digest !== pending.digest)
    return refused('evidenceChanged')
  if (made.decision.ruling.outcome === 'go' && unmetMandatory(around.frozen.evidence.criteria).length > 0)
    return refused('goImpossible')
  return follow(settled(record, made), made, around)
}

/** Nobody decided in time: the case goes back to its phase, which can ask again. No decision has been made. */
export const expireDecision = (
  record: CaseRecord,
  { requestId, round }: { requestId: DecisionRequestId; round: number },
  { county, now }: { county: County; now: string },
): Transition<CaseRecord, PhaseRefusalCode> => {
  const { pending, ...head } = record.head
  if (pending?.requestId !== requestId) return unchanged
  const { phase } = head
  const dueOn = phaseDueOn(phase, county, now)
  return changed({ ...record, head }, { status: 'inProgress', dueOn }, [
    fact(caseReturned, { phase, round, why: 'expired', missing: [], dueOn }, { phase }),
  ])
}
