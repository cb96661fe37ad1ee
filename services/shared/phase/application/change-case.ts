import type { CaseId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import type { Refused, Transition } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Performed } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { CaseRecord } from '../domain/case-record.ts'
import type { PhaseRefusalCode } from '../refusals.ts'
import type { PhaseParts } from './phase-parts.ts'
import { presentCase } from './present-case.ts'
import type { CaseView } from './present-case.ts'

/**
 * Load the record, decide, save - what every change of a case has in common. A record that the phase does not
 * have is refused, unless `decide` is made for that.
 */
export const changeCase = <Code extends string>(
  parts: PhaseParts,
  caseId: CaseId,
  context: Context,
  decide: (record: CaseRecord) => Transition<CaseRecord, Code>,
): Promise<Performed<CaseView, Code | PhaseRefusalCode>> =>
  perform<CaseRecord | undefined, CaseView | undefined, Code | PhaseRefusalCode>(
    {
      load: () => parts.repository.find(caseId),
      decide: (record): Transition<CaseRecord, Code> | Refused<'caseNotFound'> =>
        record ? decide(record) : refused('caseNotFound'),
      // `decide` has refused when there was no record, so an applied change always has a state.
      save: (before, change, once) =>
        parts.repository.save(before, { ...change, state: change.state as CaseRecord }, context, { once }),
      present: (record) => (record ? { value: presentCase(record, parts), version: record.version } : { value: undefined }),
    },
    context,
  ) as Promise<Performed<CaseView, Code | PhaseRefusalCode>>
