import type { CaseId } from '#contracts/ids.ts'
import type { Transition } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
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
    readonly measurements?: readonly Measurement[]
  },
): Promise<Performed<Value, Code<Own>>> =>
  performOn(
    {
      load: () => repository.find(caseId),
      missing: 'caseNotFound',
      decide: steps.decide,
      save: (before, change, once) => repository.save(before, change, context, { once, measurements: steps.measurements }),
      present: steps.present,
    },
    context,
  )
