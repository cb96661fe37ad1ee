import type { OrganisationId } from '#contracts/ids.ts'
import type { ProductProfile } from '../matching/profiles.ts'
import { claimsOf, interfaceKey } from './claims.ts'
import { claimStatusesOf } from './product.ts'
import type { ShownProduct } from './shown-product.ts'

/**
 * What matching reads of a product on a day: what it does and what has been shown of it. Who sells it, how large they are,
 * what they ask for it and who uses it are left out (LOU 4:1).
 *
 * @param callOff the organisations with a contract in force about it that lets others call off
 */
export const profileOf = (
  { productId, published, judgements, evaluations }: ShownProduct,
  day: string,
  callOff: readonly OrganisationId[],
): ProductProfile => {
  const { content } = published
  const statuses = claimStatusesOf({ published, judgements, evaluations }, day)
  const statusOf = (key: string) => statuses.get(key) ?? 'declared'
  return {
    productId,
    name: content.name,
    summary: content.summary,
    needsMet: content.needsMet,
    functions: content.functions,
    targetGroups: content.targetGroups,
    careSteps: content.careSteps,
    interfaces: (content.interfaces ?? []).map(({ standard }) => ({ standard, status: statusOf(interfaceKey(standard)) })),
    claims: claimsOf(content).flatMap(({ key, requirementId }) =>
      requirementId === undefined ? [] : [{ requirementId, status: statusOf(key) }],
    ),
    evaluations: evaluations
      .filter(({ validTo }) => validTo >= day)
      .map(({ evaluationId, results, verdict }) => ({
        evaluationId,
        requirementIds: results.map(({ requirementId }) => requirementId),
        isPositive: verdict !== 'unfit',
      })),
    callOff,
  }
}
