/** K1, K2, ...: what the rest of the flow calls a requirement. */
const requirementId = /^K[1-9]\d{0,2}$/

export const isRequirementId = (id: string): boolean => requirementId.test(id)

/** The needed functions that no requirement serves. Such a need would be lost in the procurement without anybody deciding so. */
export const uncoveredFunctions = <F extends { readonly id: string }>(
  functions: readonly F[],
  requirements: readonly { readonly functions: readonly string[] }[],
): F[] => functions.filter(({ id }) => !requirements.some((requirement) => requirement.functions.includes(id)))
