import { describe, expect, it } from 'vitest'
import { unitsBelowTrainingGoal } from './training-share.ts'

describe('the units below the goal for training', () => {
  it('are those whose share lies below it, rounded down', () => {
    expect(unitsBelowTrainingGoal(['a'], [{ unit: 'a', staff: 1_000, trained: 899 }], 90)).toEqual(['a'])
    expect(unitsBelowTrainingGoal(['a'], [{ unit: 'a', staff: 0, trained: 0 }], 1)).toEqual(['a'])
  })

  it('are also those planned that nobody reported, and none outside the plan', () => {
    const reported = [
      { unit: 'a', staff: 10, trained: 9 },
      { unit: 'other', staff: 10, trained: 0 },
    ]
    expect(unitsBelowTrainingGoal(['a', 'b'], reported, 90)).toEqual(['b'])
    expect(unitsBelowTrainingGoal(['a'], reported, 91)).toEqual(['a'])
  })
})
