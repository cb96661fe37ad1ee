import { dayOf } from '#calendar/working-days.ts'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { evaluationId } from '#contracts/ids.ts'
import type { CaseId, EvaluationId, ProductId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import type { Applied, Refused } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { isListed } from '../../domain/companies/company.ts'
import type { EvaluationContent } from '../../domain/evaluations/evaluation-fields.ts'
import { recordEvaluation } from '../../domain/evaluations/evaluation.ts'
import type { EvaluationRefusal, EvaluationState, Recorded } from '../../domain/evaluations/evaluation.ts'
import type { OfferParts } from '../offer-parts.ts'
import type { KeptProduct } from '../products/product-repository.ts'
import { presentEvaluation } from './present-evaluation.ts'

interface Loaded extends KeptProduct {
  readonly replaced: EvaluationState | undefined
  readonly outcome?: Recorded
}

/** Staff write down what their own organisation has found; what the product shows changes with it. */
export const createRecordEvaluation =
  ({ products, evaluations }: OfferParts) =>
  async (
    {
      productId,
      content,
      caseId,
      supersedes,
      actor,
    }: {
      productId: ProductId
      content: EvaluationContent
      caseId?: CaseId | undefined
      supersedes?: EvaluationId | undefined
      actor: Actor
    },
    context: Context,
  ) => {
    const { organisation } = actor
    if (organisation === undefined) return refused('organisationMissing')
    const id = evaluationId.parse(context.newId())
    const today = dayOf(context.now)
    return performOn(
      {
        load: async (): Promise<Loaded | undefined> => {
          const kept = await products.find(productId)
          return kept && { ...kept, replaced: supersedes === undefined ? undefined : await evaluations.find(supersedes) }
        },
        missing: 'productNotFound' as const,
        decide: (loaded): Applied<Loaded> | Refused<EvaluationRefusal> => {
          if (!isListed(loaded.company.company)) return refused('productNotFound')
          const decided = recordEvaluation(
            loaded.state,
            loaded.replaced,
            { id, organisation, content, caseId, supersedes },
            { by: authorOf(actor), now: context.now, today },
          )
          return decided.kind === 'applied' ? { ...decided, state: { ...loaded, outcome: decided.state } } : decided
        },
        save: (before, { state: { outcome }, facts }, once) =>
          // Decided just above.
          outcome === undefined
            ? Promise.resolve('conflict' as const)
            : products.save(
                {
                  company: before.company,
                  before: before.state,
                  after: { product: outcome.product, version: before.state.version + 1 },
                  evaluations: [
                    { evaluation: outcome.recorded, version: 1 },
                    ...(outcome.superseded ? [outcome.superseded] : []),
                  ],
                  facts,
                  subject: id,
                  once,
                },
                context,
              ),
        present: ({ outcome }) => ({ value: outcome && presentEvaluation(outcome.recorded, today) }),
      },
      context,
    )
  }
