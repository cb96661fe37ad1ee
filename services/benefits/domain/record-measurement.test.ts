import { describe, expect, it } from 'vitest'
import { benefitLineId } from '#contracts/ids.ts'
import { caseId, header } from '../testing/case-driver.ts'
import { financialBenefit, idOf, qualitativeBenefit } from '../testing/lines.ts'
import type { BenefitLine } from './benefit-line.ts'
import type { AssessmentVersion, CaseBenefits, MeasuredLine } from './case-benefits.ts'
import { newCaseBenefits } from './follow-case.ts'
import { limits } from './limits.ts'
import { recordMeasurement } from './record-measurement.ts'
import type { Measurement } from './record-measurement.ts'

const now = '2026-11-20T08:00:00.000Z'
const author = { subject: 'maria', name: 'Maria Lindqvist' }

const versionOf = (kind: AssessmentVersion['kind'], lines: BenefitLine[]): AssessmentVersion => ({
  kind,
  version: 1,
  status: 'draft',
  savedAt: now,
  savedBy: author,
  content: { summary: '', lines },
})

const recordWith = (assessments: CaseBenefits['assessments']): CaseBenefits => ({
  ...newCaseBenefits(header, { phase: 'followup', time: now }),
  assessments,
})

const record = recordWith({ NV3: { current: versionOf('NV3', [financialBenefit, qualitativeBenefit]) } })

const taken = (more: Partial<Measurement> = {}): Measurement => ({
  id: '01930000-0000-7000-8000-0000000000aa',
  lineId: financialBenefit.id,
  measuredOn: '2026-11-01',
  value: 500,
  source: 'Ekonomisystemet',
  recordedAt: now,
  recordedBy: author,
  ...more,
})

const codeOf = (from: CaseBenefits, measurement: Measurement): string => {
  const transition = recordMeasurement(from, measurement, now)
  return transition.kind === 'refused' ? transition.code : transition.kind
}

const after = (...measurements: Measurement[]): MeasuredLine | undefined =>
  measurements.reduce((from, measurement) => {
    const transition = recordMeasurement(from, measurement, now)
    if (transition.kind !== 'applied') throw new Error('refused')
    return transition.state
  }, record).head.measured[financialBenefit.id]

describe('a measurement', () => {
  it.each([
    ['on the day of the baseline', { measuredOn: '2026-05-15' }, 'applied'],
    ['before the baseline', { measuredOn: '2026-05-14' }, 'measuredBeforeBaseline'],
    ['today', { measuredOn: '2026-11-20' }, 'applied'],
    ['tomorrow', { measuredOn: '2026-11-21' }, 'measuredInFuture'],
    ['of a line that the case does not have', { lineId: idOf(99) }, 'lineNotFound'],
    ['of something that is no line', { lineId: benefitLineId.parse(caseId) }, 'lineNotFound'],
    ['of a line without a measure', { lineId: qualitativeBenefit.id }, 'lineWithoutMeasure'],
  ])('%s: %3$s', (_, more, expected) => {
    expect(codeOf(record, taken(more))).toBe(expected)
  })

  it('is dated by the day in Sweden', () => {
    const lateEvening = '2026-11-20T23:30:00.000Z'
    expect(recordMeasurement(record, taken({ measuredOn: '2026-11-21' }), lateEvening).kind).toBe('applied')
  })

  it('needs no baseline to be recorded', () => {
    const unbased = recordWith({ NV3: { current: versionOf('NV3', [{ ...financialBenefit, baseline: undefined }]) } })
    expect(codeOf(unbased, taken({ measuredOn: '2020-01-01' }))).toBe('applied')
  })

  it('is held against the latest assessment that has the line', () => {
    const later = { ...financialBenefit, baseline: { value: 1, takenOn: '2026-11-10' } }
    const both = { ...record.assessments, NV4: { current: versionOf('NV4', [later]) } }
    expect(codeOf(recordWith(both), taken())).toBe('measuredBeforeBaseline')
    const removed = { ...record.assessments, NV4: { current: versionOf('NV4', [{ ...later, isRemoved: true }]) } }
    expect(codeOf(recordWith(removed), taken())).toBe('lineNotFound')
  })

  it('is held against the frozen version where a later one waits', () => {
    const frozen = { version: versionOf('NV4', [financialBenefit]), requestId: `${caseId}-review-1` as never, frozenAt: now } // the form of a request's id
    const waiting = { current: { ...versionOf('NV4', []), version: 2 }, frozen }
    expect(codeOf(recordWith({ NV4: waiting }), taken())).toBe('applied')
  })
})

describe('of several measurements', () => {
  it('the latest by day counts, whatever order they are recorded in', () => {
    const measured = after(taken({ measuredOn: '2026-10-31', value: 2 }), taken({ measuredOn: '2026-06-30', value: 1 }))
    expect(measured).toEqual({ count: 2, latest: { value: 2, measuredOn: '2026-10-31' } })
  })

  it('the last recorded of one day counts: so a mistake is put right', () => {
    expect(after(taken({ value: 5_000 }), taken({ value: 500 }))).toEqual({
      count: 2,
      latest: { value: 500, measuredOn: '2026-11-01' },
    })
  })

  it('there is a limit for each line', () => {
    const measured = {
      [financialBenefit.id]: { count: limits.measurementsPerLine, latest: { value: 1, measuredOn: '2026-11-01' } },
    }
    expect(codeOf({ ...record, head: { ...record.head, measured } }, taken())).toBe('tooManyMeasurements')
  })
})
