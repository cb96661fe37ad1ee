import type { AssessedLine } from '#contracts/assessment.ts'
import type { Dossier } from '#contracts/dossier.ts'
import { promisedBenefits } from '#phase/domain/promised-benefits.ts'

const isMeasured = (line: AssessedLine): boolean => line.side === 'benefit' && line.measure !== undefined

/** The benefits of NV3 that have a measure: each is followed up under the same id. */
export const measuredBenefits = (dossier: Dossier): readonly AssessedLine[] => promisedBenefits(dossier).filter(isMeasured)

/**
 * Names of the benefits with a measure that NV4 lacks a baseline or a measurement for. What was not measured
 * before cannot be shown to have changed.
 */
export const unmeasured = (lines: readonly AssessedLine[]): readonly string[] =>
  lines.filter((line) => isMeasured(line) && (!line.hasBaseline || line.measurements === 0)).map(({ name }) => name)
