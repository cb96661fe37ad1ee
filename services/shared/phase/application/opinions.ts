import { addWorkingDays, dayOf } from '#calendar/working-days.ts'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import type { CaseId, OpinionId } from '#contracts/ids.ts'
import type { OpinionAnswer, OpinionUnit } from '#contracts/words.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { giveOpinion, requestOpinion, withdrawOpinion } from '../domain/opinions.ts'
import { mayCarry } from '../domain/permissions.ts'
import { changeCase } from './change-case.ts'
import type { PhaseParts } from './phase-parts.ts'

/** Asks a unit; without a day, the county's promised time for opinions holds. */
export const createRequestOpinion =
  (parts: PhaseParts) =>
  (
    command: { caseId: CaseId; unit: OpinionUnit; question: string; dueOn?: string | undefined; actor: Actor },
    context: Context,
  ) => {
    const { unit, question, actor } = command
    const dueOn = command.dueOn ?? addWorkingDays(dayOf(context.now), parts.county.promises.opinion)
    const id = context.newId() as OpinionId // a UUIDv7 by the runtime's promise
    return changeCase(
      parts,
      command.caseId,
      context,
      (record) =>
        mayCarry(actor, record.head, parts.phase, parts.county) ??
        requestOpinion(record, { id, unit, question, dueOn }, { now: context.now, author: authorOf(actor) }),
    )
  }

export const createGiveOpinion =
  (parts: PhaseParts) =>
  (command: { caseId: CaseId; opinionId: OpinionId; answer: OpinionAnswer; comment: string; actor: Actor }, context: Context) =>
    changeCase(parts, command.caseId, context, (record) =>
      giveOpinion(
        record,
        { id: command.opinionId, answer: command.answer, comment: command.comment },
        { now: context.now, actor: command.actor },
      ),
    )

export const createWithdrawOpinion =
  (parts: PhaseParts) => (command: { caseId: CaseId; opinionId: OpinionId; reason: string; actor: Actor }, context: Context) =>
    changeCase(
      parts,
      command.caseId,
      context,
      (record) =>
        mayCarry(command.actor, record.head, parts.phase, parts.county) ??
        withdrawOpinion(record, { id: command.opinionId, reason: command.reason }, { now: context.now }),
    )
