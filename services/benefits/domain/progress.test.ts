import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { financialBenefit, qualitativeBenefit } from '../testing/lines.ts'
import { isMeasured, progressOf } from './progress.ts'

const measured = (value: number, measuredOn = '2028-10-31') => ({ count: 1, latest: { value, measuredOn } })
const lineFrom = (baseline: number, target: number) => ({
  ...financialBenefit,
  baseline: { value: baseline, takenOn: '2026-05-15' },
  target: { value: target, reachedOn: '2028-12-31' },
})

describe('progress', () => {
  it.each([
    ['half the way down', 600, 400, 500, 0.5],
    ['half the way up', 0, 90, 45, 0.5],
    ['at the target', 600, 400, 400, 1],
    ['beyond the target', 4, 1, 0.4, 1.2],
    ['the wrong way', 600, 400, 700, -0.5],
    ['where it began', 600, 400, 600, 0],
    ['through nought', -10, 10, 0, 0.5],
  ])('%s', (_, baseline, target, value, expected) => {
    expect(progressOf(lineFrom(baseline, target), measured(value))).toBe(expected)
  })

  it('is unknown without baseline, target, measurement or a way to go', () => {
    expect(progressOf(lineFrom(5, 5), measured(5))).toBeUndefined()
    expect(progressOf(qualitativeBenefit, measured(5))).toBeUndefined()
    expect(progressOf({ ...lineFrom(1, 2), target: undefined }, measured(5))).toBeUndefined()
    expect(progressOf(lineFrom(1, 2), undefined)).toBeUndefined()
  })

  it('does not depend on the unit', () => {
    const figure = fc.integer({ min: -10_000, max: 10_000 })
    fc.assert(
      fc.property(figure, figure, figure, fc.integer({ min: 2, max: 1_000 }), (baseline, target, value, factor) => {
        expect(progressOf(lineFrom(baseline * factor, target * factor), measured(value * factor))).toBe(
          progressOf(lineFrom(baseline, target), measured(value)),
        )
      }),
    )
  })
})

describe('a line is measured', () => {
  it('when something was measured after the baseline', () => {
    expect(isMeasured(financialBenefit, measured(1, '2026-05-16'))).toBe(true)
    expect(isMeasured(financialBenefit, measured(1, '2026-05-15'))).toBe(false)
    expect(isMeasured(financialBenefit, undefined)).toBe(false)
  })

  it('at all, where there is no baseline', () => {
    expect(isMeasured({ ...financialBenefit, baseline: undefined }, measured(1, '2026-01-01'))).toBe(true)
  })
})
