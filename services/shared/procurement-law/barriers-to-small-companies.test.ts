import { describe, expect, it } from 'vitest'
import { barriersIn, unexplainedBarriers } from './barriers-to-small-companies.ts'
import type { TenderDemands } from './barriers-to-small-companies.ts'

const open: TenderDemands = {
  estimatedValue: 100,
  turnoverDemanded: undefined,
  referencesDemanded: 0,
  isDivided: true,
  namesBrand: false,
  isWholeUndertaking: false,
  tenderDays: 49,
  minimumTenderDays: 30,
}

describe('barriers to small companies', () => {
  it('an open procurement has none', () => {
    expect(barriersIn(open)).toEqual([])
  })

  it.each([
    ['turnover', { turnoverDemanded: 201 }],
    ['references', { referencesDemanded: 1 }],
    ['undivided', { isDivided: false }],
    ['brand', { namesBrand: true }],
    ['wholeUndertaking', { isWholeUndertaking: true }],
    ['shortTime', { tenderDays: 30 }],
  ] as const)('%s is found', (barrier, change) => {
    expect(barriersIn({ ...open, ...change })).toEqual([barrier])
    expect(unexplainedBarriers({ ...open, ...change }, [])).toEqual([barrier])
    expect(unexplainedBarriers({ ...open, ...change }, [barrier])).toEqual([])
  })

  it('a turnover of exactly twice the value is allowed (LOU 14:4)', () => {
    expect(barriersIn({ ...open, turnoverDemanded: 200 })).toEqual([])
  })

  it('where the law gives no shortest time, none can be too close to it', () => {
    expect(barriersIn({ ...open, tenderDays: 5, minimumTenderDays: undefined })).toEqual([])
  })

  it('a reason for one barrier does not explain another', () => {
    expect(unexplainedBarriers({ ...open, isDivided: false, namesBrand: true }, ['undivided'])).toEqual(['brand'])
  })
})
