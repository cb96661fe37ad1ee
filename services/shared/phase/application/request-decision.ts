import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import type { FrozenEvidence } from '#contracts/evidence.ts'
import type { CaseId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { CaseRecord } from '../domain/case-record.ts'
import { mayCarry } from '../domain/permissions.ts'
import { requestDecision } from '../domain/request-decision.ts'
import type { PhaseRefusalCode } from '../refusals.ts'
import type { PhaseParts } from './phase-parts.ts'
import { presentCase } from './present-case.ts'
import type { CaseView } from './present-case.ts'

/** Freezes the evidence of the record that the caller has read, and hands it to the gate. */
export const createRequestDecision =
  (parts: PhaseParts) => (command: { caseId: CaseId; expectedVersion: number; actor: Actor }, context: Context) => {
    const { phase, county, repository } = parts
    let frozen: FrozenEvidence | undefined
    return perform<CaseRecord | undefined, CaseView | undefined, PhaseRefusalCode | 'staleVersion' | 'roleNotAllowed'>(
      {
        load: () => repository.find(command.caseId),
        decide: (record) => {
          if (!record) return refused('caseNotFound')
          const denied = mayCarry(command.actor, record.head, phase, county)
          if (denied) return denied
          const requested = requestDecision(record, phase, command.expectedVersion, {
            county,
            now: context.now,
            author: authorOf(command.actor),
          })
          if (requested.kind === 'refused') return requested
          frozen = requested.frozen
          return requested.record
        },
        // `decide` has refused when there was no record, so an applied change always has a state.
        save: (before, change, once) =>
          repository.save(before, { ...change, state: change.state as CaseRecord }, context, {
            once,
            ...(frozen && { evidence: frozen }),
          }),
        present: (record) => (record ? { value: presentCase(record, parts), version: record.version } : { value: undefined }),
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
