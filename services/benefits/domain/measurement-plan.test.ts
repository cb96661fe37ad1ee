import { describe, expect, it } from 'vitest'
import { phases } from '#contracts/words.ts'
import { financialBenefit, qualitativeBenefit } from '../testing/lines.ts'
import type { BenefitLine } from './benefit-line.ts'
import type { MeasuredLine } from './case-benefits.ts'
import { measureStatusOf, nextMeasurement } from './measurement-plan.ts'
import type { MeasuringSituation } from './measurement-plan.ts'

const inUse: MeasuringSituation = { phase: 'followup', isUnderWay: true, basis: undefined }

/** Baseline 600 on 15 May 2026, target 400 on 31 December 2028, in use from 1 October 2026. */
const line: BenefitLine = { ...financialBenefit, startsOn: '2026-10-01' }
const unbased: BenefitLine = { ...line, baseline: undefined }

const measured = (measuredOn: string, value = 500): MeasuredLine => ({ count: 1, latest: { value, measuredOn } })

describe('the baseline', () => {
  it('is due on the day of its plan, in any phase', () => {
    const planned = { ...unbased, baselinePlan: { by: '2026-08-31', how: 'Ekonomisystemet' } }
    for (const phase of phases)
      expect(nextMeasurement(planned, undefined, { ...inUse, phase })).toEqual({ kind: 'baseline', dueOn: '2026-08-31' })
  })

  it('that nobody has planned is due when the line starts', () => {
    expect(nextMeasurement(unbased, undefined, { ...inUse, phase: 'matching' })).toEqual({
      kind: 'baseline',
      dueOn: '2026-10-01',
    })
  })

  it('is taken once the line has one, or anything has been measured', () => {
    expect(nextMeasurement(line, undefined, { ...inUse, phase: 'matching' })).toBeUndefined()
    expect(nextMeasurement(unbased, measured('2026-09-01'), { ...inUse, phase: 'matching' })).toBeUndefined()
  })
})

describe('from rollout on a line is measured', () => {
  it.each([
    ['a year after its start', undefined, { kind: 'followUp', dueOn: '2027-10-01' }],
    ['a year after the latest measurement', measured('2027-11-15'), { kind: 'followUp', dueOn: '2028-11-15' }],
    ["on the target's day, if that comes first", measured('2028-02-01'), { kind: 'target', dueOn: '2028-12-31' }],
    ['from its start, whatever was measured before', measured('2026-09-01'), { kind: 'followUp', dueOn: '2027-10-01' }],
    ["no more, when reached within a month of the target's day", measured('2028-12-01', 400), undefined],
  ])('%s', (_, so, expected) => {
    expect(nextMeasurement(line, so, inUse)).toEqual(expected)
    expect(nextMeasurement(line, so, { ...inUse, phase: 'rollout' })).toEqual(expected)
    expect(nextMeasurement(line, so, { ...inUse, phase: 'validation' })).toBeUndefined()
  })

  it('on after a target that was not reached, until the horizon ends', () => {
    const short = measured('2028-12-31', 450)
    expect(nextMeasurement(line, short, inUse)).toBeUndefined()
    const fiveYears = { ...line, horizonYears: 5 }
    expect(nextMeasurement(fiveYears, short, inUse)).toEqual({ kind: 'followUp', dueOn: '2029-12-31' })
    expect(nextMeasurement(fiveYears, measured('2029-12-31', 450), inUse)).toEqual({ kind: 'followUp', dueOn: '2030-12-31' })
    expect(nextMeasurement(fiveYears, measured('2031-09-30', 450), inUse)).toBeUndefined()
    expect(nextMeasurement(fiveYears, measured('2028-12-31', 400), inUse)).toBeUndefined()
  })

  it('until it ends, or the horizon does, where it has no target', () => {
    const open = { ...line, target: undefined }
    const basis = { investmentStartsOn: '2026-01-01', horizonYears: 2 }
    expect(nextMeasurement(open, measured('2027-12-01'), { ...inUse, basis })).toEqual({
      kind: 'followUp',
      dueOn: '2028-10-01',
    })
    expect(nextMeasurement({ ...open, endsOn: '2028-03-31' }, measured('2027-12-01'), { ...inUse, basis })).toEqual({
      kind: 'followUp',
      dueOn: '2028-03-31',
    })
  })

  it("from the calculation's first day where it has no start of its own", () => {
    const basis = { investmentStartsOn: '2026-06-01', horizonYears: 5 }
    expect(nextMeasurement(financialBenefit, undefined, { ...inUse, basis })).toEqual({ kind: 'followUp', dueOn: '2027-06-01' })
  })

  it('on 28 February a year after the 29th', () => {
    expect(nextMeasurement({ ...line, target: undefined }, measured('2028-02-29'), inUse)?.dueOn).toBeUndefined()
    expect(
      nextMeasurement({ ...line, target: { value: 400, reachedOn: '2030-01-01' } }, measured('2028-02-29'), inUse)?.dueOn,
    ).toBe('2029-02-28')
  })
})

it.each([
  ['a line without a measure', qualitativeBenefit, inUse],
  ['a line that has been removed', { ...line, isRemoved: true }, inUse],
  ['a case that rests or has been stopped', line, { ...inUse, isUnderWay: false }],
])('nothing is asked for of %s', (_, asked, situation) => {
  expect(nextMeasurement(asked, undefined, situation)).toBeUndefined()
})

it.each([
  ['2026-11-19', 'missed'],
  ['2026-11-20', 'due'],
  ['2026-12-20', 'due'],
  ['2026-12-21', 'upcoming'],
])('%s is %s on 20 November 2026', (dueOn, status) => {
  expect(measureStatusOf(dueOn, '2026-11-20')).toBe(status)
})
