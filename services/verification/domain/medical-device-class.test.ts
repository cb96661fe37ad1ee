import { describe, expect, it } from 'vitest'
import { classifySoftware, needsNotifiedBody } from './medical-device-class.ts'
import type { SoftwareAnswers } from './medical-device-class.ts'

const classOf = (changes: Partial<SoftwareAnswers>, on = '2026-11-20') =>
  classifySoftware({ hasMedicalPurpose: true, actsOnData: true, decisionImpact: 'none', monitoring: 'none', ...changes }, on)
    ?.deviceClass

describe('MDR rule 11', () => {
  it.each([
    [{ hasMedicalPurpose: false, decisionImpact: 'critical' }, 'notMedicalDevice'],
    [{ actsOnData: false, decisionImpact: 'critical' }, 'notMedicalDevice'],
    [{}, 'I'],
    [{ decisionImpact: 'ordinary' }, 'IIa'],
    [{ decisionImpact: 'serious' }, 'IIb'],
    [{ decisionImpact: 'critical' }, 'III'],
    [{ monitoring: 'physiological' }, 'IIa'],
    [{ monitoring: 'vital' }, 'IIb'],
  ] as const)('%j is %s', (answers, expected) => expect(classOf(answers)).toBe(expected))

  it('takes the highest class that applies', () => {
    expect(classOf({ decisionImpact: 'ordinary', monitoring: 'vital' })).toBe('IIb')
    expect(classOf({ decisionImpact: 'critical', monitoring: 'physiological' })).toBe('III')
  })

  it('does not exist before the regulation applied', () => {
    expect(classOf({}, '2021-05-25')).toBeUndefined()
    expect(classOf({}, '2021-05-26')).toBe('I')
  })
})

it('a notified body is needed from class IIa', () => {
  expect((['notMedicalDevice', 'I', 'IIa', 'IIb', 'III'] as const).filter(needsNotifiedBody)).toEqual(['IIa', 'IIb', 'III'])
})
