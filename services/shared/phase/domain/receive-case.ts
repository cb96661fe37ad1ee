import { addWorkingDays, dayOf } from '#calendar/working-days.ts'
import type { County } from '#counties/county.ts'
import type { CaseHeader } from '#contracts/case-header.ts'
import type { Dossier } from '#contracts/dossier.ts'
import { fact } from '#contracts/event.ts'
import { caseReceived } from '#contracts/events.ts'
import type { Phase } from '#contracts/words.ts'
import { applied, unchanged } from '#lambda/outcome.ts'
import type { Applied, Transition } from '#lambda/outcome.ts'
import type { CaseRecord, RecordHead } from './case-record.ts'

/** The day by which the county has promised that the phase is done. */
export const phaseDueOn = (phase: Phase, county: County, now: string): string =>
  addWorkingDays(dayOf(now), county.promises.phases[phase])

interface ReceivedCase {
  readonly header: CaseHeader
  readonly dossier: Dossier
  readonly phase: Phase
  readonly county: County
  readonly now: string
}

/** A phase opens its record for a case that it has not had before: nothing → `received`. */
export const openRecord = ({ header, dossier, phase, county, now }: ReceivedCase): Applied<CaseRecord> => {
  const dueOn = phaseDueOn(phase, county, now)
  const head: RecordHead = {
    case: header,
    phase,
    status: 'received',
    receivedAt: now,
    dueOn,
    opinions: [],
    round: 0,
    decisions: [],
    missing: [],
  }
  return applied(
    { head, version: 1, dossier, assessment: undefined, sections: {} },
    fact(caseReceived, { case: header, phase, dueOn }, { phase }),
  )
}

/** As `openRecord`; a second hand-over of the same case changes nothing. */
export const receiveCase = (existing: CaseRecord | undefined, received: ReceivedCase): Transition<CaseRecord, never> =>
  existing ? unchanged : openRecord(received)
