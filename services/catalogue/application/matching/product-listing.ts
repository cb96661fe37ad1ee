import type { CompanyId, ProductId } from '#contracts/ids.ts'
import type { CompanySize } from '#contracts/company-sizes.ts'
import type { ProductProfile } from '../../domain/matching/profiles.ts'

/** A published product as lists and the market assessment show it. Only `profile` goes into a rank. */
export interface ListedProduct {
  readonly profile: ProductProfile
  readonly companyId: CompanyId
  readonly companyName: string
  /** Absent while the company has not said. */
  readonly companySize?: CompanySize | undefined
  /** Öre a year, as the supplier indicates it; absent where it does not. */
  readonly priceFrom?: number | undefined
  readonly priceTo?: number | undefined
  /** Technology readiness level, 1-9. */
  readonly readiness?: number | undefined
}

export type ListingChange =
  | { readonly kind: 'listed'; readonly product: ListedProduct }
  | { readonly kind: 'withdrawn'; readonly productId: ProductId }

/** What is published in the catalogue, to be followed: a reader that remembers its mark reads only what has changed. */
export interface ProductListing {
  /** Oldest change first; a product that has changed twice comes once, as it is. */
  readonly changedSince: (
    mark: string | undefined,
  ) => Promise<{ readonly changes: readonly ListingChange[]; readonly mark: string | undefined }>
}
