import { describe, expect, it } from 'vitest'
import { documentationDuty, postNoticeDuty } from './limits-after-contract.ts'
import type { SignedContract } from './limits-after-contract.ts'

const contract = (change: Partial<SignedContract> = {}): SignedContract => ({
  procedure: 'open',
  category: 'ordinary',
  value: 300_000_000,
  signedOn: '2027-05-18',
  ...change,
})

describe('the post-notice', () => {
  it('is due 30 days after the contract', () => {
    expect(postNoticeDuty(contract())).toEqual({ isNeeded: true, latestOn: '2027-06-17' })
  })

  it('may wait for the quarter in a dynamic purchasing system and for annex 2 services', () => {
    expect(postNoticeDuty(contract({ procedure: 'dynamicPurchasingSystem' }))).toEqual({ isNeeded: true, latestOn: '2027-07-30' })
    expect(postNoticeDuty(contract({ category: 'annex2', signedOn: '2027-12-31' }))).toEqual({
      isNeeded: true,
      latestOn: '2028-01-30',
    })
  })

  it('is not needed after a call-off or a small direct procurement', () => {
    expect(postNoticeDuty(contract({ procedure: 'frameworkCallOff' }))).toMatchObject({ isNeeded: false })
    expect(postNoticeDuty(contract({ procedure: 'directProcurement', value: 69_999_999 }))).toMatchObject({ isNeeded: false })
    expect(postNoticeDuty(contract({ procedure: 'directProcurement', value: 70_000_000 }))).toMatchObject({ isNeeded: true })
  })
})

describe('the documentation', () => {
  it('is due 30 days after the contract', () => {
    expect(documentationDuty(contract())).toEqual({ isNeeded: true, latestOn: '2027-06-17' })
  })

  it('is needed for a direct procurement only above 100 000 kronor (LOU 19 a:11)', () => {
    expect(documentationDuty(contract({ procedure: 'directProcurement', value: 10_000_000 }))).toMatchObject({ isNeeded: false })
    expect(documentationDuty(contract({ procedure: 'directProcurement', value: 10_000_001 }))).toMatchObject({ isNeeded: true })
  })
})
