import type { EvaluationId, ProductId } from '#contracts/ids.ts'
import type { Applied } from '#lambda/outcome.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { Evaluation, EvaluationState } from '../../domain/evaluations/evaluation.ts'

interface PageAsked {
  readonly limit: number
  readonly cursor?: string | undefined
}

export interface EvaluationPage {
  readonly evaluations: readonly Evaluation[]
  readonly cursor?: string
}

export interface EvaluationRepository {
  readonly find: (id: EvaluationId) => Promise<EvaluationState | undefined>
  /** The newest first, whatever their status. */
  readonly ofProduct: (id: ProductId, page: PageAsked) => Promise<EvaluationPage>
  /** Those in force, the ones that last longest first. */
  readonly inForce: (page: PageAsked) => Promise<EvaluationPage>
  /** Those still called in force whose last day was before this one. */
  readonly outlived: (today: string, limit: number) => Promise<readonly Evaluation[]>
  /** What changes of the evaluation alone; what changes its product too is saved with the product. */
  readonly save: (
    before: EvaluationState,
    change: Applied<EvaluationState>,
    context: Context,
    once: Item | undefined,
  ) => Promise<Saved>
}
