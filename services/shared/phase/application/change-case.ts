import type { CaseId } from '#contracts/ids.ts'
import type { Transition } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Performed } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { CaseRecord } from '../domain/case-record.ts'
import type { PhaseParts } from './phase-parts.ts'
import { presentCase } from './present-case.ts'
import type { CaseView } from './present-case.ts'

/** Load the record, decide, save - what every change of a case has in common. A case that the phase does not have is refused. */
export const changeCase = <Code extends string>(
  parts: PhaseParts,
  caseId: CaseId,
  context: Context,
  decide: (record: CaseRecord) => Transition<CaseRecord, Code>,
): Promise<Performed<CaseView, Code | 'caseNotFound'>> =>
  performOn(
    {
      load: () => parts.repository.find(caseId),
      missing: 'caseNotFound',
      decide,
      save: (before, change, once) => parts.repository.save(before, change, context, { once }),
      present: (record) => ({ value: presentCase(record, parts), version: record.version }),
    },
    context,
  )
