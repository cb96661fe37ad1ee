import { describe, expect, it } from 'vitest'
import { compare } from './compare.ts'
import { engine } from './engine.ts'
import { readLabelledSet } from './labelled-set.ts'
import { mean, measuresOf } from './measures.ts'
import { plainPeer, stemmingPeer } from './peers.ts'
import type { Ranker } from './peers.ts'

describe('the measures', () => {
  it('are those of the literature', () => {
    const grades = { a: 3, b: 2, c: 1 }
    // (7/1 + 3/log2(3) + 1/2) of the best order; the order below has c first, then nothing, then a.
    const best = 7 + 3 / Math.log2(3) + 1 / 2
    expect(measuresOf(['c', 'x', 'a'], grades)).toEqual({
      ndcg: (1 + 7 / 2) / best,
      recall: 1 / 2,
      reciprocalRank: 1 / 3,
    })
    expect(measuresOf(['a', 'b', 'c'], grades)).toEqual({ ndcg: 1, recall: 1, reciprocalRank: 1 })
    expect(measuresOf([], grades)).toEqual({ ndcg: 0, recall: 0, reciprocalRank: 0 })
  })

  it('are compared need by need', () => {
    expect(compare([0.6, 0.6, 0.2], [0.4, 0.6, 0.3])).toMatchObject({ wins: 1, ties: 1, losses: 1 })
    const { gain, from, to } = compare([0.6, 0.9], [0.4, 0.6])
    expect([gain, from, to].map((value) => value.toFixed(6))).toEqual(['0.500000', '0.500000', '0.500000'])
  })
})

describe('the ranks on the tuning half', () => {
  const set = readLabelledSet()
  const needs = set.needsOf('tuning')
  const ndcg = ({ rank }: Ranker): number => mean(needs.map((need) => measuresOf(rank(need), set.judgements[need.id] ?? {}).ndcg))

  it('are well above those of BM25 alone, and above those of BM25 with a stemmer', () => {
    const ours = ndcg(engine(set.products))
    expect(needs.length).toBeGreaterThanOrEqual(30)
    expect(ours).toBeGreaterThan(ndcg(plainPeer(set.products)) * 1.3)
    expect(ours).toBeGreaterThan(ndcg(stemmingPeer(set.products)) * 1.05)
  })
})
