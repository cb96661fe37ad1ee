import { dayOf } from '#calendar/working-days.ts'
import type { Evaluation } from '../../domain/evaluations/evaluation.ts'
import { expireEvaluation } from '../../domain/evaluations/evaluation.ts'
import { applied, unchanged } from '#lambda/outcome.ts'
import type { Applied, Unchanged } from '#lambda/outcome.ts'
import { performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { EvaluationState } from '../../domain/evaluations/evaluation.ts'
import type { OfferParts } from '../offer-parts.ts'
import type { KeptProduct } from '../products/product-repository.ts'

/** So many in one run; the next run takes the rest. */
const perRun = 200

interface Loaded extends KeptProduct {
  readonly held: EvaluationState
}

/** Every day: what has outlived its last day is in force no longer, and what was found in it counts no longer. */
export const createExpireEvaluations = ({ products, evaluations }: Pick<OfferParts, 'products' | 'evaluations'>) => {
  const expireOne = ({ evaluationId, productId }: Evaluation, context: Context) =>
    performOn(
      {
        load: async (): Promise<Loaded | undefined> => {
          const kept = await products.find(productId)
          const held = await evaluations.find(evaluationId)
          return kept && held && { ...kept, held }
        },
        missing: 'productNotFound' as const,
        decide: (loaded): Applied<Loaded> | Unchanged => {
          const expired = expireEvaluation(loaded.held, dayOf(context.now))
          if (expired.kind !== 'applied') return unchanged
          const { product, version } = loaded.state
          const left = product.evaluations.filter((one) => one.evaluationId !== evaluationId)
          return applied(
            { ...loaded, held: expired.state, state: { product: { ...product, evaluations: left }, version: version + 1 } },
            ...expired.facts,
          )
        },
        save: (before, { state, facts }, once) =>
          products.save(
            {
              company: state.company,
              before: before.state,
              after: state.state,
              evaluations: [state.held],
              facts,
              subject: evaluationId,
              once,
            },
            context,
          ),
        present: () => ({ value: undefined }),
      },
      context,
    )

  return async (context: Context): Promise<number> => {
    const outlived = await evaluations.outlived(dayOf(context.now), perRun)
    for (const one of outlived) {
      // One after the other: several can be of the same product.
      // oxlint-disable-next-line no-await-in-loop
      await expireOne(one, context)
    }
    return outlived.length
  }
}
