import { describe, expect, it } from 'vitest'
import { cost, financialBenefit } from '../testing/lines.ts'
import type { BenefitLine } from './benefit-line.ts'
import { expectedOn, expectedPathOf } from './expected-outcome.ts'
import type { ExpectedPath } from './expected-outcome.ts'
import { outcomeStatusOf } from './outcome.ts'

const line: BenefitLine = {
  ...financialBenefit,
  baseline: { value: 600, takenOn: '2026-01-01' },
  target: { value: 400, reachedOn: '2028-01-01' },
}
const share = (likely: number) => ({ low: likely - 0.1, likely, high: likely + 0.1 })
const usage = { investmentStartsOn: '2026-01-01', shares: [{ low: 0, likely: 0, high: 0 }, share(0.3), share(0.6)] }

const pathOf = (of: BenefitLine, known: Parameters<typeof expectedPathOf>[1] = {}): ExpectedPath => {
  const path = expectedPathOf(of, known)
  if (!path) throw new Error('no path')
  return path
}

describe('what is expected', () => {
  it('goes straight from baseline to target where nothing says otherwise', () => {
    const path = pathOf(line)
    expect(path.shape).toBe('straightLine')
    expect(path.points.map(({ on, likely }) => [on, likely])).toEqual([
      ['2026-01-01', 600],
      ['2028-01-01', 400],
    ])
    expect(expectedOn(path, '2027-01-01')).toEqual({ low: 500, likely: 500, high: 500 })
    expect(expectedOn(path, '2030-01-01')?.likely).toBe(400)
  })

  it('waits until the line starts', () => {
    const path = pathOf({ ...line, startsOn: '2027-01-01' })
    expect(expectedOn(path, '2026-07-01')?.likely).toBe(600)
    expect(expectedOn(path, '2027-07-02')?.likely).toBeCloseTo(500, 0)
  })

  it('has a band as wide as the amount per year', () => {
    const path = pathOf(line, { perYear: { low: 50, likely: 100, high: 110 } })
    expect(expectedOn(path, '2028-01-01')).toEqual({ low: 500, likely: 400, high: 380 })
  })

  it('follows the use where the line is reckoned by it, and is at the target on its day', () => {
    const path = pathOf(line, { usage, perYear: { low: 1, likely: 100, high: 1_000 } })
    expect(path.shape).toBe('usageCurve')
    expect(expectedOn(path, '2028-01-01')?.likely).toBeCloseTo(400, 6)
    // In the middle of year 1, three tenths of the 45 per cent that use it on the target's day.
    expect(expectedOn(path, '2027-07-02')?.likely).toBeCloseTo(600 - 200 * (0.3 / 0.45), -1)
    expect(expectedOn(path, '2026-07-01')?.likely).toBe(600)
    const { low = 0, high = 0 } = expectedOn(path, '2027-07-02') ?? {}
    expect(low).toBeGreaterThan(high)
  })

  it('is unknown without a baseline, a target, its day, or time between them', () => {
    for (const missing of [
      { baseline: undefined },
      { baseline: { value: 600 } },
      { target: undefined },
      { target: { value: 400 } },
      { target: { value: 400, reachedOn: '2026-01-01' } },
    ])
      expect(expectedPathOf({ ...line, ...missing }, {})).toBeUndefined()
  })
})

describe('how it goes', () => {
  const measured = (value: number, measuredOn: string) => ({ count: 1, latest: { value, measuredOn } })
  const path = pathOf(line, { perYear: { low: 50, likely: 100, high: 110 } })
  const statusOf = (value: number, measuredOn = '2027-01-01', today = '2027-02-01', of: BenefitLine = line) =>
    outcomeStatusOf(of, measured(value, measuredOn), path, today)

  it.each([
    ['at the low end of the band', 550, 'onTheWay'],
    ['just short of it', 551, 'behind'],
    ['the wrong way', 700, 'behind'],
    ['at the target early', 400, 'reached'],
    ['past the target', 300, 'reached'],
  ])('%s', (_, value, expected) => {
    expect(statusOf(value)).toBe(expected)
  })

  it('is missed when the target has not been reached on its day, and due when nobody has looked', () => {
    expect(statusOf(401, '2028-01-01', '2028-01-01')).toBe('targetMissed')
    expect(statusOf(401, '2027-12-31', '2028-01-01')).toBe('onTheWay')
    expect(statusOf(401, '2027-12-31', '2028-01-02')).toBe('measurementDue')
  })

  it('says what is missing', () => {
    expect(outcomeStatusOf({ ...line, baseline: undefined }, measured(500, '2027-01-01'), undefined, '2027-02-01')).toBe(
      'noBaseline',
    )
    expect(outcomeStatusOf({ ...line, target: undefined }, measured(500, '2027-01-01'), undefined, '2027-02-01')).toBe('noTarget')
    expect(outcomeStatusOf({ ...line, target: { value: 400 } }, measured(500, '2027-01-01'), undefined, '2027-02-01')).toBe(
      'noTarget',
    )
    expect(outcomeStatusOf(line, undefined, path, '2027-02-01')).toBe('notMeasured')
    // The baseline itself is no outcome.
    expect(outcomeStatusOf(line, measured(600, '2026-01-01'), path, '2027-02-01')).toBe('notMeasured')
  })

  it('finds a cost better the lower it is', () => {
    const dear: BenefitLine = { ...line, side: 'cost', name: cost.name, baseline: { value: 0, takenOn: '2026-01-01' } }
    const costPath = pathOf(dear, { perYear: { low: 90, likely: 100, high: 120 } })
    const at = (value: number) => outcomeStatusOf(dear, measured(value, '2027-01-01'), costPath, '2027-02-01')
    expect(at(400)).toBe('reached')
    expect(at(401)).toBe('behind')
  })
})
