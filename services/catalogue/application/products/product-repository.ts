import type { CompanyId, ProductId } from '#contracts/ids.ts'
import type { Fact } from '#contracts/event.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { CompanyState } from '../../domain/companies/company.ts'
import type { EvaluationState } from '../../domain/evaluations/evaluation.ts'
import type { ProductState } from '../../domain/products/product.ts'

/** A product and the company that keeps it, as they stand together. */
export interface KeptProduct {
  readonly company: CompanyState
  readonly state: ProductState
}

export interface ProductRepository {
  readonly find: (id: ProductId) => Promise<KeptProduct | undefined>
  readonly ofCompany: (id: CompanyId) => Promise<readonly ProductState[]>
  /**
   * The product, what is shown of it, and evaluations that changed with it: all or nothing, and only while the company is
   * as it was read.
   */
  readonly save: (
    change: {
      readonly company: CompanyState
      readonly before: ProductState | undefined
      readonly after: ProductState
      readonly evaluations?: readonly EvaluationState[]
      readonly facts: readonly Fact[]
      /** Whose journal the facts belong to, where it is not the product's. */
      readonly subject?: string
      readonly once: Item | undefined
    },
    context: Context,
  ) => Promise<Saved>
}
