import type { County } from '#counties/county.ts'
import { fact } from '#contracts/event.ts'
import { caseWoken } from '#contracts/events.ts'
import { refused } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { PhaseRefusalCode } from '../refusals.ts'
import type { CaseRecord } from './case-record.ts'
import { changed } from './change-record.ts'
import { phaseDueOn } from './receive-case.ts'

/** `onHold` → `inProgress`: on its day, or earlier by somebody with a reason. */
export const wakeCase = (
  record: CaseRecord,
  reason: string,
  { county, now }: { county: County; now: string },
): Transition<CaseRecord, PhaseRefusalCode> => {
  const { wakeOn, ...head } = record.head
  if (head.status !== 'onHold' || wakeOn === undefined) return refused('wrongStatus')
  const { phase } = head
  const dueOn = phaseDueOn(phase, county, now)
  return changed({ ...record, head }, { status: 'inProgress', dueOn }, [fact(caseWoken, { phase, reason, dueOn }, { phase })])
}
