import { expect, it } from 'vitest'
import { akBrevAssessments } from '../../../demo/ak-brev/assessments.ts'
import { benefitsWithBaseline } from './verified-benefit.ts'

const { lines } = akBrevAssessments.NV3

it('counts money and freed resource with a measured baseline', () => {
  expect(benefitsWithBaseline(lines).map(({ kind }) => kind)).toEqual(['financial', 'redistributed'])
})

it('does not count a baseline that is only planned, a cost, or a benefit without a sum', () => {
  expect(benefitsWithBaseline(lines.map((line) => ({ ...line, hasBaseline: false, hasBaselinePlan: true })))).toEqual([])
  expect(benefitsWithBaseline(lines.map((line) => ({ ...line, side: 'cost' as const })))).toEqual([])
  expect(benefitsWithBaseline(lines.map((line) => ({ ...line, perYear: undefined })))).toEqual([])
})
