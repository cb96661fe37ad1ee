import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import type { CaseId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { mayCarry } from '../domain/permissions.ts'
import { requestDecision } from '../domain/request-decision.ts'
import type { PhaseParts } from './phase-parts.ts'
import { presentCase } from './present-case.ts'

/** Freezes the evidence of the record that the caller has read, and hands it to the gate. */
export const createRequestDecision =
  (parts: PhaseParts) => (command: { caseId: CaseId; expectedVersion: number; actor: Actor }, context: Context) => {
    const { phase, county, repository } = parts
    return performOn(
      {
        load: () => repository.find(command.caseId),
        missing: 'caseNotFound',
        decide: (record) =>
          mayCarry(command.actor, record.head, phase, county) ??
          requestDecision(record, phase, command.expectedVersion, {
            county,
            now: context.now,
            author: authorOf(command.actor),
          }),
        save: (before, requested, once) => repository.save(before, requested, context, { once, evidence: requested.frozen }),
        present: (record) => ({ value: presentCase(record, parts), version: record.version }),
      },
      context,
    )
  }

/** The evidence of an earlier request, as it was frozen. */
export const createReadEvidence =
  ({ repository }: PhaseParts) =>
  async ({ caseId, round }: { caseId: CaseId; round: number }) => {
    const frozen = await repository.findEvidence(caseId, round)
    return frozen ? answer(frozen) : refused('evidenceNotFound')
  }
