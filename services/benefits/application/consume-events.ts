import {
  caseClosed,
  caseCompleted,
  caseHeld,
  caseReceived,
  caseReturned,
  caseWoken,
  decisionRequested,
} from '#contracts/events.ts'
import type { CaseId } from '#contracts/ids.ts'
import { on } from '#lambda/inbox.ts'
import type { Consumed, Consumer } from '#lambda/inbox.ts'
import type { Transition } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { CaseBenefits } from '../domain/case-benefits.ts'
import { closeCase, holdCase, receiveCase, returnCase, wakeCase } from '../domain/follow-case.ts'
import { freezeAssessment } from '../domain/freeze-assessment.ts'
import type { BenefitsRefusalCode } from '../refusals.ts'
import type { BenefitsParts } from './benefits-parts.ts'
import { changeBenefits } from './change-benefits.ts'

/** For the events that tell of the case itself, so that it need not be known before. */
const learn = (
  { repository }: BenefitsParts,
  caseId: CaseId,
  context: Context,
  decide: (record: CaseBenefits | undefined) => Transition<CaseBenefits, BenefitsRefusalCode>,
) =>
  perform(
    {
      load: () => repository.find(caseId),
      decide,
      save: (before, change, once) => repository.save(before, change, context, { once }),
      present: () => ({ value: undefined }),
    },
    context,
  )

/** A case that is not known yet has its first event still on the way. */
const follow = async (
  parts: BenefitsParts,
  caseId: CaseId,
  context: Context,
  decide: (record: CaseBenefits) => Transition<CaseBenefits, never>,
): Promise<Consumed> => {
  const performed = await changeBenefits(parts, caseId, context, { decide, present: () => ({ value: undefined }) })
  return performed.kind === 'refused' && performed.code === 'caseNotFound' ? { kind: 'retry', reason: 'tooEarly' } : performed
}

/** Everything that the inbox takes: where each phase says that the case stands. */
export const createBenefitsConsumers = (parts: BenefitsParts): Consumer[] => [
  on(caseReceived, ({ subject, time, data }, context) =>
    learn(parts, subject, context, (record) => receiveCase(record, data.case, { phase: data.phase, time })),
  ),
  on(decisionRequested, async ({ subject, time, data: { requestId, evidence } }, context) => {
    const { assessment } = evidence
    const named = assessment && (await parts.repository.findVersion(subject, assessment.kind, assessment.version))
    return learn(parts, subject, context, (record) => freezeAssessment(record, { requestId, evidence, time, named }, context.now))
  }),
  on(caseReturned, ({ subject, time, data: { phase, round } }, context) =>
    follow(parts, subject, context, (record) => returnCase(record, { phase, round, time })),
  ),
  on(caseHeld, ({ subject, time, data: { phase } }, context) =>
    follow(parts, subject, context, (record) => holdCase(record, { phase, time })),
  ),
  on(caseWoken, ({ subject, time, data: { phase } }, context) =>
    follow(parts, subject, context, (record) => wakeCase(record, { phase, time })),
  ),
  on(caseClosed, ({ subject, time, data: { phase } }, context) =>
    follow(parts, subject, context, (record) => closeCase(record, { phase, time }, { isStopped: true })),
  ),
  on(caseCompleted, ({ subject, time, data: { phase } }, context) =>
    follow(parts, subject, context, (record) => closeCase(record, { phase, time }, { isStopped: false })),
  ),
]
