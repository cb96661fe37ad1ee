export interface Verification {
  readonly requirement: string
  readonly solution: string
  readonly result: 'met' | 'partly' | 'notMet'
}

interface Requirement {
  readonly id: string
  readonly isMandatory: boolean
}

const mustsOf = <R extends Requirement>(requirements: readonly R[]): R[] => requirements.filter(({ isMandatory }) => isMandatory)

/** The must-requirements that no solution has been shown to meet. `partly` does not meet a must. */
export const unverifiedMusts = <R extends Requirement>(requirements: readonly R[], verifications: readonly Verification[]): R[] =>
  mustsOf(requirements).filter(
    ({ id }) => !verifications.some(({ requirement, result }) => requirement === id && result === 'met'),
  )

/** The solutions that have been shown to meet every must-requirement, each once. */
export const solutionsMeetingAllMusts = (
  requirements: readonly Requirement[],
  verifications: readonly Verification[],
): string[] =>
  [...new Set(verifications.map(({ solution }) => solution))].filter(
    (solution) =>
      unverifiedMusts(
        requirements,
        verifications.filter((verification) => verification.solution === solution),
      ).length === 0,
  )
