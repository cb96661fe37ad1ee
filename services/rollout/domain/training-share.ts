import { wholePercent } from '#phase/domain/whole-percent.ts'

export interface TrainedUnit {
  readonly unit: string
  readonly staff: number
  readonly trained: number
}

/** The planned units that are not reported, or whose share lies below the goal. */
export const unitsBelowTrainingGoal = (
  planned: readonly string[],
  reported: readonly TrainedUnit[],
  goalPercent: number,
): readonly string[] =>
  planned.filter((name) => !reported.some((row) => row.unit === name && wholePercent(row.trained, row.staff) >= goalPercent))
