import { authorOf } from '#contracts/actor.ts'
import type { Actor, Author } from '#contracts/actor.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { assignCase } from '../domain/assign-case.ts'
import { mayCarry } from '../domain/permissions.ts'
import { changeCase } from './change-case.ts'
import type { PhaseParts } from './phase-parts.ts'

/** Takes on the case, or hands it to a colleague. */
export const createAssignCase =
  (parts: PhaseParts) => (command: { caseId: CaseId; assignee?: Author | undefined; actor: Actor }, context: Context) =>
    changeCase(
      parts,
      command.caseId,
      context,
      (record) =>
        mayCarry(command.actor, record.head, parts.phase, parts.county) ??
        assignCase(record, command.assignee ?? authorOf(command.actor)),
    )
