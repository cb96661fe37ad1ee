import type { LibraryRequirementId } from '#contracts/ids.ts'
import type { ClaimStatus } from '#contracts/market.ts'
import type { ProductContent } from './product-fields.ts'

/** What of a product can be held to be true or not: each answer to a requirement, each interface, the class as a device. */
export interface Claim {
  /** `requirement:KB-INT-012`, `interface:HL7 FHIR R4` or `medicalDevice`. */
  readonly key: string
  readonly requirementId?: LibraryRequirementId
  /** All that is claimed, for telling a changed claim from an old one. */
  readonly wording: string
}

export const requirementKey = (requirementId: LibraryRequirementId): string => `requirement:${requirementId}`
export const interfaceKey = (standard: string): string => `interface:${standard}`
export const deviceKey = 'medicalDevice'

export const claimsOf = ({ claims = [], interfaces = [], medicalDevice }: ProductContent): Claim[] => [
  ...claims.map(({ requirementId, statement, evidence }) => ({
    key: requirementKey(requirementId),
    requirementId,
    wording: JSON.stringify([statement, evidence]),
  })),
  ...interfaces.map(({ standard, evidenceKind, evidence }) => ({
    key: interfaceKey(standard),
    wording: JSON.stringify([standard, evidenceKind, evidence]),
  })),
  ...(medicalDevice && medicalDevice.class !== 'notMedicalDevice'
    ? [{ key: deviceKey, wording: JSON.stringify([medicalDevice.class, medicalDevice.evidence]) }]
    : []),
]

/** Since when each claim has been made in the words that it has now. */
export type ClaimDates = Readonly<Record<string, string>>

/** A claim whose words have changed is a new one: what was found of the old is not true of it. */
export const datedClaims = (
  content: ProductContent,
  before: { readonly content: ProductContent; readonly claimDates: ClaimDates } | undefined,
  now: string,
): ClaimDates => {
  const known = new Map((before ? claimsOf(before.content) : []).map(({ key, wording }) => [key, wording]))
  return Object.fromEntries(
    claimsOf(content).map(({ key, wording }) => [key, known.get(key) === wording ? (before?.claimDates[key] ?? now) : now]),
  )
}

/** Something that was found out about a claim, by a curator or in an evaluation. */
export interface Finding {
  readonly claim: string
  readonly status: Exclude<ClaimStatus, 'declared'>
  readonly foundAt: string
}

/** The latest finding since the claim got its words decides; without one it is the supplier's own word. */
export const statusOfClaim = (key: string, since: string, findings: readonly Finding[]): ClaimStatus => {
  const [latest] = findings
    .filter(({ claim, foundAt }) => claim === key && foundAt >= since)
    .toSorted((a, b) => (a.foundAt < b.foundAt ? 1 : -1))
  return latest?.status ?? 'declared'
}
