import { describe, expect, it } from 'vitest'
import { negotiationFaults } from './mbl.ts'
import type { Negotiation } from './mbl.ts'

const finished: Negotiation = { calledOn: '2027-12-16', heldOn: '2027-12-21', isCentralAskedFor: false, protocolOn: '2027-12-28' }

describe('negotiation before the plan counts (MBL 11 and 14 §§)', () => {
  it('called, held and with a protocol by the day the plan counts', () => {
    expect(negotiationFaults(finished, '2027-12-28')).toEqual([])
    expect(negotiationFaults({ ...finished, calledOn: '2027-12-21', protocolOn: '2027-12-21' }, '2027-12-21')).toEqual([])
  })

  it('not by a protocol of the day after', () => {
    expect(negotiationFaults(finished, '2027-12-27')).toEqual(['planCountsTooEarly'])
  })

  it('nor by a central negotiation of the day after', () => {
    expect(negotiationFaults({ ...finished, isCentralAskedFor: true, centralHeldOn: '2027-12-29' }, '2027-12-28')).toEqual([
      'planCountsTooEarly',
    ])
  })

  it.each([
    ['heldBeforeCalled', { calledOn: '2027-12-22' }],
    ['protocolBeforeHeld', { protocolOn: '2027-12-20' }],
    ['centralNotHeld', { isCentralAskedFor: true }],
    ['centralBeforeLocal', { isCentralAskedFor: true, centralHeldOn: '2027-12-20' }],
  ] as const)('%s', (fault, change) => {
    expect(negotiationFaults({ ...finished, ...change }, '2028-01-03')).toEqual([fault])
  })
})
