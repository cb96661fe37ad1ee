import { describe, expect, it } from 'vitest'
import { checkBarriers } from './check-barriers.ts'

const none = { requirements: [] }
const codes = (demands: Parameters<typeof checkBarriers>[0]): string[] => checkBarriers(demands).map(({ code }) => code)

describe('a check of a procurement as a whole', () => {
  it('finds nothing where nothing is known', () => {
    expect(codes(none)).toEqual([])
  })

  it.each([
    ['staff', { employeesDemanded: 1 }],
    ['yearsInBusiness', { yearsInBusinessDemanded: 3 }],
    ['localPresence', { demandsLocalPresence: true }],
    ['undivided', { isDivided: false }],
    ['wholeUndertaking', { isWholeUndertaking: true }],
    ['references', { referencesDemanded: 1 }],
    ['shortTime', { tenderDays: 30, minimumTenderDays: 30 }],
    ['turnover', { estimatedValue: 100, turnoverDemanded: 201 }],
    ['turnoverUnknownValue', { turnoverDemanded: 1 }],
  ] as const)('%s', (code, demands) => {
    expect(codes({ ...none, ...demands })).toEqual([code])
  })

  it('names each certificate that is asked for', () => {
    expect(checkBarriers({ ...none, certificatesDemanded: ['ISO 27001', 'ISO 9001'] })).toMatchObject([
      { code: 'certificate', quote: 'ISO 27001', severity: 'barrier' },
      { code: 'certificate', quote: 'ISO 9001' },
    ])
  })

  it('zero of something is no demand', () => {
    expect(
      codes({ ...none, referencesDemanded: 0, employeesDemanded: 0, yearsInBusinessDemanded: 0, turnoverDemanded: 0 }),
    ).toEqual([])
  })
})

describe('a check of requirements', () => {
  it('tells in which requirement, and holds turnover against the value of the whole', () => {
    const found = checkBarriers({
      requirements: [{ text: 'Tjänsten ska visa larm.' }, { text: 'Omsättningen ska vara minst 3 miljoner kronor.' }],
      estimatedValue: 100_000_000,
    })
    expect(found).toMatchObject([{ code: 'turnover', requirement: 1, severity: 'breach' }])
  })
})
