import type { CompanyId } from '#contracts/ids.ts'
import type { Applied } from '#lambda/outcome.ts'
import type { Item } from '#lambda/table.ts'
import type { Context, Saved } from '#lambda/unit-of-work.ts'
import type { Company, CompanyState } from '../../domain/companies/company.ts'
import type { Invitation } from '../../domain/companies/invitation.ts'
import type { ProductState } from '../../domain/products/product.ts'

/** Which company a registration number belongs to: one at a time. */
export interface NumberUse {
  readonly number: string
  readonly holder: CompanyId | undefined
  /** 0 while nobody has ever had it. */
  readonly version: number
}

export interface CompanyPage {
  readonly companies: readonly Company[]
  readonly cursor?: string
}

export interface CompanyRepository {
  readonly find: (id: CompanyId) => Promise<CompanyState | undefined>
  readonly findNumber: (number: string) => Promise<NumberUse>
  readonly companiesOf: (subject: string) => Promise<readonly CompanyId[]>
  readonly findInvitation: (digest: string) => Promise<Invitation | undefined>
  /** Those that are shown, by name. */
  readonly list: (page: { limit: number; cursor?: string | undefined }) => Promise<CompanyPage>
  readonly saveInvitation: (invitation: Invitation, context: Context, once: Item | undefined) => Promise<Saved>
  /** The company, and everything that is shown of its products: all or nothing. */
  readonly save: (
    before: CompanyState | undefined,
    change: Applied<CompanyState>,
    context: Context,
    also: {
      readonly once: Item | undefined
      /** Whose the number is from now on, with the version that was read. */
      readonly number?: NumberUse | undefined
      readonly joined?: string | undefined
      readonly left?: string | undefined
      readonly used?: Invitation | undefined
      readonly products: readonly ProductState[]
    },
  ) => Promise<Saved>
}
