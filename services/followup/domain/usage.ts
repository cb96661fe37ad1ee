import type { Dossier } from '#contracts/dossier.ts'
import { wholePercent } from '#phase/domain/whole-percent.ts'

export interface CountedUnit {
  readonly unit: string
  readonly users: number
}

/**
 * Whole percent of the users expected in the rolled out units who use the service, rounded down; undefined
 * before any unit is live.
 */
export const uptakePercent = (counted: readonly CountedUnit[], dossier: Dossier): number | undefined => {
  const units = dossier.rollout?.units ?? []
  const expected = units.reduce((sum, unit) => sum + unit.usersExpected, 0)
  if (expected === 0) return undefined
  const users = counted.filter((row) => units.some(({ name }) => name === row.unit)).reduce((sum, row) => sum + row.users, 0)
  return wholePercent(users, expected)
}

/** The units of the rollout whose users have not been counted. */
export const uncountedUnits = (counted: readonly CountedUnit[], dossier: Dossier): readonly string[] =>
  (dossier.rollout?.units ?? []).map(({ name }) => name).filter((name) => !counted.some((row) => row.unit === name))
