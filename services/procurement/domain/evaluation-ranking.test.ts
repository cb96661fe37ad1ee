import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInContention, pointsOf, rankTenders, unevaluated } from './evaluation-ranking.ts'
import type { ScoredTender, WeightedCriterion } from './evaluation-ranking.ts'

const criteria: readonly WeightedCriterion[] = [
  { id: 'P', kind: 'price', weight: 40 },
  { id: 'Q', kind: 'quality', weight: 60 },
]
const scale = { maxScore: 5 }
const tender = (id: string, price: number, score: number, change: Partial<ScoredTender> = {}): ScoredTender => ({
  id,
  price,
  isQualified: true,
  unmetRequirements: [],
  isRejected: false,
  scores: [
    { criterion: 'Q', evaluator: 'B1', score },
    { criterion: 'Q', evaluator: 'B2', score },
  ],
  consensus: [{ criterion: 'Q', score }],
  ...change,
})

describe('points', () => {
  it('give the whole weight to the lowest price and the highest score', () => {
    expect(pointsOf(tender('A', 100, 5), criteria, 100, scale)).toBe(100)
  })

  it('give price in proportion and quality by its share of the highest score', () => {
    expect(pointsOf(tender('A', 200, 3), criteria, 100, scale)).toBe(40 * 0.5 + 60 * 0.6)
  })

  it('give nothing for a criterion without consensus, whatever single evaluators gave', () => {
    expect(pointsOf(tender('A', 100, 5, { consensus: [] }), criteria, 100, scale)).toBe(40)
  })

  it('compare a price of nothing without dividing by it', () => {
    expect(pointsOf(tender('A', 0, 5), criteria, 0, scale)).toBe(100)
  })
})

describe('ranking', () => {
  it('puts the most points first and lets quality outweigh price by the weights', () => {
    expect(rankTenders([tender('cheap', 100, 2), tender('good', 120, 5)], criteria, scale)).toEqual([
      { tender: 'good', rank: 1, points: 93.33 },
      { tender: 'cheap', rank: 2, points: 64 },
    ])
  })

  it('shares a rank between equals and leaves the next one out', () => {
    const ranks = rankTenders([tender('A', 100, 4), tender('B', 100, 4), tender('C', 200, 1)], criteria, scale).map(
      ({ rank }) => rank,
    )
    expect(ranks).toEqual([1, 1, 3])
  })

  it('holds for any tenders: points within 0-100, ranks by points, everyone ranked once', () => {
    const anyTender = fc.record({ price: fc.integer({ min: 1, max: 1_000_000 }), score: fc.integer({ min: 0, max: 5 }) })
    fc.assert(
      fc.property(fc.array(anyTender, { minLength: 1, maxLength: 12 }), (given) => {
        const tenders = given.map(({ price, score }, index) => tender(`A${index}`, price, score))
        const ranked = rankTenders(tenders, criteria, scale)
        expect(new Set(ranked.map((row) => row.tender)).size).toBe(tenders.length)
        for (const row of ranked) {
          expect(row.points).toBeGreaterThanOrEqual(0)
          expect(row.points).toBeLessThanOrEqual(100)
          expect(row.rank).toBe(ranked.filter((other) => other.points > row.points).length + 1)
        }
      }),
    )
  })
})

describe('who may win', () => {
  it.each([
    ['not qualified', { isQualified: false }],
    ['a must-requirement unmet', { unmetRequirements: ['K1'] }],
    ['rejected', { isRejected: true }],
  ])('not one that is %s', (_what, change) => {
    expect(isInContention(tender('A', 1, 5, change))).toBe(false)
  })

  it('one that meets everything', () => {
    expect(isInContention(tender('A', 1, 0))).toBe(true)
  })
})

describe('what is left to evaluate', () => {
  it('two evaluators and a consensus are enough', () => {
    expect(unevaluated(tender('A', 1, 3), criteria)).toEqual([])
  })

  it('one evaluator twice is one evaluator', () => {
    const scores = [
      { criterion: 'Q', evaluator: 'B1', score: 3 },
      { criterion: 'Q', evaluator: 'B1', score: 4 },
    ]
    expect(unevaluated(tender('A', 1, 3, { scores }), criteria)).toEqual([{ criterion: 'Q', why: 'tooFewEvaluators' }])
  })

  it('scores without consensus are not enough', () => {
    expect(unevaluated(tender('A', 1, 3, { consensus: [] }), criteria)).toEqual([{ criterion: 'Q', why: 'noConsensus' }])
  })
})
