import { describe, expect, it } from 'vitest'
import type { AssessedLine } from '#contracts/assessment.ts'
import { akBrevAssessments } from '../../../demo/ak-brev/assessments.ts'
import { isMeasurable, quantifiedBenefits, unmeasurableBenefits } from './measurable-benefit.ts'

// The first line of the second assessment: lower postage, in money, with measure, baseline and owner.
const postage = akBrevAssessments.NV2.lines[0]!

const without = (...fields: (keyof AssessedLine)[]): AssessedLine =>
  // Only optional fields are taken away.
  Object.fromEntries(Object.entries(postage).filter(([field]) => !fields.some((name) => name === field))) as AssessedLine

describe('a measurable benefit', () => {
  it('has a measure, a baseline and an owner', () => expect(isMeasurable(postage)).toBe(true))
  it('may plan its baseline', () => expect(isMeasurable({ ...postage, hasBaseline: false, hasBaselinePlan: true })).toBe(true))
  it('needs a baseline or a plan', () =>
    expect(isMeasurable({ ...postage, hasBaseline: false, hasBaselinePlan: false })).toBe(false))
  it('needs a measure', () => expect(isMeasurable(without('measure'))).toBe(false))
  it('needs an owner', () => expect(isMeasurable(without('owner'))).toBe(false))
})

describe('quantified benefits', () => {
  it('are money and freed resources with a sum', () => {
    expect(quantifiedBenefits(akBrevAssessments.NV2.lines).map(({ kind }) => kind)).toEqual(['financial', 'redistributed'])
  })

  it('leave out costs, and benefits without a sum', () => {
    expect(quantifiedBenefits([{ ...postage, side: 'cost' }, without('perYear')])).toEqual([])
  })
})

it('finds the unmeasurable of one kind only, and never a cost', () => {
  const bare = without('owner')
  expect(unmeasurableBenefits([bare], 'financial')).toEqual([bare])
  expect(unmeasurableBenefits([bare], 'redistributed')).toEqual([])
  expect(unmeasurableBenefits([{ ...bare, side: 'cost' }], 'financial')).toEqual([])
})
