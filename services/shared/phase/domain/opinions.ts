import { addDays, dayOf } from '#calendar/working-days.ts'
import type { Actor, Author } from '#contracts/actor.ts'
import { authorOf } from '#contracts/actor.ts'
import { fact } from '#contracts/event.ts'
import type { Fact } from '#contracts/event.ts'
import { opinionGiven, opinionRequested, opinionWithdrawn } from '#contracts/events.ts'
import type { OpinionId } from '#contracts/ids.ts'
import type { OpinionAnswer, OpinionUnit } from '#contracts/words.ts'
import { refused } from '#lambda/outcome.ts'
import type { Refused, Transition } from '#lambda/outcome.ts'
import type { PhaseRefusalCode } from '../refusals.ts'
import type { CaseRecord, Opinion } from './case-record.ts'
import { changed } from './change-record.ts'
import { jsonBytes, limits } from './limits.ts'

type OpinionTransition = Transition<CaseRecord, PhaseRefusalCode>

/** An opinion only goes in while the record has room for it. */
const withOpinions = (record: CaseRecord, opinions: Opinion[], stated: Fact): OpinionTransition =>
  jsonBytes({ ...record.head, opinions }) > limits.headBytes ? refused('recordTooLarge') : changed(record, { opinions }, [stated])

/** Asks a unit for its opinion (yttrande) by a day that lies ahead. Asked in the phase, before the decision. */
export const requestOpinion = (
  record: CaseRecord,
  { id, unit, question, dueOn }: { id: OpinionId; unit: OpinionUnit; question: string; dueOn: string },
  { now, author }: { now: string; author: Author },
): OpinionTransition => {
  const { head } = record
  if (head.status !== 'inProgress') return refused('recordLocked')
  if (head.opinions.length >= limits.opinionsPerRecord) return refused('tooManyOpinions')
  const today = dayOf(now)
  if (dueOn <= today || dueOn > addDays(today, limits.opinionDueDays)) return refused('dueDateNotAhead')
  const asked: Opinion = { id, unit, question, requestedAt: now, requestedBy: author, dueOn }
  return withOpinions(
    record,
    [...head.opinions, asked],
    fact(opinionRequested, { phase: head.phase, opinionId: id, unit, question, dueOn }, { phase: head.phase }),
  )
}

const findOpen = (record: CaseRecord, id: OpinionId): Opinion | Refused<PhaseRefusalCode> => {
  const found = record.head.opinions.find((candidate) => candidate.id === id)
  if (!found) return refused('opinionNotFound')
  if (found.answer !== undefined) return refused('opinionAlreadyAnswered')
  if (found.withdrawnAt !== undefined) return refused('opinionWithdrawn')
  return record.head.status === 'inProgress' ? found : refused('recordLocked')
}

const replaced = (record: CaseRecord, opinion: Opinion): Opinion[] =>
  record.head.opinions.map((candidate) => (candidate.id === opinion.id ? opinion : candidate))

/** The unit answers yes, partially or no, with a comment. Only somebody of that unit, and once. */
export const giveOpinion = (
  record: CaseRecord,
  { id, answer, comment }: { id: OpinionId; answer: OpinionAnswer; comment: string },
  { now, actor }: { now: string; actor: Actor },
): OpinionTransition => {
  const open = findOpen(record, id)
  if ('kind' in open) return open
  if (actor.unit !== open.unit) return refused('notYourUnit')
  const { phase } = record.head
  return withOpinions(
    record,
    replaced(record, { ...open, answer, comment, answeredAt: now, answeredBy: authorOf(actor) }),
    fact(opinionGiven, { phase, opinionId: id, unit: open.unit, answer }, { phase }),
  )
}

/** Takes a question back, with the reason; it stays in the record but no longer counts. */
export const withdrawOpinion = (
  record: CaseRecord,
  { id, reason }: { id: OpinionId; reason: string },
  { now }: { now: string },
): OpinionTransition => {
  const open = findOpen(record, id)
  if ('kind' in open) return open
  const { phase } = record.head
  return changed(record, { opinions: replaced(record, { ...open, withdrawnAt: now, withdrawnBecause: reason }) }, [
    fact(opinionWithdrawn, { phase, opinionId: id, unit: open.unit, reason }, { phase }),
  ])
}
