import { describe, expect, it } from 'vitest'
import { aiOutcome, ehdsAppliesFrom, isNationalMedicalInformationSystem } from './regulations-beside-mdr.ts'

describe('national medical information system', () => {
  const shared = { isForSharedUse: true, carriesPatientInformation: true, updatesRegister: false }

  it('is shared software that carries patient information', () => {
    expect(isNationalMedicalInformationSystem(shared, 'notMedicalDevice')).toBe(true)
  })

  it('is shared software that updates an authority’s register', () => {
    expect(
      isNationalMedicalInformationSystem(
        { ...shared, carriesPatientInformation: false, updatesRegister: true },
        'notMedicalDevice',
      ),
    ).toBe(true)
  })

  it.each([
    ['a medical device', shared, 'I'],
    ['made for the own operation alone', { ...shared, isForSharedUse: false }, 'notMedicalDevice'],
    ['without patient information', { ...shared, carriesPatientInformation: false }, 'notMedicalDevice'],
  ] as const)('is not %s', (_, answers, deviceClass) => {
    expect(isNationalMedicalInformationSystem(answers, deviceClass)).toBe(false)
  })
})

describe('the AI Act', () => {
  const ai = { usesAi: true, isListedUse: false, meetsPeople: false }

  it('says nothing of software without AI', () =>
    expect(aiOutcome({ ...ai, usesAi: false, isListedUse: true }, 'III')).toBe('noAi'))
  it('finds high risk from device class IIa', () => {
    expect(aiOutcome(ai, 'IIa')).toBe('highRisk')
    expect(aiOutcome(ai, 'I')).toBe('outside')
  })
  it('finds high risk in a listed use', () =>
    expect(aiOutcome({ ...ai, isListedUse: true }, 'notMedicalDevice')).toBe('highRisk'))
  it('asks for transparency towards people', () => expect(aiOutcome({ ...ai, meetsPeople: true }, 'I')).toBe('transparency'))
})

describe('EHDS', () => {
  it('begins with the earliest category', () => {
    expect(ehdsAppliesFrom(['imaging', 'patientSummary'])).toBe('2029-03-26')
    expect(ehdsAppliesFrom(['testResults'])).toBe('2031-03-26')
  })
  it('does not begin where there is no category', () => expect(ehdsAppliesFrom([])).toBeUndefined())
})
