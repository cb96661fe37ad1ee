import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cost, financialBenefit, lineLists, qualitativeBenefit } from '../testing/lines.ts'
import { isActive } from './benefit-line.ts'
import { compareLines } from './compare-assessments.ts'
import { totalsOf } from './totals.ts'

describe('a comparison', () => {
  it('says of each line what has become of it, and why', () => {
    const dearer = { ...cost, perYear: { low: 50, likely: 65, high: 70 }, changeReason: 'Nytt pris' }
    const gone = { ...qualitativeBenefit, isRemoved: true, removalReason: 'Går inte att visa' }
    const { rows } = compareLines([qualitativeBenefit, cost], [gone, dearer, financialBenefit])
    expect(rows).toEqual([
      {
        lineId: qualitativeBenefit.id,
        name: qualitativeBenefit.name,
        side: 'benefit',
        change: 'removed',
        before: qualitativeBenefit,
        differences: [],
        reason: 'Går inte att visa',
      },
      {
        lineId: cost.id,
        name: cost.name,
        side: 'cost',
        change: 'changed',
        before: cost,
        after: dearer,
        differences: [{ field: 'perYear', from: cost.perYear, to: dearer.perYear }],
        reason: 'Nytt pris',
      },
      {
        lineId: financialBenefit.id,
        name: financialBenefit.name,
        side: 'benefit',
        change: 'added',
        after: financialBenefit,
        differences: [],
      },
    ])
  })

  it('has no row for what neither counts, and calls what comes back added', () => {
    const gone = { ...cost, isRemoved: true }
    expect(compareLines([gone], [gone]).rows).toEqual([])
    expect(compareLines([gone], [cost]).rows.map(({ change }) => change)).toEqual(['added'])
  })

  it('of an assessment with itself finds nothing', () => {
    fc.assert(
      fc.property(lineLists, (lines) => {
        const { rows, totals } = compareLines(lines, lines)
        expect(rows.map(({ lineId }) => lineId)).toEqual(lines.filter(isActive).map(({ id }) => id))
        expect(rows.every(({ change, differences }) => change === 'same' && differences.length === 0)).toBe(true)
        expect(totals.before).toEqual(totals.after)
      }),
    )
  })

  it('has each line that either counts exactly once', () => {
    fc.assert(
      fc.property(lineLists, lineLists, (before, after) => {
        const counted = new Set([...before, ...after].filter(isActive).map(({ id }) => id))
        const rows = compareLines(before, after).rows.map(({ lineId }) => lineId)
        expect(new Set(rows)).toEqual(counted)
        expect(rows).toHaveLength(counted.size)
      }),
    )
  })

  it('read backwards turns added into removed, and keeps the rest', () => {
    const mirrored = { added: 'removed', removed: 'added', changed: 'changed', same: 'same' } as const
    fc.assert(
      fc.property(lineLists, lineLists, (before, after) => {
        const forwards = new Map(compareLines(before, after).rows.map(({ lineId, change }) => [lineId, mirrored[change]]))
        const backwards = new Map(compareLines(after, before).rows.map(({ lineId, change }) => [lineId, change]))
        expect(backwards).toEqual(forwards)
      }),
    )
  })

  it('accounts for the whole change of the totals by its rows', () => {
    fc.assert(
      fc.property(lineLists, lineLists, (before, after) => {
        const { rows, totals } = compareLines(before, after)
        expect(totalsOf(rows.flatMap(({ before: line }) => line ?? []))).toEqual(totals.before)
        expect(totalsOf(rows.flatMap(({ after: line }) => line ?? []))).toEqual(totals.after)
      }),
    )
  })
})
