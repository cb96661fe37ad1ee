import type { AssessedLine } from '#contracts/assessment.ts'

const isBenefit = ({ side }: AssessedLine): boolean => side === 'benefit'

/** Money, or a freed resource that is valued in money: what RUVeS 5.2 means by quantified. */
export const quantifiedBenefits = (lines: readonly AssessedLine[]): AssessedLine[] =>
  lines.filter((line) => isBenefit(line) && line.kind !== 'qualitative' && line.perYear !== undefined)

/** A benefit can be followed up only with a measure, a baseline (or a plan to take one) and an owner. */
export const isMeasurable = ({ measure, hasBaseline, hasBaselinePlan, owner }: AssessedLine): boolean =>
  Boolean(measure) && (hasBaseline || hasBaselinePlan) && Boolean(owner)

/** The benefits of a kind that nobody will be able to show, since something to measure them by is missing. */
export const unmeasurableBenefits = (lines: readonly AssessedLine[], kind: AssessedLine['kind']): AssessedLine[] =>
  lines.filter((line) => isBenefit(line) && line.kind === kind && !isMeasurable(line))
