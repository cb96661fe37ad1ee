import type { CalculationSummary } from '#contracts/assessment.ts'

/** The organisations that lose while all together win: those that somebody must have agreed with. */
export const losersOf = (calculation: CalculationSummary | undefined): readonly string[] =>
  (calculation?.organisations ?? []).filter(({ isLosing }) => isLosing).map(({ organisation }) => organisation)

/** The losers that have not signed. */
export const losersWithoutAgreement = (
  calculation: CalculationSummary | undefined,
  parties: readonly string[],
): readonly string[] => losersOf(calculation).filter((organisation) => !parties.includes(organisation))
