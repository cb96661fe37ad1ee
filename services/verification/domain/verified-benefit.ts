import type { AssessedLine } from '#contracts/assessment.ts'

/** Benefits in money or freed resource whose starting point has been measured: what RUVeS 5.3 calls real potential. */
export const benefitsWithBaseline = (lines: readonly AssessedLine[]): AssessedLine[] =>
  lines.filter(
    ({ side, kind, perYear, hasBaseline }) =>
      side === 'benefit' && kind !== 'qualitative' && perYear !== undefined && hasBaseline,
  )
