import type { Author } from '#contracts/actor.ts'
import { fact } from '#contracts/event.ts'
import { caseAssigned } from '#contracts/events.ts'
import { refused, unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { PhaseRefusalCode } from '../refusals.ts'
import type { CaseRecord } from './case-record.ts'
import { changed } from './change-record.ts'

/** Somebody takes on the case: `received` → `inProgress`. Later it only changes who carries it. */
export const assignCase = (record: CaseRecord, assignee: Author): Transition<CaseRecord, PhaseRefusalCode> => {
  const { head } = record
  if (head.status !== 'received' && head.status !== 'inProgress') return refused('wrongStatus')
  if (head.status === 'inProgress' && head.assignee?.subject === assignee.subject) return unchanged
  return changed(record, { status: 'inProgress', assignee }, [
    fact(caseAssigned, { phase: head.phase, assignee }, { phase: head.phase }),
  ])
}
