import { describe, expect, it } from 'vitest'
import { riskGaps } from './risk-kinds.ts'
import type { RiskKind } from './risk-kinds.ts'

const of = (...kinds: RiskKind[]) => kinds.map((kind) => ({ kind }))

describe('gaps in a risk analysis', () => {
  it('are none when every kind is found', () => {
    expect(riskGaps(of('operational', 'patientSafety', 'informationSecurity', 'it', 'workEnvironment'), [])).toEqual({
      notFound: [],
      notLookedAt: [],
    })
  })

  it('are many in an analysis of IT risks only', () => {
    expect(riskGaps(of('it', 'it', 'informationSecurity'), [])).toEqual({
      notFound: ['operational', 'patientSafety'],
      notLookedAt: ['workEnvironment'],
    })
  })

  it('close when somebody has looked for the kinds that may be absent', () => {
    expect(riskGaps(of('operational', 'patientSafety'), of('it', 'informationSecurity', 'workEnvironment'))).toEqual({
      notFound: [],
      notLookedAt: [],
    })
  })

  it('do not close by looking for operational and patient-safety risks: they must be found', () => {
    expect(riskGaps(of('it', 'informationSecurity', 'workEnvironment'), of('operational', 'patientSafety')).notFound).toEqual([
      'operational',
      'patientSafety',
    ])
  })
})
