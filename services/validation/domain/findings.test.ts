import { describe, expect, it } from 'vitest'
import { openSeriousFindings } from './findings.ts'
import type { Finding, Round } from './findings.ts'

const round = (number: number, ...findings: Finding[]): Round => ({
  number,
  deliveredOn: '2027-09-01',
  testedOn: '2027-09-02',
  findings,
})
const finding = (severity: Finding['severity'], status: Finding['status']): Finding => ({
  finding: `${severity} ${status}`,
  severity,
  status,
})

describe('open serious findings', () => {
  it('are found in any round, also one that a later round forgot', () => {
    const rounds = [round(1, finding('serious', 'open')), round(2, finding('serious', 'fixed'))]
    expect(openSeriousFindings(rounds)).toHaveLength(1)
  })

  it('one that somebody has accepted is as open as before', () => {
    expect(openSeriousFindings([round(1, finding('serious', 'accepted'))])).toHaveLength(1)
  })

  it.each([
    ['serious', 'fixed'],
    ['moderate', 'open'],
    ['minor', 'open'],
  ] as const)('%s and %s is none', (severity, status) => {
    expect(openSeriousFindings([round(1, finding(severity, status))])).toEqual([])
  })
})
