import { dayOf } from '#calendar/working-days.ts'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import type { EvaluationId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { isRepresentative } from '../../domain/companies/company.ts'
import { commentEvaluation } from '../../domain/evaluations/evaluation.ts'
import type { OfferParts } from '../offer-parts.ts'
import { presentEvaluation } from './present-evaluation.ts'

/** The supplier's own words, beside what was found. To other suppliers the evaluation does not exist. */
export const createCommentEvaluation =
  ({ companies, evaluations }: OfferParts) =>
  async ({ evaluationId, comment, actor }: { evaluationId: EvaluationId; comment: string; actor: Actor }, context: Context) => {
    const found = await evaluations.find(evaluationId)
    const company = found && (await companies.find(found.evaluation.companyId))
    if (!company || !isRepresentative(company.company, actor.subject)) return refused('evaluationNotFound')
    return performOn(
      {
        load: () => evaluations.find(evaluationId),
        missing: 'evaluationNotFound' as const,
        decide: (state) => commentEvaluation(state, { text: comment, by: authorOf(actor), now: context.now }),
        save: (before, change, once) => evaluations.save(before, change, context, once),
        present: ({ evaluation }) => ({ value: presentEvaluation(evaluation, dayOf(context.now)) }),
      },
      context,
    )
  }
