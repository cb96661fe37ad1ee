import type { CaseHeader } from '#contracts/case-header.ts'
import type { Fact } from '#contracts/event.ts'
import { assessmentOf } from '#contracts/flow.ts'
import { phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { applied, unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { CaseBenefits, CaseHead, Standing } from './case-benefits.ts'
import { tellPhase } from './change-assessment.ts'

/**
 * Benefits follows the phase that has the case, by the phase's own events. They come in order but for faults, so
 * what is older than what is known changes nothing.
 */
export interface Moment {
  readonly phase: Phase
  /** When the phase said it. */
  readonly time: string
}

/** -1, 0 or 1: before, in or after the phase that has the case as far as is known. */
export const placeOf = (head: CaseHead, phase: Phase): number => Math.sign(phases.indexOf(phase) - phases.indexOf(head.phase))

export const isOutdated = (head: CaseHead, { phase, time }: Moment): boolean => {
  const place = placeOf(head, phase)
  return place < 0 || (place === 0 && time < head.standingSince)
}

/** The head when the phase has said where it stands; in a later phase the rounds begin anew. */
export const movedHead = (head: CaseHead, { phase, time }: Moment, standing: Standing): CaseHead => ({
  ...head,
  ...(placeOf(head, phase) > 0 && { phase, round: 0, evidenceVersion: 0 }),
  standing,
  standingSince: time,
})

export const newCaseBenefits = (header: CaseHeader, { phase, time }: Moment): CaseBenefits => ({
  head: { case: header, phase, standing: 'working', standingSince: time, round: 0, evidenceVersion: 0, measured: {} },
  version: 0,
  assessments: {},
})

/** A phase has received the case: from now on its assessment is the one to write. */
export const receiveCase = (
  record: CaseBenefits | undefined,
  header: CaseHeader,
  moment: Moment,
): Transition<CaseBenefits, never> => {
  if (!record) return applied({ ...newCaseBenefits(header, moment), version: 1 })
  return placeOf(record.head, moment.phase) > 0
    ? applied({ ...record, head: { ...movedHead(record.head, moment, 'working'), case: header }, version: record.version + 1 })
    : unchanged
}

/** The phase's assessment is no longer frozen: the gate did not decide to go on with it. */
const thawed = ({ assessments }: CaseBenefits, phase: Phase): CaseBenefits['assessments'] => {
  const kind = assessmentOf[phase]
  const assessment = kind && assessments[kind]
  return kind && assessment ? { ...assessments, [kind]: { current: assessment.current } } : assessments
}

/**
 * While it waited, the phase heard nothing of its assessment. Told when the evidence held another version than the
 * current one: one saved in the same moment as the decision was requested.
 */
const whatWasMissed = ({ assessments }: CaseBenefits, head: CaseHead): Fact[] => {
  const kind = assessmentOf[head.phase]
  const current = kind && assessments[kind]?.current
  return current && current.version !== head.evidenceVersion ? [tellPhase(current, head.phase)] : []
}

const resumed = (record: CaseBenefits, head: CaseHead): Transition<CaseBenefits, never> =>
  applied({ head, version: record.version + 1, assessments: thawed(record, head.phase) }, ...whatWasMissed(record, head))

/** The decision was to revise, or its time ran out: the assessment opens again where it was. */
export const returnCase = (record: CaseBenefits, moment: Moment & { round: number }): Transition<CaseBenefits, never> => {
  if (isOutdated(record.head, moment)) return unchanged
  if (record.head.standing === 'working' && placeOf(record.head, moment.phase) === 0 && moment.round <= record.head.round)
    return unchanged
  const head = movedHead(record.head, moment, 'working')
  return resumed(record, { ...head, round: Math.max(head.round, moment.round) })
}

/** The decision was to let the case rest: the assessment is not frozen any more, but waits for the case to be woken. */
export const holdCase = (record: CaseBenefits, moment: Moment): Transition<CaseBenefits, never> => {
  if (isOutdated(record.head, moment) || record.head.standing === 'onHold') return unchanged
  const head = movedHead(record.head, moment, 'onHold')
  return applied({ head, version: record.version + 1, assessments: thawed(record, head.phase) })
}

/** The phase works again: so does its assessment. */
export const wakeCase = (record: CaseBenefits, moment: Moment): Transition<CaseBenefits, never> => {
  if (isOutdated(record.head, moment) || record.head.standing === 'working') return unchanged
  return resumed(record, movedHead(record.head, moment, 'working'))
}

/** Stopped or completed: what is frozen stays so for good, and nothing is written any more. */
export const closeCase = (
  record: CaseBenefits,
  moment: Moment,
  { isStopped }: { readonly isStopped: boolean },
): Transition<CaseBenefits, never> =>
  isOutdated(record.head, moment) || record.head.standing === 'closed'
    ? unchanged
    : applied({
        ...record,
        head: { ...movedHead(record.head, moment, 'closed'), ...(isStopped && { isStopped }) },
        version: record.version + 1,
      })
