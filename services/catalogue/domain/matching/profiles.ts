import type { CaseId, EvaluationId, LibraryRequirementId, NeedId, OrganisationId, ProductId } from '#contracts/ids.ts'
import type { CareStep, ClaimStatus, TargetGroup } from '#contracts/market.ts'

/**
 * What matching reads. Who sells a product, how large they are, what they have sold before and what they have paid is not
 * here: what a rank cannot see, it cannot favour (LOU 4:1).
 */

/** What a product does, and what has been shown of it. */
export interface ProductProfile {
  readonly productId: ProductId
  readonly name: string
  readonly summary: string
  /** In the supplier's words. */
  readonly needsMet: readonly string[]
  readonly functions: readonly string[]
  readonly targetGroups: readonly TargetGroup[]
  readonly careSteps: readonly CareStep[]
  /** Open interfaces and standards, for example `HL7 FHIR R4` or `OpenAPI`. */
  readonly interfaces: readonly { readonly standard: string; readonly status: ClaimStatus }[]
  /** Answers to requirements of the library. What is not here is unknown. */
  readonly claims: readonly { readonly requirementId: LibraryRequirementId; readonly status: ClaimStatus }[]
  /** Evaluations that are valid on the day, to reuse. */
  readonly evaluations: readonly {
    readonly evaluationId: EvaluationId
    readonly requirementIds: readonly LibraryRequirementId[]
    readonly isPositive: boolean
  }[]
  /** Organisations with a contract in force that lets others call off. */
  readonly callOff: readonly OrganisationId[]
}

/** What somebody needs: a published need, or the need of a case. */
export interface NeedProfile {
  readonly needId: NeedId | CaseId
  readonly title: string
  readonly description: string
  readonly functions: readonly { readonly id: string; readonly name: string }[]
  readonly targetGroups: readonly TargetGroup[]
  readonly careSteps: readonly CareStep[]
  readonly requirements: readonly NeededRequirement[]
}

export interface NeededRequirement {
  /** Within the case, for example `K3`. */
  readonly id: string
  readonly text: string
  readonly level: 'must' | 'weighted'
  /** 1-10, of weighted ones. */
  readonly weight?: number | undefined
  /** Of the library; without one, only the text tells. */
  readonly libraryId?: LibraryRequirementId | undefined
  readonly functions: readonly string[]
}
