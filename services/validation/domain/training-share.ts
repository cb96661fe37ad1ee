import { wholePercent } from '#phase/domain/whole-percent.ts'

export interface TrainedGroup {
  readonly name: string
  readonly people: number
  readonly trained: number
}

/** The groups whose share lies below the goal. */
export const groupsBelow = <G extends TrainedGroup>(groups: readonly G[], goalPercent: number): readonly G[] =>
  groups.filter(({ trained, people }) => wholePercent(trained, people) < goalPercent)
