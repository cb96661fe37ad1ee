import type { CaseId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import type { Refused, Transition } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Performed } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { CaseBenefits } from '../domain/case-benefits.ts'
import type { Measurement } from '../domain/record-measurement.ts'
import type { BenefitsParts } from './benefits-parts.ts'

type Code<Own extends string> = Own | 'caseNotFound'

/** Load what is known of the case, decide, save - what every change has in common. An unknown case is refused. */
export const changeBenefits = <Value, Own extends string>(
  { repository }: BenefitsParts,
  caseId: CaseId,
  context: Context,
  steps: {
    readonly decide: (record: CaseBenefits) => Transition<CaseBenefits, Own>
    readonly present: (record: CaseBenefits) => { value: Value; version?: number }
    readonly measurement?: Measurement
  },
): Promise<Performed<Value, Code<Own>>> =>
  perform<CaseBenefits | undefined, Value, Code<Own>>(
    {
      load: () => repository.find(caseId),
      decide: (record): Transition<CaseBenefits, Own> | Refused<'caseNotFound'> =>
        record ? steps.decide(record) : refused('caseNotFound'),
      save: (before, change, once) =>
        // `decide` has refused when there was no record, so an applied change always has a state.
        repository.save(before, { ...change, state: change.state as CaseBenefits }, context, {
          once,
          measurement: steps.measurement,
        }),
      // As above.
      present: (record) => steps.present(record as CaseBenefits),
    },
    context,
  )
