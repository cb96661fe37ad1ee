import { dayOf } from '#calendar/working-days.ts'
import type { Actor } from '#contracts/actor.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { mayCarry } from '../domain/permissions.ts'
import { wakeCase } from '../domain/wake-case.ts'
import { changeCase } from './change-case.ts'
import type { PhaseParts } from './phase-parts.ts'

/** Somebody wakes a resting case before its day, and says why. */
export const createWakeCase =
  (parts: PhaseParts) => (command: { caseId: CaseId; reason: string; actor: Actor }, context: Context) =>
    changeCase(
      parts,
      command.caseId,
      context,
      (record) =>
        mayCarry(command.actor, record.head, parts.phase, parts.county) ??
        wakeCase(record, command.reason, { county: parts.county, now: context.now }),
    )

const batchLimit = 100

/** The job that runs every quarter of an hour: cases whose day has come go back to work. @returns how many. */
export const createWakeDueCases = (parts: PhaseParts) => async (context: Context) => {
  const due = await parts.repository.findToWake(dayOf(context.now), batchLimit)
  const woken = await Promise.all(
    due.map((caseId) =>
      changeCase(parts, caseId, context, (record) =>
        wakeCase(record, 'Vilotiden är slut', { county: parts.county, now: context.now }),
      ),
    ),
  )
  return woken.filter(({ kind }) => kind === 'answer').length
}
