import { describe, expect, it } from 'vitest'
import { isDataProtectionAssessed, needsOwnMeasures } from './information-classes.ts'

describe('level 4', () => {
  it('in any respect needs measures of its own', () => {
    expect(needsOwnMeasures({ confidentiality: '3', integrity: '3', availability: '3' })).toBe(false)
    expect(needsOwnMeasures({ confidentiality: '4', integrity: '0', availability: '0' })).toBe(true)
    expect(needsOwnMeasures({ confidentiality: '0', integrity: '4', availability: '0' })).toBe(true)
    expect(needsOwnMeasures({ confidentiality: '0', integrity: '0', availability: '4' })).toBe(true)
  })
})

describe('data protection', () => {
  it('needs no assessment without personal data', () => expect(isDataProtectionAssessed({ personalData: 'none' })).toBe(true))
  it('is assessed by an impact assessment or a reason for none', () => {
    expect(isDataProtectionAssessed({ personalData: 'sensitive', impactAssessmentOn: '2026-08-20' })).toBe(true)
    expect(isDataProtectionAssessed({ personalData: 'ordinary', noImpactAssessmentReason: 'Few people, low risk' })).toBe(true)
  })
  it('is not assessed by silence', () => expect(isDataProtectionAssessed({ personalData: 'ordinary' })).toBe(false))
})
