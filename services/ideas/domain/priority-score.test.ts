import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highestScore, priorityScore, unscoredCriteria } from './priority-score.ts'

const criteria = [
  { id: 'need', weight: 30 },
  { id: 'benefit', weight: 30 },
  { id: 'strategy', weight: 20 },
  { id: 'feasibility', weight: 20 },
]

const scoresOf = (...values: number[]) => criteria.map(({ id }, index) => ({ criterion: id, score: values[index] ?? 0 }))

describe('the priority score', () => {
  it('weighs each criterion', () => {
    // 30·4 + 30·3 + 20·5 + 20·2 = 350 of 500
    expect(priorityScore(criteria, scoresOf(4, 3, 5, 2))).toBe(70)
  })

  it('is 0 at the bottom and 100 at the top', () => {
    expect(priorityScore(criteria, scoresOf(0, 0, 0, 0))).toBe(0)
    expect(priorityScore(criteria, scoresOf(5, 5, 5, 5))).toBe(100)
  })

  it('does not exist until every criterion is scored', () => {
    expect(priorityScore(criteria, scoresOf(5, 5, 5, 5).slice(1))).toBeUndefined()
    expect(unscoredCriteria(criteria, scoresOf(5, 5, 5, 5).slice(1))).toEqual([{ id: 'need', weight: 30 }])
  })

  it('does not exist without criteria', () => {
    expect(priorityScore([], [])).toBeUndefined()
  })

  it('ignores a criterion that the county does not have', () => {
    expect(priorityScore(criteria, [...scoresOf(4, 3, 5, 2), { criterion: 'taste', score: 5 }])).toBe(70)
  })

  it('never falls when a score rises, and stays within 0-100', () => {
    const score = fc.integer({ min: 0, max: highestScore })
    fc.assert(
      fc.property(fc.tuple(score, score, score, score), fc.nat({ max: 3 }), (values, raised) => {
        const before = priorityScore(criteria, scoresOf(...values))!
        const after = priorityScore(
          criteria,
          scoresOf(...values.map((value, index) => (index === raised ? highestScore : value))),
        )!
        return before >= 0 && after <= 100 && after >= before
      }),
    )
  })
})
